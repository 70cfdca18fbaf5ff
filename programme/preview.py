"""The page that a preview link leads to: a draft as the public page will show it, and marked as a draft."""

from contextlib import suppress
from functools import partial

from django.db import DatabaseError
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from adoption.pages import Url, fact
from programme.line import Line
from programme.models import DraftLineage, PreviewLink, Revision
from programme.preview_services import count_opening
from programme.revision_page import particulars
from programme.texts import written
from programme.texts_page import texts_page
from sodertorn.permissions import STAFF, roles_of
from sodertorn.reading import page_url
from sodertorn.register import Register
from sodertorn.words import the_day

FRAME = {"section": "preview", "reading": None, "canonical_url": "", "report_url": ""}
"""What the frame of a public page says of its day and address, which a shared draft doesn't have."""


def draft_page(draft: Revision, url: Url) -> dict:
    """A draft's texts and particulars, in the words and the order of a programme's own page."""
    register = Register()
    line = Line(register, timezone.localdate())
    lineages = DraftLineage.objects.filter(later__revision=draft).select_related("earlier__revision")
    rows = [
        fact(_("Slags text"), _("Utkast. Texten kan ändras innan programmet sänds för antagande.")),
        *particulars(register, draft, url),
    ]
    page = texts_page(line, written(draft), list(lineages), url)
    if not page["areas"]:
        page["areas_title"] = _("Målen är inte skrivna")
    return page | {
        "title": draft.title or _("Utan titel"),
        "kicker": pgettext("ett", "Utkast"),
        "facts": [row for row in rows if row["value"]],
    }


@require_safe
def preview(request, token):
    """A draft, for whoever has the link; each opening is counted, but not those of the desk itself."""
    related = ("revision__term", "revision__replaces", "revision__adjusts")
    link = PreviewLink.objects.select_related(*related).filter(token=token).first()
    if link is None or not link.open_on(timezone.localdate()):
        return for_the_recipient(render(request, "410.html", FRAME | {"reason": gone()}, status=410))
    if request.method == "GET" and not roles_of(request.user) & STAFF:
        with suppress(DatabaseError):  # such as a full disk, which stops no reading
            count_opening(link=link)
    mark = _("Utkast, delas för synpunkter till och med %s. Det är inte antaget av någon.") % the_day(
        link.until
    )
    page = draft_page(link.revision, partial(page_url, request))
    return for_the_recipient(render(request, "programme/revision.html", FRAME | page | {"draft_mark": mark}))


def gone() -> str:
    """What is said of a link that shows nothing, whatever the reason: nobody learns whether it ever did."""
    return _(
        "En länk som delar ett utkast slutar att fungera när tiden har gått ut, när utkastet har sänts för"
        " antagande eller när den har avslutats. Fråga den som du fick länken av."
    )


def for_the_recipient(response):
    """Keep a shared draft, and its address, out of search engines, caches and other sites' logs."""
    response["X-Robots-Tag"] = "noindex"
    response["Cache-Control"] = "no-store, private"
    response["Referrer-Policy"] = "no-referrer"
    return response
