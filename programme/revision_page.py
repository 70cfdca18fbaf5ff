"""What the page of one programme shows: its texts, what is missing, what it goes back to, how it is known."""

from collections.abc import Iterable
from datetime import date

from django.utils.timezone import localdate
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from adoption.answer_sentences import AnswerSentences
from adoption.answers import Kind
from adoption.models.sources import Stance
from adoption.pages import Url, fact, have_adopted, sources, stroke
from adoption.sentences import withdrawn
from adoption.states import Adoption
from programme.history_page import adjusted_sentences, days_words, when_words
from programme.kinship import lineage
from programme.line import Line
from programme.models import Particulars, Placement, Revision
from programme.models.structure import PartKind
from programme.proving import proof
from programme.texts import ProgrammeText, flat
from sodertorn.words import number, paragraph, sentence_case, the_day


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
    translation = (
        register.translations.get((text.part.revision_id, text.part.pk)) if get_language() == "en" else None
    )
    return translation.text if translation else ""


def texts_page(line: Line, texts: list[ProgrammeText], lineages: Iterable, url: Url) -> dict:
    """What the page says of the texts of a programme, or of a draft in the way that a programme will be shown."""
    register = line.register
    areas = [text for text in texts if text.kind == PartKind.FOCUS_AREA]
    others = [text for text in texts if text.kind != PartKind.FOCUS_AREA]
    goals = sum(len(text.children) for text in areas)
    return {
        "texts": [official(register, text) for text in others if text.kind != PartKind.ANNEX],
        "annexes": [official(register, text) for text in others if text.kind == PartKind.ANNEX],
        "areas_title": areas_title(len(areas), goals),
        "areas": [area(line, text, n, len(areas), lineages, url) for n, text in enumerate(areas, 1)],
    }


def area(line: Line, text: ProgrammeText, place: int, count: int, lineages: Iterable, url: Url) -> dict:
    return {
        "label": _("Fokusområde %(place)d av %(count)d") % {"place": place, "count": count},
        "name": text.words.text or missing_words(text),
        "anchor": anchor(text),
        "network": text.words.network,
        "note": text.note,
        "checked": checked_words(line.register, text),
        "lineage": lineage(line, text, lineages, url),
        "goals": [goal(line, child, n, lineages, url) for n, child in enumerate(text.children, 1)],
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


def revision_page(register, slug: str, today: date, url: Url) -> dict:
    placement, texts, line = register.placements[slug], register.texts[slug], Line(register, today)
    answer = AnswerSentences(register, register.answer(today))
    translation = register.translations.get((placement.revision_id, None))
    said = answer.sentences() if answer.answer.programme == slug else [life(register, slug, line)]
    strokes = [stroke(seat, register, url) for seat in Adoption(register, slug, today).seats]
    numbers = [
        placement.entry.fact,
        *(text.record.entry.fact for text in flat(texts) if text.record),
    ]
    return {
        "title": placement.title,
        "translated_title": translation.text if translation and get_language() == "en" else "",
        "kicker": _("Justerad lydelse") if placement.adjusts else when_words(register, slug, line),
        "lede": said[0],
        "more": said[1:],
        "adjusted": adjusted_notice(line, slug, url),
        "strokes": strokes,
        "strokes_label": count_words(strokes, placement),
        "adoption_url": url("adoption:revision", slug),
        **texts_page(line, texts, register.lineages, url),
        "facts": facts(register, placement, url),
        "proof": proof(register, slug, url),
        "sources": sources(register, numbers),
    }


def count_words(strokes: list[dict], placement: Placement) -> str:
    """How many have adopted, as far as the register knows."""
    if placement.adjusts:
        return _("Samarbetskommitténs beslut")
    adopted = sum(one["adopted"] for one in strokes)
    return have_adopted(adopted, len(strokes))


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


def life(register, slug: str, line: Line) -> str:
    """One sentence about a programme that doesn't apply on the day."""
    placement = register.placements[slug]
    if placement.adjusts:
        return adjusted_sentences(line, slug)[0]
    if slug in register.withdrawals:
        return withdrawn(register.withdrawals[slug])
    days = days_words(line, slug)
    if line.register.answer(line.day).kind == Kind.NOT_KNOWN and line.spans(slug):
        return _("Det är inte känt här om programmet gällde den dag som sidan gäller.")
    if days:
        return _("Programmet gällde %s.") % days
    if placement.sent_on:
        return _("Programmet sändes för antagande %s och gäller inte.") % the_day(placement.sent_on)
    if line.lies_ahead(slug):
        return _("Programmet gällde inte ännu den dag som sidan gäller.")
    return _("Registret vet inte när programmet gällde. Besluten om det är inte införda.")


def adjusted_notice(line: Line, slug: str, url: Url) -> dict | None:
    """The way between a programme and its adjusted wording."""
    register = line.register
    placement = register.placements[slug]
    if placement.adjusts:
        other = register.placements.get(placement.adjusts.slug)
        words = _("En justerad lydelse ersätter ingenting; den justerar")
    else:
        other = next((p for p in register.placements.values() if p.adjusts and p.adjusts.slug == slug), None)
        words = _("Det finns en justerad lydelse:")
    if other is None or not register.shows(other.revision.slug, line.day):
        return None
    return {
        "text": words,
        "url": url("programme:revision", other.revision.slug),
        "link": other.title,
    }


def facts(register, placement: Placement, url: Url) -> list[dict]:
    """The programme's particulars; only what is known, and what kind of text this is (R11)."""
    transcript = placement.sent_on is None
    about = (
        _("Avskrift. Det som antogs är källans dokument, inte den här texten.")
        if transcript
        else _("Original, sänt för antagande %s. Texten är fryst.") % the_day(placement.sent_on)
    )
    paragraph_words = f", {paragraph(placement.decided_paragraph)}" if placement.decided_paragraph else ""
    rows = [
        fact(_("Slags text"), about),
        *particulars(register, placement, url),
        other_programme(register, _("Sänt i stället för"), placement.instead_of, url),
        fact(
            _("Kommitténs beslut att sända"),
            placement.decided_on and f"{the_day(placement.decided_on)}{paragraph_words}",
        ),
        fact(_("Anmärkning"), placement.note, swedish=True),
        fact(_("I registret sedan"), the_day(localdate(register.chain(placement.entry.fact)[0].recorded))),
    ]
    return [row for row in rows if row["value"]]


def particulars(register, stated: Particulars, url: Url) -> list[dict]:
    """When a programme is meant for, and which other it follows: of one in the register as of a draft."""
    return [
        fact(_("Period"), stated.period),
        fact(_("Målår"), str(stated.horizon or "")),
        fact(_("Mandatperiod"), stated.term and stated.term.label),
        fact(_("Gäller tidigast från"), stated.not_before and the_day(stated.not_before)),
        other_programme(register, _("Ersätter"), stated.replaces, url),
        other_programme(register, _("Justerar"), stated.adjusts, url),
    ]


def other_programme(register, label: str, revision: Revision | None, url: Url) -> dict:
    """A row that leads to another programme, when the register shows it."""
    placement = register.placements.get(revision.slug) if revision else None
    if placement is None:
        return fact(label, "")
    return fact(label, placement.title, url=url("programme:revision", revision.slug), swedish=True)
