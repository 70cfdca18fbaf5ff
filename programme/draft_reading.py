"""Drafts as they are stored, and as they were at any of their savings: the edit history is read, never guessed."""

from datetime import datetime, timedelta

from programme.drafting import ORDER, PARTICULARS, WORDS, Draft, Item, arranged
from programme.models import Part, Revision, Saving
from programme.texts import ProgrammeText, flat

JUST_BEFORE = timedelta(microseconds=1)


def read_draft(revision: Revision) -> Draft:
    """The draft as it is stored now."""
    return draft_of(revision, revision.parts.all())


def read_at(revision: Revision, at: datetime) -> Draft:
    """The draft as it was at a moment; what has been removed since is there again."""
    return draft_of(revision.history.as_of(at), Part.history.as_of(at).filter(revision=revision.pk))


def read_saving(revision: Revision, number: int) -> Draft:
    """The draft as it was when the saving with the number was made; 0 is before the first."""
    savings = revision.savings.order_by("number")
    if number == 0:
        first = savings.first()
        return read_at(revision, first.at - JUST_BEFORE) if first else read_draft(revision)
    return read_at(revision, savings.get(number=number).at)


def read_public(placement, texts: list[ProgrammeText]) -> Draft:
    """A programme in the register, in the same form: its words are its parts', or in a transcript its records'."""
    found = flat(texts)
    keys = {text.part.pk: text.part.key for text in found}
    items = [
        Item(text.part.key, text.kind, keys.get(text.part.parent_id, ""), **words_of(text.words))
        for text in found
    ]
    return arranged(particulars_of(placement), items)


def draft_of(revision, parts) -> Draft:
    parts = sorted(parts, key=lambda part: (ORDER.index(part.kind), part.position, part.key))
    keys = {part.pk: part.key for part in parts}
    items = [Item(part.key, part.kind, keys.get(part.parent_id, ""), **words_of(part)) for part in parts]
    return arranged(particulars_of(revision), items)


def words_of(wording) -> dict[str, str]:
    return {name: getattr(wording, name) for name in WORDS}


def particulars_of(stated) -> dict[str, str]:
    values = {name: getattr(stated, stated._meta.get_field(name).attname) for name in PARTICULARS}
    return {name: "" if value is None else str(value) for name, value in values.items()}


def used_keys(revision: Revision) -> set[str]:
    """Every key that a text of the draft has or has had."""
    return set(Part.history.filter(revision=revision.pk).values_list("key", flat=True))


def newest_saving(revision: Revision) -> Saving | None:
    return revision.savings.select_related("by").order_by("-number").first()
