"""The desk's pages about decisions: all of them, one of them, and the acts about a decision as a whole."""

from functools import partial

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from adoption.decision_services import correct_decision, receive_decision, supplement_decision
from adoption.desk.decision_forms import CorrectDecision, NewDecision, SupplementDecision
from adoption.desk.decision_list import decision_list
from adoption.desk.filling import CONFIRM, as_read
from adoption.desk.oddities import odd_correction, odd_decision, odd_supplement, odd_taking_back
from adoption.desk.one_decision import one_decision
from adoption.desk.recording import (
    about,
    beside,
    decision_act,
    decision_url,
    fact_or_404,
    frame,
    who,
)
from adoption.desk.telling import decision_says
from adoption.registering.asked import newest_first
from adoption.sentences import told
from adoption.services import restated
from sodertorn.desk.acts import DeskAct
from sodertorn.desk.uploads import download, kept
from sodertorn.register import Register

FORM = "desk/grouped_act.html"


def decisions(request):
    return render(request, "desk/decisions.html", decision_list(Register()))


def decision(request, number):
    """One decision, by the number of its first entry; a later entry of it leads there."""
    register = Register()
    fact = next((e.fact for e in register.entries if e.number == number and e.kind == "decision"), None)
    if fact is None:
        raise Http404(_("Registret har inget beslut med det numret."))
    if fact != number:
        return redirect("desk:decision", fact)
    return render(request, "desk/decision.html", one_decision(register, fact, request.user))


@decision_act
def decision_new(request):
    register = Register()
    asked = {"revision": request.GET.get("program"), "municipality": request.GET.get("kommun")}
    asked["revision"] = asked["revision"] or next(iter(newest_first(register)), "")

    def perform(form, reason):
        given = form.cleaned_data
        stated = {name: given[name] for name in ("revision", "municipality")} | form.stated() | form.papers()
        stated |= {"kind": given["body"], "takes_back": form.taken_back(), "citations": form.sources()}
        return beside(form, receive_decision, **stated, reason=reason, **who(request))

    def odd(form):
        entered = form.as_decision()
        return odd_decision(register, entered, **form.minutes()) + odd_taking_back(entered, form.taken_back())

    return DeskAct(
        title=_("Registrera ett beslut"),
        form=partial(NewDecision, initial=asked, person=request.user),
        perform=perform,
        says=decision_says,
        done=decision_url,
        about=lambda form: {chosen.slug} if (chosen := form.cleaned_data.get("revision")) else set(),
        odd=odd,
        shows=as_read,
        confirm=CONFIRM,
        template=FORM,
        frame=frame(),
    )


@decision_act
def decision_supplement(request, number):
    known = fact_or_404(number)

    def perform(form, reason):
        stated = form.stated() | form.papers() | {"kind": form.cleaned_data.get("body")}
        sources = {"citations": form.sources(), "reason": reason}
        return beside(form, supplement_decision, decision=known, **stated, **sources, **who(request))

    def odd(form):
        fuller = restated(known, form.stated())
        return odd_supplement(Register(), known, fuller, **form.minutes())

    return DeskAct(
        title=_("Komplettera beslutet"),
        form=partial(SupplementDecision, known, person=request.user),
        perform=perform,
        says=decision_says,
        done=decision_url,
        about=about(known),
        odd=odd,
        shows=as_read,
        confirm=CONFIRM,
        template=FORM,
        frame=frame(known) | {"lede": one_line(known)},
    )


@decision_act
def decision_correct(request, number):
    known = fact_or_404(number)

    def perform(form, reason):
        given = form.cleaned_data
        why = {"correction": given["correction"], "reason": " ".join(filter(None, [given["reason"], reason]))}
        if form.never_happened():
            right = {"kind": known.case.body.kind}
        else:
            right = form.stated() | {"kind": given.get("body"), "citations": form.sources()}
        return beside(form, correct_decision, decision=known, **why, **right, **who(request))

    def odd(form):
        if form.never_happened():
            return []
        return odd_correction(Register(), known, restated(known, form.stated()))

    return DeskAct(
        title=_("Rätta beslutet"),
        form=partial(CorrectDecision, known, person=request.user),
        perform=perform,
        says=decision_says,
        done=decision_url,
        about=about(known),
        odd=odd,
        template=FORM,
        frame=frame(known) | {"lede": one_line(known)},
    )


def one_line(known) -> str:
    return told(Register(), known)


def extract(request, sha256):
    """An uploaded file, as it was uploaded."""
    return uploaded(sha256)


def uploaded(sha256: str):
    """A file for somebody who is signed in. Raises Http404."""
    if not kept(sha256):
        raise Http404(_("Registret har ingen fil med den kontrollsumman."))
    response = download(sha256, f"protokollsutdrag-{sha256[:12]}.pdf")
    response["Cache-Control"] = "private, no-store"
    return response
