"""The desk's pages of what can be asked of the municipalities: older decisions, and public documents that are lacking."""

from functools import partial

from django import forms
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from adoption.asking.letters import Lack, documents, lacks, letter
from adoption.asking.past import ask_for_the_past, first_words, gaps
from adoption.desk.letters import LetterForm
from adoption.letter_services import write_letter
from adoption.models import Letter
from adoption.models.letters import Wanted
from adoption.pages import known_seats
from adoption.recipients import addresses_of, not_reached
from adoption.registering.asked import newest_first
from adoption.states import Adoption
from sodertorn.desk.fields import DeskForm, PlainField
from sodertorn.desk.once import Answer, answer_once, once
from sodertorn.register import Register
from sodertorn.words import listed, number, sentence_case, the_day


class PastForm(DeskForm):
    municipalities = forms.MultipleChoiceField(
        label=gettext_lazy("Till"), widget=forms.CheckboxSelectMultiple
    )
    text = PlainField(
        limit=4000,
        lines=10,
        label=gettext_lazy("Brevet"),
        help_text=gettext_lazy(
            "Efter texten kommer en länk för varje beslut som saknar något. Genom den svarar kommunen utan konto, en gång."
        ),
    )

    def __init__(self, lacking: dict, asked: dict[str, str], *args):
        """Those that lack something and can be reached; ticked unless they were asked before."""
        silent = {one.pk for one in not_reached()}
        reached = [one for one in lacking if one.pk not in silent]
        first_asked = [one.pk for one in reached if one.pk not in asked]
        with override("sv"):
            words = first_words()
        super().__init__(*args, initial={"text": words, "municipalities": first_asked})
        self.fields["municipalities"].choices = [
            (one.pk, _("%(name)s, frågad %(day)s") % {"name": one.name, "day": asked[one.pk]})
            if one.pk in asked
            else (one.pk, one.name)
            for one in reached
        ]


@once
def past(request):
    """Which older decisions are not known enough, and the one mail that asks for them."""
    register = Register()
    lacking = gaps(register)
    mine = {
        one: found
        for one in register.municipalities
        if (found := [gap.programme for gap in lacking if gap.municipality == one])
    }
    letters = Letter.objects.filter(wanted=Wanted.PAST).order_by("written_at")
    before = {one.municipality_id: the_day(localdate(one.written_at)) for one in letters}
    form = PastForm(mine, before, request.POST or None)
    if form.is_valid():
        return answer_once(request, partial(ask_past, register, form.cleaned_data, request.user))
    page = {
        "title": _("Fråga om de äldre besluten"),
        "section": "municipalities",
        "crumbs": [(_("Kommunerna"), reverse("desk:municipalities"))],
        "counts": [count_words(Adoption(register, slug, localdate())) for slug in older(register)],
        "lede": _("Registret saknar dagen eller paragrafen för de här besluten. Varje kommun får ett brev."),
        "rows": [
            {"name": one.full_name, "lacks": found, "asked": before.get(one.pk, "")}
            for one, found in mine.items()
        ],
        "form": form,
    }
    return render(request, "desk/past.html", page)


def older(register: Register) -> list[str]:
    """The programmes from before the register that municipalities adopted, the newest first."""
    known = [slug for slug in newest_first(register) if register.placements[slug].sent_on is None]
    return [slug for slug in known if len(Adoption(register, slug, localdate()).seats) > 1]


def count_words(adoption: Adoption) -> str:
    """`Programmet för 2023–2026: dag och § är kända för tre av åtta beslut.`"""
    known = len(known_seats(adoption))
    words = _("%(programme)s: dag och § är kända för %(count)s av %(all)s beslut.")
    return words % {
        "programme": sentence_case(adoption.placement.short_name),
        "count": _("ett") if known == 1 else number(known) if known else _("inget"),
        "all": number(len(adoption.seats)),
    }


def ask_past(register, typed, by) -> Answer:
    asked = ask_for_the_past(register=register, by=by, **typed)
    words = _("Frågan är skickad till %s.") % listed([one.full_name for one in asked])
    return Answer(reverse("desk:past"), words)


@once
def one_letter(request, slug, municipality):
    """One letter, to be worded, sent, or printed."""
    register = Register()
    lack = next((x for x in lacks(register) if (x.slug, x.municipality.slug) == (slug, municipality)), None)
    if lack is None:
        raise Http404(_("Registret saknar ingen handling här längre."))
    subject, text = letter(register, lack, request.user)
    form = LetterForm(request.POST or None, initial={"subject": subject, "text": text})
    addresses = addresses_of(lack.municipality)
    sent = Letter.objects.filter(
        wanted=Wanted.PAPERS, municipality=lack.municipality, revision=lack.case.revision
    ).first()
    if form.is_valid() and "send" in request.POST and addresses:
        return answer_once(request, partial(send, lack, form.cleaned_data, request.user))
    page = {
        "title": _("Brev till %s") % lack.municipality.full_name,
        "section": "municipalities",
        "crumbs": [(_("Handlingar som saknas"), there())],
        "documents": documents(register, lack),
        "to": listed(addresses),
        "municipality": lack.municipality.pk,
        "sent": the_day(localdate(sent.written_at)) if sent else "",
        "form": form,
        "printed": form.cleaned_data if "print" in request.POST and form.is_valid() else None,
    }
    return render(request, "desk/letter.html", page)


def send(lack: Lack, typed, by) -> Answer:
    about = {"revision": lack.case.revision, "municipality": lack.municipality, "wanted": Wanted.PAPERS}
    write_letter(by=by, **about, **typed)
    return Answer(there(), _("Brevet är skickat till %s.") % listed(addresses_of(lack.municipality)))


def there() -> str:
    """Where all that is lacking stands."""
    return reverse("desk:waiting", args=["handlingar"])
