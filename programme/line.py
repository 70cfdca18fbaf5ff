"""The line of programmes through time: from which day to which each answer holds, for pictures and lists.

Nothing is decided here: each run of days has the answer that `Register.answer` gives for
its first day (tests/programme/test_line.py holds every other day against it).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from adoption.answers import Answer, Kind, State
from adoption.in_force import adjustment_used
from programme.errata import Errata

KNOWN, UNKNOWN, AFTER, UNSETTLED = "known", "unknown", "after", "unsettled"


@dataclass(frozen=True)
class Span:
    """Days in a row, `until` not included: known to apply, perhaps, after the end of its period, or unsettled."""

    first: date
    until: date
    kind: str


@dataclass(frozen=True)
class Told:
    """What is told of a day: the states between which it lies, the adjusted wordings, and whether the period is over.

    `adjustment` is the wording that the answer names, `perhaps` those that may have been used besides.
    """

    states: tuple[State, ...]
    adjustment: str | None = None
    perhaps: frozenset[str] = frozenset()
    over: bool = False

    def kind_of(self, slug: str) -> str | None:
        """How a programme of the line is told of; None when it did not apply."""
        if self.states == (State(Kind.UNSETTLED, slug),):
            return UNSETTLED
        if State(Kind.APPLIES, slug) not in self.states:
            return None
        return UNKNOWN if len(self.states) > 1 else AFTER if self.over else KNOWN

    def kind_of_adjusted(self, slug: str) -> str | None:
        """How an adjusted wording is told of; None when it was not used."""
        if slug != self.adjustment:
            return UNKNOWN if slug in self.perhaps else None
        return AFTER if self.over else KNOWN


@dataclass(frozen=True)
class Run:
    """Days in a row, `until` not included, of which the same is told."""

    first: date
    until: date
    told: Told


class Line:
    """When each programme applied; its spans go as far as the day that the page tells of."""

    def __init__(self, register, day: date):
        self.register = register
        self.day = day
        self.late, self.early = register.late, register.early

    @cached_property
    def errata(self) -> Errata:
        """What the pages of the day tell of slips in sent texts; read once for a page."""
        return Errata(self.register, self.day)

    @cached_property
    def runs(self) -> list[Run]:
        """All days, run by run: the first begins at BEGINNING, the last goes on for ever."""
        told = [(day, self.told(day)) for day in self._turns()]
        changes = [
            one for before, one in zip([(None, None), *told], told, strict=False) if one[1] != before[1]
        ]
        ends = [*(day for day, _told in changes[1:]), date.max]
        return [Run(first, until, told) for (first, told), until in zip(changes, ends, strict=True)]

    def run(self, day: date) -> Run:
        """The run that a day belongs to."""
        return next(run for run in reversed(self.runs) if run.first <= day)

    def told(self, day: date) -> Told:
        """What the register answers for a day."""
        answer = self.register.answer(day)
        states = answer.between or (State(answer.kind, answer.programme),)
        used = answer.adjustment and answer.adjustment.programme
        perhaps = {
            found.programme
            for reading in (self.late, self.early)
            for state in states
            if (found := adjustment_used(reading, state, day))
        }
        return Told(states, used, frozenset(perhaps - {used}), self._over(answer))

    def _over(self, answer: Answer) -> bool:
        """Whether what applies does so after the end of its period."""
        last = self.register.placements[answer.programme].period_last if answer.programme else None
        return answer.kind == Kind.APPLIES and last is not None and answer.day.year > last

    def _turns(self) -> list[date]:
        """The days on which what is told may change."""
        turns = {first for reading in (self.late, self.early) for first, _state in reading.timeline}
        for programme in self.late.programmes:
            last = self.register.placements[programme.slug].period_last
            turns.update({date(last + 1, 1, 1)} if last else ())
            if programme.adjusts:
                turns.update(self.late.turning_days(programme), self.early.turning_days(programme))
            else:  # where the readings differ, programmes between the two may be complete too
                days = self.early.turning_days(programme)
                turns.update(day for day in days if self.late.run(day)[1] != self.early.run(day)[1])
        return sorted(turns)

    def lies_ahead(self, slug: str) -> bool:
        """Whether the programme, or the one that it adjusts, only came to apply after the day."""
        adjusts = self.register.placements[slug].adjusts
        one = State(Kind.APPLIES, adjusts.slug if adjusts else slug)
        applied = any(one in run.told.states for run in self.runs)
        return applied and not (self.adjusted_spans(slug) if adjusts else self.spans(slug))

    def spans(self, slug: str) -> list[Span]:
        """When a programme of the line applied, or perhaps did."""
        return [span for span in self.drawn(slug) if span.kind != UNSETTLED]

    def drawn(self, slug: str, until: date | None = None) -> list[Span]:
        """The same with the days on which it was unsettled, and up to another day than the day of the page."""
        return self._joined(((run, run.told.kind_of(slug)) for run in self.runs), until)

    def adjusted_spans(self, slug: str, until: date | None = None) -> list[Span]:
        """When an adjusted wording was used, or perhaps was."""
        return self._joined(((run, run.told.kind_of_adjusted(slug)) for run in self.runs), until)

    def _joined(self, told, end: date | None) -> list[Span]:
        """Runs of one kind after each other as one span, cut at the end: the day after that of the page, or another."""
        spans: list[Span] = []
        end = end or self.day + timedelta(days=1)
        for run, kind in told:
            if kind is None or run.first >= end:
                continue
            until = min(run.until, end)
            if spans and (spans[-1].until, spans[-1].kind) == (run.first, kind):
                spans[-1] = Span(spans[-1].first, until, kind)
            else:
                spans.append(Span(run.first, until, kind))
        return spans
