"""Where each seat of a programme stands on a day, and how sure that is. One pure function each."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from adoption.facts import COUNCIL
from adoption.models import Decision, FollowUp
from adoption.models.decisions import Outcome, TextChange
from adoption.models.follow_ups import ENDS, OF_AN_ENTRY, FollowUpKind
from adoption.models.sources import SourceKind, Stance


class Strength(StrEnum):
    """How well an adoption is known (R13); the values are the names of their marks."""

    CHECKED = "checked"
    STATED = "stated"
    OTHER = "other"


class SeatState(StrEnum):
    """What is shown of a seat; the values are the names of their marks."""

    ADOPTED = "adopted"  # shown by its strength
    REFERRED = "referred"
    POSTPONED = "postponed"
    REJECTED = "rejected"
    CHANGED = "changed"
    COUNCIL = "council"
    DOUBTFUL = "doubtful"
    RULED_OUT = "ruled_out"
    ENDED = "ended"
    LATER = "later"  # adopted, from a day that is to come
    WITHDRAWN = "withdrawn"
    AWAITING = "awaiting"
    UNKNOWN = "unknown"


HAS_ADOPTED = (SeatState.ADOPTED, SeatState.UNKNOWN, SeatState.LATER)
ANSWERED = (*HAS_ADOPTED, SeatState.DOUBTFUL, SeatState.WITHDRAWN)
"""Nothing is waited for from the seat."""
UNDECIDED = (SeatState.AWAITING, SeatState.REFERRED, SeatState.POSTPONED, SeatState.COUNCIL)
"""A decision is waited for that can be the adoption."""
COMES_AGAIN = (SeatState.REFERRED, SeatState.POSTPONED)
AGAINST = (SeatState.REJECTED, SeatState.CHANGED, SeatState.RULED_OUT, SeatState.ENDED)
"""There is a decision, and it is no adoption that counts."""


AFTER = {
    Outcome.REFERRED_BACK: SeatState.REFERRED,
    Outcome.POSTPONED: SeatState.POSTPONED,
    Outcome.REJECTED: SeatState.REJECTED,
    Outcome.TO_COUNCIL: SeatState.COUNCIL,
}


@dataclass(frozen=True)
class SeatOnDay:
    """A seat on a day: its state, the decision that it comes from, and the end of an adoption that was ended."""

    seat: str
    state: SeatState
    decision: Decision | None = None
    strength: Strength | None = None
    end: FollowUp | None = None
    at_council: bool = False
    """Its board has adopted, then passed the matter on all the same, and the council has not decided."""

    @property
    def mark(self) -> str:
        """The name of the mark: an adoption is drawn by its strength, what doesn't count as what it is like."""
        like = {SeatState.CHANGED: SeatState.REJECTED, SeatState.DOUBTFUL: SeatState.AWAITING}
        like |= {SeatState.RULED_OUT: SeatState.REJECTED, SeatState.LATER: SeatState.AWAITING}
        like |= {SeatState.WITHDRAWN: SeatState.ENDED}
        return self.strength or like.get(self.state, self.state)


def objection(register, decision: Decision) -> FollowUp | None:
    """The municipality's answer that this entry is not right; a later check or confirmation settles it (R13)."""
    filed = register.follow_ups[decision.entry.fact]
    said = [f for f in filed if f.decision_id == decision.pk and f.step in OF_AN_ENTRY]
    return said[-1] if said and said[-1].step == FollowUpKind.OBJECTED else None


def strength_of(register, decision: Decision) -> Strength:
    """How well a decision is known (R13).

    Checked: against signed minutes, exactly as its newest entry has it. Stated: by the
    body's own side, in a source of its own or because its office registered or confirmed it.
    While the municipality objects to it, it is neither.
    """
    if objection(register, decision):
        return Strength.OTHER
    said = {f.step for f in register.follow_ups[decision.entry.fact] if f.decision_id == decision.pk}
    if FollowUpKind.CHECKED in said:
        return Strength.CHECKED
    own = decision.case.body.municipality
    cited = [c.source for c in register.sources_of(decision.entry.fact) if c.stance == Stance.STATES]
    if own is None:
        return Strength.STATED if any(s.kind == SourceKind.COOPERATION for s in cited) else Strength.OTHER
    stated = any(s.municipality_id == own.pk for s in cited) or own.full_name in register.offices_of(
        decision.entry.fact
    )
    return Strength.STATED if stated or FollowUpKind.CONFIRMED in said else Strength.OTHER


def state_of(decision: Decision, ruled: bool | None) -> SeatState | None:
    """What a decision makes of its seat, ends apart; None when it changes nothing (R3, R12)."""
    if decision.outcome == Outcome.TO_COUNCIL and not decision.passes_on:
        return None
    if decision.outcome != Outcome.ADOPTED:
        return AFTER.get(decision.outcome)
    if decision.text_change == TextChange.CHANGED:
        return SeatState.CHANGED
    if decision.doubtful and not ruled:
        return SeatState.DOUBTFUL if ruled is None else SeatState.RULED_OUT
    return SeatState.ADOPTED


def end_of(register, decision: Decision, day: date) -> FollowUp | None:
    """The end of an adoption that holds on the day, the latest of several (R3b)."""
    lifted = register.late.lifted
    ends = [
        f
        for f in register.follow_ups[decision.entry.fact]
        if f.step in ENDS and f.on <= day < lifted.get(f.entry.fact, date.max)
    ]
    return max(ends, key=lambda f: (f.on, f.pk), default=None)


def decision_on_day(register, decision: Decision, day: date) -> SeatOnDay | None:
    """One decision as a state on the day, whatever else its seat has decided; None when it changes nothing."""
    state = state_of(decision, register.late.ruled.get(decision.entry.fact))
    if state is None:
        return None
    end = end_of(register, decision, day)
    strength = strength_of(register, decision) if state == SeatState.ADOPTED and not end else None
    return SeatOnDay(decision.case.body.seat, SeatState.ENDED if end else state, decision, strength, end)


class Adoption:
    """A programme's adoption on a day, seat by seat in their order, as the register knew it."""

    def __init__(self, register, slug: str, day: date):
        self.register = register
        self.slug = slug
        self.day = day
        self.placement = register.placements[slug]
        self.late, self.early = register.late, register.early

    @cached_property
    def seats(self) -> list[SeatOnDay]:
        boards = [seat.body for seat in self.register.seats.get(self.placement.pk, [])]
        return [self.seat(body.seat) for body in boards]

    def seat(self, name: str) -> SeatOnDay:
        """Where one seat stands on the day."""
        adopted = self.late.adoption(self.slug, name, self.day)
        if adopted:
            decision = self.register.decisions[adopted.entry.fact]
            strength, pending = strength_of(self.register, decision), self._passed_on_since(adopted)
            return SeatOnDay(name, SeatState.ADOPTED, decision, strength, at_council=pending)
        perhaps = self.early.adoption(self.slug, name, self.day)
        if perhaps:
            return SeatOnDay(name, SeatState.UNKNOWN, self.register.decisions[perhaps.entry.fact])
        return self._not_adopted(name)

    def _passed_on_since(self, adopted) -> bool:
        """Passing on ends nothing, but changes who is waited for (R2)."""
        met = [d for d in self.late.by_seat[self.slug, adopted.seat] if self._met(d)]
        if any(d.body == COUNCIL for d in met):
            return False
        after = (adopted.latest, adopted.entry.number)
        return any(d.passes_on and (d.latest, d.entry.number) > after for d in met)

    def _not_adopted(self, name: str) -> SeatOnDay:
        met = [d for d in self.late.by_seat.get((self.slug, name), ()) if self._met(d)]
        met.sort(key=lambda d: (d.latest, d.entry.number))
        decisions = [self.register.decisions[d.entry.fact] for d in met]
        for decision in reversed(decisions):
            end = end_of(self.register, decision, self.day)
            if end:
                return SeatOnDay(name, SeatState.ENDED, decision, end=end)
            state = state_of(decision, self.late.ruled.get(decision.entry.fact))
            if state == SeatState.ADOPTED and decision.starts and decision.starts > self.day:
                return SeatOnDay(name, SeatState.LATER, decision)
            if state not in (None, SeatState.ADOPTED):
                return SeatOnDay(name, state, decision)
        if self.slug in self.register.withdrawals:
            return SeatOnDay(name, SeatState.WITHDRAWN)
        waiting = self.placement.sent_on is not None and self.placement.sent_on <= self.day
        return SeatOnDay(name, SeatState.AWAITING if waiting else SeatState.UNKNOWN)

    def _met(self, decision) -> bool:
        return decision.latest is not None and decision.latest <= self.day

    @property
    def adopted(self) -> list[SeatOnDay]:
        return [seat for seat in self.seats if seat.state == SeatState.ADOPTED]

    @property
    def checked(self) -> list[SeatOnDay]:
        return [seat for seat in self.adopted if seat.strength == Strength.CHECKED]
