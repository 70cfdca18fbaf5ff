"""What applies on a day D, as the register knew it at a moment K. The rule lives here and nowhere else.

1. A fact is a chain of entries; at K it is what its newest entry recorded by K says,
   or that it never happened (R7, R8).
2. An adoption COUNTS if its text is unchanged and it is not doubtful, or is ruled to
   count (R3, R12).
3. It STANDS from its day (the last day of its meeting, or its own start if later)
   until an end; an inhibition ends it only until it is lifted (R3b, R4).
4. A SEAT HAS ADOPTED on D if an adoption that counts stands on D: one by its board (or
   by a body that the source does not name), or by the council, once the board has
   passed the matter on to it (R2).
5. A programme is COMPLETE on D if at least one seat is known, every seat has adopted
   on D, and D is not before its `not_before`. A withdrawn one never is (R1, R4).
6. Of THE LINE, formed by `replaces`, take the last programme that has been complete on
   some day up to D: complete on D, it APPLIES; not any more, it is UNSETTLED; if there
   is none, NONE is KNOWN (R5, R6).
7. ASK TWICE, with adoptions at their latest day and at their earliest: the same kind
   and programme means known, and anything else is NOT KNOWN here: one or the other, or
   one between them in the line. An unknown latest day never comes (R14).
8. SINCE is the first day of the unbroken run of days with this answer, an interval
   between the two readings.
9. An ADJUSTED wording is added only while its programme applies; of several the one
   decided last (R9).
10. STILL REQUIRED are, in each programme sent by D that comes after the one that
    applies, and in an unsettled one, the seats that have not adopted and a `not_before`
    to come. A transcript asks for nothing (R5).

Days are calendar dates in Europe/Stockholm. Source: R2-R6, R9, R12-R14; kommunallagen
(2017:725) 13 kap. 14 § (a decision applies before it is final).
"""

from collections.abc import Iterable
from datetime import date, datetime
from functools import cached_property

from adoption.answers import Answer, Kind, Required, Since, State
from adoption.facts import COUNCIL, Decision, Facts, Programme

BEGINNING = date.min
"""Stands for "at an unknown day, however early"; never shown to anybody."""


class LineBroken(ValueError):
    """The programmes do not form one line: a fork, a gap or a circle (R5)."""


def line_of(programmes: Iterable[Programme]) -> list[Programme]:
    """The line, first to last (R5). Raises LineBroken on a fork, a gap or a circle."""
    after = {}
    for programme in programmes:
        if programme.replaces in after:
            raise LineBroken(f"{programme.slug} and {after[programme.replaces].slug}: both replace the same")
        after[programme.replaces] = programme
    line: list[Programme] = []
    while (following := after.pop(line[-1].slug if line else None, None)) is not None:
        line.append(following)
    if after:
        raise LineBroken(", ".join(sorted(p.slug for p in after.values())) + ": not connected with the line")
    return line


class Reading:
    """The facts that stand at a moment, read with adoptions at their latest day (cautious) or earliest."""

    def __init__(self, facts: Facts, *, cautious: bool):
        self.facts = facts
        self.cautious = cautious
        self.ruled = {ruling.decision: ruling.counts for ruling in facts.rulings}
        self.lifted = {lift.end: lift.on for lift in facts.lifts}
        self.by_seat: dict[tuple[str, str], list[Decision]] = {}
        for decision in facts.decisions:
            self.by_seat.setdefault((decision.programme, decision.seat), []).append(decision)
        self.ends: dict[int, list[tuple[date, date]]] = {}
        for end in facts.ends:
            until = self.lifted.get(end.entry.fact, date.max)
            self.ends.setdefault(end.decision, []).append((end.on, until))

    @cached_property
    def programmes(self) -> list[Programme]:
        withdrawn = {withdrawal.programme for withdrawal in self.facts.withdrawals}
        return [p for p in self.facts.programmes if p.slug not in withdrawn]

    @cached_property
    def line(self) -> list[Programme]:
        return line_of(p for p in self.programmes if p.adjusts is None)

    def counts(self, decision: Decision) -> bool:
        """Clause 2."""
        return decision.adopts and (not decision.doubtful or self.ruled.get(decision.entry.fact, False))

    def start(self, decision: Decision) -> date | None:
        """The day from which an adoption stands, unless ended; None: it never comes in this reading."""
        met = decision.latest if self.cautious else decision.earliest or BEGINNING
        return None if met is None else max(met, decision.starts or BEGINNING)

    def stands(self, decision: Decision, day: date) -> bool:
        """Clause 3."""
        start = self.start(decision)
        ends = self.ends.get(decision.entry.fact, ())
        return start is not None and start <= day and not any(on <= day < until for on, until in ends)

    def adoption(self, programme: str, seat: str, day: date) -> Decision | None:
        """Clause 4: the seat's earliest adoption that counts and stands on the day."""
        decisions = self.by_seat.get((programme, seat), ())
        passed_on = any(d.passes_on and d.body != COUNCIL and self.stands(d, day) for d in decisions)
        adoptions = [
            d
            for d in decisions
            if self.counts(d) and self.stands(d, day) and (d.body != COUNCIL or passed_on)
        ]
        return min(adoptions, key=lambda d: (self.start(d), d.paragraph, d.entry.number), default=None)

    def lacking(self, programme: Programme, day: date) -> tuple[str, ...]:
        """The seats that have not adopted by the day."""
        return tuple(s for s in sorted(programme.seats) if self.adoption(programme.slug, s, day) is None)

    def complete(self, programme: Programme, day: date) -> bool:
        """Clause 5."""
        return (
            bool(programme.seats)
            and not self.lacking(programme, day)
            and day >= (programme.not_before or BEGINNING)
        )

    def ever_complete(self, programme: Programme, day: date) -> bool:
        """Whether the programme has been complete on some day up to this one."""
        return any(self.complete(programme, d) for d in self.turning_days(programme) if d <= day)

    def turning_days(self, programme: Programme) -> list[date]:
        """The days on which the completeness of a programme can change."""
        days = {programme.not_before or BEGINNING}
        for seat in programme.seats:
            for decision in self.by_seat.get((programme.slug, seat), ()):
                days.add(self.start(decision) or BEGINNING)
                for end in self.ends.get(decision.entry.fact, ()):
                    days.update(end)
        return sorted(days)

    @cached_property
    def timeline(self) -> list[tuple[date, State]]:
        """Clause 6, for all days: each first day of a run with its state."""
        complete: dict[date, dict[int, bool]] = {BEGINNING: {}}
        for place, programme in enumerate(self.line):
            for day in self.turning_days(programme):
                complete.setdefault(day, {})[place] = self.complete(programme, day)
        now: dict[int, bool] = {}
        furthest, runs = -1, []
        for day in sorted(complete):
            now.update(complete[day])
            furthest = max([furthest, *(place for place, whole in now.items() if whole)])
            state = State(Kind.NONE_KNOWN)
            if furthest >= 0:
                kind = Kind.APPLIES if now[furthest] else Kind.UNSETTLED
                state = State(kind, self.line[furthest].slug)
            if not runs or runs[-1][1] != state:
                runs.append((day, state))
        return runs

    def run(self, day: date) -> tuple[date, State]:
        """The run of days that the day belongs to: its first day and its state."""
        return next(run for run in reversed(self.timeline) if run[0] <= day)


def answer(facts: Facts, day: date, at: datetime | None = None) -> Answer:
    """What applies on `day`, as the register knew it at `at` (None: all that is recorded).

    Raises LineBroken when the programmes that stand then do not form one line.
    """
    facts = facts.at(at)
    late, early = Reading(facts, cautious=True), Reading(facts, cautious=False)
    (late_first, state), (early_first, other) = late.run(day), early.run(day)
    if state != other:
        return Answer(
            day,
            Kind.NOT_KNOWN,
            between=_between(early, state, other, day),
            undated=_undated(late, early, state, other, day),
            required=_required(late, state, day),
        )
    first, last = sorted((late_first, early_first))
    programme = next((p for p in late.line if p.slug == state.programme), None)
    because = _because(late, programme, day)
    checks = {check.checked for check in facts.checks}
    return Answer(
        day,
        state.kind,
        programme=state.programme,
        adjustment=_adjustment(late, state, day),
        since=Since(None if first == BEGINNING else first, None if last == BEGINNING else last),
        because=because,
        completed_by=tuple(d for d in _because(late, programme, last) if late.start(d) == last),
        checked=sum(d.entry.number in checks for d in because),
        unadopted=late.lacking(programme, day) if state.kind == Kind.UNSETTLED else (),
        unentered=_unentered(late) if state.kind == Kind.NONE_KNOWN else (),
        required=_required(late, state, day),
    )


def _place(reading: Reading, state: State) -> int:
    """The place in the line of a state's programme; -1 when none is known."""
    return next((i for i, p in enumerate(reading.line) if p.slug == state.programme), -1)


def _between(early: Reading, state: State, other: State, day: date) -> tuple[State, ...]:
    """What may be the case: from the cautious reading, along the line, to the other (clause 7)."""
    passed = early.line[_place(early, state) + 1 : _place(early, other)]
    possible = (State(Kind.APPLIES, p.slug) for p in passed if early.ever_complete(p, day))
    return (state, *possible, other)


def _undated(late: Reading, early: Reading, state: State, other: State, day: date) -> tuple[Decision, ...]:
    """The adoptions, in the programmes in question, that the day may or may not have come before."""
    places = range(max(_place(late, state), 0), _place(late, other) + 1)
    slugs = {late.line[place].slug for place in places}
    return tuple(
        d
        for d in late.facts.decisions
        if d.programme in slugs and early.counts(d) and early.stands(d, day) and not late.stands(d, day)
    )


def _because(reading: Reading, programme: Programme | None, day: date) -> tuple[Decision, ...]:
    """Each seat's earliest adoption that counts and stands on the day, in order of their days."""
    seats = programme.seats if programme else ()
    found = [d for seat in seats if (d := reading.adoption(programme.slug, seat, day))]
    return tuple(sorted(found, key=lambda d: (reading.start(d), d.seat)))


def _adjustment(reading: Reading, state: State, day: date) -> Decision | None:
    """Clause 9: the deciding adoption of the adjusted wording that is used on the day."""
    if state.kind != Kind.APPLIES:
        return None
    used = [
        max(_because(reading, p, day), key=reading.start)
        for p in reading.programmes
        if p.adjusts == state.programme and reading.complete(p, day)
    ]
    return max(used, key=lambda d: (reading.start(d), d.programme), default=None)


def _unentered(reading: Reading) -> tuple[str, ...]:
    """The programmes of which the register lacks a seat's adoption altogether."""
    return tuple(
        p.slug
        for p in reading.line
        if p.sent_on is None and (not p.seats or any((p.slug, s) not in reading.by_seat for s in p.seats))
    )


def _required(reading: Reading, state: State, day: date) -> tuple[Required, ...]:
    """Clause 10."""
    place = _place(reading, state)
    if state.kind == Kind.UNSETTLED:
        place -= 1
    required = []
    for programme in reading.line[place + 1 :]:
        if programme.sent_on is None or programme.sent_on > day:
            continue
        ahead = programme.not_before if programme.not_before and programme.not_before > day else None
        required.append(Required(programme.slug, reading.lacking(programme, day), ahead))
    return tuple(required)


