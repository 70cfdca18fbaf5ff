"""The pages of the links in questions to the municipalities. Opening one does nothing; its button answers."""

from contextlib import suppress
from functools import partial

from allauth.core.ratelimit import consume_or_429
from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from adoption.appeal import AppealState, appeal_of, appeal_words
from adoption.asking.appeals import (
    ANSWERS,
    answer_appeal,
    answer_to_change,
    decision_asked_about,
    final_since,
    is_open,
)
from adoption.asking.links import question_or_404
from adoption.asking.still_right import (
    KNOWN,
    checksum,
    confirm_still_right,
    known_of,
    object_to,
    objections_of,
    said_of_this,
)
from adoption.models import Asked, Decision, Municipality, Question
from adoption.models.follow_ups import FollowUpKind
from adoption.sentences import told
from sodertorn.announcing import announces
from sodertorn.desk.fields import DayField, DeskForm, PlainEmail, PlainField
from sodertorn.desk.once import Answer, answer_once, once
from sodertorn.permissions import Role, roles_of
from sodertorn.register import Register
from sodertorn.sign_in.views import for_the_recipient
from sodertorn.words import the_day


class AppealForm(DeskForm):
    """What is known of the appeal; nothing of it has to be."""

    on = DayField(past=True, required=False, label=gettext_lazy("Vilken dag kom överklagandet in?"))
    words = PlainField(
        limit=200,
        required=False,
        label=gettext_lazy("Målnummer"),
        help_text=gettext_lazy("Förvaltningsrättens, om det är känt."),
    )

    def __init__(self, decision: Decision, *args):
        super().__init__(*args)
        self.decision = decision

    def clean_on(self):
        on, met = self.cleaned_data["on"], self.decision.began or self.decision.earliest
        if on and met and on < met:
            raise ValidationError(_("Beslutet fattades %s, och överklagas först sedan.") % the_day(met))
        return on


EXAMPLES = {
    "contact_email": gettext_lazy("gärna en funktionsbrevlåda"),
    "office": gettext_lazy("till exempel kommunstyrelsens förvaltning"),
    "office_genitive": gettext_lazy("till exempel kommunstyrelsens förvaltnings"),
    "paper": gettext_lazy("till exempel tjänsteutlåtande eller tjänsteskrivelse"),
    "decision_form": gettext_lazy("till exempel ”… antas” eller ”Kommunstyrelsen beslutar att anta …”"),
    "paragraph_form": gettext_lazy("till exempel §9, § 9 eller 9/27"),
}


class AsItWas(forms.HiddenInput):
    """What the page showed of a field. Nobody meets it, so nothing is said of it: what is wrong stands at the field."""

    def get_context(self, name, value, attrs):
        said = {key: one for key, one in attrs.items() if not key.startswith("aria-")}
        return super().get_context(name, value, said)


class RightForm(DeskForm):
    """How what is known of a municipality should read. Nothing is edited by it: the strategist sees to it."""

    def __init__(self, own: Municipality, *args):
        super().__init__(*args)
        for name, label in KNOWN.items():
            of = PlainEmail if name == "contact_email" else PlainField
            limit, now = Municipality._meta.get_field(name).max_length, getattr(own, name)
            asks = {"max_length": limit, "required": False, "label": label, "initial": now}
            asks["show_hidden_initial"] = True  # what the page showed: the office may edit it meanwhile
            self.fields[name] = of(help_text=EXAMPLES.get(name, ""), **asks)
            self.fields[name].hidden_widget = AsItWas
        self.fields["more"] = PlainField(
            limit=2000, lines=4, required=False, label=_("Något annat som är fel")
        )

    def clean(self):
        if not self.errors and not self.has_changed():
            raise ValidationError(_("Rätta eller fyll i något av det nedan, eller skriv vad som är fel."))
        return self.cleaned_data

    def words(self) -> str:
        """What should be otherwise, in words: `Er webbplats: ”https://…”, inte ”https://…”.`"""
        lines = []
        for name in self.changed_data:
            said = self.cleaned_data[name]
            stated = {
                "label": self.fields[name].label,
                "now": said,
                "before": self.data.get(self.add_initial_prefix(name), ""),
            }
            if name == "more":
                lines.append(said)
            elif not said:
                lines.append(_("%(label)s: inte längre ”%(before)s”") % stated)
            elif stated["before"]:
                lines.append(_("%(label)s: ”%(now)s”, inte ”%(before)s”") % stated)
            else:
                lines.append(_("%(label)s: ”%(now)s”") % stated)
        return "\n".join(lines)


def appeal_answer(request, token, answer):
    """One of the two answers; the other is a link away."""
    if refused := consume_or_429(request, action="confirm"):
        return refused
    if answer not in ANSWERS:
        raise Http404(_("Länken är inte hel. Öppna den igen ur brevet."))
    decision, step = decision_asked_about(question_or_404(token, Asked.APPEAL)), ANSWERS[answer]
    office = Role.STRATEGIST in roles_of(request.user)
    form = AppealForm(decision, request.POST or None) if step == FollowUpKind.APPEALED else None
    if request.method == "POST" and not office and (form is None or form.is_valid()):
        with suppress(ValidationError):  # known meanwhile, which the page tells
            stated = {"strikes": request.POST.get("strikes", "")} | (form.cleaned_data if form else {})
            announces(answer_appeal)(decision=decision, step=step, **stated)
        return for_the_recipient(redirect(request.path))
    page = appeal_page(decision, step, form) | {"office": office, "token": token, "answer": answer}
    return for_the_recipient(render(request, "adoption/appeal_answer.html", page))


def appeal_page(decision, step, form) -> dict:
    """`known` in place of the form; beside the form `before`, the other answer that it would strike."""
    register = Register()
    said, asks = answer_to_change(register, decision), is_open(register, decision, localdate())
    changes, known = said is not None and said.step != step, known_words(register, decision)
    return {
        "title": _("Har beslutet överklagats?"),
        "municipality": decision.case.body.municipality.full_name,
        "sentence": told(register, decision),
        "known": "" if asks or changes else known,
        "before": known if changes else "",
        "said": said,
        "final": the_day(final_since(register, decision)) if asks or changes else "",
        "form": form,
        "decision": decision,
    }


def known_words(register, decision) -> str:
    """What the register knows already, so that there is nothing to answer."""
    if decision.entry.fact not in register.decisions:
        return _("Beslutet är struket ur registret.")
    appeal = appeal_of(register.follow_ups[decision.entry.fact], localdate())
    state, on = appeal and appeal.state, appeal and appeal.on
    if state == AppealState.FINAL and on:
        return _("Registret har uppgiften att beslutet fick laga kraft %s.") % the_day(on)
    if state == AppealState.FINAL:
        return _("Registret har uppgiften att beslutet har fått laga kraft.")
    if state in (AppealState.APPEALED, AppealState.JUDGED):
        return _("Registret har uppgiften att beslutet är överklagat.")
    return appeal_words(appeal) or _("Registret behöver inget svar om det här beslutet längre.")


@once
def still_right(request, token):
    """What is known of the municipality, and the buttons: Yes is recorded, No waits at the desk."""
    if refused := consume_or_429(request, action="confirm"):
        return refused
    question = question_or_404(token, Asked.STILL_RIGHT)
    own, office = question.municipality, Role.STRATEGIST in roles_of(request.user)
    form, changed = RightForm(own, request.POST if "no" in request.POST else None), ""
    if request.method == "POST" and not office:
        try:
            if done := answered(request, question, form):
                return for_the_recipient(done)
        except ValidationError as meanwhile:
            changed = meanwhile.message
            own.refresh_from_db()
    said, facts, waits = said_of_this(own), known_of(own), objections_of(own)
    confirmed = said and said.on >= localdate(question.at) and not waits
    settled = Question.objects.filter(municipality=own, settled_at__isnull=False)
    page = {
        "title": _("Stämmer uppgifterna?"),
        "municipality": own.full_name,
        "facts": [{"label": label, "value": value, "swedish": True} for label, value in facts if value],
        "known": checksum(own),
        "confirmed": the_day(said.on) if confirmed else "",
        "waits": [one.said for one in waits],
        "settled": [one.said for one in settled],
        "changed": changed,
        "office": office,
        "form": form,
    }
    return for_the_recipient(render(request, "adoption/still_right.html", page))


def answered(request, question, form) -> HttpResponse | None:
    """Carry the answer out, once; None when there is none. Raises ValidationError when something else is known by now."""
    if "yes" in request.POST:
        read = request.POST.get("known", "")
        act = partial(confirm_still_right, municipality=question.municipality, read=read)
        words = _("Tack. Det är antecknat att uppgifterna stämmer.")
    elif form.is_bound and form.is_valid():
        act = partial(object_to, question=question, words=form.words())
        words = _("Tack. Samverkansstrategen har fått era ord och hör av sig.")
    else:
        return None

    def carry_out():
        act()
        return Answer(request.path, words)

    return answer_once(request, carry_out)
