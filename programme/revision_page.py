"""What the page of one programme shows: its texts, whether it applies, what to compare it with, how it is known."""

from datetime import date

from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from adoption.answer_sentences import AnswerSentences
from adoption.answers import Kind
from adoption.cited import sources
from adoption.pages import Url, fact, have_adopted, stroke
from adoption.sentences import withdrawn
from adoption.states import Adoption
from programme.family import Family
from programme.history_page import adjusted_sentences, days_words, when_words
from programme.line import Line
from programme.models import Particulars, Placement, Revision
from programme.proving import proof
from programme.texts import flat
from programme.texts_page import texts_page
from sodertorn.words import SwedishWords, paragraph, the_day


def revision_page(register, slug: str, today: date, url: Url) -> dict:
    placement, texts, line = register.placements[slug], register.texts[slug], Line(register, today)
    answer = AnswerSentences(register, register.answer(today))
    translation = register.translations.get((placement.revision_id, None))
    said = answer.sentences() if answer.answer.programme == slug else life(register, slug, line)
    strokes = [stroke(seat, register, url) for seat in Adoption(register, slug, today).seats]
    numbers = [
        placement.entry.fact,
        *(text.record.entry.fact for text in flat(texts) if text.record),
        *line.errata.facts(slug),
    ]
    return {
        "title": placement.title,
        "translated_title": translation.text if translation and get_language() == "en" else "",
        "kicker": _("Justerad lydelse") if placement.adjusts else when_words(register, slug, line),
        "lede": said[0],
        "more": said[1:],
        "adjusted": adjusted_notice(line, slug, url),
        "comparisons": comparisons(line, slug, url),
        "strokes": strokes,
        "strokes_label": count_words(strokes, placement),
        "adoption_url": url("adoption:revision", slug),
        **texts_page(line, texts, register.lineages, url, slug=slug),
        "facts": facts(register, placement, url),
        "proof": proof(register, slug, url),
        "sources": sources(register, numbers),
        "slug": slug,
        "record_url": url("programme:record", slug),
    }


def count_words(strokes: list[dict], placement: Placement) -> str:
    """How many have adopted, as far as the register knows."""
    if placement.adjusts:
        return _("Samarbetskommitténs beslut")
    adopted = sum(one["adopted"] for one in strokes)
    return have_adopted(adopted, len(strokes))


def life(register, slug: str, line: Line) -> list[str]:
    """What is said of a programme that doesn't apply on the day."""
    if register.placements[slug].adjusts:
        return adjusted_sentences(line, slug)[:1]
    if slug in register.withdrawals:
        return [withdrawn(register.withdrawals[slug]), SwedishWords(register.withdrawals[slug].why)]
    return [unapplied(register.placements[slug], slug, line)]


def unapplied(placement: Placement, slug: str, line: Line) -> str:
    """When it applied, or why it is not known, or not yet."""
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


def comparisons(line: Line, slug: str, url: Url) -> list[dict]:
    """The programmes next to one in time, with the address of their comparison; the earlier come first."""
    family = Family(line)
    return [
        {
            "name": _("Jämför med %s") % family.register.placements[other].short_name,
            "url": url("programme:comparison", *family.in_order(slug, other)),
        }
        for other in family.next_to(slug)
    ]


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
