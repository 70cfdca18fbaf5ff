"""The pages of the links in questions to the municipalities. Opening one does nothing; its button answers."""

from contextlib import suppress

from allauth.core.ratelimit import consume_or_429
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from adoption.appeal import AppealState, appeal_of, appeal_words
from adoption.asking.appeals import ANSWERS, answer_appeal, decision_asked_about, final_since, is_open
from adoption.asking.links import question_or_404
from adoption.asking.still_right import confirm_still_right, confirmed_on, known_of, object_to
from adoption.models import Asked
from adoption.models.follow_ups import FollowUpKind
from adoption.sentences import told
from sodertorn.announcing import announces
from sodertorn.desk.fields import DayField, DeskForm, PlainField
from sodertorn.permissions import Role, roles_of
from sodertorn.register import Register
from sodertorn.sign_in.views import for_the_recipient
from sodertorn.words import sentence_case, the_day


class AppealForm(DeskForm):
    """What is known of the appeal; nothing of it has to be."""

    on = DayField(past=True, required=False, label=gettext_lazy("Vilken dag kom överklagandet in?"))
    words = PlainField(
        limit=200,
        required=False,
        label=gettext_lazy("Målnummer"),
        help_text=gettext_lazy("Förvaltningsrättens, om det är känt."),
    )


class WrongForm(DeskForm):
    words = PlainField(limit=2000, lines=4, label=gettext_lazy("Vad är fel?"))


def appeal_answer(request, token, answer):
    """One of the two answers; the other is a link away."""
    if refused := consume_or_429(request, action="confirm"):
        return refused
    if answer not in ANSWERS:
        raise Http404(_("Länken är inte hel. Öppna den igen ur brevet."))
    decision, step = decision_asked_about(question_or_404(token, Asked.APPEAL)), ANSWERS[answer]
    office = Role.STRATEGIST in roles_of(request.user)
    form = AppealForm(request.POST or None) if step == FollowUpKind.APPEALED else None
    if request.method == "POST" and not office and (form is None or form.is_valid()):
        with suppress(ValidationError):  # known meanwhile, which the page tells
            announces(answer_appeal)(decision=decision, step=step, **(form.cleaned_data if form else {}))
        return for_the_recipient(redirect(request.path))
    page = appeal_page(decision, form) | {"office": office, "token": token}
    return for_the_recipient(render(request, "adoption/appeal_answer.html", page))


def appeal_page(decision, form) -> dict:
    register = Register()
    asks = is_open(register, decision, localdate())
    return {
        "title": _("Har beslutet överklagats?"),
        "municipality": decision.case.body.municipality.full_name,
        "sentence": told(register, decision),
        "known": "" if asks else known_words(register, decision),
        "final": the_day(final_since(register, decision)) if asks else "",
        "form": form,
        "decision": decision,
    }


def known_words(register, decision) -> str:
    """What the register knows already, so that there is nothing to answer."""
    appeal = appeal_of(register.follow_ups[decision.entry.fact], localdate())
    state, on = appeal and appeal.state, appeal and appeal.on
    if state == AppealState.FINAL:
        since = _(" sedan %s") % the_day(on) if on else ""
        return _("Registret har uppgiften att beslutet har fått laga kraft%s.") % since
    if state in (AppealState.APPEALED, AppealState.JUDGED):
        return _("Registret har uppgiften att beslutet är överklagat.")
    return appeal_words(appeal) or _("Registret behöver inget svar om det här beslutet längre.")


def still_right(request, token):
    """What is known of the municipality, and the buttons: Yes is recorded, No waits at the desk."""
    if refused := consume_or_429(request, action="confirm"):
        return refused
    question = question_or_404(token, Asked.STILL_RIGHT)
    own, office = question.municipality, Role.STRATEGIST in roles_of(request.user)
    form = WrongForm(request.POST if "no" in request.POST else None)
    if request.method == "POST" and (done := answered(request, question, form, office)):
        return for_the_recipient(redirect(f"{request.path}?{done}"))
    confirmed = confirmed_on().get(own.code)
    page = {
        "title": _("Stämmer uppgifterna?"),
        "municipality": own.full_name,
        "facts": [
            {
                "label": sentence_case(label),
                "value": value or _("inte känt"),
                "unknown": not value,
                "swedish": True,
            }
            for label, value in known_of(own)
        ],
        "confirmed": the_day(confirmed) if confirmed and confirmed >= localdate(question.at) else "",
        "objected": "nej" in request.GET,
        "office": office,
        "form": form,
    }
    return for_the_recipient(render(request, "adoption/still_right.html", page))


def answered(request, question, form, office: bool) -> str:
    """Carry the answer out; gives which it was, "" when there is none."""
    if "yes" in request.POST and not office:
        confirm_still_right(municipality=question.municipality)
        return "ja"
    if form.is_bound and form.is_valid():
        object_to(question=question, words=form.cleaned_data["words"])
        return "nej"
    return ""
