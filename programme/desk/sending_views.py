"""The desk's pages on which a draft is sent, and what is then done about it."""

from functools import partial

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from programme.desk.crumbs import draft_crumbs
from programme.desk.sending import gaps, send_act
from programme.desk.sent import sent_page
from programme.desk.withdrawing import withdraw_act
from programme.errors import AlreadySent
from programme.models import Placement, Revision
from sodertorn.desk.acts import act_view
from sodertorn.reading import page_url
from sodertorn.register import Register
from sodertorn.words import moment


def draft_send(request, slug):
    """Send a draft for adoption; one that is sent leads to how it stands, also when that happened meanwhile."""
    try:
        return sending(request, slug)
    except AlreadySent as already:
        return to_the_sent(request, already.placement)


@act_view
def sending(request, slug):
    """The act, or what is missing in a draft that isn't whole."""
    revision = get_object_or_404(Revision, slug=slug)
    if first := Placement.objects.select_related("entry__by").filter(revision=revision).first():
        return to_the_sent(request, first)
    if lacking := gaps(revision):
        return render(request, "desk/send_gaps.html", gaps_page(revision, lacking))
    return send_act(revision, request.user, partial(page_url, request))


def to_the_sent(request, first: Placement):
    """Somebody was first: what was sent, when and by whom."""
    if first.sent_on is None:
        return redirect("programme:revision", first.revision.slug)
    told = {
        "number": first.pk,
        "when": moment(first.entry.recorded),
        "who": first.entry.by or first.entry.office,
    }
    messages.info(request, _("Programmet är redan sänt (händelse %(number)d, %(when)s, %(who)s).") % told)
    return redirect("desk:sent", first.revision.slug)


def gaps_page(revision: Revision, lacking: list) -> dict:
    editor = reverse("desk:draft", args=[revision.slug])
    return {
        "title": _("Utkastet kan inte sändas ännu"),
        "lede": str(revision),
        "section": "drafts",
        "crumbs": draft_crumbs(revision),
        "gaps": [{"text": gap.text, "url": f"{editor}#{gap.field}"} for gap in lacking],
        "editor": editor,
    }


def sent(request, slug):
    """A programme that was sent: how it stands, what was frozen, and what can be done about it."""
    register, placement = sent_or_404(slug)
    return render(request, "desk/sent.html", sent_page(register, placement, partial(page_url, request)))


@act_view
def sent_withdraw(request, slug):
    """Withdraw a programme; one that is withdrawn already leads to how it stands."""
    register, placement = sent_or_404(slug)
    if slug in register.withdrawals:
        messages.info(request, _("Programmet är redan återkallat."))
        return redirect("desk:sent", slug)
    return withdraw_act(placement, request.user)


def sent_or_404(slug: str) -> tuple[Register, Placement]:
    """The register, and what stands in it of a programme that was sent. Raises Http404."""
    register = Register()
    placement = register.placements.get(slug)
    if placement is None or placement.sent_on is None:
        raise Http404(_("Inget sänt program har den adressen."))
    return register, placement
