from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sodertorn.about_page import about_page
from sodertorn.accessibility import accessibility_page
from sodertorn.citing import citation
from sodertorn.events_page import check_page, events_page
from sodertorn.glossary import glossary_page
from sodertorn.middleware import form_that_waits
from sodertorn.permissions import Verdict, decide
from sodertorn.proof_kit import proof_kit
from sodertorn.reading import Gone, page_url, public_page
from sodertorn.rules import RULES
from sodertorn.start_page import start_page
from sodertorn.verifying.saved_log import log_file


@public_page
def start(request, register):
    page = start_page(register, request.moment.day, partial(page_url, request))
    page["cite"] = citation(request, register, page["title"])
    return render(request, "start.html", page)


@public_page
def rules(request, register):
    """How it is decided what applies: each rule with its source, or marked as the register's own."""
    page = {"title": _("Så avgörs vad som gäller"), "rules": RULES, "section": "rules"}
    page["cite"] = citation(request, register, page["title"])
    return render(request, "rules.html", page)


@public_page
def about(request, register):
    """Who answers for the register, what it is and what it is not."""
    return render(request, "about.html", about_page() | {"section": "about"})


@public_page
def words(request, register):
    """The words of the trade."""
    page = {"title": _("Ord som behöver förklaras"), "groups": glossary_page()}
    return render(request, "words.html", page)


@public_page
def accessibility(request, register):
    """How accessible the register is (lag 2018:1937)."""
    return render(request, "accessibility.html", accessibility_page())


@public_page
def events(request, register):
    """The event log in words, the newest first; `?fore=N` is what came before event N."""
    before = request.GET.get("fore", "")
    before = int(before) if before.isdecimal() and 0 < len(before) < 9 else None
    page = events_page(register, request.moment.day, before, partial(page_url, request))
    page["cite"] = None if before else citation(request, register, page["title"])
    return render(request, "events.html", page)


@public_page
def check(request, register):
    """How anybody checks that nothing has been altered."""
    return render(request, "check.html", check_page(register, request.moment.day, partial(page_url, request)))


@require_safe
def event_log(request):
    """The whole event log as JSON lines, each exactly as it was hashed."""
    return attached(log_file(), "application/jsonl; charset=utf-8", "handelser.jsonl")


@public_page
def kit(request, register, slug):
    """Everything with which a programme's record is checked offline; always of what the register knows now."""
    placement = register.placements.get(slug)
    if placement is None:
        raise Http404(_("Inget program i registret har den adressen."))
    return attached(proof_kit(register, placement), "application/zip", f"bevis-{slug}.zip")


def attached(content: bytes, media_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def not_found(request, exception):
    """404, with the reason when the page gave one; 410 for what was there and is no longer to be had."""
    reason = exception.args[0] if exception.args and isinstance(exception.args[0], str) else ""
    if isinstance(exception, Gone):
        return render(request, "410.html", {"reason": reason, "way": exception.way}, status=410)
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
