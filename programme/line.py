"""The line of programmes through time: which days each applied, for the picture and for the list."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from adoption.answers import Kind, State
from adoption.in_force import BEGINNING

KNOWN, UNKNOWN, AFTER = "known", "unknown", "after"


@dataclass(frozen=True)
class Span:
    """Days in a row, `until` not included: known to apply, perhaps, or after the end of its period."""

    first: date
    until: date
    kind: str


class Line:
    """When each programme applied, as far as the day that the page tells of."""

    def __init__(self, register, day: date):
        self.register = register
        self.day = day
        self.late, self.early = register.late, register.early

    @cached_property
    def runs(self) -> list[tuple[date, date, State, State]]:
        """Each run of days on which neither reading changes, with what both say."""
        turns = sorted({first for reading in (self.late, self.early) for first, _state in reading.timeline})
        tomorrow = self.day + timedelta(days=1)
        ends = [*turns[1:], tomorrow]
        return [
            (first, min(end, tomorrow), self.late.run(first)[1], self.early.run(first)[1])
            for first, end in zip(turns, ends, strict=True)
            if first <= self.day
        ]

    def lies_ahead(self, slug: str) -> bool:
        """Whether the programme, or the one that it adjusts, only came to apply after the day."""
        adjusts = self.register.placements[slug].adjusts
        one = adjusts.slug if adjusts else slug
        applied = [
            day
            for reading in (self.late, self.early)
            for day, state in reading.timeline
            if state.programme == one
        ]
        spans = self.adjusted_spans(slug) if adjusts else self.spans(slug)
        return bool(applied) and not spans

    def spans(self, slug: str) -> list[Span]:
        """When a programme of the line applied, or perhaps did."""
        applies = State(Kind.APPLIES, slug)
        last = self.register.placements[slug].period_last
        over = date(last + 1, 1, 1) if last else date.max
        spans = []
        for first, until, late, early in self.runs:
            if applies not in (late, early):
                continue
            kind = KNOWN if late == early else UNKNOWN
            if first < over:
                spans.append(Span(first, min(until, over), kind))
            if until > over:
                spans.append(Span(max(first, over), until, AFTER if kind == KNOWN else kind))
        return spans

    def adjusted_spans(self, slug: str) -> list[Span]:
        """When an adjusted wording was used: while its programme applied, and it was the newest."""
        adjusts = self.register.placements[slug].adjusts.slug
        turns = {span.first for span in self.spans(adjusts)}
        for programme in self.late.programmes:
            if programme.adjusts == adjusts:
                turns.update(self.late.turning_days(programme))
        spans = []
        for span in self.spans(adjusts):
            days = sorted({span.first, *(turn for turn in turns if span.first < turn < span.until)})
            for first, until in zip(days, [*days[1:], span.until], strict=True):
                used = self.register.answer(first).adjustment
                if used and used.programme == slug:
                    spans.append(Span(first, until, span.kind))
        return spans

    def first_and_last(self, slug: str) -> tuple[date | None, date | None]:
        """The outermost days of a programme's spans; None where unknown or not yet."""
        spans = self.spans(slug)
        if not spans:
            return None, None
        first = None if spans[0].first == BEGINNING else spans[0].first
        return first, None if spans[-1].until > self.day else spans[-1].until
