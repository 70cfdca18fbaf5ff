"""The page of a link that asks a municipality for an older decision: its day, its § and the link to its minutes.

Opening it does nothing. What is filled in is what the registrar's form records, in the municipality's
name; nobody is named, for whoever has the link answers for the office.
"""

from allauth.core.ratelimit import consume_or_429
from django.core.exceptions import ValidationError
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from adoption.asking.links import past_or_404, where_it_is_filled_in
from adoption.confirm_views import is_its_own
from adoption.decision_pages import decided
from adoption.decision_services import supplement_decision
from adoption.desk.oddities import odd_supplement
from adoption.desk.telling import decision_says
from adoption.models import Decision
from adoption.registering.confirmation import send_confirmation
from adoption.registering.forms import OwnSupplement
from adoption.registering.recording import fetch_later
from adoption.sentences import told
from adoption.services import newest, restated
from sodertorn.desk.acts import DeskAct, act_view
from sodertorn.notices import tell_of
from sodertorn.permissions import Role, roles_of
from sodertorn.register import Register
from sodertorn.sign_in.views import for_the_recipient


class PastDecision(OwnSupplement):
    """The registrar's form without what needs an account: no file is taken, and nothing waits."""

    ASKED = OwnSupplement.FIRST
    GROUPS = (("", ASKED),)
    waits = False

    def clean(self):
        given = super().clean()
        if not self.errors and not any(given.get(name) for name in ("on", "paragraph", "source_url")):
            raise ValidationError(_("Fyll i dagen, paragrafen eller länken."))
        return given


def past_answer(request, token):
    """The form, what the register will say, and then what it knows."""
    if refused := consume_or_429(request, action="confirm"):
        return refused
    return for_the_recipient(pages(request, token))


@act_view
def pages(request, token):
    decision, lives = past_or_404(token)
    office = Role.STRATEGIST in roles_of(request.user)
    if office or not lives or decision.entry.void or not decision.little_known:
        return render(request, "adoption/past_answer.html", closed(decision, office))
    return filling_in(request, decision)


def filling_in(request, known: Decision) -> DeskAct:
    register, own = Register(), known.case.body.municipality

    def form(data=None, files=None) -> PastDecision:
        return PastDecision(known, data, person=request.user)

    def perform(form, reason) -> Decision:
        stated = form.stated() | {"kind": form.cleaned_data.get("body"), "reason": reason}
        return fill_in(known, form, **stated, citations=form.sources(), office=own.full_name)

    return DeskAct(
        title=_("När antog ni programmet?"),
        form=form,
        perform=perform,
        says=decision_says,
        done=lambda fuller: request.path,
        then=send_confirmation,
        about=lambda form: {known.case.revision.slug},
        odd=lambda form: odd_supplement(register, known, restated(known, form.stated()), **form.minutes()),
        template="adoption/past_form.html",
        frame=frame(known) | {"lede": told(register, known), "signed_in_url": where_it_is_filled_in(known)},
    )


def fill_in(known: Decision, form: PastDecision, **stated) -> Decision:
    """And tell the strategists. Raises ValidationError when somebody has filled in or corrected it meanwhile."""
    if newest(known).pk != known.pk:
        raise ValidationError(_("Uppgifterna har ändrats sedan frågan ställdes."), code="changed")
    fuller = supplement_decision(decision=known, **stated)
    fetch_later(fuller, form)
    with override("sv"):
        tell_of(fuller, Register())
    return fuller


def frame(decision: Decision) -> dict:
    return {"section": "registering", "kicker": decision.case.body.municipality.full_name}


def closed(decision: Decision, office: bool) -> dict:
    """What is known now, for whom the link fills in nothing; and where more is said by those who sign in."""
    register, stands = Register(), newest(decision)
    case = reverse("registering:case", args=[stands.case_id])
    lacks = stands.little_known and not stands.entry.void
    return frame(decision) | {
        "title": _("När antog ni programmet?"),
        "sentence": told(register, stands),
        "facts": [] if stands.entry.void else decided(register, stands),
        "struck": stands.entry.void,
        "own": is_its_own(stands),
        "office": office,
        "decision_url": reverse("adoption:decision", args=[decision.entry.fact]),
        "registering_url": where_it_is_filled_in(stands) if lacks else case,
    }
