"""The runway in words and as a picture, drawn to scale: held meetings, planned ones, and the day on which it can apply."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

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
        words = _("Programmet kan börja gälla tidigast %s, om alla antar det vid de planerade sammanträdena.")
        return [words % the_day(first)]
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
        """The first day of each month, of many months only each January; named so often that the names don't meet."""
        years = range(self.first.year, self.last.year + 1)
        starts = [date(year, month, 1) for year in years for month in range(1, 13)]
        inside = [start for start in starts if self.first < start < self.last]
        name = month_and_year
        if len(inside) > 2 * MOST_MONTHS:
            inside = [start for start in inside if start.month == 1]
            name = year_alone
        step, year, found = len(inside) // MOST_MONTHS + 1, self.first.year, []
        for place, start in enumerate(inside):
            named = place % step == 0 and self.has_room(start)
            found.append({"x": self.x(start), "name": name(start, year) if named else ""})
            year = start.year if named else year
        return found

    def has_room(self, start: date) -> bool:
        return (self.last - start).days > (self.last - self.first).days * ROOM


def month_and_year(start: date, year: int) -> str:
    """`mar`, or `jan 2027` where the year is another than the one that was named."""
    return short_month(start) + ("" if start.year == year else f" {start.year}")


def year_alone(start: date, _year: int) -> str:
    return str(start.year)


@dataclass(frozen=True)
class Course:
    """How it is supposed to go at a seat instead: the meeting that refers it back, the day on which it is adopted. None: none."""

    back: date | None = None
    on: date | None = None

    def words(self) -> str:
        """`I så fall återremitterat eller bordlagt 7 dec 2026, antaget 8 feb 2027`."""
        days = {"back": self.back and short_day(self.back), "on": self.on and short_day(self.on)}
        if self.back and self.on:
            return _("I så fall återremitterat eller bordlagt %(back)s, antaget %(on)s") % days
        if self.back:
            return _("I så fall återremitterat eller bordlagt %(back)s") % days
        return _("I så fall antaget %(on)s") % days if self.on else _("I så fall inget känt sammanträde")


Courses = Mapping[str, Course]


def adopting(runway: Runway, courses: Courses) -> dict[str, date]:
    """The days on which the seats adopt it: those that are planned, unless it is supposed to go otherwise."""
    days = runway.planned | {seat: course.on for seat, course in courses.items()}
    return {seat: on for seat, on in days.items() if on}


@dataclass(frozen=True)
class Drawn:
    """A mark in the picture: as a state is drawn, on a day, with what it says; `supposed`: it is only asked about."""

    on: date
    mark: str
    words: str
    supposed: bool = False


def figure(runway: Runway, *, courses: Courses = MappingProxyType({}), deadlines: bool = False) -> dict:
    """The picture. `courses`: seats where it goes otherwise than planned; `deadlines`: the last days for papers too."""
    days = adopting(runway, courses)
    stops = {stop.seat.seat: stop for stop in runway.stops}
    first = runway.first_day(days) if stops and not runway.unplanned(days) else None
    drawn = {
        seat.seat: [*held(runway, seat), *ahead(stops.get(seat.seat), courses)]
        for seat in runway.adoption.seats
    }
    placement = runway.adoption.placement
    papers = [stop.deadline for stop in stops.values() if deadlines and stop.deadline]
    lines = [runway.day, *filter(None, (first, placement.answer_by)), *papers]
    ends = [*lines, *(one.on for marks in drawn.values() for one in marks)]
    start = min(placement.sent_on, *ends)
    scale = Scale(start, max(ends) + timedelta(days=max((max(ends) - start).days // 25, 3)))
    return {
        "label": _("Sammanträdena om %s") % placement.short_name,
        "months": scale.months(),
        "rows": [
            row(seat, drawn[seat.seat], scale, runway.day)
            | {
                "name": sentence_case(runway.register.seat_names[seat.seat]),
                "words": row_words(seat, stops.get(seat.seat), courses.get(seat.seat)),
                "deadline": deadlines and deadline_at(stops.get(seat.seat), scale),
            }
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
        "deadlines": bool(papers),
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


def ahead(stop: Stop | None, courses: Courses) -> list[Drawn]:
    """What is planned for a seat, or supposed in its stead; and a planned meeting of which nothing is registered."""
    if stop is None:
        return []
    marks = (
        [Drawn(stop.missed, "unknown", _("Har varit, inget beslut är registrerat"))] if stop.missed else []
    )
    course = courses.get(stop.seat.seat)
    if course is None:
        planned = [Drawn(stop.meeting, "awaiting", _("Planerat sammanträde"))] if stop.meeting else []
        return [*marks, *planned]
    if course.back:
        marks.append(
            Drawn(course.back, "referred", _("I så fall återremitterat eller bordlagt"), supposed=True)
        )
    if course.on:
        marks.append(Drawn(course.on, "awaiting", _("I så fall antaget"), supposed=True))
    return marks


def key(drawn: Mapping[str, list[Drawn]]) -> list[dict]:
    """What each mark that is used means."""
    used = dict.fromkeys((one.mark, one.words, one.supposed) for marks in drawn.values() for one in marks)
    return [{"mark": mark, "words": words, "supposed": supposed} for mark, words, supposed in used]


def row(seat: SeatOnDay, marks: list[Drawn], scale: Scale, day: date) -> dict:
    """One seat's marks along the line."""
    last = max((one.on for one in marks), default=day)
    said = "; ".join(f"{one.words} {the_day(one.on)}" for one in marks)
    return {
        "label": sentence_case(said) or state_label(seat),
        "marks": [
            {
                "x": scale.x(one.on),
                "mark": one.mark,
                "title": f"{one.words} {the_day(one.on)}",
                "supposed": one.supposed,
            }
            for one in marks
        ],
        "done": scale.x(min(last, day)),
        "until": scale.x(last),
    }


def deadline_at(stop: Stop | None, scale: Scale) -> str:
    return scale.x(stop.deadline) if stop and stop.deadline else ""


def row_words(seat: SeatOnDay, stop: Stop | None, course: Course | None) -> str:
    """`Antaget 12 jan 2027`, `Planerat 16 feb 2027`, `Sammanträdet är inte känt`."""
    if stop is None:
        known = seat.decision and (
            short_day(seat.decision.latest) if seat.decision.exact else day_words(seat.decision)
        )
        return f"{state_label(seat)} {known or ''}".strip()
    if stop.comes:
        return f"{state_label(seat)} {short_day(stop.comes)}"
    state = "" if seat.state == SeatState.AWAITING else f"{state_label(seat)}. "
    if course:
        return state + course.words()
    if stop.meeting:
        return state + _("Planerat %s") % short_day(stop.meeting)
    if stop.missed:
        return state + _("Sammanträdet var %s") % short_day(stop.missed)
    return state + _("Sammanträdet är inte känt")


# The table


def rows(runway: Runway, courses: Courses) -> list[dict]:
    """All that the picture shows of what is to come, as a table: each seat with its body, its meeting and its papers."""
    stops = {stop.seat.seat: stop for stop in runway.stops}
    return [
        table_row(runway, seat, stops.get(seat.seat), courses.get(seat.seat))
        for seat in runway.adoption.seats
    ]


def table_row(runway: Runway, seat: SeatOnDay, stop: Stop | None, course: Course | None) -> dict:
    shown = stop or runway.stop(seat)
    return {
        "name": sentence_case(runway.register.seat_names[seat.seat]),
        "body": sentence_case(body_of(runway, shown)),
        "state": seat.mark,
        "label": state_label(seat),
        "held": ", ".join(short_day(one.on) for one in held(runway, seat)),
        "deadline": deadline_words(runway, stop),
        "meeting": short_day(stop.meeting) if stop and stop.meeting else "",
        "missed": short_day(stop.missed) if stop and stop.missed else "",
        "course": course.words() if course else "",
        "waits": stop is not None and not stop.comes,
    }


def deadline_words(runway: Runway, stop: Stop | None) -> str:
    """The last day for papers, and that it has been; "" where none is known."""
    if stop is None or stop.deadline is None:
        return ""
    day = short_day(stop.deadline)
    return _("%s, har varit") % day if stop.deadline < runway.day else day
