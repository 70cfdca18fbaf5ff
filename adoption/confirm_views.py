"""The page of a link that asks a municipality whether its decision is registered right. Opening it does nothing."""

from allauth.core.ratelimit import consume, consume_or_429
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from adoption.confirm_services import confirm, confirmation_of, decision_of, object_to
from adoption.decision_pages import decided
from adoption.models import Decision, FollowUp
from adoption.sentences import decision_sentence
from adoption.services import newest
from adoption.states import objection
from sodertorn.announcing import announces
from sodertorn.confirm_letters import ask_municipality, tell_of_objection
from sodertorn.desk.fields import DeskForm, PlainField
from sodertorn.desk.once import Answer, answer_once, once
from sodertorn.permissions import Role, roles_of
from sodertorn.register import Register
from sodertorn.sign_in.views import for_the_recipient
from sodertorn.words import the_day


class ObjectionForm(DeskForm):
    words = PlainField(
        limit=2000,
        lines=4,
        label=gettext_lazy("Vad är fel?"),
        error_messages={"required": gettext_lazy("Skriv vad som är fel.")},
        help_text=gettext_lazy(
            "Bara samverkanskansliet läser det. Att ni har svarat att något är fel visas."
        ),
    )


@once
def confirm_page(request, token):
    """What is registered, and the buttons: Yes and No are recorded; of No the strategist is told."""
    if refused := consume_or_429(request, action="confirm"):
        return refused
    found = decision_of(token)
    if found is None:
        raise Http404(_("Länken är inte hel. Öppna den igen ur brevet."))
    decision, lives = found
    form = ObjectionForm(request.POST if "no" in request.POST else None)
    office = Role.STRATEGIST in roles_of(request.user)
    done = None
    if request.method == "POST" and not office:
        done = answered(request, decision, form) if lives else asked_anew(request, decision)
    page = asked(decision, lives) | {"form": form, "office": office}
    return for_the_recipient(done or render(request, "adoption/confirm.html", page))


def answered(request, decision: Decision, form: ObjectionForm) -> HttpResponse | None:
    """Carry the answer out, once; None when there is none."""
    if "yes" in request.POST:
        words = _("Tack. Det är antecknat att uppgifterna stämmer.")
        return recorded(request, words, lambda: announces(confirm)(decision=decision))
    if form.is_bound and form.is_valid():
        words = _("Tack. Svaret är antecknat och finns hos samverkanskansliet.")
        said = form.cleaned_data["words"]
        return recorded(request, words, lambda: objected(decision=decision, words=said))
    return None


def recorded(request, words: str, act) -> HttpResponse:
    def carry_out():
        act()
        return Answer(request.path, words)

    try:
        return answer_once(request, carry_out)
    except ValidationError:  # changed meanwhile, which the page tells
        return redirect(request.path)


@announces
def objected(*, decision: Decision, words: str) -> FollowUp:
    """The objection, and the letter that passes it on: both or neither."""
    filed = object_to(decision=decision, words=words)
    tell_of_objection(filed)
    return filed


def asked_anew(request, decision: Decision) -> HttpResponse | None:
    """A new letter about the decision as it stands, to the municipality's own addresses, whoever asks for it."""
    if "anew" not in request.POST or not consume(request, action="ask_anew", key=str(decision.entry.fact)):
        return None

    def carry_out():
        stands = newest(decision)
        if is_its_own(stands):
            return Answer(request.path, _("Uppgifterna är kommunens egna nu, så det behövs inget svar."))
        with override("sv"):
            written = ask_municipality(Register(), stands)
        words = _("En ny länk är skickad till kommunens adresser.")
        return Answer(request.path, words if written else _("Registret har ingen adress till kommunen."))

    return answer_once(request, carry_out)


def is_its_own(stands: Decision) -> bool:
    """Whether the municipality said it itself, so that it isn't asked."""
    return stands.entry.office == stands.case.body.municipality.full_name


def where_it_is_mended(stands) -> str:
    """Where somebody who registers for the municipality corrects it; what is struck, in its case."""
    if stands.entry.void:
        return reverse("registering:case", args=[stands.case_id])
    return reverse("registering:correct", args=[stands.case_id, stands.entry.fact])


def asked(decision: Decision, lives: bool) -> dict:
    """The decision as it stands now, and what the municipality has answered about that."""
    register, stands = Register(), newest(decision)
    own = decision.case.body.municipality
    programme = register.placements[decision.case.revision.slug].short_name
    confirmed, objected_to = confirmation_of(register, stands), objection(register, stands)
    return {
        "title": _("Stämmer det?"),
        "municipality": own.full_name,
        "sentence": decision_sentence(stands, programme),
        "facts": [] if stands.entry.void else decided(register, stands),
        "struck": stands.entry.reason if stands.entry.void else "",
        "lives": lives,
        "anew": not lives and not is_its_own(stands),
        "confirmed": the_day(confirmed.on) if confirmed else "",
        "objected": the_day(objected_to.on) if objected_to else "",
        "decision_url": reverse("adoption:decision", args=[decision.entry.fact]),
        "registering_url": where_it_is_mended(stands),
    }
