"""What the page of one decision shows: the decision as it stands, what came after, and its entries."""

from datetime import date

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from adoption.came_after import came_after
from adoption.cited import by_source
from adoption.confirm_services import confirmation_of
from adoption.extract_pages import extracts_of
from adoption.models import Decision, FollowUp
from adoption.models.bodies import BodyKind
from adoption.models.decisions import Document, Outcome, TextChange
from adoption.models.follow_ups import ENDS, FollowUpKind
from adoption.pages import Url, fact, unless_unknown
from adoption.sentences import (
    body_of,
    day_words,
    decision_sentence,
    is_adjustment,
    numbers_of,
    outcome_label,
    paragraph_words,
    state_label,
    strength_label,
)
from adoption.states import Strength, decision_on_day, objection, strength_of
from sodertorn.journal import Act, Entry
from sodertorn.words import moment, sentence_case, the_day

SHOWN = (
    "began",
    "earliest",
    "latest",
    "day_words",
    "paragraph",
    "outcome",
    "text_change",
    "text",
    "document",
)
SHOWN += ("starts", "conditional", "limited", "delegated", "doubt_words", "note")


def decision_page(register, number: int, day: date, url: Url) -> dict:
    """The decision by the number of its fact; the last of its entries stands, or says that it never happened."""
    rows = [row for row in register.all_decisions if row.entry.fact == number]
    known = [row for row in rows if register.at is None or row.entry.recorded <= register.at]
    decision = known[-1]
    placement = register.placements.get(decision.case.revision.slug)
    programme = placement.short_name if placement else decision.case.revision.slug
    sentence = decision_sentence(decision, programme)
    state, label = mark(register, decision, day)
    later = [f for f in register.follow_ups[number] if f.on is None or f.on <= day]
    return {
        "title": sentence,
        "number": number,
        "kicker": _("Beslut, händelse %d") % number,
        "state": state,
        "label": label,
        "remarks": [*objected(register, decision), *remarks(decision, later)],
        "facts": facts(register, decision, url),
        "words": decision.text,
        "follow_ups": came_after(decision, later, day),
        "extracts": extracts_of(register, later, url),
        "chain": [
            entry(row, earlier, later, programme, url)
            for row, earlier, later in zip(known, [None, *known[:-1]], [*known[1:], None], strict=True)
        ],
        "sources": by_source(register.sources_of(number)),
    }


def mark(register, decision: Decision, day: date) -> tuple[str, str]:
    """The mark of a decision and its word."""
    if decision.entry.void:
        return "ended", _("Har aldrig inträffat")
    seat = decision_on_day(register, decision, day)
    if seat is None:
        return "awaiting", outcome_label(decision)
    committee = decision.case.body.municipality is None
    return seat.mark, strength_label(seat.strength, committee) or state_label(seat)


def objected(register, decision: Decision) -> list[str]:
    """That its municipality says otherwise; in what only the office reads."""
    answer = objection(register, decision)
    words = _("Kommunen har svarat %s att uppgifterna inte stämmer. Vad som är rätt är inte utrett än.")
    return [words % the_day(answer.on)] if answer else []


def remarks(decision: Decision, later: list[FollowUp]) -> list[str]:
    """What a reader must know before the facts."""
    said = []
    if decision.entry.void:
        said.append(
            _("Registret har rättat uppgiften: beslutet har aldrig fattats. %s") % decision.entry.reason
        )
    for follow_up in later:
        if follow_up.step in ENDS:
            words = {
                "what": sentence_case(follow_up.get_step_display()),
                "day": the_day(follow_up.on),
            }
            said.append(_("%(what)s, från %(day)s.") % words)
    if decision.outcome == Outcome.ADOPTED and not decision.adopts:
        said.append(
            _("Texten ändrades. Därför har organet inte antagit samma program, och beslutet räknas inte.")
        )
    ruled = any(follow_up.step == FollowUpKind.RULED for follow_up in later)
    if decision.adopts and decision.doubtful and not ruled:
        said.append(
            _("Antagandet är förenat med något som gör det tveksamt. Det räknas först när det är avgjort.")
        )
    if decision.case.body.kind == BodyKind.UNNAMED:
        said.append(_("Beslutet räknas, också när organet inte är känt."))
    return [*said, *beside(decision)]


def beside(decision: Decision) -> list[str]:
    """That it isn't known here what was decided beside the adoption."""
    unknown = decision.adopts and decision.text_change == TextChange.WITH_ADDITION and not decision.text
    return [_("Vad organet beslutade därutöver är inte infört i registret.")] if unknown else []


def facts(register, decision: Decision, url: Url) -> list[dict]:
    """The decision's fields, those that say nothing left out."""
    slug, municipality = decision.case.revision.slug, decision.case.body.municipality
    placement = register.placements.get(slug)
    strength = strength_label(strength_of(register, decision), municipality is None)
    rows = [
        fact(
            _("Program"),
            placement.title if placement else slug,
            url=url("programme:revision", slug),
            swedish=True,
        ),
        *decided(register, decision),
        applied_then(decision, url),
        fact(_("Anmärkning"), decision.note, swedish=True),
        fact(_("Vad uppgiften vilar på"), strength),
        fact(_("Registrerat"), registered(register, decision)),
    ]
    if municipality:
        there = url("adoption:municipality", municipality.slug)
        rows.insert(1, fact(_("Kommun"), str(municipality), url=there))
    return [row for row in rows if row["value"]]


def decided(register, decision: Decision) -> list[dict]:
    """What its municipality knows of it best; those that say nothing left out."""
    numbers, unnamed = numbers_of(register, decision.case_id), decision.case.body.kind == BodyKind.UNNAMED
    rows = [
        fact(
            _("Organ"),
            _("Framgår inte av källan") if unnamed else sentence_case(body_of(decision)),
            unknown=unnamed,
        ),
        fact(_("Beslut"), outcome_label(decision)),
        fact(_("Sammanträde"), day_words(decision), unknown=not decision.exact),
        fact(_("Källans ord om dagen"), of_the_day(decision), swedish=True),
        fact(_("Paragraf"), paragraph_words(decision), unknown=not decision.paragraph),
        *about_adoption(decision),
        unless_unknown(_("Diarienummer"), ", ".join(numbers)),
    ]
    return [row for row in rows if row["value"]]


def of_the_day(decision: Decision) -> str:
    """The source's own words, where the day is known only as an interval (R14)."""
    return f"”{decision.day_words}”" if decision.day_words and not decision.exact else ""


def registered(register, decision: Decision) -> str:
    """`av Södertörnssamverkan den 10 februari 2027, bekräftat av kommunen den 12 februari 2027`"""
    number, municipality = decision.entry.fact, decision.case.body.municipality
    first, newest = register.chain(number)[0], decision.entry
    words = by_whom(first)
    if newest.office != first.office:
        words += ", " + _("ändrat %s") % by_whom(newest)
    if municipality is None or newest.void or newest.office == municipality.full_name:
        return words
    if objection(register, decision):
        return words + _(", men kommunen har svarat att det inte stämmer")
    if confirmed := confirmation_of(register, decision):
        return words + _(", bekräftat av kommunen %s") % the_day(confirmed.on)
    if strength_of(register, decision) == Strength.STATED:
        return words + _(", efter kommunens egen uppgift")
    return words + _(", inte bekräftat av kommunen")


def by_whom(entry: Entry) -> str:
    return _("av %(office)s %(day)s") % {
        "office": entry.office,
        "day": the_day(localtime(entry.recorded).date()),
    }


def applied_then(decision: Decision, url: Url) -> dict:
    """The way to what applied on the day of the meeting, when that is known."""
    known = decision.latest if decision.exact else None
    there = url("programme:in_force", known) if known else ""
    return fact(_("Den dagen"), known and _("Så gällde det %s") % the_day(known), url=there)


def about_adoption(decision: Decision) -> list[dict]:
    """The second question of R3, and what may make an adoption doubtful (R12)."""
    unasked = is_adjustment(decision) and decision.document == Document.NOT_STATED
    if decision.outcome != Outcome.ADOPTED or unasked and decision.text_change == TextChange.NOT_STATED:
        return []
    return [
        fact(_("Är texten oförändrad?"), sentence_case(decision.get_text_change_display())),
        fact(_("Vilket dokument antogs?"), sentence_case(decision.get_document_display())),
        fact(_("Gäller enligt beslutet från"), decision.starts and the_day(decision.starts)),
        fact(_("Villkor eller gräns"), decision.doubt_words, official=True),
    ]


def entry(row: Decision, earlier: Decision | None, later: Decision | None, programme: str, url: Url) -> dict:
    """One entry of the chain; one that the next corrects is struck through, and can still be read (R8)."""
    recorded: Entry = row.entry
    struck = later is not None and later.entry.act == Act.CORRECT
    return {
        "number": recorded.number,
        "anchor": f"handelse-{recorded.number}",
        "url": f"{url('adoption:decision', recorded.fact)}#handelse-{recorded.number}",
        "act": sentence_case(recorded.get_act_display()),
        "act_kind": recorded.act,
        "recorded": _("%(moment)s av %(office)s")
        % {"moment": moment(recorded.recorded), "office": recorded.office},
        "correction": sentence_case(str(recorded.get_correction_display() or "")),
        "reason": sentence_case(recorded.reason),
        "sentence": decision_sentence(row, programme),
        "struck": struck,
        "struck_by": later.entry.number if struck else None,
        "changes": changes(row, earlier) if earlier else [],
    }


def changes(row: Decision, earlier: Decision, among: tuple[str, ...] = SHOWN) -> list[dict]:
    """What an entry says otherwise than the one before it, field by field."""
    return [
        {
            "label": sentence_case(str(field.verbose_name)),
            "before": shown(earlier, field),
            "after": shown(row, field),
            "before_swedish": has_own_words(earlier, field),
            "after_swedish": has_own_words(row, field),
        }
        for field in row.stated_fields()
        if field.name in among and getattr(row, field.name) != getattr(earlier, field.name)
    ]


def has_own_words(row: Decision, field) -> bool:
    """Whether it holds somebody's own words, which are Swedish on every page."""
    return isinstance(getattr(row, field.name), str) and bool(getattr(row, field.name)) and not field.choices


def shown(row: Decision, field) -> str:
    value = getattr(row, field.name)
    if field.choices:
        return str(getattr(row, f"get_{field.name}_display")())
    if isinstance(value, bool):
        return _("ja") if value else _("nej")
    return the_day(value) if hasattr(value, "isoformat") else str(value or _("inte känt"))
