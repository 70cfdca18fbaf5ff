"""What a municipality notes of a matter before its meeting: numbers, the officer, the planned days."""

from adoption.decision_services import state_detail
from adoption.desk.one_case import standing_details
from adoption.models import Case, CaseDetail, HandlingOfficer
from adoption.registering.forms import PlanForm
from sodertorn.one_act import one_act
from sodertorn.register import Register


def known_details(register: Register, case: Case) -> dict[str, CaseDetail]:
    """What stands of a case: of each planned step the newest plan, and the newest reference number."""
    return {detail.detail: detail for detail in standing_details(register, case)}


def officer_of(case: Case) -> str:
    officer = HandlingOfficer.objects.filter(case=case).first()
    return officer.name if officer else ""


@one_act
def note_plan(*, case: Case, form: PlanForm, office: str, by) -> None:
    """Record what is new in the form, all or nothing. Raises ValidationError."""
    for detail, stated in form.details:
        state_detail(case=case, detail=detail, **stated, office=office, by=by)
    if name := form.cleaned_data["officer"]:
        HandlingOfficer.objects.update_or_create(case=case, defaults={"name": name})
    else:
        for officer in HandlingOfficer.objects.filter(case=case):
            officer.delete()
