"""The desk's page of the municipalities: where each is reached, when it last said that what is known is right."""

from functools import partial

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from adoption.asking.still_right import ask, confirmed_on, objections, settle
from adoption.desk.people import number_of
from adoption.letter_services import mask_letter
from adoption.models import Asked, Letter, Municipality, Question
from adoption.recipients import not_reached
from sodertorn.desk.once import Answer, answer_once, once
from sodertorn.words import the_day

ON_A_PAGE = 50


@once
def municipalities(request):
    """All of them; posted, one is asked now, or what it said was wrong is settled."""
    if request.method == "POST" and {"ask", "settled", "mask"} & request.POST.keys():
        return answer_once(request, partial(carry_out, request.POST, request.user))
    letters = Paginator(Letter.objects.select_related("municipality", "by"), ON_A_PAGE)
    page = {
        "title": _("Kommunerna"),
        "section": "municipalities",
        "lede": _("En gång om året frågar registret var och en om uppgifterna om den stämmer."),
        "rows": rows(),
        "objections": [
            {
                "number": one.pk,
                "name": one.municipality.full_name,
                "said": one.said,
                "length": len(one.said),
                "edit_url": reverse("admin:adoption_municipality_change", args=[one.municipality_id]),
            }
            for one in objections()
        ],
        "letters": letters.get_page(request.GET.get("sida")),
    }
    return render(request, "desk/municipalities.html", page)


def rows() -> list[dict]:
    """Each with what is known of it; a fixed number of queries."""
    confirmed, silent = confirmed_on(), {one.pk for one in not_reached()}
    objects = {one.municipality_id for one in objections()}
    mails = Question.objects.filter(asked=Asked.STILL_RIGHT).order_by("at")
    asked = {question.municipality_id: localdate(question.at) for question in mails}
    return [
        {
            "code": one.code,
            "name": one.full_name,
            "email": one.contact_email
            or (_("ingen adress är känd") if one.code in silent else _("de som registrerar")),
            "confirmed": _("nej, något är fel") if one.code in objects else said(confirmed.get(one.code)),
            "asked": said(asked.get(one.code)),
            "reached": one.code not in silent,
            "edit_url": reverse("admin:adoption_municipality_change", args=[one.code]),
        }
        for one in Municipality.objects.in_swedish_order()
    ]


def said(day) -> str:
    return the_day(day) if day else _("aldrig")


def carry_out(typed, by) -> Answer:
    """Do what was asked, and say it."""
    there = reverse("desk:municipalities")
    if "settled" in typed:
        question = get_object_or_404(Question, pk=number_of(typed["settled"]))
        if settle(question=question, length=number_of(typed.get("length", ""))):
            return Answer(there, _("Det är antecknat att det är åtgärdat."))
        return Answer(there, _("Inget är antecknat: det har ändrats sedan sidan öppnades. Läs det igen."))
    if "mask" in typed:
        mask_letter(letter=get_object_or_404(Letter, pk=number_of(typed["mask"])))
        return Answer(there, _("Brevet är maskerat."))
    municipality = get_object_or_404(Municipality, pk=typed.get("ask"))
    if ask(municipality, by=by) is None:
        return Answer(
            there, _("Ingen adress till %s är känd, så inget brev skickades.") % municipality.full_name
        )
    return Answer(there, _("Frågan är skickad till %s.") % municipality.full_name)
