"""What a draft's fields may hold: each cleaned, or refused beside its own field. Nothing is changed but odd spaces."""

import re
from dataclasses import replace

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from programme.drafting import Draft, Item
from programme.models import Revision, TermOfOffice
from programme.models.structure import PartKind
from sodertorn.moments import FIRST_YEAR, LAST_YEAR, NoSuchDay, parse_day
from sodertorn.plain_text import clean

LIMITS = {  # characters
    PartKind.VISION: 1_000,
    PartKind.OVERALL_GOAL: 2_000,
    PartKind.PURPOSE: 5_000,
    PartKind.FOCUS_AREA: 300,
    PartKind.GOAL: 3_000,
    PartKind.POINT: 3_000,
}
LONGEST_TEXT, LONGEST_LINE = 20_000, 300
YEARS = ("period_first", "period_last", "horizon")


def field_name(item: Item, name: str) -> str:
    """What the field of a text is called in a form, and its error in a refusal."""
    return f"{name}-{item.key}"


def limit(item: Item, name: str) -> int:
    return LIMITS.get(item.kind, LONGEST_TEXT) if name == "text" else LONGEST_LINE


def cleaned(field: str, text: str, most: int) -> str:
    try:
        return clean(text, most)
    except ValidationError as fault:
        raise ValidationError({field: fault}) from None


def cleaned_words(draft: Draft) -> Draft:
    """The draft with plain words. Raises ValidationError with all that is wrong, field by field."""
    faults: dict[str, list] = {}

    def plain(field, text, most):
        try:
            return clean(" ".join(text.split()) if most == LONGEST_LINE else text, most)
        except ValidationError as fault:
            faults[field] = fault.error_list
            return text

    particulars = {name: plain(name, text, LONGEST_LINE) for name, text in draft.particulars.items()}
    items = [
        replace(
            item, **{n: plain(field_name(item, n), getattr(item, n), limit(item, n)) for n in item.fields}
        )
        for item in draft.items
    ]
    for name, fault in wrong_particulars(particulars).items():
        faults.setdefault(name, [fault])
    if faults:
        raise ValidationError(faults)
    return replace(draft, particulars=particulars, items=tuple(items))


def wrong_particulars(particulars: dict[str, str]) -> dict[str, ValidationError]:
    """What can't be, by field."""
    found = {name: wrong_year(particulars[name]) for name in YEARS}
    first, last = particulars["period_first"], particulars["period_last"]
    if first and last and not found["period_first"] and not found["period_last"] and first > last:
        found["period_last"] = _("Perioden slutar före den börjar.")
    found["not_before"] = wrong_day(particulars["not_before"])
    if (term := particulars["term"]) and not has_row(TermOfOffice.objects, term):
        found["term"] = _("Välj en mandatperiod i listan.")
    if (replaces := particulars["replaces"]) and not has_row(Revision.objects.placed(), replaces):
        found["replaces"] = _("Välj ett program i listan.")
    return {name: ValidationError(words) for name, words in found.items() if words}


def wrong_year(text: str) -> str:
    if not text or (re.fullmatch("[0-9]{4}", text) and FIRST_YEAR <= int(text) <= LAST_YEAR):
        return ""
    return _("”%(year)s” är inget rimligt år. Skriv fyra siffror, till exempel 2027.") % {"year": text[:20]}


def wrong_day(text: str) -> str:
    try:
        if text:
            parse_day(text)
    except NoSuchDay:
        return _("”%(day)s” är ingen dag i kalendern. Skriv den som 2027-01-01.") % {"day": text[:20]}
    return ""


def has_row(rows, pk: str) -> bool:
    return re.fullmatch("[0-9]{1,18}", pk) is not None and rows.filter(pk=pk).exists()
