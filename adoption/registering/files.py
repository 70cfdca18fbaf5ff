"""A municipality's own extracts: it reads them, reviews them before they are public, withdraws them, masks them."""

from django.urls import reverse

from adoption.desk.extract_acts import Place, filed_or_404, replace_act, review_act, withdraw_act
from adoption.desk.views import uploaded
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


@registering_act
def review(request, number, fact, sha256):
    return review_act(request, own_file_or_404(request, number, fact, sha256))


@registering_act
def withdraw(request, number, fact, sha256):
    return withdraw_act(own_file_or_404(request, number, fact, sha256))


@registering_act
def replace(request, number, fact, sha256):
    return replace_act(own_file_or_404(request, number, fact, sha256))
