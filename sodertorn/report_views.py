"""The form by which anybody tells of an error or of what can't be used: no account, no name, no script, no puzzle."""

from allauth.core.internal.ratelimit import get_ip
from allauth.core.ratelimit import consume
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.shortcuts import render
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from sodertorn.desk.fields import DeskForm, PlainEmail, PlainField
from sodertorn.desk.once import Answer, answer_once, once
from sodertorn.reading import LONGEST, asking, is_ours
from sodertorn.report_services import receive
from sodertorn.reports import About

AN_HOUR = 60 * 60
"""In seconds: how long one waits who has sent too many."""
SHORT = 100
"""So long an address is carried to the page that says thanks, which leads back there."""


class ReportForm(DeskForm):
    """Only the words are asked for. `website` is a trap, which people don't see: robots fill in everything."""

    words = PlainField(
        limit=5000,
        lines=8,
        label=gettext_lazy("Vad är fel?"),
        help_text=gettext_lazy("Högst 5 000 tecken."),
        error_messages={"required": gettext_lazy("Skriv vad som är fel.")},
    )
    page = PlainField(
        limit=500,
        required=False,
        label=gettext_lazy("Vilken sida gäller det?"),
        help_text=gettext_lazy(
            "Sidans adress, till exempel /program/. Lämna tomt om det gäller hela webbplatsen."
        ),
    )
    email = PlainEmail(
        max_length=254,
        required=False,
        label=gettext_lazy("Din e-postadress, om du vill ha svar"),
        error_messages={"invalid": gettext_lazy("Skriv en hel e-postadress, till exempel namn@exempel.se.")},
        help_text=gettext_lazy(
            "Till exempel namn@exempel.se. Den behövs inte. Bara kansliet ser den, och den tas bort när ärendet är klart."
        ),
    )
    email.widget.attrs["autocomplete"] = "email"
    website = forms.CharField(required=False, label=gettext_lazy("Låt det här fältet vara tomt"))
    website.widget.attrs["autocomplete"] = "off"

    def __init__(self, *typed, about, **more):
        super().__init__(*typed, **more)
        if about == About.ACCESSIBILITY:
            words = self.fields["words"]
            words.label = _("Vad gäller det?")
            words.help_text = _(
                "Skriv vad du ville göra och vad som hindrade dig. Vill du ha något i en annan form, skriv vad och i vilken form. Högst 5 000 tecken."
            )
            words.error_messages["required"] = _("Skriv vad det gäller.")

    def clean_page(self):
        return local_address(self.cleaned_data["page"])

    def clean_website(self):
        if self.cleaned_data["website"]:
            raise ValidationError(_("Töm fältet. Det är till för att stoppa robotar."), code="robot")
        return ""


@once
def report(request, about=About.ERROR):
    """A message from a reader. What is refused is shown again as it was typed, whatever the reason."""
    form = ReportForm(request.POST or None, about=about, initial={"page": asked_about(request)})
    status = 200
    if request.method == "POST" and form.is_valid():
        if may_send(request):
            return answer_once(request, lambda: received(about, form.cleaned_data))
        form.add_error(None, too_many())
        status = 429
    page = {"form": form, "reading": None, "report_url": "", **words(about)}
    response = render(request, "report.html", page, status=status)
    if status == 429:
        response["Retry-After"] = AN_HOUR
    return response


def too_many() -> str:
    """That no more can be sent for an hour, and the other way there is, where the owner has stated one."""
    said = _("Det har kommit många meddelanden härifrån på kort tid. Skicka igen om en timme.")
    other = _("Du kan också skriva till %s.") % settings.OWNER["email"] if settings.OWNER["email"] else ""
    return " ".join(filter(None, [said, other]))


def words(about: str) -> dict[str, str]:
    """What the page says of itself, by which door one came."""
    if about == About.ACCESSIBILITY:
        return {
            "title": _("Säg till om något inte går att använda"),
            "lede": _(
                "Berätta vad du ville göra och vad som hindrade dig, eller vad du vill få i en annan form."
            ),
        }
    return {
        "title": _("Rapportera fel på en sida"),
        "lede": _("Berätta vad som är fel. Har du en källa, skriv var den finns."),
    }


def received(about: str, said: dict) -> Answer:
    kept = receive(about=about, page=said["page"], words=said["words"], email=said["email"])
    url, back = (
        reverse("report_sent"),
        {"sida": kept.page} if is_ours(kept.page) and len(kept.page) <= SHORT else {},
    )
    return Answer(url=asking(url, back), words=_("Meddelandet har nummer %d.") % kept.pk)


@never_cache
def report_sent(request):
    page = {"title": _("Tack, meddelandet har kommit fram"), "reading": None, "back": asked_about(request)}
    return render(request, "report_sent.html", page)


def asked_about(request) -> str:
    """The page that the link stood on, as long as it is one of ours."""
    address = request.GET.get("sida", "")[:LONGEST]
    return address if is_ours(address) else ""


def local_address(address: str) -> str:
    """An address of ours without our own name; any other as it was typed."""
    own = address.removeprefix(settings.SITE_URL) if settings.SITE_URL else address
    return own if is_ours(own) else address


def may_send(request) -> bool:
    """Whether not too many came from there in the last hour.

    What is counted is no address but a hash of it that only this register can make, and another
    one each day; it is kept for the hour.
    """
    key = salted_hmac("report", f"{localdate()} {get_ip(request)}").hexdigest()
    return bool(consume(request, action="report", key=key))
