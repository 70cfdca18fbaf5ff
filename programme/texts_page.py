"""What pages show of a programme's texts: the words, what is missing, what was checked, what they go back to."""

from collections.abc import Iterable

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from adoption.models.sources import Stance
from adoption.pages import Url
from programme.goal_numbers import goal_numbers
from programme.kinship import lineage
from programme.line import Line
from programme.models.structure import PartKind
from programme.texts import ProgrammeText, goals
from sodertorn.words import number, sentence_case


def official(register, text: ProgrammeText) -> dict:
    """A text with its label and, when it is missing, where it stands."""
    cited = register.sources_of(text.record.entry.fact) if text.record else []
    cited = [c for c in cited if text.missing or c.stance == Stance.STATES]
    kept = annexed(register, text)
    return {
        "label": text.words.heading or kind_label(text),
        "swedish_label": bool(text.words.heading),
        "text": text.words.text,
        "size": "large" if text.kind == PartKind.VISION else "",
        "note": text.note,
        "missing": _("Bilagan finns som fil hos registret.") if kept else missing_words(text),
        "missing_note": "" if kept else text.note,
        "source_title": cited[0].source.title if cited else "",
        "source_url": cited[0].source.url if cited else "",
        "translation": translated(register, text),
        "checked": checked_words(register, text),
    }


def annexed(register, text: ProgrammeText) -> bool:
    """Whether the text is an annex, and its programme's annex is kept by the register."""
    return text.kind == PartKind.ANNEX and any(
        p.annex_sha256 for p in register.placements.values() if p.revision_id == text.part.revision_id
    )


def checked_words(register, text: ProgrammeText) -> str:
    """That another person compared the words, as they read now, with their source; never who (R8)."""
    if text.record is None or text.missing or text.record.pk not in register.checked_texts:
        return ""
    return _("Kontrollerad mot källan av en annan person.")


def points_checked(register, points: list[ProgrammeText]) -> str:
    """The same for the points of a goal, that are shown in one list."""
    checked = [point for point in points if checked_words(register, point)]
    if not checked:
        return ""
    if len(checked) < len(points):
        words = ngettext(
            "%(checked)s av %(points)s punkter är kontrollerad mot källan av en annan person.",
            "%(checked)s av %(points)s punkter är kontrollerade mot källan av en annan person.",
            len(checked),
        )
        return sentence_case(words % {"checked": number(len(checked)), "points": number(len(points))})
    return ngettext(
        "Punkten är kontrollerad mot källan av en annan person.",
        "Punkterna är kontrollerade mot källan av en annan person.",
        len(points),
    )


def kind_label(text: ProgrammeText) -> str:
    return sentence_case(str(text.part.get_kind_display()))


def missing_words(text: ProgrammeText) -> str:
    if text.record is None:  # not a transcript: the words are nowhere
        return _("Texten är inte skriven.")
    if text.kind == PartKind.ANNEX:
        return _("Bilagan är ännu inte införd i registret.")
    return _("Ordalydelsen är ännu inte införd i registret.")


def translated(register, text: ProgrammeText) -> str:
    """The unofficial English translation, on English pages only."""
    translation = register.translations.get((text.part.revision_id, text.part.pk))
    return translation.text if translation and get_language() == "en" else ""


def texts_page(
    line: Line, texts: list[ProgrammeText], lineages: Iterable, url: Url, *, slug: str = ""
) -> dict:
    """What the page says of the texts of a programme, or of a draft in the way that a programme will be shown.

    `slug`: of a programme in the register, whose goals have pages of their own.
    """
    register = line.register
    areas = [text for text in texts if text.kind == PartKind.FOCUS_AREA]
    others = [text for text in texts if text.kind != PartKind.FOCUS_AREA]
    order = {goal.part.pk: n for n, goal in enumerate(goals(texts), 1)}
    numbers = goal_numbers(register, slug) if slug else {}
    count = len(areas)
    page = {
        "texts": [
            official(register, text) | {"errata": line.errata.beside(text)}
            for text in others
            if text.kind != PartKind.ANNEX
        ],
        "annexes": [
            official(register, text) | {"errata": line.errata.beside(text)}
            for text in others
            if text.kind == PartKind.ANNEX
        ],
        "areas_title": areas_title(count, len(order)),
        "areas": [
            {
                "label": _("Fokusområde %(place)d av %(count)d") % {"place": place, "count": count},
                "goals": [
                    goal(line, child, order[child.part.pk], lineages, url)
                    | {"url": url("programme:goal", slug, numbers[child.part.pk]) if slug else ""}
                    for child in text.children
                ],
                **area(line, text, lineages, url),
            }
            for place, text in enumerate(areas, 1)
        ],
    }
    tell_reasons_once(page["areas"])
    return page


def tell_reasons_once(areas: list[dict]) -> None:
    """A reason that several goals and areas of a page have is told where it first stands."""
    told = set()
    for kin in (kin for area in areas for one in (area, *area["goals"]) for kin in one["lineage"]):
        why = kin.pop("why", "")
        if why not in told:
            kin["why"] = why
        told.add(why)


def area(line: Line, text: ProgrammeText, lineages: Iterable, url: Url) -> dict:
    return {
        "name": text.words.text or missing_words(text),
        "anchor": anchor(text),
        "network": text.words.network,
        "note": text.note,
        "checked": checked_words(line.register, text),
        "lineage": lineage(line, text, lineages, url),
        "errata": line.errata.beside(text),
    }


def anchor(text: ProgrammeText) -> str:
    return text.part.key.replace("/", "-")


def goal(line: Line, text: ProgrammeText, place: int, lineages: Iterable, url: Url) -> dict:
    there = [point for point in text.children if not point.missing]
    known = [point.words.text for point in there]
    lacking = [point for point in text.children if point.missing and point.record]
    return {
        "label": _("Mål %d") % place,
        "anchor": anchor(text),
        "text": text.words.text,
        "note": text.note if text.words.text else "",
        "missing": missing_words(text),
        "missing_note": text.note,
        "points": known,
        "points_note": points_note(known, lacking),
        "points_checked": points_checked(line.register, there),
        "checked": checked_words(line.register, text),
        "lineage": lineage(line, text, lineages, url),
        "translation": translated(line.register, text),
        "errata": line.errata.beside(text),
    }


def points_note(known: list[str], lacking: list[ProgrammeText]) -> str:
    if not lacking:
        return ""
    if len(lacking) == 1 and not known:
        return _("Målet har en punkt. Den står i källan och är ännu inte införd här.")
    words = (
        ngettext(
            "Ytterligare %s punkt står i källan och är ännu inte införd här.",
            "Ytterligare %s punkter står i källan och är ännu inte införda här.",
            len(lacking),
        )
        if known
        else _("Målet har %s punkter. De står i källan och är ännu inte införda här.")
    )
    return words % number(len(lacking))


def areas_title(areas: int, goals: int) -> str:
    if not areas:
        return _("Målen är ännu inte införda")
    if areas == 1:
        words = ngettext(
            "%s långsiktigt mål i ett fokusområde", "%s långsiktiga mål i ett fokusområde", goals
        )
        return sentence_case(words % (_("ett") if goals == 1 else number(goals)))
    words = _("%(goals)s långsiktiga mål i %(areas)s fokusområden")
    return sentence_case(words % {"goals": number(goals), "areas": number(areas)})
