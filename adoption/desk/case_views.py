"""The desk's pages about one case: its reference numbers and planned steps, and the acts about them."""

from datetime import date
from functools import partial

from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _

from adoption.case_services import correct_detail, state_detail
from adoption.desk.case_forms import CorrectDetail, NewDetail
from adoption.desk.decision_list import new_url
from adoption.desk.one_case import case_title, case_url, detail_words, one_case
from adoption.desk.recording import decision_crumbs, decision_url, who
from adoption.desk.telling import struck
from adoption.models import Case, CaseDetail
from adoption.plans import odd_day
from adoption.services import newest
from sodertorn.desk.acts import DeskAct, act_view
from sodertorn.register import Register
from sodertorn.words import sentence_case


def case_or_404(number: int) -> Case:
    case = Case.objects.select_related("revision", "body__municipality").filter(entry=number).first()
    if case is None:
        raise Http404(_("Registret har inget ärende med det numret."))
    return case


def sent_on(case: Case) -> date | None:
    placement = Register().placements.get(case.revision.slug)
    return placement and placement.sent_on


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
        "case": one_case(register, found),
        "register_url": new_url(found.revision.slug, found.body.seat),
        "decisions": [
            {"url": decision_url(d), "name": _("Beslutet, händelse %d") % d.entry.fact} for d in decided
        ],
    }
    return render(request, "desk/case.html", page)


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
        return state_detail(case=found, reason=reason, **form.cleaned_data, **who(request))

    return act_about(
        found,
        title=_("Diarienummer eller planerat steg"),
        form=partial(NewDetail, found),
        perform=perform,
        odd=lambda form: odd_day(form.cleaned_data["on"], sent_on(found)),
    )


@act_view
def case_detail_correct(request, number, detail):
    """Correct a reference number or a planned step."""
    found = case_or_404(number)
    first = CaseDetail.objects.select_related("entry").filter(case=found, entry__fact=detail).first()
    if first is None:
        raise Http404(_("Ärendet har ingen sådan uppgift."))
    known = newest(first)

    def perform(form, reason):
        given = form.cleaned_data
        why = {"correction": given["correction"], "reason": " ".join(filter(None, [given["reason"], reason]))}
        return correct_detail(fact=known, **why, **form.stated(), **who(request))

    title = _("Rätta: %s") % known.get_detail_display()
    return act_about(
        found,
        title=title,
        form=partial(CorrectDetail, known),
        perform=perform,
        odd=lambda form: odd_day(form.stated().get("on"), sent_on(found)),
    )
