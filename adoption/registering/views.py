"""What is asked of those who register for a municipality: their open cases, and one of them."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from adoption.desk.one_case import row, standing_details
from adoption.models import Case
from adoption.registering.asked import asked_of, municipalities_of
from adoption.sentences import body_words, state_label
from adoption.states import Adoption
from sodertorn.register import Register
from sodertorn.words import sentence_case, the_day


def asked(request):
    """Who is signed in, for which municipalities, and what is asked of them."""
    register = Register()
    page = {
        "title": _("Att registrera"),
        "section": "registering",
        "municipalities": [
            {
                "name": municipality.full_name,
                "cases": [case_row(register, case, seat) for case, seat in cases],
            }
            for municipality, cases in asked_of(request.user, register, localdate())
        ],
    }
    return render(request, "registering/asked.html", page)


def case(request, number):
    """One case, open or closed; of another municipality there is none."""
    register = Register()
    own = municipalities_of(request.user, register)
    found = next((c for c in register.cases if c.pk == number and c.body.municipality in own), None)
    if found is None:
        raise Http404(_("Ärendet finns inte, eller så gäller det en annan kommun."))
    seat = Adoption(register, found.revision.slug, localdate()).seat(found.body.seat)
    page = case_row(register, found, seat) | {
        "title": register.placements[found.revision.slug].title,
        "section": "registering",
        "crumbs": [(_("Att registrera"), reverse("registering:asked"))],
        "details": [row(detail) for detail in standing_details(register, found)],
    }
    return render(request, "registering/case.html", page)


def case_row(register: Register, case: Case, seat) -> dict:
    placement = register.placements[case.revision.slug]
    return {
        "programme": placement.title,
        "programme_url": reverse("programme:revision", args=[case.revision.slug]),
        "body": sentence_case(body_words(case.body.kind, case.body.municipality.name)),
        "state": seat.mark,
        "state_label": state_label(seat),
        "answer_by": the_day(placement.answer_by) if placement.answer_by else "",
        "url": reverse("registering:case", args=[case.pk]),
    }
