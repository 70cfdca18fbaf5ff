"""Words of what is edited and no fact are masked in its edit history, and where they still stand (R8b).

The event log committed to the whole of each edit. Where words of it are masked that commitment
can't be checked any more; the line of the masking commits to what is left.
"""

import json
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _

from sodertorn.answered import forget_words
from sodertorn.edits import EDITS, Edited, path_of
from sodertorn.event_log import commitment, edit_content
from sodertorn.free_text import MASKED, free_fields
from sodertorn.journal import Entry, record
from sodertorn.log_lines import LogLine, Salt
from sodertorn.masking import Masking, empty_the_write_ahead_log, refuse_echo
from sodertorn.one_act import one_act

WHY = "history_change_reason"

NAMES = {"name", "full_name"}
"""What a municipality is called: no secret, and whose a decision is hangs on it."""


@dataclass(frozen=True)
class Said:
    """Words that edits of a row say in a field, newest first; `now` when the row says them still."""

    field: str
    words: str
    versions: tuple[models.Model, ...]
    now: bool


def is_edited(model: type[models.Model]) -> bool:
    return model._meta.model_name in Edited.values


def edited_words(row: models.Model) -> list[Said]:
    """What can be masked of a row: all that people wrote in it, and why they changed it, but what it is known by."""
    model = type(row)
    fields = [
        name for name in free_fields(model) if name not in NAMES and not model._meta.get_field(name).unique
    ]
    versions = model.history.filter(**{row._meta.pk.attname: row.pk}).order_by("-history_id")
    found: dict[tuple[str, str], list[models.Model]] = {}
    for field in [*fields, WHY]:
        for version in versions:
            if (words := getattr(version, field)) and words != MASKED:
                found.setdefault((field, words), []).append(version)
    return [
        Said(field, words, tuple(rows), now=getattr(row, field, None) == words)
        for (field, words), rows in found.items()
    ]


@one_act
def mask_edits(
    *, row: models.Model, field: str, words: str, law: str, reason: str, office: str, by=None
) -> Masking:
    """Mask words in every edit of a row that says them in a field, and in the row itself if it says them still.

    `law` is the paragraph of the law that asks for it, `reason` why it applies; neither may
    repeat the words. Gives the masking of the newest edit. Raises ValidationError when no edit says
    them, or one that does is not as the event log has it.
    """
    said = next((one for one in edited_words(row) if (one.field, one.words) == (field, words)), None)
    if said is None:
        raise ValidationError({"field": _("Där finns inga ord att maska.")})
    refuse_echo({words}, law=law, reason=reason)
    forget_words()
    transaction.on_commit(empty_the_write_ahead_log)
    done = []
    for version in said.versions:
        path = path_of(version)
        refuse_altered(version, path)
        masking = Masking(masked=told_of(path), field=f"{path}.{field}", law=law)
        done.append(record(masking, office=office, by=by, reason=reason))
        type(version)._base_manager.filter(pk=version.pk).update(**{field: MASKED})
        Salt.objects.filter(path=path).delete()
    if said.now:
        kind = row._meta.get_field(field)
        left = "" if isinstance(kind, models.URLField | models.EmailField) else MASKED
        type(row)._base_manager.filter(pk=row.pk).update(**{field: left})
    return done[0]


def refuse_altered(version: models.Model, path: str) -> None:
    """The log commits anew to what is left of an edit: to what it committed to before, not to something else."""
    line = LogLine.objects.filter(text__contains=f'"{path}":').order_by("-entry").first()
    salt = line and Salt.objects.filter(line=line, path=path).first()
    if line and (
        salt is None or json.loads(line.text)["edits"][path] != commitment(salt.salt, edit_content(version))
    ):
        raise ValidationError(
            _("Ändringen %s är inte den som händelseloggen har.") % path.removeprefix(EDITS)
        )


def told_of(path: str) -> Entry:
    """The entry whose line committed to an edit; of one that none has yet, the newest."""
    line = LogLine.objects.filter(text__contains=f'"{path}":').order_by("entry").first()
    return line.entry if line else Entry.objects.latest("number")
