"""The runway: what lies before the boards, and the first day on which the programme can apply if they adopt it then.

The day is the rule's own answer (`adoption/in_force.py`), asked with adoptions supposed on the planned
days. Nothing here is recorded; days are calendar dates in Europe/Stockholm.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from adoption.answers import Kind, State
from adoption.facts import BOARD, COMMITTEE, COUNCIL, Decision, Stamp
from adoption.in_force import Reading
from adoption.models.cases import DetailKind
from adoption.plans import plan_to_come
from adoption.states import Adoption, SeatOnDay, SeatState


@dataclass(frozen=True)
class Stop:
    """What a seat that has not adopted has before it: at which body, and the days that are planned there.

    `meeting` is to come; `missed` is a planned meeting that has been, of which no decision is
    registered. `deadline` (manusstopp) leads up to it, and may have been. None: not known. `comes` is
    the day of an adoption that is taken and starts later.
    """

    seat: SeatOnDay
    body: str
    meeting: date | None = None
    deadline: date | None = None
    missed: date | None = None
    comes: date | None = None


class Runway:
    """One programme's way to the day on which it applies, as the register knew it on a day."""

    def __init__(self, adoption: Adoption):
        self.adoption = adoption
        self.register, self.slug, self.day = adoption.register, adoption.slug, adoption.day

    @cached_property
    def stops(self) -> list[Stop]:
        """The seats that must still adopt (R5), in their order; none when nothing is required."""
        required = self.register.answer(self.day).required
        mine = next((one for one in required if one.programme == self.slug), None)
        return [self.stop(seat) for seat in self.adoption.seats if mine and seat.seat in mine.seats]

    @property
    def not_before(self) -> date | None:
        return self.adoption.placement.not_before

    def stop(self, seat: SeatOnDay) -> Stop:
        body = COMMITTEE if seat.seat == COMMITTEE else BOARD
        if self.adoption.late.passed_on(self.slug, seat.seat, self.day):
            body = COUNCIL
        case = self.register.case_of.get((self.slug, seat.seat, body))
        plan = plan_to_come(self.register, case, self.day) if case else {}
        meeting, deadline = (
            plan[step].on if step in plan else None for step in (DetailKind.MEETING, DetailKind.DEADLINE)
        )
        ahead = meeting and meeting >= self.day
        return Stop(
            seat,
            body,
            meeting=meeting if ahead else None,
            deadline=deadline if deadline and deadline <= (meeting or deadline) else None,
            missed=None if ahead else meeting,
            comes=seat.decision.starts if seat.state == SeatState.LATER else None,
        )

    # What would be

    @property
    def planned(self) -> dict[str, date]:
        """The seats whose next meeting is known, with its day."""
        return {stop.seat.seat: stop.meeting for stop in self.stops if stop.meeting}

    def unplanned(self, adopting: Mapping[str, date]) -> list[Stop]:
        """The seats of which nothing says when they may adopt, if others do so on these days."""
        return [stop for stop in self.stops if stop.seat.seat not in adopting and not stop.comes]

    def first_day(self, adopting: Mapping[str, date]) -> date | None:
        """The first day on which the programme applies, if these seats adopt it on these days and the rest today.

        None when it doesn't apply then either: another programme has come after it, or an
        adoption that is taken ends again.
        """
        days = {stop.seat.seat: self.day for stop in self.unplanned(adopting)} | dict(adopting)
        bodies = {stop.seat.seat: stop.body for stop in self.stops}
        supposed = [
            self._supposed(-n, seat, bodies[seat], on) for n, (seat, on) in enumerate(days.items(), 1)
        ]
        facts = self.adoption.late.facts
        runs = Reading(replace(facts, decisions=(*facts.decisions, *supposed)), cautious=True).timeline
        ends = [*(first for first, _state in runs[1:]), date.max]
        wanted = State(Kind.APPLIES, self.slug)
        return next(
            (
                max(first, self.day)
                for (first, state), end in zip(runs, ends, strict=True)
                if state == wanted and end > self.day
            ),
            None,
        )

    def _supposed(self, number: int, seat: str, body: str, on: date) -> Decision:
        moment = self.adoption.placement.entry.recorded
        stamp = Stamp(number, moment, number)
        return Decision(stamp, self.slug, seat, body, adopts=True, earliest=on, latest=on)
