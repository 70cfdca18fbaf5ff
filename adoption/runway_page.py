"""The runway in words and as a picture, drawn to scale: held meetings, planned ones, and the day on which it can apply."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from adoption.runway import Runway, Stop
from adoption.sentences import body_words, day_words, state_label, strength_label
from adoption.states import SeatOnDay, SeatState, decision_on_day
from sodertorn.words import listed, sentence_case, short_day, short_month, the_day

MOST_MONTHS = 9
"""So many months are named along the picture; of more every second, third … is."""
ROOM = 0.12
"""The share of the picture that a month's name needs on a telephone."""


def body_of(runway: Runway, stop: Stop) -> str:
    """`kommunstyrelsen i Nynäshamn`."""
    return body_words(stop.body, runway.register.seat_names[stop.seat.seat])


def earliest_words(runway: Runway) -> list[str]:
    """When the programme can apply at the earliest, or why that can't be said."""
    planned = runway.planned
    first, lacking = runway.first_day(planned), runway.unplanned(planned)
    if not planned and not lacking or first is None:
        return []
    if not lacking:
        return [_("Tidigast %s, om alla antar det vid de planerade sammanträdena.") % the_day(first)]
    who = listed([body_of(runway, stop) for stop in lacking])
    words = _(
        "Inget kommande sammanträde är känt för %s, så det går inte att säga när programmet tidigast kan börja gälla."
    )
    floor = _("Det blir inte före %s, om de planerade sammanträdena håller.") % the_day(first)
    return [words % who, *([floor] if planned and first > runway.day else [])]


# The picture


@dataclass(frozen=True)
class Scale:
    """Days as per cent from the sending to a little after the last day that is drawn."""

    first: date
    last: date

    def x(self, on: date) -> str:
        return f"{100 * (on - self.first).days / max((self.last - self.first).days, 1):.2f}%"

    def months(self) -> list[dict]:
        """The first day of each month, named so often that the names don't meet."""
        years = range(self.first.year, self.last.year + 1)
        starts = [date(year, month, 1) for year in years for month in range(1, 13)]
        inside = [start for start in starts if self.first < start < self.last]
        step = len(inside) // MOST_MONTHS + 1
        return [
            {"x": self.x(start), "name": self.month_name(start) if place % step == 0 else ""}
            for place, start in enumerate(inside)
        ]

    def month_name(self, start: date) -> str:
        """Its name; none where there is no room for it."""
        room = (self.last - start).days > (self.last - self.first).days * ROOM
        return short_month(start) + (f" {start.year}" if start.month == 1 else "") if room else ""


@dataclass(frozen=True)
class Drawn:
    """A mark in the picture: as a state is drawn, on a day, with what it says."""

    on: date
    mark: str
    words: str


def figure(runway: Runway, *, supposed: Mapping[str, date] | None = None, deadlines: bool = False) -> dict:
    """The picture. `supposed`: other days than the planned ones; `deadlines`: the last days for papers too."""
    adopting = runway.planned if supposed is None else supposed
    stops = {stop.seat.seat: stop for stop in runway.stops}
    known = not runway.unplanned(adopting)
    first = runway.first_day(adopting) if stops and known else None
    drawn = {
        seat.seat: [*held(runway, seat), *ahead(stops.get(seat.seat), adopting)]
        for seat in runway.adoption.seats
    }
    placement = runway.adoption.placement
    lines = [runway.day, *filter(None, (first, placement.answer_by))]
    ends = [*lines, *(one.on for marks in drawn.values() for one in marks)]
    start = min(placement.sent_on, *ends)
    scale = Scale(start, max(ends) + timedelta(days=max((max(ends) - start).days // 25, 3)))
    return {
        "label": _("Sammanträdena om %s") % placement.short_name,
        "months": scale.months(),
        "rows": [
            row(runway, seat, drawn[seat.seat], stops.get(seat.seat), scale, deadlines)
            for seat in runway.adoption.seats
        ],
        "today": {"x": scale.x(runway.day), "words": the_day(runway.day)},
        "answer_by": placement.answer_by
        and {
            "x": scale.x(placement.answer_by),
            "words": _("svar önskas till %s") % the_day(placement.answer_by),
        },
        "first": first and {"x": scale.x(first), "words": _("kan tidigast gälla %s") % the_day(first)},
        "marks": key(drawn),
        "deadlines": deadlines and any(stop.deadline for stop in stops.values()),
    }


def held(runway: Runway, seat: SeatOnDay) -> list[Drawn]:
    """The decisions of a seat by the day, each as it stands then; what changes nothing isn't drawn."""
    found = []
    for value in runway.adoption.late.by_seat.get((runway.slug, seat.seat), ()):
        decision = runway.register.decisions[value.entry.fact]
        state = decision_on_day(runway.register, decision, runway.day)
        if state and value.latest and value.latest <= runway.day:
            found.append(Drawn(value.latest, state.mark, drawn_words(state)))
    return found


def drawn_words(state: SeatOnDay) -> str:
    """`Antaget, granskat mot justerat protokoll`: the picture draws how sure it is."""
    return ", ".join(filter(None, [state_label(state), strength_label(state.strength).lower()]))


def ahead(stop: Stop | None, adopting: Mapping[str, date]) -> list[Drawn]:
    """What is planned for a seat, or supposed in its stead; and a planned meeting of which nothing is registered."""
    if stop is None:
        return []
    marks = (
        [Drawn(stop.missed, "unknown", _("Har varit, inget beslut är registrerat"))] if stop.missed else []
    )
    on = adopting.get(stop.seat.seat)
    if stop.meeting and on != stop.meeting:
        marks.append(Drawn(stop.meeting, "referred", _("Återremitterar eller skjuter upp")))
    return [*marks, Drawn(on, "awaiting", _("Planerat sammanträde"))] if on else marks


def key(drawn: Mapping[str, list[Drawn]]) -> list[dict]:
    """What each mark that is used means."""
    used = {one.mark: one.words for marks in drawn.values() for one in marks}
    return [{"mark": mark, "words": words} for mark, words in used.items()]


def row(
    runway: Runway, seat: SeatOnDay, marks: list[Drawn], stop: Stop | None, scale: Scale, deadlines: bool
) -> dict:
    """One seat: its name, where it stands, and its marks along the line."""
    last = max((one.on for one in marks), default=runway.day)
    said = "; ".join(f"{one.words} {the_day(one.on)}" for one in marks)
    return {
        "name": sentence_case(runway.register.seat_names[seat.seat]),
        "words": row_words(seat, stop, marks),
        "label": sentence_case(said) or state_label(seat),
        "marks": [
            {"x": scale.x(one.on), "mark": one.mark, "title": f"{one.words} {the_day(one.on)}"}
            for one in marks
        ],
        "done": scale.x(min(last, runway.day)),
        "until": scale.x(last),
        "deadline": scale.x(stop.deadline) if deadlines and stop and stop.deadline else "",
    }


def row_words(seat: SeatOnDay, stop: Stop | None, marks: list[Drawn]) -> str:
    """`Antaget 12 jan 2027`, `Planerat 16 feb 2027`, `Sammanträdet är inte känt`."""
    planned = [one.on for one in marks if one.mark == "awaiting"]
    if stop is None:
        known = seat.decision and (
            short_day(seat.decision.latest) if seat.decision.exact else day_words(seat.decision)
        )
        return f"{state_label(seat)} {known or ''}".strip()
    if stop.comes:
        return f"{state_label(seat)} {short_day(stop.comes)}"
    state = "" if seat.state == SeatState.AWAITING else f"{state_label(seat)}. "
    if planned:
        return state + _("Planerat %s") % short_day(planned[-1])
    if stop.missed:
        return state + _("Sammanträdet var %s") % short_day(stop.missed)
    return state + _("Sammanträdet är inte känt")


# The table


def rows(runway: Runway) -> list[dict]:
    """All that the picture shows of what is planned, as a table: each seat with its body, its meeting and its papers."""
    stops = {stop.seat.seat: stop for stop in runway.stops}
    return [table_row(runway, seat, stops.get(seat.seat)) for seat in runway.adoption.seats]


def table_row(runway: Runway, seat: SeatOnDay, stop: Stop | None) -> dict:
    shown = stop or runway.stop(seat)
    return {
        "name": sentence_case(runway.register.seat_names[seat.seat]),
        "body": sentence_case(body_of(runway, shown)),
        "state": seat.mark,
        "label": state_label(seat),
        "held": ", ".join(short_day(one.on) for one in held(runway, seat)),
        "deadline": short_day(stop.deadline) if stop and stop.deadline else "",
        "meeting": short_day(stop.meeting) if stop and stop.meeting else "",
        "missed": short_day(stop.missed) if stop and stop.missed else "",
        "waits": stop is not None and not stop.comes,
    }
