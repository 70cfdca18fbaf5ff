"""A municipality is asked whether its decision is registered right, and answers through a signed link: "Stämmer det?"."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.utils import timezone
from django.utils.translation import gettext as _

from adoption.models import Decision, FollowUp
from adoption.models.follow_ups import FollowUpKind
from adoption.services import follow_up, newest
from adoption.states import objection
from sodertorn.one_act import one_act
from sodertorn.register import Register

SIGNER = TimestampSigner(sep=".", salt="confirm-decision")
LIVES = timedelta(days=90)
"""So long a link can be answered through; then it only leads to asking for a new one."""


def token_of(decision: Decision, signer: TimestampSigner = SIGNER) -> str:
    """Names the entry that is asked about, when it was recorded, and the moment of asking, signed with the register's secret.

    In a register that was restored another entry may get the number of one that was lost.
    Each question has a signer of its own, so that no link answers another.
    """
    return signer.sign(f"{decision.pk}-{second_of(decision)}")


def second_of(decision: Decision) -> int:
    return int(decision.entry.recorded.timestamp())


def decision_of(
    token: str, signer: TimestampSigner = SIGNER, lives: timedelta = LIVES
) -> tuple[Decision, bool] | None:
    """The decision as the entry that was asked about has it, and whether the link can still be answered through.

    It ends after its time, and when the decision gets a newer entry. None for a token that is none of ours.
    """
    try:
        signed, in_time = signer.unsign(token, max_age=lives), True
    except SignatureExpired:
        signed, in_time = signer.unsign(token), False
    except BadSignature:
        return None
    number, _dash, second = signed.partition("-")
    related = ("entry", "case__revision", "case__body__municipality")
    decision = Decision.objects.select_related(*related).filter(pk=number).first()
    if decision is None or str(second_of(decision)) != second:
        return None
    return decision, in_time and newest(decision).pk == decision.pk


def confirmation_of(register: Register, decision: Decision) -> FollowUp | None:
    """That the municipality said last that this entry is right; None when it hasn't, or that was struck."""
    said = [f for f in register.follow_ups[decision.entry.fact] if f.decision_id == decision.pk]
    confirmed = [f for f in said if f.step == FollowUpKind.CONFIRMED]
    return confirmed[-1] if confirmed and not objection(register, decision) else None


@one_act
def confirm(*, decision: Decision) -> FollowUp:
    """The municipality's office says today that an entry of its decision is right; said again, it is the same.

    Nobody is named: whoever has the link answers for the office. Raises ValidationError when a
    newer entry says otherwise.
    """
    return confirmation_of(Register(), decision) or answer(decision, FollowUpKind.CONFIRMED)


@one_act
def object_to(*, decision: Decision, words: str) -> FollowUp:
    """The municipality's office says today that an entry of its decision is not right, and in what; never public.

    Raises ValidationError when a newer entry says otherwise.
    """
    return answer(decision, FollowUpKind.OBJECTED, objection=words)


def answer(decision: Decision, step: FollowUpKind, **stated) -> FollowUp:
    if newest(decision).pk != decision.pk:
        raise ValidationError(_("Uppgifterna har ändrats sedan frågan ställdes."), code="changed")
    office, today = decision.case.body.municipality.full_name, timezone.localdate()
    return follow_up(decision=decision, step=step, on=today, office=office, **stated)
