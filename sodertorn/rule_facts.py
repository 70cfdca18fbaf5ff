"""What the rule reads, made as values of a register's rows."""

from adoption import facts as values
from adoption.models import Decision
from adoption.models.follow_ups import ENDS, FollowUpKind
from adoption.states import objection
from programme.models import Placement
from sodertorn.journal import Fact


def stamp(fact: Fact) -> values.Stamp:
    entry = fact.entry
    return values.Stamp(entry.number, entry.recorded, entry.fact, entry.void)


def rule_facts(register) -> values.Facts:
    """All that the rule reads, whole chains."""
    follow_ups = register.all_follow_ups
    return values.Facts(
        programmes=tuple(_programme(register, p) for p in register.all_placements),
        withdrawals=tuple(values.Withdrawal(stamp(w), w.revision.slug) for w in register.all_withdrawals),
        decisions=tuple(_decision(d) for d in register.all_decisions),
        ends=tuple(values.End(stamp(f), f.decision.entry.fact, f.on) for f in follow_ups if f.step in ENDS),
        lifts=tuple(values.Lift(stamp(f), f.lifts.entry.fact, f.on) for f in follow_ups if f.lifts),
        rulings=tuple(
            values.Ruling(stamp(f), f.decision.entry.fact, f.counts)
            for f in follow_ups
            if f.step == FollowUpKind.RULED
        ),
        checks=tuple(
            values.Check(stamp(f), f.decision_id)
            for f in follow_ups
            if f.step == FollowUpKind.CHECKED and not objection(register, f.decision)
        ),
    )


def _programme(register, placement: Placement) -> values.Programme:
    return values.Programme(
        stamp(placement),
        placement.revision.slug,
        frozenset(seat.body.seat for seat in register.seats.get(placement.pk, [])),
        placement.replaces and placement.replaces.slug,
        placement.adjusts and placement.adjusts.slug,
        placement.sent_on,
        placement.not_before,
    )


def _decision(decision: Decision) -> values.Decision:
    return values.Decision(
        stamp(decision),
        decision.case.revision.slug,
        decision.case.body.seat,
        decision.case.body.kind,
        decision.adopts,
        decision.passes_on,
        decision.doubtful,
        decision.earliest,
        decision.latest,
        decision.starts,
        decision.paragraph,
    )
