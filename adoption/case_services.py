"""Acts about a case: its reference numbers and planned steps, stated and corrected."""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from adoption.models import Case, CaseDetail, Decision
from adoption.models.cases import DetailKind
from adoption.services import correct, newest, register
from sodertorn.journal import Correction
from sodertorn.one_act import one_act
from sodertorn.standing import standing


@one_act
def state_detail(
    *,
    case: Case,
    detail: DetailKind,
    words: str = "",
    on: date | None = None,
    reason: str = "",
    office: str,
    by=None,
) -> CaseDetail:
    """State a reference number of a case, or the newest plan of a step (R2); what stands already is refused.

    `reason`: why something unusual is right all the same.
    """
    details = CaseDetail.objects.filter(case=case, detail=detail).select_related("entry").order_by("entry")
    stands = standing(details)
    since = Decision.objects.filter(case=case, entry__gt=max((one.entry.fact for one in stands), default=0))
    plan = [] if since.exists() else stands[-1:]  # a meeting has used the old one up (adoption.plans)
    same = stands if detail == DetailKind.NUMBER else plan
    if any((known.words, known.on) == (words, on) for known in same):
        raise ValidationError({"words": _("Det står redan så i registret.")})
    fact = CaseDetail(case=case, detail=detail, words=words, on=on)
    return register(fact=fact, reason=reason, office=office, by=by)


@one_act
def correct_detail(*, fact: CaseDetail, correction: Correction, reason: str, **stated) -> CaseDetail:
    """State what is known of a case again, or that it never was so (R8)."""
    known = newest(fact)
    changed = {name: value for name, value in stated.items() if value != getattr(known, name, None)}
    if (
        correction != Correction.NEVER_HAPPENED
        and not known.entry.void
        and changed.keys() <= {"office", "by"}
    ):
        raise ValidationError({"words": _("Ingenting ändrades.")})
    return correct(fact=known, correction=correction, reason=reason, **stated)
