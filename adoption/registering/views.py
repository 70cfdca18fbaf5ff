"""What is asked of those who register for a municipality: their open cases, and one of them with its confirmations."""

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from adoption.registering.asked import asked_of
from adoption.registering.case_page import another_case, case_page, case_row
from adoption.registering.confirmation import confirmation_of, ending, pdf
from adoption.registering.next_step import next_step, to_review
from adoption.registering.plan import PlanForm, known_details, note_plan, officer_of
from adoption.registering.recording import frame, own_case_or_404, who
from adoption.states import Adoption
from sodertorn.desk.once import Answer, answer_once, once
from sodertorn.register import Register


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
    """One case: what is asked, its steps, and what is registered."""
    register = Register()
    found = own_case_or_404(request, register, number)
    seat = Adoption(register, found.revision.slug, localdate()).seat(found.body.seat)
    return render(request, "registering/case.html", case_page(register, found, seat, request.user))


@once
def plan(request, number):
    """Note the reference number, who handles the matter, and the planned days."""
    register = Register()
    found = own_case_or_404(request, register, number)
    known = {"known": known_details(register, found), "officer": officer_of(found)}
    known["sent_on"] = register.placements[found.revision.slug].sent_on
    form = PlanForm(request.POST if request.method == "POST" else None, **known)

    def carry_out() -> Answer:
        note_plan(case=found, form=form, **who(request, found))
        return Answer(reverse("registering:case", args=[number]), _("Antecknat."))

    if form.is_valid():
        try:
            return answer_once(request, carry_out)
        except ValidationError as wrong:
            form.add_error(None, wrong)
    page = frame(found) | {"title": _("Ärendets gång"), "form": form}
    page["lede"] = register.placements[found.revision.slug].title
    return render(request, "registering/plan.html", page)


def confirmed(request, number, event):
    register = Register()
    found = own_case_or_404(request, register, number)
    confirmation = confirmation_of(register, found, event)
    if confirmation is None:
        raise Http404(_("Ärendet har inget sådant beslut."))
    return register, found, confirmation


def confirmation(request, number, event):
    """What confirms that a decision is registered, and where that leads on."""
    register, found, made = confirmed(request, number, event)
    page = frame(found) | {
        "title": made.title,
        "confirmation": made,
        "ending": ending(),
        "next": next_step(register, found, made.decision),
        "review": to_review(register, found, made.decision),
        "another": another_case(register, found),
        "pdf_url": reverse("registering:confirmation_pdf", args=[number, event]),
        "case_url": reverse("registering:case", args=[number]),
    }
    return render(request, "registering/confirmation.html", page)


def confirmation_pdf(request, number, event):
    """The same to file, named so that it can be found there."""
    _register, _case, made = confirmed(request, number, event)
    response = HttpResponse(pdf(made, get_language()), content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header(True, made.filename)
    return response
