"""The desk's pages about slips in a programme that was sent (R1b)."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from adoption.pages import fact
from adoption.services import newest
from programme.desk import erratum_acts
from programme.desk.crumbs import sent_crumbs
from programme.desk.sending_views import sent_or_404
from programme.errata import Errata, answering
from programme.models import Erratum, Placement
from sodertorn.desk.acts import act_view
from sodertorn.register import Register
from sodertorn.words import sentence_case, the_day


def erratum_or_404(slug: str, number: int) -> tuple[Register, Placement, Erratum]:
    """The register, the programme, and what the newest entry of an erratum says. Raises Http404."""
    register, placement = sent_or_404(slug)
    rows = Erratum.objects.select_related("entry").filter(part__revision=placement.revision)
    first = rows.filter(entry__fact=number).order_by("entry").first()
    if first is None:
        raise Http404(_("Programmet har ingen sådan rättelse."))
    return register, placement, newest(first)


def erratum(request, slug, number):
    """One erratum, with what each municipality has answered."""
    register, placement, known = erratum_or_404(slug, number)
    return render(request, "desk/erratum.html", erratum_page(register, placement, known))


def erratum_page(register: Register, placement: Placement, known: Erratum) -> dict:
    slug, number = placement.revision.slug, known.entry.fact
    errata = Errata(register, localdate())
    words = {"stands": known.stands, "reads": known.reads}
    rows = [
        fact(_("Text"), erratum_acts.label_of(register, known)),
        fact(_("Slags fel"), sentence_case(known.get_slip_display())),
        fact(_("Kommitténs protokoll"), known.decided_minutes, swedish=True),
    ]
    return {
        "title": _("”%(stands)s” ska läsas ”%(reads)s”") % words,
        "lede": _("Rättelsen är struken.")
        if known.entry.void
        else " ".join(errata.values(known)["sentences"]),
        "section": "drafts",
        "crumbs": sent_crumbs(placement),
        "facts": [row for row in rows if row["value"]],
        "answers": [] if known.entry.void else answers(register, errata, placement, known),
        "correct_url": reverse("desk:erratum_correct", args=[slug, number]),
        "public_url": reverse("programme:revision", args=[slug]),
    }


def answers(register: Register, errata: Errata, placement: Placement, known: Erratum) -> list[dict]:
    """The municipalities, each with its answer and the way to enter or correct it."""
    given = {answer.municipality_id: answer for answer in errata.answers[known.entry.fact]}
    rows = []
    for one in answering(register, placement):
        answer = given.get(one.pk)
        said = answer and f"{sentence_case(answer.get_answer_display())}, {the_day(answer.on)}"
        named = [placement.revision.slug, known.entry.fact, one.slug]
        url = reverse("desk:erratum_answer", args=named)
        rows.append(
            {"label": one.name, "value": said or _("Inget svar"), "url": url, "answered": bool(answer)}
        )
    return rows


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
