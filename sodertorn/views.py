from functools import partial

from django.shortcuts import render
from django.utils.translation import gettext as _

from sodertorn.about_page import about_page
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
    return render(request, "404.html", {"reason": reason}, status=404)
