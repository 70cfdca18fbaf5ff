"""Signing in with a link: asked for with an address, opened as often as one likes, used with a button."""

from allauth.account.views import password_reset
from allauth.core.ratelimit import consume, consume_or_429
from django.contrib import auth
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from adoption.link_mail import send_links
from adoption.link_services import give_links, link_of, note_use, whose_address
from sodertorn import mail
from sodertorn.desk.fields import DeskForm, PlainEmail
from sodertorn.middleware import LINK
from sodertorn.register import Register
from sodertorn.sign_in.adapter import home
from sodertorn.sign_in.leading_on import asked_for, leads_to, with_next
from sodertorn.words import moment


class AskForm(DeskForm):
    email = PlainEmail(
        label=gettext_lazy("E-postadress"),
        help_text=gettext_lazy("Din egen eller kommunens, den som inbjudan kom till."),
    )
    email.widget.attrs["autocomplete"] = "email"


def sign_in(request):
    """Ask for a link. The answer is the same whatever the address, known or not, and however often."""
    form, there = AskForm(request.POST or None), asked_for(request)
    if not form.is_valid():
        page = {"title": _("Logga in"), "form": form}
        page["password_url"] = with_next(reverse("account_login"), there)
        return render(request, "sign_in/ask.html", page)
    response, language = redirect(with_next(reverse("sign_in_sent"), there)), get_language()
    address = form.cleaned_data["email"].lower()

    def answer_by_mail():
        user = whose_address(address)
        with translation.override(language):
            if user:
                send_links(user=user, links=give_links(user=user, by=None), there=there)

    if consume(request, action="ask_for_link", key=address):
        afterwards(response, answer_by_mail)
    return response


def reset_password(request):
    """allauth's page that asks for a new password. Its mail is written like that with a link: when it has answered."""
    request.letters = []
    response = password_reset(request)
    if request.letters:
        afterwards(response, lambda: [mail.write(**letter) for letter in request.letters])
    return response


def afterwards(response, work) -> None:
    """Do the work when the answer has gone out: how long that takes tells nobody whether an address is known."""
    end = response.close

    def close():
        try:
            work()
        finally:
            end()

    response.close = close


def sign_in_sent(request):
    page = {"title": _("Titta i din e-post"), "again_url": ask_again(request)}
    return render(request, "sign_in/sent.html", page)


def ask_again(request) -> str:
    return with_next(reverse("sign_in"), asked_for(request))


def sign_in_link(request, token):
    """What the link is for, and the button. Nothing is spent by opening it: mail scanners open links."""
    if refused := consume_or_429(request, action="sign_in_link"):
        return refused
    link = link_of(token)
    if link is None:
        page = {"title": _("Länken gäller inte"), "again_url": ask_again(request)}
        return for_the_recipient(render(request, "sign_in/gone.html", page, status=404))
    there = leads_to(link, asked_for(request))
    if request.method == "POST":
        return for_the_recipient(signed_in(request, link, there))
    return for_the_recipient(render(request, "sign_in/link.html", link_page(link) | {"there": there}))


def link_page(link) -> dict:
    page = {"title": _("Logga in"), "who": link.user.email}
    if link.case is None:
        return page | {"until": moment(link.until)}
    return page | {
        "municipality": link.case.body.municipality.full_name,
        "programme": Register().placements[link.case.revision.slug].title,
    }


def signed_in(request, link, there: str):
    """The session is the link's: it reaches what the link names, and ends when the link is ended. Leads `there`, if anywhere."""
    auth.logout(request)
    note_use(link=link)
    link.user.link = link
    auth.login(request, link.user)
    request.session[LINK] = link.pk
    if there:
        return redirect(there)
    return redirect("registering:case", link.case_id) if link.case else redirect(home(link.user))


def signed_out(request):
    return render(request, "sign_in/out.html", {"title": _("Du är utloggad")})


def for_the_recipient(response):
    """Keep a link out of caches, search engines and other sites' logs.

    Not `no-referrer`: a browser then says of the form that it comes from nowhere (`Origin: null`).
    """
    response["X-Robots-Tag"] = "noindex"
    response["Cache-Control"] = "no-store, private"
    response["Referrer-Policy"] = "same-origin"
    return response
