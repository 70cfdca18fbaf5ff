"""What a goal or area goes back to, and what came of it: the office's judgement, outside the programme's text."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from adoption.pages import Url
from programme.line import Line
from programme.models import Part
from programme.models.structure import PartKind
from programme.texts import ProgrammeText, flat
from sodertorn.words import NBSP


def lineage(line: Line, text: ProgrammeText, lineages: Iterable, url: Url) -> list[dict]:
    """The kin of a goal or area. A reason that is the same for several is told once, after the last of them."""
    kin, reasons = [], {}
    for one in lineages:
        if one.later_id == text.part.pk:
            found = relative(line, one.earlier, _("Motsvarar enligt vår bedömning i %s:"), url)
            if one.earlier is None:
                found = {"relation": new_words(text)}
            reasons[one.why] = found
        elif one.earlier_id == text.part.pk:
            found = relative(line, one.later, _("Motsvaras enligt vår bedömning i %s av:"), url)
        else:
            continue
        kin += [found] if found else []
    for why, found in reasons.items():
        if found:
            found["why"] = why
    return kin


def place_in(texts: list[ProgrammeText], part: Part) -> str:
    """`långsiktigt mål 1`: what a goal or area of a programme is called whose words are not here."""
    same = [text.part.pk for text in flat(texts) if text.kind == part.kind]
    return f"{part.get_kind_display()}{NBSP}{same.index(part.pk) + 1}" if part.pk in same else ""


def new_words(text: ProgrammeText) -> str:
    if text.kind == PartKind.FOCUS_AREA:
        return _("Nytt fokusområde enligt vår bedömning.")
    return _("Nytt mål enligt vår bedömning.")


def relative(line: Line, other: Part | None, words: str, url: Url) -> dict | None:
    """A goal or area of another programme, when that is shown on the day."""
    register = line.register
    if other is None or not register.shows(other.revision.slug, line.day):
        return None
    found = register.text_by_part.get(other.pk)
    return {
        "relation": words % register.placements[other.revision.slug].title,
        "text": found.words.text if found else "",
        "place": place_in(register.texts[other.revision.slug], other),
        "url": f"{url('programme:revision', other.revision.slug)}#{other.key.replace('/', '-')}",
    }
