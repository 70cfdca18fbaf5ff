"""How a municipality's acts are carried out: for which case, in whose name, and what follows."""

from functools import wraps

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from adoption.errors import AlreadyRegistered
from adoption.models import Case, Decision, PublishedMinutes
from adoption.registering.asked import municipalities_of
from adoption.registering.begun import throw_away
from adoption.registering.case_page import crumbs
from adoption.registering.forms import OwnWords
from adoption.sentences import body_words
from sodertorn.desk import office
from sodertorn.desk.acts import act_view
from sodertorn.permissions import Role, roles_of
from sodertorn.register import Register
from sodertorn.words import sentence_case


def own_case_or_404(request, register: Register, number: int) -> Case:
    """A case, open or closed; of another municipality there is none. Raises Http404."""
    own = municipalities_of(request.user, register)
    here = (c for c in register.cases if c.pk == number and c.revision.slug in register.placements)
    found = next((c for c in here if c.body.municipality in own), None)
    if found is None:
        raise Http404(_("Ärendet finns inte, eller så gäller det en annan kommun."))
    return found


def own_decision_or_404(register: Register, case: Case, fact: int) -> Decision:
    """What stands of a decision in the case. Raises Http404."""
    decision = register.decisions.get(fact)
    if decision is None or decision.case_id != case.pk:
        raise Http404(_("Ärendet har inget sådant beslut."))
    return decision


def who(request, case: Case) -> dict:
    """Which office records, and which person: the strategist's, or the municipality itself."""
    strategist = Role.STRATEGIST in roles_of(request.user)
    return {"office": office() if strategist else case.body.municipality.full_name, "by": request.user}


def frame(case: Case) -> dict:
    body = sentence_case(body_words(case.body.kind, case.body.municipality.name))
    return {"section": "registering", "crumbs": crumbs(case), "kicker": body}


def registering_act(view):
    """A view that gives an act about a case, as its pages; what is in the register already leads to the case."""
    pages = act_view(view)

    @wraps(view)
    def recorded(request, number, *args, **named):
        try:
            return pages(request, number, *args, **named)
        except AlreadyRegistered:
            throw_away(request.user, case=number)
            messages.info(request, _("Det är redan registrerat."))
            return redirect("registering:case", number)

    return recorded


def finish(request, case: Case, decision: Decision, form: OwnWords) -> None:
    """In the act: nothing waits any more but minutes to be fetched."""
    throw_away(request.user, case=case)
    fetch_later(decision, form)


def fetch_later(decision: Decision, form: OwnWords) -> None:
    """Minutes that are only linked to are fetched after the act; an address that is given again is tried anew."""
    given = form.cleaned_data
    if given.get("source_url") and not given.get("extract"):
        first = Decision.objects.get(pk=decision.entry.fact)
        there, _new = PublishedMinutes.objects.get_or_create(decision=first, url=given["source_url"])
        if there.extract_id is None and there.due_at is None:
            PublishedMinutes.objects.filter(pk=there.pk).update(due_at=timezone.now(), tries=0, fault="")
