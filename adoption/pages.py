"""What the pages about adoption, municipalities and decisions show, as plain values for their templates."""

from collections.abc import Callable

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from adoption.answer_sentences import AnswerSentences, applies_or_not_yet
from adoption.answers import Required
from adoption.appeal import Appeal, appeal_note, appeal_of
from adoption.cited import sources
from adoption.facts import BOARD, COMMITTEE
from adoption.models.follow_ups import FollowUpKind
from adoption.runway import Runway
from adoption.runway_page import earliest_words, figure
from adoption.sentences import (
    body_label,
    day_words,
    paragraph_words,
    seat_label,
    state_label,
    strength_label,
    withdrawn,
)
from adoption.states import Adoption, SeatOnDay, SeatState, Strength, objection, strength_of
from sodertorn.journal import Act
from sodertorn.words import SwedishWords, day, number, sentence_case, the_day
from sodertorn.writing import wished_by

Url = Callable[..., str]


def fact(label: str, value: str, **more) -> dict:
    """A row of facts: what it is called, its value, and what else is said of it."""
    return {"label": label, "value": value, **more}


def unless_unknown(label: str, value: str) -> dict:
    """A row whose value is said to be unknown when there is none."""
    return fact(label, value or _("inte känt här"), unknown=not value, swedish=bool(value))


def stroke(seat: SeatOnDay, register, url: Url) -> dict:
    """One of the eight strokes, with its name and the state's word."""
    return {
        "state": seat.mark,
        "name": sentence_case(register.seat_names[seat.seat]),
        "slug": seat.seat,
        "url": "" if seat.seat == COMMITTEE else url("adoption:municipality", seat.seat),
        "label": seat_label(seat),
        "adopted": seat.state == SeatState.ADOPTED,
        "note": strength_label(seat.strength, seat.seat == COMMITTEE),
    }


def states_used(seats: list[SeatOnDay]) -> list[dict]:
    """The key: each mark that is used, with its word."""
    used = {}
    for seat in seats:
        note = strength_label(seat.strength, seat.seat == COMMITTEE)
        used.setdefault(seat.mark, {"state": seat.mark, "label": state_label(seat), "note": note})
    return list(used.values())


def meeting_words(adoption: Adoption, seat: SeatOnDay) -> str:
    """The day of the decision, or of the meeting that is planned."""
    planned = Runway(adoption).stop(seat).meeting
    if seat.state in (SeatState.ADOPTED, SeatState.UNKNOWN) or planned is None:
        nothing = _("inte beslutat") if seat.state == SeatState.AWAITING else _("inte känt")
        return day_words(seat.decision) if seat.decision else nothing
    council = seat.state == SeatState.COUNCIL
    words = (_("fullmäktige planerat till %s") if council else _("planerat till %s")) % day(planned)
    again = _("nytt sammanträde %s") % words if seat.decision and not council else words
    return f"{day_words(seat.decision)}; {again}" if seat.decision else words


def row_note(adoption: Adoption, seat: SeatOnDay) -> str:
    """What must be seen beside a decision: that it ended, was corrected, is denied by the municipality, or is appealed."""
    if seat.decision is None:
        return ""
    entry, said = seat.decision.entry, ""
    if seat.end:
        said = ended_since(seat)
    elif entry.act == Act.CORRECT:
        said = _("rättat %s") % the_day(localdate(entry.recorded))
    refused = _("kommunen svarar att det inte stämmer") if objection(adoption.register, seat.decision) else ""
    return ", ".join(filter(None, [said, refused, appeal_note(pending_appeal(adoption, seat))]))


def ended_since(seat: SeatOnDay) -> str:
    """From which day an adoption is inhibited, annulled or rescinded; "" while it stands."""
    return _("från %s") % the_day(seat.end.on) if seat.end else ""


def pending_appeal(adoption: Adoption, seat: SeatOnDay) -> Appeal | None:
    """What is known of an appeal of the seat's adoption; None where its end says more."""
    if seat.decision is None or not seat.decision.adopts:
        return None
    if seat.end and seat.end.step != FollowUpKind.INHIBITION:
        return None
    return appeal_of(adoption.register.follow_ups[seat.decision.entry.fact], adoption.day)


def decision_row(adoption: Adoption, seat: SeatOnDay, url: Url) -> dict:
    """One row of the table of decisions: what the seat has decided, and how well that is known."""
    decision, committee = seat.decision, seat.seat == COMMITTEE
    row = stroke(seat, adoption.register, url)
    name = adoption.register.seat_names[seat.seat]
    if decision:
        kind, paragraph = decision.case.body.kind, paragraph_words(decision)
        strength = strength_label(strength_of(adoption.register, decision), committee)
    elif seat.state == SeatState.AWAITING:
        kind, paragraph, strength = BOARD, _("ingen än"), _("inget än")
    else:
        kind, paragraph, strength = BOARD, _("inte känd"), _("inget infört")
    return row | {
        "body": body_label(COMMITTEE if committee else kind, name),
        "day": meeting_words(adoption, seat),
        "day_unknown": decision is None or not decision.exact,
        "paragraph": paragraph,
        "paragraph_unknown": decision is None or not decision.paragraph,
        "strength": strength,
        "note": row_note(adoption, seat),
        "decision_url": url("adoption:decision", decision.entry.fact) if decision else "",
        "decision_label": _("Beslutet, händelse %d") % decision.entry.fact if decision else "",
    }


def out_of(count: int, all_of_them: int) -> str:
    """`Fem av åtta`."""
    counted = number(count) if count else pgettext("av alla", "noll")
    return sentence_case(_("%(count)s av %(all)s") % {"count": counted, "all": number(all_of_them)})


def have_adopted(count: int, seats: int) -> str:
    """`Fem av åtta har antagit det.`"""
    return ngettext("%s har antagit det.", "%s har antagit det.", count) % out_of(count, seats)


def totals(adoption: Adoption, url: Url) -> list[dict]:
    """Both totals: how many have adopted, and how many of those are checked."""
    register, seats = adoption.register, adoption.seats
    adopted = [stroke(seat, register, url) for seat in seats]
    checked = [
        one | {"state": "checked" if seat.strength == Strength.CHECKED else "unknown"}
        for one, seat in zip(adopted, seats, strict=True)
    ]
    known = [
        one | {"state": one["state"] if seat in known_seats(adoption) else "unknown"}
        for one, seat in zip(adopted, seats, strict=True)
    ]
    older = {
        "label": _("Dag och § är kända för"),
        "value": out_of(len(known_seats(adoption)), len(seats)),
        "strokes": known,
    }
    return [
        {
            "label": _("Har antagit"),
            "value": out_of(len(adoption.adopted), len(seats)),
            "strokes": adopted,
        },
        {
            "label": _("Granskade mot justerat protokoll"),
            "value": out_of(len(adoption.checked), len(seats)),
            "strokes": checked,
        },
        *([older] if adoption.placement.sent_on is None else []),
    ]


def known_seats(adoption: Adoption) -> list[SeatOnDay]:
    """Those of whose decision both day and § are known."""
    return [seat for seat in adoption.seats if seat.decision and not seat.decision.little_known]


def condition(adoption: Adoption) -> str:
    """Under which condition the programme applies, in words (R2, R4, R9)."""
    placement, seats = adoption.placement, len(adoption.seats)
    if placement.adjusts:
        return _(
            "En justerad lydelse ersätter ingenting. Den används av samarbetskommittén så länge det program gäller som den justerar."
        )
    if not seats:
        return _("Vilka som skulle anta programmet är inte känt här.")
    words = _(
        "Programmet gäller från den dag då alla %s kommunerna har antagit det, i kommunstyrelsen eller, där den har lämnat ärendet vidare, i kommunfullmäktige."
    ) % number(seats)
    if placement.not_before:
        words += " " + _("Det gäller tidigast från %s.") % the_day(placement.not_before)
    return words


def heading(adoption: Adoption) -> str:
    count, seats, name = len(adoption.adopted), len(adoption.seats), adoption.placement.short_name
    if not seats:
        return _("Besluten om %s är inte införda") % name
    if adoption.placement.adjusts:
        return _("%s, kommitténs beslut") % adoption.placement.title
    if count == seats:
        return _("Alla %(all)s har antagit %(programme)s") % {
            "all": number(seats),
            "programme": name,
        }
    counted = {"count": sentence_case(number(count)), "all": number(seats), "programme": name}
    if not count:
        return _("Ingen av %(all)s har såvitt registret vet antagit %(programme)s") % counted
    words = ngettext(
        "%(count)s av %(all)s har antagit %(programme)s",
        "%(count)s av %(all)s har antagit %(programme)s",
        count,
    )
    return words % counted


def remains(adoption: Adoption, required: list[Required]) -> list[str]:
    """What is still required for this programme, in sentences."""
    register, placement = adoption.register, adoption.placement
    mine = next((one for one in required if one.programme == adoption.slug), None)
    if adoption.slug in register.withdrawals:
        withdrawal = register.withdrawals[adoption.slug]
        return [withdrawn(withdrawal), SwedishWords(withdrawal.why)]
    if mine:
        return asked_for(adoption, mine)
    if adoption.seats and len(adoption.adopted) == len(adoption.seats):
        if placement.adjusts:
            return [_("Samarbetskommittén har beslutat. Inga beslut återstår.")]
        return [_("Alla %s har antagit det. Inga beslut återstår.") % number(len(adoption.seats))]
    if placement.sent_on is None:
        return [
            _(
                "Inget beslut begärs: programmet antogs innan registret fanns, och det som saknas är uppgifter om det."
            )
        ]
    if placement.adjusts:
        return [_("Samarbetskommittén har inte beslutat om den justerade lydelsen.")]
    return [_("Inget begärs längre: ett senare program avgör vad som gäller.")]


def asked_for(adoption: Adoption, required: Required) -> list[str]:
    """What a sent programme still waits for, and when it can apply at the earliest."""
    register = adoption.register
    sentences = AnswerSentences(register, register.answer(adoption.day)).required([required])
    sentences += earliest_words(Runway(adoption))
    wished = adoption.placement.answer_by
    return [*sentences, wished_by(wished, adoption.day)] if wished and wished >= adoption.day else sentences


def papers(adoption: Adoption, url: Url) -> list[dict]:
    """Links to the papers of each municipality that must adopt a programme that was sent."""
    placement, register = adoption.placement, adoption.register
    if placement.sent_on is None or adoption.slug in register.withdrawals:
        return []
    seats = [seat.body.municipality for seat in register.seats[placement.pk] if seat.body.municipality]
    return [{"name": m.name, "url": url("programme:papers", adoption.slug, m.slug)} for m in seats]


def adoption_page(adoption: Adoption, url: Url) -> dict:
    register = adoption.register
    answer = register.answer(adoption.day)
    facts = [adoption.placement.entry.fact]
    facts += [seat.decision.entry.fact for seat in adoption.seats if seat.decision]
    many, runway = len(adoption.seats) > 1, Runway(adoption)
    strokes = [stroke(seat, register, url) for seat in adoption.seats] if many else []
    differs = len({one["state"] for one in strokes}) > 1
    return {
        "title": heading(adoption),
        "lede": " ".join([*applies_or_not_yet(register, answer, adoption.slug), condition(adoption)]),
        "totals": totals(adoption, url) if many else [],
        "states": states_used(adoption.seats),
        "strokes": strokes,
        "shapes": strokes if differs else [],
        "map_label": _("Karta över hur kommunerna har beslutat"),
        "rows": [decision_row(adoption, seat, url) for seat in adoption.seats],
        "required": remains(adoption, answer.required),
        "runway": figure(runway) if many and runway.stops else None,
        "calendar_url": url("adoption:programme_calendar", adoption.slug),
        "follow_url": url("follow"),
        "sources": sources(register, facts),
        "papers": papers(adoption, url),
        "slug": adoption.slug,
        "record_url": url("adoption:revision_record", adoption.slug),
        "programme": {"title": adoption.placement.title, "url": url("programme:revision", adoption.slug)},
    }
