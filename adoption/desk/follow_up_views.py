"""The desk's pages about what comes after a decision."""

from functools import partial

from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from adoption.decision_services import check_decision, correct_follow_up, file_follow_up
from adoption.decision_services import rule as rule_on
from adoption.desk.follow_up_forms import (
    ChangedRuling,
    CorrectFollowUp,
    DecisionCheckForm,
    FollowUpForm,
    RulingForm,
)
from adoption.desk.oddities import odd_check, odd_follow_up
from adoption.desk.one_decision import may_check, ruling_of, to_compare, why_no_ruling
from adoption.desk.recording import about, decision_act, decision_url, fact_or_404, filed_or_404, frame, who
from adoption.desk.telling import follow_up_says
from adoption.models.follow_ups import OF_AN_ENTRY, FollowUpKind
from adoption.sentences import told
from sodertorn.desk.acts import DeskAct
from sodertorn.register import Register


def act_about(decision, register, shown=None, template="desk/grouped_act.html", **more) -> DeskAct:
    """An act about something that came after the decision; `shown` is what its form's page shows beside the form."""
    return DeskAct(
        says=follow_up_says,
        done=lambda fact: decision_url(fact.decision),
        about=about(decision),
        template=template,
        frame=frame(decision) | {"lede": told(register, decision)} | (shown or {}),
        **more,
    )


def no_act(request, decision, title: str, why: str):
    """A page that says why there is no form here."""
    page = frame(decision) | {"title": title, "why": why, "decision_url": decision_url(decision)}
    return render(request, "desk/no_act.html", page)


@decision_act
def follow_up(request, number):
    decision, register = fact_or_404(number), Register()
    filed = register.follow_ups[number]
    title = _("Vad har hänt efter beslutet?")
    if decision.entry.void:
        return no_act(request, decision, title, _("Enligt en rättelse har beslutet aldrig fattats."))

    def perform(form, reason):
        stated = form.stated() | {"citations": form.sources(), "reason": reason}
        return file_follow_up(decision=decision, **stated, **who(request))

    return act_about(
        decision,
        register,
        title=title,
        form=partial(
            FollowUpForm, decision, filed, initial={"what": request.GET.get("steg")}, person=request.user
        ),
        perform=perform,
        odd=lambda form: odd_follow_up(register, decision, filed, form.stated()),
    )


@decision_act
def follow_up_correct(request, number, filed):
    decision = fact_or_404(number)
    known = filed_or_404(decision, filed)
    if known.step == FollowUpKind.RULED:
        return redirect("desk:decision_rule", number)
    title = _("Rätta: %s") % known.get_step_display()
    if known.step in OF_AN_ENTRY and known.entry.void:
        checked = known.step == FollowUpKind.CHECKED
        why = _("Granskningen är struken. Granska beslutet igen i stället.")
        return no_act(request, decision, title, why if checked else _("Kommunens svar är struket."))

    def perform(form, reason):
        given = form.cleaned_data
        why = {"correction": given["correction"], "reason": given["reason"], "citations": form.sources()}
        return correct_follow_up(fact=known, **why, **form.stated(), **who(request))

    return act_about(
        decision,
        Register(),
        title=title,
        form=partial(CorrectFollowUp, known, person=request.user),
        perform=perform,
    )


@decision_act
def rule(request, number):
    """Rule on a doubtful adoption; a ruling that is changed is corrected."""
    decision, register = fact_or_404(number), Register()
    ruling, title = ruling_of(decision), _("Räknas antagandet?")
    if why := why_no_ruling(decision, ruling):
        return no_act(request, decision, title, why)

    def perform(form, reason):
        return rule_on(decision=decision, **form.cleaned_data, **who(request))

    form = partial(ChangedRuling, ruling) if ruling else RulingForm
    shown = to_compare(register, decision) | {"about": _("Det här ska avgöras")}
    more = {"template": "desk/decision_check.html", "shown": shown}
    return act_about(decision, register, title=title, form=form, perform=perform, **more)


@decision_act
def check(request, number):
    """Mark a decision as checked against signed minutes: by somebody else than those who recorded it."""
    decision, register = fact_or_404(number), Register()
    title = _("Granska mot justerat protokoll")
    allowed, why = may_check(register, decision, request.user)
    if not allowed:
        return no_act(request, decision, title, why)

    def perform(form, reason):
        given = form.cleaned_data
        return check_decision(
            decision=decision, compared=given["entry"], words=given["words"], reason=reason, **who(request)
        )

    return act_about(
        decision,
        register,
        title=title,
        form=partial(DecisionCheckForm, newest=decision.pk),
        perform=perform,
        odd=lambda form: odd_check(register.follow_ups[number]),
        template="desk/decision_check.html",
        shown=to_compare(register, decision) | {"about": _("Det här ska stämma med protokollet")},
    )
