"""Seats and decisions said in words (domain.md, Terms). Facts in, translated text out; nothing is decided here."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from adoption.facts import BOARD, COMMITTEE, COUNCIL, UNNAMED
from adoption.models import Decision
from adoption.models.cases import DetailKind
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


def body_label(kind: str, name: str) -> str:
    """The same by itself, as in a table; a municipality is no body, so it is said when the source names none."""
    return _("Organet framgår inte av källan") if kind == UNNAMED else sentence_case(body_words(kind, name))


def is_adjustment(decision: Decision) -> bool:
    """Whether the committee adjusted a wording, of which no source says that anybody adopted it (R9)."""
    return decision.outcome == Outcome.ADOPTED and decision.case.body.kind == COMMITTEE


def outcome_label(decision: Decision) -> str:
    """What the body did, by itself as in a table."""
    return (
        _("En justering gjordes")
        if is_adjustment(decision)
        else sentence_case(decision.get_outcome_display())
    )


def state_label(seat: SeatOnDay) -> str:
    """The word beside the mark."""
    if seat.end:
        return {
            FollowUpKind.ANNULLED: _("Upphävt av domstol"),
            FollowUpKind.RESCINDED: _("Upphävt av kommunen"),
            FollowUpKind.INHIBITION: _("Inhiberat"),
        }[seat.end.step]
    return {
        SeatState.ADOPTED: _("En justering gjordes") if seat.seat == COMMITTEE else _("Antaget"),
        SeatState.REFERRED: _("Återremitterat"),
        SeatState.POSTPONED: _("Bordlagt"),
        SeatState.REJECTED: _("Avslaget"),
        SeatState.CHANGED: _("Ändrad text, räknas inte"),
        SeatState.COUNCIL: _("Hos fullmäktige"),
        SeatState.DOUBTFUL: _("Antaget med förbehåll, inte avgjort"),
        SeatState.RULED_OUT: _("Räknas inte, enligt avgörande"),
        SeatState.LATER: _("Antaget, från en senare dag"),
        SeatState.WITHDRAWN: _("Återkallat"),
        SeatState.AWAITING: _("Väntar på beslut"),
        SeatState.UNKNOWN: _("Inte känt"),
    }[seat.state]


def seat_label(seat: SeatOnDay) -> str:
    """The same of a seat by itself: an adoption that counts, and who is waited for all the same (R2)."""
    return _("Antaget av kommunstyrelsen; hos fullmäktige") if seat.at_council else state_label(seat)


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
    """What the body did, as a sentence to be filled in; `day` and `paragraph` bring the space before them."""
    if decision.outcome == Outcome.ADOPTED:
        if is_adjustment(decision):
            return _("Vid samarbetskommitténs möte%(day)s%(paragraph)s gjordes en justering: %(programme)s.")
        adopted = _("%(body)s antog %(programme)s%(day)s%(paragraph)s.")
        return {
            TextChange.CHANGED: _(
                "%(body)s antog en ändrad text i stället för %(programme)s%(day)s%(paragraph)s."
            ),
            TextChange.WITH_ADDITION: _(
                "%(body)s antog %(programme)s ordagrant%(day)s%(paragraph)s, och beslutade något eget därutöver."
            ),
        }.get(decision.text_change, adopted)
    return {
        Outcome.REFERRED_BACK: _("%(body)s återremitterade %(programme)s%(day)s%(paragraph)s."),
        Outcome.POSTPONED: _("%(body)s bordlade %(programme)s%(day)s%(paragraph)s."),
        Outcome.REJECTED: _("%(body)s avslog %(programme)s%(day)s%(paragraph)s."),
        Outcome.TO_COUNCIL: _(
            "%(body)s föreslog%(day)s%(paragraph)s att kommunfullmäktige beslutar om %(programme)s."
        ),
        Outcome.OPINION: _("%(body)s lämnade ett yttrande om %(programme)s%(day)s%(paragraph)s."),
        Outcome.NOTED: _("%(body)s noterade %(programme)s%(day)s%(paragraph)s."),
        Outcome.STRUCK_OFF: _("%(body)s lät ärendet om %(programme)s utgå%(day)s%(paragraph)s."),
        Outcome.OTHER: _("%(body)s beslutade något annat om %(programme)s%(day)s%(paragraph)s."),
    }[decision.outcome]


def on_day(decision: Decision) -> str:
    """The day of the meeting in running text, or what is known of it (R14); empty when nothing is."""
    if decision.exact:
        return pgettext("i en mening", "den %s") % day(decision.latest)
    if decision.earliest and decision.latest:
        return pgettext("i en mening", "någon dag %s") % interval(decision.earliest, decision.latest)
    if decision.latest:
        return _("någon dag till och med %s") % the_day(decision.latest)
    return pgettext("i en mening", "tidigast %s") % the_day(decision.earliest) if decision.earliest else ""


def withdrawn(withdrawal) -> str:
    """A withdrawn programme applies on no day (R1)."""
    return _("Programmet återkallades %s och gäller inte någon dag.") % the_day(withdrawal.on)


def day_words(decision: Decision) -> str:
    """The day of the meeting, or what is known of it (R14)."""
    if decision.exact:
        if decision.began:
            return _("%(first)s till %(last)s") % {
                "first": day(decision.began),
                "last": day(decision.latest),
            }
        return day(decision.latest)
    known = on_day(decision)
    return _("%s; dagen är ännu inte införd") % known if known else _("dagen är ännu inte införd")


def paragraph_words(decision: Decision) -> str:
    match decision.paragraph_kind:
        case ParagraphKind.WRITTEN:
            return paragraph(decision.paragraph)
        case ParagraphKind.NONE:
            return _("ingen § (ordförandens brådskande beslut)")
    return _("inte känd")


def decision_sentence(decision: Decision, programme: str) -> str:
    """`Kommunstyrelsen i Nykvarn antog programmet för 2027–2030 den 9 februari 2027 (§ 7).`"""
    known = on_day(decision)
    written = decision.paragraph_kind == ParagraphKind.WRITTEN
    sentence = outcome_words(decision) % {
        "body": sentence_case(body_of(decision)),
        "programme": programme,
        "day": f" {known}" if known else "",
        "paragraph": f" ({paragraph(decision.paragraph)})" if written else "",
    }
    return sentence if decision.exact else sentence + " " + _("Dagen är ännu inte införd.")


def told(register, decision: Decision) -> str:
    """The decision in one sentence, its programme by the name that the register has for it."""
    slug = decision.case.revision.slug
    placement = register.placements.get(slug)
    return decision_sentence(decision, placement.short_name if placement else slug)


def numbers_of(register, case: int) -> list[str]:
    """The reference numbers (diarienummer) of a case, by the number of its entry."""
    return [detail.words for detail in register.details[case] if detail.detail == DetailKind.NUMBER]
