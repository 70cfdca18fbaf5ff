"""What is asked of those who register for a municipality: their open cases, and one of them."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from adoption.desk.one_case import row, standing_details
from adoption.models import Case
from adoption.models.decisions import ParagraphKind
from adoption.registering.asked import asked_of, is_closed, municipalities_of
from adoption.sentences import body_words, state_label
from adoption.states import Adoption, SeatOnDay, SeatState
from sodertorn.register import Register
from sodertorn.words import sentence_case, the_day

HAS_ADOPTED = (SeatState.ADOPTED, SeatState.UNKNOWN, SeatState.LATER)


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
    page = {
        "case": case_row(register, found, seat),
        "title": register.placements[found.revision.slug].title,
        "section": "registering",
        "crumbs": [(_("Att registrera"), reverse("registering:asked"))],
        "details": [row(detail) for detail in standing_details(register, found)],
    }
    return render(request, "registering/case.html", page)


def asked_words(case: Case, seat: SeatOnDay) -> str:
    """What to do now."""
    if seat.state == SeatState.DOUBTFUL:
        return _("Samverkanskansliet avgör om beslutet räknas.")
    if seat.state not in HAS_ADOPTED:
        body = body_words(case.body.kind, case.body.municipality.name)
        return _("Registrera beslutet när %s har fattat det.") % body
    if not seat.decision.exact or seat.decision.paragraph_kind == ParagraphKind.NOT_KNOWN:
        return _("Vilken dag och i vilken § antog ni programmet? Registret vet det inte säkert.")
    return _("Beslutet är registrerat, men ännu inte granskat mot ert justerade protokoll.")


def case_row(register: Register, case: Case, seat: SeatOnDay) -> dict:
    placement = register.placements[case.revision.slug]
    waits = placement.answer_by and seat.state not in HAS_ADOPTED
    return {
        "programme": placement.title,
        "programme_url": reverse("programme:revision", args=[case.revision.slug]),
        "municipality": case.body.municipality.full_name,
        "body": sentence_case(body_words(case.body.kind, case.body.municipality.name)),
        "state": seat.mark,
        "state_label": state_label(seat),
        "asked": "" if is_closed(seat) else asked_words(case, seat),
        "answer_by": the_day(placement.answer_by) if waits else "",
        "url": reverse("registering:case", args=[case.pk]),
    }
