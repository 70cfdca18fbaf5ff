"""The desk's pages about one case: its reference numbers and planned steps, and the acts about them."""

from functools import partial

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from adoption.decision_services import correct_detail, state_detail
from adoption.desk.case_forms import CorrectDetail, NewDetail
from adoption.desk.recording import decision_crumbs, decision_url, who
from adoption.desk.telling import struck
from adoption.models import Case, CaseDetail
from adoption.models.cases import PLANNED
from adoption.services import newest
from sodertorn.desk.acts import DeskAct, act_view
from sodertorn.register import Register
from sodertorn.words import sentence_case, the_day


def case_or_404(number: int) -> Case:
    case = Case.objects.select_related("revision", "body__municipality").filter(entry=number).first()
    if case is None:
        raise Http404(_("Registret har inget ärende med det numret."))
    return case


def case_url(case: Case) -> str:
    return reverse("desk:case", args=[case.pk])


def case_title(case: Case) -> str:
    return _("Ärendet: %s") % case.body


def programme_title(register: Register, case: Case) -> str:
    placement = register.placements.get(case.revision.slug)
    return placement.title if placement else str(case.revision)


def case(request, number):
    """What is known of one case, with the way to correct each thing."""
    found, register = case_or_404(number), Register()
    decided = [d for d in register.decisions.values() if d.case_id == found.pk]
    page = {
        "title": case_title(found),
        "lede": programme_title(register, found),
        "section": "decisions",
        "crumbs": decision_crumbs(),
        "details": [row(detail) for detail in standing_details(register, found)],
        "new_url": reverse("desk:case_detail_new", args=[number]),
        "decisions": [
            {"url": decision_url(d), "name": _("Beslutet, händelse %d") % d.entry.fact} for d in decided
        ],
    }
    return render(request, "desk/case.html", page)


def standing_details(register: Register, found: Case) -> list[CaseDetail]:
    """The reference numbers, and of each planned step the newest plan (R2)."""
    details = register.details[found.pk]
    plans = {detail.detail: detail for detail in details if detail.detail in PLANNED}
    return [detail for detail in details if plans.get(detail.detail, detail) is detail]


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


def detail_says(before: Register, after: Register, fact: CaseDetail) -> list[str]:
    """What the register then says of the case."""
    told = {"what": sentence_case(fact.get_detail_display()), "words": detail_words(fact)}
    if fact.entry.void:
        first = _("%(what)s: %(words)s. Det har aldrig stämt.") % told
    else:
        first = _("%(what)s: %(words)s.") % told
    about = f"{case_title(fact.case)}. {programme_title(after, fact.case)}."
    reason = [_("Skälet som sparas: %s") % fact.entry.reason] if fact.entry.reason else []
    return [first, about, *struck(fact), *reason]


def act_about(found: Case, **more) -> DeskAct:
    return DeskAct(
        says=detail_says,
        done=lambda fact: case_url(fact.case),
        about=lambda form: {found.revision.slug},
        frame={
            "section": "decisions",
            "crumbs": [*decision_crumbs(), (case_title(found), case_url(found))],
            "lede": programme_title(Register(), found),
        },
        **more,
    )


@act_view
def case_detail_new(request, number):
    """State a reference number or a planned step of a case."""
    found = case_or_404(number)

    def perform(form, reason):
        return state_detail(case=found, **form.cleaned_data, **who(request))

    return act_about(found, title=_("Diarienummer eller planerat steg"), form=NewDetail, perform=perform)


@act_view
def case_detail_correct(request, number, detail):
    """Correct a reference number or a planned step."""
    found = case_or_404(number)
    first = CaseDetail.objects.select_related("entry").filter(case=found, entry__fact=detail).first()
    if first is None:
        raise Http404(_("Ärendet har ingen sådan uppgift."))
    known = newest(first)

    def perform(form, reason):
        why = {"correction": form.cleaned_data["correction"], "reason": form.cleaned_data["reason"]}
        return correct_detail(fact=known, **why, **form.stated(), **who(request))

    title = _("Rätta: %s") % known.get_detail_display()
    return act_about(found, title=title, form=partial(CorrectDetail, known), perform=perform)
