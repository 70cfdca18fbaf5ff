"""Each municipality's work with a programme, from the sending to the check: what is done, what is planned, what is late."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from adoption.appeal import SIGNED_WITHIN
from adoption.facts import BOARD
from adoption.models import Case, FollowUp
from adoption.models.cases import DetailKind
from adoption.models.decisions import Outcome
from adoption.models.follow_ups import FollowUpKind
from adoption.plans import plan_held, plan_to_come
from adoption.runway import Runway, Stop
from adoption.runway_page import body_of
from adoption.sentences import numbers_of
from adoption.states import AGAINST, COMES_AGAIN, UNDECIDED, SeatOnDay, SeatState, objection
from sodertorn.words import the_day
from sodertorn.writing import wished_by

TAKEN = (SeatState.ADOPTED, SeatState.LATER, SeatState.DOUBTFUL)

NUMBER, PREPARATION, DEADLINE, MEETING = (
    DetailKind.NUMBER,
    DetailKind.PREPARATION,
    DetailKind.DEADLINE,
    DetailKind.MEETING,
)
SENT, OFFICER, DECISION = "sent", "officer", "decision"
SIGNED, EXTRACT, CHECKED = FollowUpKind.SIGNED, FollowUpKind.EXTRACT_FILED, FollowUpKind.CHECKED


@dataclass(frozen=True)
class Late:
    """What should have been done by the day, and why it is late; said of one step."""

    step: str
    words: str


@dataclass(frozen=True)
class Work:
    """One seat's work, as the register knows it on a day. `case` is the one that is waited for, or was decided in."""

    runway: Runway
    seat: SeatOnDay
    stop: Stop
    case: Case
    plan: dict[str, date]
    numbers: list[str]
    filed: dict[str, FollowUp]
    officer: str = ""

    @property
    def day(self) -> date:
        return self.runway.day

    @property
    def body(self) -> str:
        return body_of(self.runway, self.stop)

    @property
    def taken(self) -> bool:
        """Whether the seat has an adoption, whether or not it counts yet."""
        return self.seat.state in TAKEN

    @property
    def decided(self) -> bool:
        """Whether the seat has a decision that nothing more is waited for after."""
        return self.taken or self.seat.state in AGAINST

    @property
    def anew(self) -> bool:
        """Whether it must be adopted anew: what is inhibited may still be found right (R3b)."""
        return self.seat.end is not None and self.seat.end.step != FollowUpKind.INHIBITION

    @property
    def disputed(self) -> bool:
        """Whether the municipality has answered that its decision is not registered right."""
        decision = self.seat.decision
        return decision is not None and objection(self.runway.register, decision) is not None

    @property
    def late(self) -> list[Late]:
        """What is late, the first step first."""
        if self.runway.slug in self.runway.register.withdrawals:
            return []
        return list(filter(None, [*self._before(), *self._after()]))

    def _before(self):
        if self.taken or self.seat.state == SeatState.UNKNOWN:
            return
        deadline, stop, waits = self.plan.get(DEADLINE), self.stop, self.seat.state in UNDECIDED
        if waits and deadline and deadline < self.day and not self.numbers:
            words = _("Manusstopp var %s, och inget diarienummer är känt.")
            yield Late(NUMBER, words % the_day(deadline))
        if stop.missed:
            yield Late(
                MEETING, _("Sammanträdet var %s; beslutet är inte registrerat.") % the_day(stop.missed)
            )
        yield self._against_the_wish() if waits else None
        if self.seat.state in COMES_AGAIN and not stop.meeting and not stop.missed:
            yield Late(MEETING, _("Ingen ny dag är känd."))
        if self.anew and not stop.meeting and not stop.missed:
            yield Late(MEETING, _("Antagandet är upphävt, och ingen ny dag är känd."))

    def _against_the_wish(self) -> Late | None:
        wished = self.runway.adoption.placement.answer_by
        if wished and wished < self.day:
            return Late(DECISION, wished_by(wished, self.day))
        if wished and self.stop.meeting and self.stop.meeting > wished:
            words = _("Sammanträdet är efter %s, då svar önskas.")
            return Late(MEETING, words % the_day(wished))
        return None

    def _after(self):
        met = self.seat.decision.latest if self.taken else None
        if met and SIGNED not in self.filed and CHECKED not in self.filed and met + SIGNED_WITHIN < self.day:
            words = _("Protokollet skulle ha justerats till %s; dagen är inte känd.")
            yield Late(SIGNED, words % the_day(met + SIGNED_WITHIN))


def work_of(runway: Runway, officers: dict[int, str]) -> list[Work]:
    """The work of every municipality that shall adopt the programme. `officers`: names by their case's number."""
    return [one(runway, seat, officers) for seat in runway.adoption.seats]


def one(runway: Runway, seat: SeatOnDay, officers: dict[int, str]) -> Work:
    register, stop, decision = runway.register, runway.stop(seat), seat.decision
    passed_on = decision and decision.outcome == Outcome.TO_COUNCIL
    cases = {
        kind: c
        for (slug, own, kind), c in register.case_of.items()
        if (slug, own) == (runway.slug, seat.seat)
    }
    asked = cases.get(stop.body) or cases[BOARD]
    case = decision.case if decision and not passed_on else asked
    plans = plan_held(register, case, runway.day) | plan_to_come(register, case, runway.day)
    filed = register.follow_ups[decision.entry.fact] if decision else ()
    return Work(
        runway,
        seat,
        stop,
        case,
        plan={step: plan.on for step, plan in plans.items() if plan.on},
        numbers=list(dict.fromkeys(number for c in cases.values() for number in numbers_of(register, c.pk))),
        filed={follow_up.step: follow_up for follow_up in filed if stands(follow_up, decision)},
        officer=", ".join(dict.fromkeys(officers[c.pk] for c in cases.values() if c.pk in officers)),
    )


def stands(follow_up: FollowUp, decision) -> bool:
    """A check is of exactly one entry of the decision (R13)."""
    return follow_up.step != CHECKED or follow_up.decision_id == decision.pk
