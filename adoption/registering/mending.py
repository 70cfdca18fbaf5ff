"""A municipality corrects what is registered of its own: the decision, what came after it, its reference numbers."""

from functools import partial

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from adoption.case_services import correct_detail
from adoption.decision_services import correct_decision, correct_follow_up, file_papers
from adoption.desk.case_views import detail_says
from adoption.desk.follow_up_forms import extract_of
from adoption.desk.oddities import odd_correction, odd_extract, odd_step
from adoption.desk.recording import beside
from adoption.desk.telling import decision_says, follow_up_says
from adoption.models.cases import DetailKind
from adoption.registering.confirmation import confirmed_at, send_confirmation
from adoption.registering.forms import LATER
from adoption.registering.mending_forms import OwnCorrection, OwnLaterCorrection, OwnNumber
from adoption.registering.recording import (
    fetch_later,
    frame,
    own_case_or_404,
    own_decision_or_404,
    registering_act,
    who,
)
from adoption.sentences import told
from adoption.services import restated
from sodertorn.desk.acts import DeskAct
from sodertorn.register import Register

FORM = "registering/form.html"


def why(form, reason: str) -> dict:
    given = form.cleaned_data
    return {"correction": given["correction"], "reason": " ".join(filter(None, [given["reason"], reason]))}


@registering_act
def correct(request, number, fact):
    """The decision as it was: a slip, corrected minutes, or that it was never taken."""
    register = Register()
    case = own_case_or_404(request, register, number)
    known = own_decision_or_404(register, case, fact)

    def perform(form, reason):
        about, by = {"decision": known, "kind": case.body.kind} | why(form, reason), who(request, case)
        if form.never_happened():
            return correct_decision(**about, **by)
        mended = beside(form, correct_decision, **about, **form.stated(), citations=form.sources(), **by)
        file_papers(mended, None, extract_of(form.cleaned_data["extract"]), form.file_name("extract"), **by)
        fetch_later(mended, form)
        return mended

    def odd(form):
        if form.never_happened():
            return []
        right, extract = restated(known, form.stated()), form.cleaned_data["extract"]
        return odd_correction(register, known, right, extract)

    return DeskAct(
        title=_("Rätta beslutet"),
        form=partial(OwnCorrection, known, register.placements[case.revision.slug], person=request.user),
        perform=perform,
        says=decision_says,
        done=confirmed_at,
        then=partial(send_confirmation, user=request.user),
        about=lambda form: {case.revision.slug},
        odd=odd,
        template=FORM,
        frame=frame(case) | {"lede": told(register, known)},
    )


@registering_act
def later_correct(request, number, fact, filed):
    """A slip in one thing that came after the decision."""
    register = Register()
    case = own_case_or_404(request, register, number)
    decision = own_decision_or_404(register, case, fact)
    rows = register.follow_ups[fact]
    known = next((f for f in rows if f.entry.fact == filed and f.step in LATER.values()), None)
    if known is None:
        raise Http404(_("Det finns ingen sådan uppgift."))

    def perform(form, reason):
        return correct_follow_up(fact=known, **why(form, reason), **form.stated(), **who(request, case))

    def odd(form):
        stated, others = form.stated(), [f for f in rows if f is not known]
        if extract := stated.get("extract"):
            return odd_extract(register, decision, extract.sha256)
        return odd_step(decision, others, known.step, stated["on"]) if stated.get("on") else []

    return DeskAct(
        title=_("Rätta: %s") % known.get_step_display(),
        form=partial(OwnLaterCorrection, known, person=request.user),
        perform=perform,
        says=follow_up_says,
        done=lambda said: reverse("registering:case", args=[case.pk]),
        about=lambda form: {case.revision.slug},
        odd=odd,
        template=FORM,
        frame=frame(case) | {"lede": told(register, decision)},
    )


@registering_act
def number_correct(request, number, detail):
    """A mistyped reference number."""
    register = Register()
    case = own_case_or_404(request, register, number)
    numbers = (d for d in register.details[case.pk] if d.detail == DetailKind.NUMBER)
    known = next((d for d in numbers if d.entry.fact == detail), None)
    if known is None:
        raise Http404(_("Det finns ingen sådan uppgift."))

    def perform(form, reason):
        return correct_detail(fact=known, **why(form, reason), **form.stated(), **who(request, case))

    return DeskAct(
        title=_("Rätta: %s") % known.get_detail_display(),
        form=partial(OwnNumber, known),
        perform=perform,
        says=detail_says,
        done=lambda said: reverse("registering:case", args=[case.pk]),
        about=lambda form: {case.revision.slug},
        template="desk/act.html",
        frame=frame(case) | {"lede": known.words},
    )
