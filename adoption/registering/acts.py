"""What a municipality records about its own decision: the decision, what was not known of it, what came after."""

from functools import partial

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from adoption.decision_services import file_follow_up, receive_decision, supplement_decision, the_same
from adoption.desk.filling import CONFIRM, as_read
from adoption.desk.follow_up_forms import extract_of
from adoption.desk.oddities import (
    odd_decision,
    odd_extract,
    odd_follow_up,
    odd_notice,
    odd_signing,
    odd_supplement,
    odd_taking_back,
)
from adoption.desk.recording import beside
from adoption.desk.several_files import chosen
from adoption.desk.telling import decision_says, follow_up_says
from adoption.errors import AlreadyRegistered
from adoption.registering.begun import saved_for_later, waiting_form
from adoption.registering.confirmation import confirmed_at, send_confirmation
from adoption.registering.forms import LATER, OwnDecision, OwnLater, OwnSupplement, first_answers
from adoption.registering.plan import known_details
from adoption.registering.recording import (
    finish,
    frame,
    own_case_or_404,
    own_decision_or_404,
    registering_act,
    who,
)
from adoption.registering.twice import add_to, add_what_it_says
from adoption.sentences import told
from adoption.services import restated
from sodertorn.desk.acts import DeskAct
from sodertorn.register import Register
from sodertorn.words import sentence_case

FORM = "registering/form.html"


def odd_in_new(register: Register, form: OwnDecision) -> list[str]:
    """What is unusual about a new decision; of one that is there already that has been asked."""
    entered, days = form.as_decision(), form.days_of_minutes()
    if the_same(entered):
        odd = odd_signing(entered, days["signed_on"]) + odd_notice(entered, **days)
        return odd + odd_extract(register, entered, form.cleaned_data["extract"])
    return odd_decision(register, entered, **form.minutes()) + odd_taking_back(entered, form.taken_back())


@registering_act
def decision_new(request, number):
    """What the body of the case has decided."""
    register = Register()
    case = own_case_or_404(request, register, number)
    placement = register.placements[case.revision.slug]
    first = first_answers(register, case, known_details(register, case))
    form = waiting_form(
        request, case, partial(OwnDecision, case, placement, register), first, chosen(request)
    )

    def perform(form, reason):
        stated = (
            form.stated() | form.papers() | {"takes_back": form.taken_back(), "citations": form.sources()}
        )
        stated |= {"revision": case.revision, "municipality": case.body.municipality}
        stated |= {"kind": form.case().body.kind, "reason": reason}
        try:
            decision = beside(form, receive_decision, **stated, **who(request, case))
        except AlreadyRegistered as already:
            decision = add_to(form, already.fact, reason, **who(request, case))
        finish(request, case, decision, form)
        return decision

    return saved_for_later(request, case, form) or DeskAct(
        title=_("Registrera beslutet"),
        form=form,
        perform=perform,
        says=lambda before, after, said: add_what_it_says(before, said, decision_says(before, after, said)),
        done=confirmed_at,
        then=partial(send_confirmation, user=request.user),
        about=lambda form: {case.revision.slug},
        odd=partial(odd_in_new, register),
        shows=as_read,
        confirm=CONFIRM,
        template=FORM,
        frame=frame(case) | {"lede": placement.title, "official": True},
    )


@registering_act
def supplement(request, number, fact):
    """The day and the § of a decision that the register knows too little of."""
    register = Register()
    case = own_case_or_404(request, register, number)
    known = own_decision_or_404(register, case, fact)
    form = waiting_form(request, case, partial(OwnSupplement, known), {}, {})

    def perform(form, reason):
        stated = form.stated() | form.papers() | {"kind": form.cleaned_data.get("body")}
        sources = {"citations": form.sources(), "reason": reason}
        fuller = beside(form, supplement_decision, decision=known, **stated, **sources, **who(request, case))
        finish(request, case, fuller, form)
        return fuller

    return saved_for_later(request, case, form) or DeskAct(
        title=_("När antog ni programmet?"),
        form=form,
        perform=perform,
        says=decision_says,
        done=confirmed_at,
        then=partial(send_confirmation, user=request.user),
        about=lambda form: {case.revision.slug},
        odd=lambda form: odd_supplement(register, known, restated(known, form.stated()), **form.minutes()),
        shows=as_read,
        confirm=CONFIRM,
        template=FORM,
        frame=frame(case) | {"lede": told(register, known)},
    )


@registering_act
def later(request, number, fact, part):
    """One thing that came after the decision."""
    register = Register()
    case = own_case_or_404(request, register, number)
    decision = own_decision_or_404(register, case, fact)
    step = LATER.get(part)
    if step is None:
        raise Http404(_("Det finns ingen sådan uppgift."))

    def stated(form) -> dict:
        given = form.cleaned_data
        return {
            "step": step,
            "on": given.get("on"),
            "words": given.get("words", ""),
            "extract": extract_of(given.get("extract", "")),
            "file_name": form.file_name("extract"),
        }

    def perform(form, reason):
        return file_follow_up(decision=decision, **stated(form), reason=reason, **who(request, case))

    return DeskAct(
        title=sentence_case(str(step.label)),
        form=partial(OwnLater, step, person=request.user),
        perform=perform,
        says=follow_up_says,
        done=lambda filed: reverse("registering:case", args=[case.pk]),
        about=lambda form: {case.revision.slug},
        odd=lambda form: odd_follow_up(register, decision, register.follow_ups[fact], stated(form)),
        template=FORM,
        frame=frame(case) | {"lede": told(register, decision)},
    )
