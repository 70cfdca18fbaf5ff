"""How the desk's acts about decisions are carried out: who records, which decision, and what is there already."""

from functools import wraps

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from adoption.errors import AlreadyRegistered
from adoption.models import Decision, FollowUp
from adoption.services import newest
from sodertorn.desk import office
from sodertorn.desk.acts import act_view


def who(request) -> dict:
    """Which office records, and which person."""
    return {"office": office(), "by": request.user}


def fact_or_404(number: int) -> Decision:
    """What the newest entry of a decision says, by the number of its first. Raises Http404."""
    rows = Decision.objects.select_related("entry", "case__revision", "case__body__municipality")
    decision = rows.filter(entry__fact=number).order_by("entry").last()
    if decision is None:
        raise Http404(_("Registret har inget beslut med det numret."))
    return decision


def filed_or_404(decision: Decision, number: int) -> FollowUp:
    """What the newest entry of something that came after the decision says. Raises Http404."""
    there = FollowUp.objects.filter(entry=number, decision__entry__fact=decision.entry.fact)
    if not there.filter(entry__act="register").exists():
        raise Http404(_("Beslutet har ingen sådan uppföljning."))
    return newest(there.select_related("entry").get())


def decision_url(decision: Decision) -> str:
    return reverse("desk:decision", args=[decision.entry.fact])


def decision_crumbs(decision: Decision | None = None) -> list[tuple[str, str]]:
    """The way from the desk to the decisions, or to what belongs to one: (name, address) of each page."""
    way = [(pgettext("flera", "Beslut"), reverse("desk:decisions"))]
    if decision:
        way.append((_("Händelse %d") % decision.entry.fact, decision_url(decision)))
    return way


def frame(decision: Decision | None = None) -> dict:
    return {"section": "decisions", "crumbs": decision_crumbs(decision)}


def decision_act(view):
    """A view that gives an act about a decision, as its pages; what is in the register already leads there."""
    pages = act_view(view)

    @wraps(view)
    def recorded(request, *args, **named):
        try:
            return pages(request, *args, **named)
        except AlreadyRegistered as already:
            return to_the_first(request, already.fact)

    return recorded


def to_the_first(request, fact: Decision | FollowUp):
    decision = fact if isinstance(fact, Decision) else fact.decision
    first = _("Beslutet är redan registrerat (händelse %d).")
    words = first if fact is decision else _("Uppgiften är redan registrerad (händelse %d).")
    messages.info(request, words % fact.entry.fact)
    return redirect("desk:decision", decision.entry.fact)


def beside(form, act, **stated):
    """Carry out the act; what it refuses about the bounds of a day stands beside the day that was typed."""
    try:
        return act(**stated)
    except ValidationError as wrong:
        if hasattr(wrong, "error_dict") and form.cleaned_data.get("on"):
            told = dict(wrong.error_dict)
            bounds = told.pop("earliest", None) or told.get("latest")
            told.pop("latest", None)
            if bounds:
                told.setdefault("on", bounds)
            raise ValidationError(told) from wrong
        raise


def about(decision: Decision):
    """The programme that an act about the decision concerns."""
    return lambda form: {decision.case.revision.slug}
