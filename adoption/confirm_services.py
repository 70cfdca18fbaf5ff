"""A municipality is asked whether its decision is registered right, and answers through a signed link: "Stämmer det?"."""

from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, Signer
from django.utils import timezone
from django.utils.translation import gettext as _

from adoption.decision_services import follow_ups_of
from adoption.models import Decision, FollowUp
from adoption.models.follow_ups import FollowUpKind
from adoption.services import follow_up, newest
from sodertorn.one_act import one_act

SIGNER = Signer(sep=".", salt="confirm-decision")


def token_of(decision: Decision) -> str:
    """Names the entry that is asked about, signed with the register's secret; the same however often it is mailed."""
    return SIGNER.sign(decision.pk)


def decision_of(token: str) -> Decision | None:
    """The decision as the entry that was asked about has it; None for a token that is none of ours."""
    try:
        number = int(SIGNER.unsign(token))
    except (BadSignature, ValueError):
        return None
    related = ("entry", "case__revision", "case__body__municipality")
    return Decision.objects.select_related(*related).filter(pk=number).first()


def confirmation_of(decision: Decision) -> FollowUp | None:
    """That the municipality said that this entry is right; None when it hasn't, or that was struck."""
    said = follow_ups_of(decision, FollowUpKind.CONFIRMED)
    return next((one for one in said if one.decision_id == decision.pk), None)


@one_act
def confirm(*, decision: Decision) -> FollowUp:
    """The municipality's office says today that an entry of its decision is right; said again, it is the same.

    Nobody is named: whoever has the link answers for the office. Raises ValidationError when a
    newer entry says otherwise.
    """
    if newest(decision).pk != decision.pk:
        raise ValidationError(_("Uppgifterna har ändrats sedan frågan ställdes."), code="changed")
    office = decision.case.body.municipality.full_name
    step, today = FollowUpKind.CONFIRMED, timezone.localdate()
    return confirmation_of(decision) or follow_up(decision=decision, step=step, on=today, office=office)
