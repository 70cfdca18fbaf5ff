"""Who registers for the municipalities and who reads drafts: invited, sent a link again, dismissed."""

from functools import partial

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Prefetch, Q
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from adoption.link_mail import send_links
from adoption.link_services import dismiss, end_link, give_links, invite
from adoption.models import Municipality, Registrar, SignInLink
from sodertorn.desk.acts import put_beside_fields
from sodertorn.desk.fields import DeskForm, PlainEmail, PlainField
from sodertorn.desk.once import Answer, answer_once, once
from sodertorn.swedish import sort_key
from sodertorn.users import User
from sodertorn.words import moment, sentence_case


class InviteForm(DeskForm):
    email = PlainEmail(
        label=gettext_lazy("E-postadress"),
        help_text=gettext_lazy("Personens egen, eller kommunens funktionsbrevlåda."),
    )
    name = PlainField(
        limit=150,
        label=gettext_lazy("Namn"),
        required=False,
        help_text=gettext_lazy("Visas aldrig offentligt."),
    )
    municipalities = forms.MultipleChoiceField(
        label=gettext_lazy("Registrerar för"), required=False, widget=forms.CheckboxSelectMultiple
    )
    reads_drafts = forms.BooleanField(
        label=gettext_lazy("Läser utkast (samarbetskommittén, ledningsgruppen)"), required=False
    )

    def __init__(self, *args, **more):
        super().__init__(*args, **more)
        everyone = Municipality.objects.in_swedish_order()
        self.fields["municipalities"].choices = [(one.pk, one.name) for one in everyone]

    def clean_municipalities(self):
        return list(Municipality.objects.filter(pk__in=self.cleaned_data["municipalities"]))


def people(request):
    """Everybody who has been given one of these roles."""
    rows = Prefetch("registrations", Registrar.objects.select_related("municipality"))
    found = User.objects.filter(Q(registrations__isnull=False) | Q(reads_drafts=True), is_active=True)
    listed = sorted(found.distinct().prefetch_related(rows), key=lambda user: sort_key(str(user)))
    page = {
        "title": _("Personer"),
        "section": "people",
        "lede": _(
            "De som registrerar för en kommun eller läser utkast. De loggar in med en länk i e-posten."
        ),
        "people": [
            {
                "name": str(user),
                "email": user.email,
                "url": reverse("desk:person", args=[user.pk]),
                "roles": ", ".join(name for _key, name in roles(user)),
            }
            for user in listed
        ],
    }
    return render(request, "desk/people.html", page)


def roles(user: User) -> list[tuple[str, str]]:
    """What somebody was invited for: the municipalities by their codes, and drafts."""
    rows = sorted(user.registrations.all(), key=lambda row: sort_key(row.municipality.name))
    return [(row.municipality_id, row.municipality.name) for row in rows] + (
        [("drafts", _("läser utkast"))] if user.reads_drafts else []
    )


@once
def people_invite(request):
    form = InviteForm(request.POST or None, initial={"municipalities": request.GET.getlist("kommun")})
    if form.is_valid():
        try:
            return answer_once(request, partial(invited, form.cleaned_data, request.user))
        except ValidationError as wrong:
            put_beside_fields(form, wrong)
    page = {"title": _("Bjud in"), "section": "people", "crumbs": crumbs(), "form": form}
    return render(request, "desk/people_invite.html", page)


def invited(typed: dict, by: User) -> Answer:
    user = invite(**typed)
    send_links(user=user, links=give_links(user=user, by=by), invited=True)
    return Answer(reverse("desk:people"), _("En inbjudan är skickad till %s.") % user.email)


@once
def person(request, number):
    """One of them; posted, a link is sent again or ended, or a role is taken back."""
    user = get_object_or_404(User, pk=number)
    if request.method == "POST":
        return answer_once(request, partial(change, request, user))
    links = user.sign_in_links.select_related("case__revision", "case__body__municipality", "made_by")
    page = {
        "title": str(user),
        "lede": user.email if user.name else "",
        "section": "people",
        "crumbs": crumbs(),
        "held": roles(user),
        "links": [link_row(link) for link in links.living(now()).order_by("-made_at")],
    }
    return render(request, "desk/person.html", page)


def change(request, user: User) -> Answer:
    """Do what was asked, and say it."""
    return Answer(reverse("desk:person", args=[user.pk]), changed(request, user))


def changed(request, user: User) -> str:
    if "end" in request.POST:
        for link in user.sign_in_links.filter(pk=number_of(request.POST["end"])):
            end_link(link=link)
        return _("Länken är avslutad, och den som använde den är utloggad.")
    if "dismiss" in request.POST:
        asked = request.POST["dismiss"]
        dismiss(
            user=user, municipality=None if asked == "drafts" else get_object_or_404(Municipality, pk=asked)
        )
        return _("Uppdraget är borttaget.")
    send_links(user=user, links=give_links(user=user, by=request.user))
    return _("En länk är skickad till %s.") % user.email


def number_of(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def crumbs() -> list[tuple[str, str]]:
    return [(_("Personer"), reverse("desk:people"))]


def link_row(link: SignInLink) -> dict:
    made = _("Skickad %(moment)s av %(who)s") if link.made_by else _("Personen bad om den %(moment)s")
    return {
        "number": link.pk,
        "name": sentence_case(str(link.case.body)) if link.case else _("Länk utan ärende"),
        "until": _("Gäller till %s") % moment(link.until)
        if link.until
        else _("Gäller tills ärendet är avslutat"),
        "made": made % {"moment": moment(link.made_at), "who": link.made_by},
        "used": _("Använd senast %s") % moment(link.used_at) if link.used_at else _("Inte använd"),
    }
