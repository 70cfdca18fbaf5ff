"""How a municipality's acts are carried out: for which case, in whose name, and what has been begun and waits."""

from datetime import timedelta
from functools import wraps

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from adoption.errors import AlreadyRegistered
from adoption.models import Case, Decision, PublishedMinutes, Started
from adoption.registering.asked import municipalities_of
from adoption.registering.case_page import crumbs
from adoption.registering.forms import OwnWords
from sodertorn.desk import office
from sodertorn.desk.acts import act_view
from sodertorn.permissions import Role, roles_of
from sodertorn.plain_text import clean
from sodertorn.register import Register


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
    return {"section": "registering", "crumbs": crumbs(case)}


def registering_act(view):
    """A view that gives an act about a case, as its pages; what is in the register already leads to the case."""
    pages = act_view(view)

    @wraps(view)
    def recorded(request, number, *args, **named):
        try:
            return pages(request, number, *args, **named)
        except AlreadyRegistered:
            messages.info(request, _("Det är redan registrerat."))
            return redirect("registering:case", number)

    return recorded


# What is begun waits

KEPT = timedelta(days=365)
MOST = 20_000
"""So many characters of one box wait at most: more than any box takes."""


def begun(request, case: Case) -> dict[str, str]:
    """What the person has typed about the case before, on any device."""
    found = Started.objects.filter(user=request.user, case=case).first()
    return found.typed if found else {}


def let_wait(request, case: Case, form: OwnWords) -> None:
    """Keep what was typed, and which file has come, until it is registered; what nobody went on with is forgotten."""
    Started.objects.filter(saved_at__lt=timezone.now() - KEPT).delete()
    typed = {name: form.data[name] for name in form.fields if may_wait(form.data.get(name))}
    stated = {"typed": typed, "saved_at": timezone.now()}
    Started.objects.update_or_create(user=request.user, case=case, defaults=stated)


def all_waits(form: OwnWords) -> bool:
    """Whether everything that was typed and chosen is kept."""
    return not form.unfit and all(may_wait(form.data[name]) for name in form.fields if form.data.get(name))


def may_wait(typed: str | None) -> bool:
    """Whether it can be kept: not what the form refuses for good, such as a personal number."""
    try:
        return bool(typed and clean(typed, MOST))
    except ValidationError:
        return False


def finish(request, case: Case, decision: Decision, form: OwnWords) -> None:
    """In the act: nothing waits any more but minutes to be fetched."""
    Started.objects.filter(user=request.user, case=case).delete()
    fetch_later(decision, form)


def fetch_later(decision: Decision, form: OwnWords) -> None:
    """Minutes that are only linked to are fetched after the act; an address that is given again is tried anew."""
    given = form.cleaned_data
    if given.get("source_url") and not given.get("extract"):
        first = Decision.objects.get(pk=decision.entry.fact)
        there, _new = PublishedMinutes.objects.get_or_create(decision=first, url=given["source_url"])
        if there.extract_id is None and there.due_at is None:
            PublishedMinutes.objects.filter(pk=there.pk).update(due_at=timezone.now(), tries=0, fault="")
