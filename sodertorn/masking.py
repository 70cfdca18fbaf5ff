"""Words that may not be public are masked: removed for good, while the event log goes on proving the rest (R8b)."""

import re
from itertools import pairwise

from django.core.exceptions import ValidationError
from django.db import connection, models, transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sodertorn.answered import forget_words
from sodertorn.free_text import MASKED, free_fields
from sodertorn.journal import Entry, EntryKind, Fact, fact_kinds, record
from sodertorn.log_lines import Salt
from sodertorn.one_act import one_act

WORD = re.compile(r"\w[\w-]*")
LIKE_A_NAME = re.compile(r"\b(?=\w*\d|[A-ZÅÄÖÉ])\w[\w-]{3,}")

FULL_NAME = re.compile(r"\b[A-ZÅÄÖÉ][\w-]+(?: [A-ZÅÄÖÉ][\w-]+)+")
COMMON = {"enligt", "person", "personen", "personer", "uppgift", "uppgiften", "uppgifter"}
"""What any reason may say, whatever is masked."""

CITATIONS = "citations."
"""How a path begins that names a field of the citations of an entry."""


class Masking(Fact):
    """Some words of one entry are masked (maskning), by which office, under which law, when (R8b).

    `field` is the path of the words as in the event log: the field's name, or `citations.`
    and the name for what the sources say; of an edit of what is no fact, the edit's path and
    the name. What is masked can't be brought back.
    """

    KIND = EntryKind.MASKING
    IDENTITY = ONCE = ("masked", "field")

    masked = models.ForeignKey(
        Entry, models.PROTECT, verbose_name=_("händelse som maskas"), related_name="maskings"
    )
    field = models.CharField(_("uppgift"), max_length=60)
    law = models.CharField(
        _("lagrum"), max_length=200, help_text=_("till exempel offentlighets- och sekretesslagen 21 kap. 1 §")
    )

    class Meta:
        verbose_name = _("maskning")
        verbose_name_plural = pgettext_lazy("flera", "maskningar")

    def __str__(self):
        return f"{self.masked_id} {self.field}"

    def clean(self):
        if self.entry.follows_id:
            raise ValidationError(_("En maskning kan inte ändras: orden finns inte längre."))


def fact_of(entry: Entry) -> Fact:
    """What an entry states."""
    kind = next(model for model in fact_kinds() if entry.kind == model.KIND)
    return kind.objects.get(entry=entry)


def rows_with(entry: Entry, field: str) -> tuple[models.QuerySet, str]:
    """The rows that hold the words of a path, and the name of their column."""
    if field.startswith(CITATIONS):
        return entry.citations.all(), field.removeprefix(CITATIONS)
    if field == "reason":
        return Entry._base_manager.filter(pk=entry.pk), field
    fact = fact_of(entry)
    return type(fact)._base_manager.filter(pk=fact.pk), field


def maskable(entry: Entry) -> dict[str, list[str]]:
    """The words of an entry that can be masked, by their path: all but those of a fingerprint."""
    fact = fact_of(entry)
    names = ["reason", *(name for name in free_fields(type(fact)) if name not in fact.fingerprinted)]
    names += [CITATIONS + name for name in free_fields(entry.citations.model)]
    found = {}
    for path in names:
        rows, name = rows_with(entry, path)
        words = [w for w in rows.order_by("pk").values_list(name, flat=True) if w and w != MASKED]
        if words:
            found[path] = words
    return found


@one_act
def mask(*, entry: Entry, field: str, law: str, reason: str, office: str, by=None) -> Masking:
    """Mask the words of a path, in the entry and wherever its fact states the same words again.

    `law` is the paragraph of the law that asks for it, `reason` why it applies; neither may
    repeat the words. Gives the masking of the entry itself. Raises ValidationError when there
    is nothing to mask.
    """
    if field not in maskable(entry):
        raise ValidationError({"field": _("Där finns inga ord att maska.")})
    words = set(maskable(entry)[field])
    refuse_echo(words, law=law, reason=reason)
    forget_words()
    transaction.on_commit(empty_the_write_ahead_log)
    done = None
    for other in Entry.objects.filter(fact=entry.fact).order_by("number"):
        if other.pk == entry.pk or words & set(maskable(other).get(field, ())):
            masking = record(Masking(masked=other, field=field, law=law), office=office, by=by, reason=reason)
            remove_words(other, field)
            done = masking if other.pk == entry.pk else done
    return done


def empty_the_write_ahead_log() -> None:
    """SQLite keeps the pages as they were before in a file beside its own until they are written over."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def refuse_echo(words: set[str], **stated: str) -> None:
    """What is said of a masking stays: neither the words, nor two of them in a row, nor a name or number in them."""
    named = {name for said in words for name in names_in(said)}
    in_a_row = {pair for said in words for pair in telling_pairs(said)}
    for field, text in stated.items():
        said = text.casefold()
        echo = named & set(map(bare, WORD.findall(said))) | in_a_row & telling_pairs(text)
        if echo or any(w.casefold() in said for w in words):
            told = _("Upprepa inte de ord som maskas, inte heller namn eller nummer i dem.")
            told += "".join(f" ”{repeated}”" for repeated in sorted(echo))
            raise ValidationError({field: told})


def names_in(text: str) -> set[str]:
    """What may be a name or a number: long, or of several words, such as Eva Ek."""
    several = [word for name in FULL_NAME.findall(text) for word in name.split()]
    return {bare(word) for word in (*LIKE_A_NAME.findall(text), *several)} - COMMON


def telling_pairs(text: str) -> set[str]:
    """The words two and two in a row, where one of them is long: `är långtidssjuk`, not `för att`."""
    said = WORD.findall(text.casefold())
    telling = {word for word in said if len(word) > 5 and bare(word) not in COMMON}
    return {f"{a} {b}" for a, b in pairwise(said) if telling & {a, b}}


def bare(word: str) -> str:
    """Greta of Gretas, whatever the letters' case."""
    return word.casefold().removesuffix("s")


def remove_words(entry: Entry, field: str) -> None:
    """Nothing but the masking that is recorded lets this through the guards."""
    rows, name = rows_with(entry, field)
    rows.exclude(**{name: ""}).update(**{name: MASKED})
    Salt.objects.filter(line=entry.pk, path=field).delete()
