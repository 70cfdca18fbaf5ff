"""A municipality's own extracts: it reads them, reviews them before they are public, withdraws them, masks them."""

from functools import wraps

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from adoption.desk.extract_acts import Place, filed_or_404, replace_act, review_act, withdraw_act
from adoption.desk.views import uploaded
from adoption.extract_services import why_not_alone
from adoption.registering.recording import (
    frame,
    own_case_or_404,
    own_decision_or_404,
    registering_act,
    who,
)
from sodertorn.register import Register


def own_file_or_404(request, number: int, fact: int, sha256: str) -> Place:
    register = Register()
    case = own_case_or_404(request, register, number)
    return Place(
        register=register,
        decision=own_decision_or_404(register, case, fact),
        filed=filed_or_404(register, fact, sha256),
        who=who(request, case),
        done=reverse("registering:case", args=[number]),
        file_url=reverse("registering:extract", args=[number, fact, sha256]),
        frame=frame(case),
    )


def extract(request, number, fact, sha256):
    """The file, as it was handed in."""
    return uploaded(own_file_or_404(request, number, fact, sha256).sha256)


def alone(view):
    """An act about the municipality's own file; while it lies in another's papers too, a page that says so."""

    @registering_act
    @wraps(view)
    def act(request, number, fact, sha256):
        place = own_file_or_404(request, number, fact, sha256)
        own = place.decision.case.body.municipality
        why = why_not_alone(place.register, own, sha256) if place.who["office"] == own.full_name else ""
        if why and request.method != "POST":
            page = {"title": _("Protokollsutdrag"), "why": why, "decision_url": place.done}
            return render(request, "desk/no_act.html", place.frame | page)
        return view(request, place)

    return act


@alone
def review(request, place):
    return review_act(request, place)


@alone
def withdraw(request, place):
    return withdraw_act(place)


@alone
def replace(request, place):
    return replace_act(place)
