"""The desk's pages about an extract from minutes: it is reviewed, withdrawn, replaced by a masked copy, destroyed."""

from django.urls import reverse
from django.utils.translation import gettext as _

from adoption.desk.extract_acts import (
    Place,
    filed_or_404,
    now_it_is,
    once_filed_or_404,
    replace_act,
    review_act,
    withdraw_act,
)
from adoption.desk.extract_forms import DestroyForm
from adoption.desk.recording import decision_act, decision_url, fact_or_404, frame, who
from adoption.extract_services import destroy_extract
from sodertorn.register import Register


def at_the_desk(request, number: int, sha256: str, find=filed_or_404) -> Place:
    decision, register = fact_or_404(number), Register()
    return Place(
        register=register,
        decision=decision,
        filed=find(register, number, sha256),
        who=who(request),
        done=decision_url(decision),
        file_url=reverse("desk:extract", args=[sha256]),
        frame=frame(decision),
    )


@decision_act
def review(request, number, sha256):
    return review_act(request, at_the_desk(request, number, sha256))


@decision_act
def withdraw(request, number, sha256):
    return withdraw_act(at_the_desk(request, number, sha256))


@decision_act
def replace(request, number, sha256):
    return replace_act(at_the_desk(request, number, sha256))


@decision_act
def destroy(request, number, sha256):
    """Destroy the file for good; its checksum and what was recorded of it stay. Also one whose filing was struck."""

    def perform(form, **stated):
        given = form.cleaned_data
        return destroy_extract(law=given["law"], reason=given["reason"], **stated)

    def says(before, after, said):
        gone = _("Filen förstörs för gott. Kontrollsumman och det som registrerats om den står kvar.")
        law, why = _("Lagrum: %s.") % said.words, _("Skälet som sparas: %s") % said.entry.reason
        return now_it_is(gone, before, after, said) + [law, why]

    place = at_the_desk(request, number, sha256, find=once_filed_or_404)
    return place.act(_("Förstör filen"), perform, form=DestroyForm, says=says)
