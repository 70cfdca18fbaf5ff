"""The page of a link that asks a municipality whether its decision is registered right. Opening it does nothing."""

from allauth.core.ratelimit import consume_or_429
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from adoption.confirm_services import confirm, confirmation_of, decision_of
from adoption.decision_pages import decided
from adoption.sentences import decision_sentence
from adoption.services import newest
from sodertorn.announcing import announces
from sodertorn.desk.fields import DeskForm, PlainField
from sodertorn.notices import tell_of_objection
from sodertorn.permissions import Role, roles_of
from sodertorn.register import Register
from sodertorn.sign_in.views import for_the_recipient
from sodertorn.words import the_day


class ObjectionForm(DeskForm):
    words = PlainField(limit=2000, lines=4, label=gettext_lazy("Vad är fel?"))


def confirm_page(request, token):
    """What is registered, and the buttons: Yes is recorded, No tells the strategist."""
    if refused := consume_or_429(request, action="confirm"):
        return refused
    decision = decision_of(token)
    if decision is None:
        raise Http404(_("Länken är inte hel. Öppna den igen ur brevet."))
    form = ObjectionForm(request.POST if "no" in request.POST else None)
    if request.method == "POST" and (done := answered(request, decision, form)):
        return for_the_recipient(redirect(f"{request.path}?{done}"))
    return for_the_recipient(render(request, "adoption/confirm.html", asked(request, decision, form)))


def answered(request, decision, form) -> str:
    """Carry the answer out; gives which it was, "" when there is none."""
    if "yes" in request.POST and Role.STRATEGIST not in roles_of(request.user):
        try:
            announces(confirm)(decision=decision)
        except ValidationError:  # changed meanwhile, which the page tells
            return "andrat"
        return "ja"
    if form.is_bound and form.is_valid():
        tell_of_objection(decision, form.cleaned_data["words"])
        return "nej"
    return ""


def where_it_is_mended(stands) -> str:
    """Where somebody who registers for the municipality corrects it; what is struck, in its case."""
    if stands.entry.void:
        return reverse("registering:case", args=[stands.case_id])
    return reverse("registering:correct", args=[stands.case_id, stands.entry.fact])


def asked(request, decision, form) -> dict:
    register, stands = Register(), newest(decision)
    programme = register.placements[decision.case.revision.slug].short_name
    confirmed = confirmation_of(decision)
    return {
        "title": _("Stämmer det?"),
        "municipality": decision.case.body.municipality.full_name,
        "sentence": decision_sentence(stands, programme),
        "facts": [] if stands.entry.void else decided(register, stands),
        "changed": stands.pk != decision.pk,
        "confirmed": the_day(confirmed.on) if confirmed else "",
        "objected": "nej" in request.GET,
        "office": Role.STRATEGIST in roles_of(request.user),
        "form": form,
        "decision_url": reverse("adoption:decision", args=[decision.entry.fact]),
        "registering_url": where_it_is_mended(stands),
    }
