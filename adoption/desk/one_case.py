"""What the desk shows of one case: its reference numbers and planned steps, with the way to correct each."""

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from adoption.models import Case, CaseDetail
from adoption.models.cases import PLANNED
from adoption.plans import plan_held, plan_to_come
from sodertorn.register import Register
from sodertorn.words import sentence_case, the_day


def case_url(case: Case) -> str:
    return reverse("desk:case", args=[case.pk])


def case_title(case: Case) -> str:
    return _("Ärendet: %s") % case.body


def one_case(register: Register, found: Case) -> dict:
    return {
        "title": case_title(found),
        "details": [row(detail) for detail in standing_details(register, found)],
        "new_url": reverse("desk:case_detail_new", args=[found.pk]),
    }


def standing_details(register: Register, found: Case) -> list[CaseDetail]:
    """The reference numbers, and of each planned step the newest plan (R2) unless the decision made it needless."""
    today = localdate()
    plans = plan_held(register, found, today) | plan_to_come(register, found, today)
    details = register.details[found.pk]
    return [d for d in details if d.detail not in PLANNED or plans.get(d.detail) is d]


def row(detail: CaseDetail) -> dict:
    return {
        "label": sentence_case(detail.get_detail_display()),
        "value": detail_words(detail),
        "correct_url": reverse("desk:case_detail_correct", args=[detail.case_id, detail.entry.fact]),
    }


def detail_words(detail: CaseDetail) -> str:
    """`KS 2027/64`, `den 16 februari 2027, arbetsutskottet`."""
    if detail.detail not in PLANNED:
        return detail.words
    day = the_day(detail.on) if detail.on else _("inget planerat längre")
    return f"{day}, {detail.words}" if detail.words else day
