"""The desk's acts about slips in a programme that was sent (R1b)."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from adoption.services import newest
from programme.desk import erratum_acts
from programme.desk.sending_views import sent_or_404
from programme.errata import answering
from programme.models import Erratum, Placement
from sodertorn.desk.acts import act_view
from sodertorn.register import Register


def erratum_or_404(slug: str, number: int) -> tuple[Register, Placement, Erratum]:
    """The register, the programme, and what the newest entry of an erratum says. Raises Http404."""
    register, placement = sent_or_404(slug)
    rows = Erratum.objects.select_related("entry").filter(part__revision=placement.revision)
    first = rows.filter(entry__fact=number).order_by("entry").first()
    if first is None:
        raise Http404(_("Programmet har ingen sådan rättelse."))
    return register, placement, newest(first)


@act_view
def erratum_new(request, slug):
    """Enter an erratum; what is withdrawn needs none."""
    register, placement = sent_or_404(slug)
    if slug in register.withdrawals:
        messages.info(request, _("Programmet är återkallat."))
        return redirect("desk:sent", slug)
    return erratum_acts.new_act(register, placement, request.user)


@act_view
def erratum_correct(request, slug, number):
    """Fill in what was not known of an erratum, or correct it."""
    _register, placement, known = erratum_or_404(slug, number)
    return erratum_acts.mend_act(placement, known, request.user)


@act_view
def erratum_answer(request, slug, number, municipality):
    """A municipality's answer, or its correction."""
    register, placement, known = erratum_or_404(slug, number)
    found = {one.slug: one for one in answering(register, placement)}.get(municipality)
    if found is None:
        raise Http404(_("Kommunen ska inte anta programmet."))
    return erratum_acts.answer_act(placement, known, found, request.user)
