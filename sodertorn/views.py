from functools import partial

from django.shortcuts import render
from django.utils.translation import gettext as _

from sodertorn.about_page import about_page
from sodertorn.middleware import form_that_waits
from sodertorn.permissions import Verdict, decide
from sodertorn.reading import page_url, public_page
from sodertorn.rules import RULES
from sodertorn.start_page import start_page


@public_page
def start(request, register):
    return render(request, "start.html", start_page(register, request.moment.day, partial(page_url, request)))


@public_page
def rules(request, register):
    """How it is decided what applies: each rule with its source, or marked as the register's own."""
    page = {"title": _("Så avgörs vad som gäller"), "rules": RULES}
    return render(request, "rules.html", page | {"section": "rules"})


@public_page
def about(request, register):
    """Who answers for the register, what it is and what it is not."""
    return render(request, "about.html", about_page() | {"section": "about"})


def not_found(request, exception):
    """404, with the reason when the page gave one."""
    reason = exception.args[0] if exception.args and isinstance(exception.args[0], str) else ""
    if reason.startswith("No ") and reason.endswith("matches the given query."):  # Django's, for developers
        reason = ""
    return render(request, "404.html", {"reason": reason}, status=404)


def form_not_trusted(request, reason=""):
    """A form whose token is no longer right, as when one has signed in again in another tab.

    Sent from our own pages it may be sent again; from anywhere else it is refused as it stands.
    """
    ours = request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
    if ours and request.method == "POST" and request.resolver_match:
        ask = decide(request.resolver_match.view_name, "POST", request.user) is Verdict.SIGN_IN
        return form_that_waits(request, ask=ask)
    return render(
        request, "403.html", {"reason": _("Formuläret kom inte från registrets egna sidor.")}, status=403
    )
