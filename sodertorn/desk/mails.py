"""Mails that somebody at the desk must see to: those that wait, and those that did not arrive."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sodertorn import mail
from sodertorn.desk.fields import DeskForm, PlainEmail
from sodertorn.outbox import Mail
from sodertorn.words import moment

ENCLOSED = {
    "missiv": gettext_lazy("Missivet följer med, som PDF."),
    "bekraftelse": gettext_lazy("Bekräftelsen följer med, som PDF."),
}
"""What goes with a mail (sodertorn.enclosures), in words."""


class AddressForm(DeskForm):
    """Where a mail goes that did not arrive; a private one only to whom it was written for."""

    to = PlainEmail(label=gettext_lazy("Till"))

    def __init__(self, letter: Mail, *args):
        super().__init__(*args, initial={"to": letter.to})
        self.fields["to"].disabled = letter.private


def mail_page(request, number):
    """One mail; posted, it is sent (again, or in spite of what it waits for), or thrown away."""
    letter = get_object_or_404(Mail, pk=number)
    again = request.method == "POST" and not {"now", "drop"} & request.POST.keys()
    form = AddressForm(letter, request.POST if again else None)
    if request.method == "POST" and (done := change(request, letter, form)):
        messages.success(request, done, extra_tags=request.path)
        return redirect("admin:index")
    failed = letter in Mail.objects.failed().filter(pk=number)
    page = {
        "title": letter.subject,
        "lede": how_far(letter),
        "mail": letter,
        "words": "" if letter.private else letter.text,
        "encloses": ENCLOSED.get(letter.encloses.partition("/")[0], ""),
        "recipients": [one.to for one in alike(letter)],
        "form": form if failed else None,
    }
    return render(request, "desk/mail.html", page)


def change(request, letter: Mail, form: AddressForm) -> str:
    """Do what was asked, and say it; "" when it can't be done."""
    if "now" in request.POST and letter.held_for:
        count = mail.release(held_for=letter.held_for, by=request.user)
        return _("%d brev skickas.") % count
    if form.is_valid():
        if mail.try_again(mail=letter, to=form.cleaned_data["to"]):
            return _("Brevet skickas till %s.") % form.cleaned_data["to"]
        return _("Brevet är redan skickat, eller försöks igen av sig självt.")
    if "drop" in request.POST:
        mail.drop(mail=letter)
        return _("Brevet till %s är borttaget.") % letter.to
    return ""


def how_far(letter: Mail) -> str:
    if letter.sent_at:
        return _("Brevet till %(to)s gick ut %(moment)s.") % {
            "to": letter.to,
            "moment": moment(letter.sent_at),
        }
    if letter.held_for:
        return _(
            "Brevet väntar på att antagandena granskas mot justerade protokoll. Då skickas det av sig självt."
        )
    if letter.due_at is None:
        return _("Brevet till %s gick inte fram.") % letter.to
    return _("Brevet till %(to)s har inte gått fram än. Nästa försök %(moment)s.") % {
        "to": letter.to,
        "moment": moment(letter.due_at),
    }


def alike(letter: Mail):
    """Those that are held together."""
    return Mail.objects.filter(held_for=letter.held_for).order_by("to") if letter.held_for else [letter]
