"""What applies on a day D, as the register knew it at K. The rule lives here and nowhere else.

1. A fact is a chain of entries; at a moment K it is what its newest entry recorded by K
   says, or that it never happened (R7, R8).
2. An adoption COUNTS if its text is unchanged and it is not doubtful, or is ruled to
   count (R3, R12).
3. It STANDS from its day (the last day of its meeting, or its own start if later)
   until an end; an inhibition ends it only until it is lifted (R3b, R4).
4. A SEAT HAS ADOPTED on D if an adoption that counts stands on D: one by its board (or
   by a body that the source does not name), or by the council, once the board has
   passed the matter on to it; an end takes an adoption back, not the passing on
   (R2, R3b).
5. A programme is COMPLETE on D if at least one seat is known, every seat has adopted
   on D, and D is not before its `not_before`. A withdrawn one never is (R1, R4).
6. Of THE LINE, formed by `replaces`, take the last programme that has been complete on
   some day up to D: complete on D, it APPLIES; not any more, it is UNSETTLED; if there
   is none, NONE is KNOWN (R5, R6).
7. ASK TWICE, with adoptions at their latest day and at their earliest: the same kind
   and programme means known, and anything else is NOT KNOWN here: one or the other, or
   one between them in the line, with the adoptions whose day is missing. An unknown
   latest day never comes (R14).
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
            rival = after[programme.replaces].slug
            raise LineBroken(f"{programme.slug} and {rival}: both replace the same")
        after[programme.replaces] = programme
    line: list[Programme] = []
    while (following := after.pop(line[-1].slug if line else None, None)) is not None:
        line.append(following)
    if after:
        loose = ", ".join(sorted(p.slug for p in after.values()))
        raise LineBroken(f"{loose}: not connected with the line")
    return line


class Reading:
    """The facts at a moment, read with adoptions at their latest day (cautious) or earliest."""

    def __init__(self, facts: Facts, *, cautious: bool):
        self.facts = facts
        self.cautious = cautious
        self.ruled = {ruling.decision: ruling.counts for ruling in facts.rulings}
        self.lifted = {lift.end: lift.on for lift in facts.lifts}
        self.by_seat: dict[tuple[str, str], list[Decision]] = {}
        for decision in facts.decisions:
            self.by_seat.setdefault((decision.programme, decision.seat), []).append(decision)
        self.ends: dict[int, list[tuple[date, date | None]]] = {}
        for end in facts.ends:
            lifted = self.lifted.get(end.entry.fact)
            self.ends.setdefault(end.decision, []).append((end.on, lifted))

    @cached_property
    def programmes(self) -> list[Programme]:
        withdrawn = {withdrawal.programme for withdrawal in self.facts.withdrawals}
        return [p for p in self.facts.programmes if p.slug not in withdrawn]

    @cached_property
    def line(self) -> list[Programme]:
        return line_of(p for p in self.programmes if p.adjusts is None)

    def counts(self, decision: Decision) -> bool:
        """Clause 2."""
        plain = not decision.doubtful
        return decision.adopts and (plain or self.ruled.get(decision.entry.fact, False))

    def start(self, decision: Decision) -> date | None:
        """The day on which a decision does what it does; None: it never comes in this reading."""
        met = decision.latest if self.cautious else decision.earliest or BEGINNING
        return None if met is None else max(met, decision.starts or BEGINNING)

    def come(self, decision: Decision, day: date) -> bool:
        """Whether the decision does what it does on the day already."""
        start = self.start(decision)
        return start is not None and start <= day

    def stands(self, decision: Decision, day: date) -> bool:
        """Clause 3."""
        ends = self.ends.get(decision.entry.fact, ())
        ended = any(on <= day and (lifted is None or day < lifted) for on, lifted in ends)
        return self.come(decision, day) and not ended

    def passed_on(self, programme: str, seat: str, day: date) -> bool:
        """Whether the seat's board has passed the matter on to the council by the day."""
        decisions = self.by_seat.get((programme, seat), ())
        return any(d.passes_on and d.body != COUNCIL and self.come(d, day) for d in decisions)

    def adoption(self, programme: str, seat: str, day: date) -> Decision | None:
        """Clause 4: the seat's earliest adoption that counts and stands on the day."""
        passed_on = self.passed_on(programme, seat, day)
        adoptions = [
            d
            for d in self.by_seat.get((programme, seat), ())
            if self.counts(d) and self.stands(d, day) and (d.body != COUNCIL or passed_on)
        ]
        return min(adoptions, key=self.order, default=None)

    def order(self, decision: Decision):
        """Adoptions by their days; on one day in an order that registering does not change."""
        number = decision.entry.number
        return self.start(decision), decision.paragraph, decision.body, number

    def lacking(self, programme: Programme, day: date) -> tuple[str, ...]:
        """The seats that have not adopted by the day."""
        slug = programme.slug
        return tuple(s for s in sorted(programme.seats) if self.adoption(slug, s, day) is None)

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
                    days.update(filter(None, end))
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
    return answer_of(Reading(facts, cautious=True), Reading(facts, cautious=False), day)


def answer_of(late: Reading, early: Reading, day: date) -> Answer:
    """The answer of two readings of the same facts: adoptions at their latest day, and at their earliest."""
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
    since = Since(None if first == BEGINNING else first, None if last == BEGINNING else last)
    programme = next((p for p in late.line if p.slug == state.programme), None)
    because = _because(late, programme, day)
    applies = state.kind == Kind.APPLIES
    checks = {check.checked for check in late.facts.checks}
    return Answer(
        day,
        state.kind,
        programme=state.programme,
        adjustment=adjustment_used(late, state, day),
        since=since,
        because=because,
        completed_by=_completed_by(late, early, programme, since) if applies else (),
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
    possible = [state]
    for programme in early.line[max(_place(early, state), 0) : _place(early, other)]:
        if early.ever_complete(programme, day):
            kind = Kind.APPLIES if early.complete(programme, day) else Kind.UNSETTLED
            possible.append(State(kind, programme.slug))
    return tuple(dict.fromkeys([*possible, other]))


def _undated(late: Reading, early: Reading, state: State, other: State, day: date):
    """The adoptions by which a programme in question may have been complete or not."""
    undated: list[Decision] = []
    for programme in late.line[max(_place(late, state), 0) : _place(late, other) + 1]:
        days = [d for d in (*early.turning_days(programme), day) if d <= day]
        whole = [d for d in days if early.complete(programme, d)]
        for seat in late.lacking(programme, whole[-1]) if whole else ():
            undated.append(early.adoption(programme.slug, seat, whole[-1]))
    return tuple(undated)


def _because(reading: Reading, programme: Programme | None, day: date) -> tuple[Decision, ...]:
    """Each seat's earliest adoption that counts and stands on the day, in order of their days."""
    seats = programme.seats if programme else ()
    found = [d for seat in seats if (d := reading.adoption(programme.slug, seat, day))]
    return tuple(sorted(found, key=lambda d: (reading.start(d), d.seat)))


def _completed_by(late: Reading, early: Reading, programme: Programme, since: Since):
    """The adoptions that came on the first day of the run for certain; none if it is not known."""
    if not since.exact:
        return ()
    first = since.latest
    came = {d.seat for d in _because(early, programme, first) if early.start(d) == first}
    return tuple(d for d in _because(late, programme, first) if d.seat in came)


def adjustment_used(reading: Reading, state: State, day: date) -> Decision | None:
    """Clause 9: the deciding adoption of the adjusted wording that is used on the day."""
    if state.kind != Kind.APPLIES:
        return None
    used = [
        max(_because(reading, p, day), key=reading.start)
        for p in reading.programmes
        if p.adjusts == state.programme and reading.complete(p, day)
    ]
    return max(used, key=lambda d: (d.latest, d.programme), default=None)


def _unentered(reading: Reading) -> tuple[str, ...]:
    """The programmes of which the register lacks a seat's adoption altogether."""
    transcripts = [p for p in reading.line if p.sent_on is None]
    return tuple(
        p.slug for p in transcripts if not p.seats or any((p.slug, s) not in reading.by_seat for s in p.seats)
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
        ahead = programme.not_before if day < (programme.not_before or BEGINNING) else None
        lacking = reading.lacking(programme, day)
        at_council = tuple(s for s in lacking if reading.passed_on(programme.slug, s, day))
        required.append(Required(programme.slug, lacking, ahead, at_council))
    return tuple(required)
