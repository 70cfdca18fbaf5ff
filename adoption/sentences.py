"""Seats and decisions said in words (domain.md, Terms). Facts in, translated text out; nothing is decided here."""

from django.utils.translation import gettext as _

from adoption.facts import BOARD, COMMITTEE, COUNCIL
from adoption.models import Decision
from adoption.models.decisions import Outcome, ParagraphKind, TextChange
from adoption.models.follow_ups import FollowUpKind
from adoption.states import SeatOnDay, SeatState, Strength
from sodertorn.words import day, interval, paragraph, sentence_case, the_day


def body_words(kind: str, name: str) -> str:
    """A body in running text; a municipality's name alone when the source doesn't name the body."""
    if kind == COMMITTEE:
        return _("samarbetskommittén")
    return {BOARD: _("kommunstyrelsen i %s"), COUNCIL: _("kommunfullmäktige i %s")}.get(kind, "%s") % name


def body_of(decision: Decision) -> str:
    municipality = decision.case.body.municipality
    return body_words(decision.case.body.kind, municipality.name if municipality else "")


def state_label(seat: SeatOnDay) -> str:
    """The word beside the mark."""
    if seat.end:
        return {
            FollowUpKind.ANNULLED: _("Upphävt av domstol"),
            FollowUpKind.RESCINDED: _("Upphävt av kommunen"),
            FollowUpKind.INHIBITION: _("Inhiberat"),
        }[seat.end.step]
    return {
        SeatState.ADOPTED: _("Antaget"),
        SeatState.REFERRED: _("Återremitterat"),
        SeatState.POSTPONED: _("Bordlagt"),
        SeatState.REJECTED: _("Avslaget"),
        SeatState.CHANGED: _("Ändrad text, räknas inte"),
        SeatState.COUNCIL: _("Hos fullmäktige"),
        SeatState.DOUBTFUL: _("Antaget med förbehåll, inte avgjort"),
        SeatState.AWAITING: _("Väntar på beslut"),
        SeatState.UNKNOWN: _("Inte känt"),
    }[seat.state]


def strength_label(strength: Strength | None, committee: bool = False) -> str:
    """What an adoption rests on (R13)."""
    match strength:
        case Strength.CHECKED:
            return _("Granskat mot justerat protokoll")
        case Strength.STATED:
            return _("Samarbetets egen uppgift") if committee else _("Kommunens egen uppgift")
        case Strength.OTHER:
            return _("Annan källa")
    return ""


def outcome_words(decision: Decision) -> str:
    """What the body did, as the verb of a sentence about the programme."""
    if decision.outcome == Outcome.ADOPTED:
        return {
            TextChange.CHANGED: _("antog en ändrad text i stället för"),
            TextChange.WITH_ADDITION: _("antog ordagrant, och beslutade något eget därutöver om,"),
        }.get(decision.text_change, _("antog"))
    return {
        Outcome.REFERRED_BACK: _("återremitterade"),
        Outcome.POSTPONED: _("bordlade"),
        Outcome.REJECTED: _("avslog"),
        Outcome.TO_COUNCIL: _("föreslog att kommunfullmäktige beslutar om"),
        Outcome.OPINION: _("lämnade ett yttrande om"),
        Outcome.NOTED: _("noterade"),
        Outcome.STRUCK_OFF: _("lät ärendet utgå om"),
        Outcome.OTHER: _("beslutade något annat om"),
    }[decision.outcome]


def day_words(decision: Decision) -> str:
    """The day of the meeting, or what is known of it (R14)."""
    if decision.exact:
        if decision.began:
            return _("%(first)s till %(last)s") % {
                "first": day(decision.began),
                "last": day(decision.latest),
            }
        return day(decision.latest)
    if decision.earliest and decision.latest:
        return _("någon dag %s; dagen är ännu inte införd") % interval(decision.earliest, decision.latest)
    if decision.latest:
        return _("var gjort %s; dagen är ännu inte införd") % the_day(decision.latest)
    if decision.earliest:
        return _("tidigast %s; dagen är ännu inte införd") % the_day(decision.earliest)
    return _("dagen är ännu inte införd")


def paragraph_words(decision: Decision) -> str:
    match decision.paragraph_kind:
        case ParagraphKind.WRITTEN:
            return paragraph(decision.paragraph)
        case ParagraphKind.NONE:
            return _("ingen § (ordförandens brådskande beslut)")
    return _("inte känd")


def decision_sentence(decision: Decision, programme: str) -> str:
    """`Kommunstyrelsen i Nykvarn antog programmet för 2027–2030 den 9 februari 2027 (§ 7).`"""
    words = {
        "body": sentence_case(body_of(decision)),
        "did": outcome_words(decision),
        "programme": programme,
    }
    written = decision.paragraph_kind == ParagraphKind.WRITTEN
    words["paragraph"] = f" ({paragraph(decision.paragraph)})" if written else ""
    if decision.exact:
        words["day"] = the_day(decision.latest)
        return _("%(body)s %(did)s %(programme)s %(day)s%(paragraph)s.") % words
    words["day"] = day_words(decision)
    return _("%(body)s %(did)s %(programme)s%(paragraph)s: %(day)s.") % words
