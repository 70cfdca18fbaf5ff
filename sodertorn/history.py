"""The edit history of what people edit, made readable: who, when, why, and field by field what changed.

It is read and nothing else: there is no way from here to an old version but to look at it.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date, datetime

from django.db import models
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _

from sodertorn.word_diff import ADDED, REMOVED, SAME, word_diff
from sodertorn.words import day, moment, sentence_case

ADDED_ROW, CHANGED_ROW, REMOVED_ROW = "+", "~", "-"


def edits(rows: models.QuerySet, name: Callable = str, leave_out: Iterable[str] = ()) -> list[dict]:
    """History rows of one model, in their order, each with what it changed; a fixed number of queries.

    `name` says what an object that a row points at is called; `leave_out` names fields that say nothing to the reader.
    """
    rows = list(rows.select_related("history_user"))
    if not rows:
        return []
    before = rows_before(rows)
    names = Names([*rows, *before.values()], name)
    fields = [field for field in fields_of(rows[0]) if field.name not in leave_out]
    return [edit(row, before.get(row.pk), fields, names) for row in rows]


def rows_before(rows: list) -> dict[int, models.Model]:
    """The row before each, of the same object."""
    model, pk = type(rows[0]), rows[0].instance_type._meta.pk.attname
    older = model.objects.filter(**{pk: OuterRef(pk)}, history_id__lt=OuterRef("history_id"))
    newest_older = Subquery(older.order_by("-history_id").values("history_id")[:1])
    pairs = model.objects.filter(pk__in=[row.pk for row in rows]).values_list("pk", newest_older)
    found = model.objects.in_bulk([older for row, older in pairs if older])
    return {row: found[older] for row, older in pairs if older}


def fields_of(row) -> list[models.Field]:
    """The fields whose history is kept, in the order of the model; not the number of the row."""
    kept = {field.name for field in row.tracked_fields}
    fields = row.instance_type._meta.concrete_fields
    return [field for field in fields if field.name in kept and not isinstance(field, models.AutoField)]


class Names:
    """What the objects that rows point at were called at a moment; of one that is gone, what it was called last.

    An object whose history leaves something out is told as it is now: its name may be what is left out.
    """

    def __init__(self, rows: list, name: Callable = str):
        self.name, self.now, self.then = name, {}, defaultdict(list)
        wanted = defaultdict(set)
        for field in fields_of(rows[0]):
            if field.remote_field:
                wanted[field.related_model] |= {getattr(row, field.attname) for row in rows} - {None}
        for model, keys in wanted.items():
            if hasattr(model, "history") and not model.history.model._history_excluded_fields:
                keys -= self.remember(model, keys)
            there = model._base_manager.in_bulk(keys)
            self.now |= {(model, key): found for key, found in there.items()}
            if hasattr(model, "history"):
                self.remember(model, keys - there.keys())

    def remember(self, model: type[models.Model], keys: set) -> set:
        """Read the histories of objects; returned are those that have any."""
        rows = model.history.filter(**{f"{model._meta.pk.attname}__in": keys}) if keys else ()
        for row in sorted(rows, key=lambda row: (row.history_date, row.history_id)):
            self.then[model, row.instance.pk].append(row)
        return {key for key in keys if (model, key) in self.then}

    def at(self, model: type[models.Model], key, moment: datetime) -> str:
        if rows := self.then.get((model, key)):
            place = bisect_right(rows, moment, key=lambda row: row.history_date)
            return self.name(rows[max(place - 1, 0)].instance)
        found = self.now.get((model, key))
        return self.name(found) if found else _("något som inte längre finns")


def edit(row, before, fields: list[models.Field], names: Names) -> dict:
    """One row: what was done, when, by whom, why, and what it changed."""
    return {
        "row": row,
        "kind": row.history_type,
        "done": done_words(row.history_type),
        "date": row.history_date,
        "when": moment(row.history_date),
        "who": str(row.history_user or ""),
        "why": _(row.history_change_reason) if row.history_change_reason else "",
        "changes": list(filter(None, (change(field, row, before, names) for field in fields))),
    }


def done_words(kind: str) -> str:
    return {ADDED_ROW: _("Lades till"), CHANGED_ROW: _("Ändrades"), REMOVED_ROW: _("Togs bort")}[kind]


def change(field: models.Field, row, before, names: Names) -> dict | None:
    """What a row did to a field: its old and new words in one; of a new object, also one
    that was there before, what it says, if it says anything."""

    def words(one):
        return value_words(field, one, names, row.history_date)

    now, then = words(row), before and words(before)
    if row.history_type == REMOVED_ROW:
        pieces = [(REMOVED, now)] if now else []
    elif row.history_type == ADDED_ROW or before is None:
        pieces = [(SAME, now)] if now else []
    elif now == then:
        pieces = []
    elif isinstance(field, (models.CharField, models.TextField)) and not field.choices:
        pieces = word_diff(then, now)
    else:
        pieces = [piece for piece in ((REMOVED, then), (ADDED, now)) if piece[1]]
    return {"label": label(field), "pieces": pieces} if pieces else None


def label(field: models.Field) -> str:
    return sentence_case(str(field.verbose_name))


def value_words(field: models.Field, row, names: Names, at: datetime) -> str:
    """What a field said, in words: a choice by its word, another object by its name at a moment."""
    value = getattr(row, field.attname)
    if value is None or value == "":
        return ""
    if field.remote_field:
        return names.at(field.related_model, value, at)
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(value, bool):
        return _("ja") if value else _("nej")
    if isinstance(value, datetime):
        return moment(value)
    return day(value) if isinstance(value, date) else str(value)


def version(row) -> list[dict]:
    """What an object said at a row of its history: every field, with its words or nothing."""
    names = Names([row])
    return [
        {"label": label(field), "value": value_words(field, row, names, row.history_date) or "–"}
        for field in fields_of(row)
    ]
