"""Drafts as those read them who prepare the programme: samarbetskommittén and ledningsgruppen."""

from functools import partial

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from programme.models import Revision
from programme.preview import FRAME, draft_page, for_the_recipient
from sodertorn.reading import page_url


@require_safe
def drafts_to_read(request):
    drafts = [
        {"name": draft.title or _("Utan titel"), "url": reverse("draft_to_read", args=[draft.slug])}
        for draft in Revision.objects.drafts().order_by("slug")
    ]
    page = {"title": _("Utkast att läsa"), "section": "drafts", "drafts": drafts}
    return for_the_recipient(render(request, "programme/drafts_to_read.html", page))


@require_safe
def draft_to_read(request, slug):
    """A draft as its public page will show it, marked as a draft; one that was sent is public, and not here."""
    draft = Revision.objects.drafts().select_related("term", "replaces", "adjusts").filter(slug=slug).first()
    if draft is None:
        raise Http404(_("Utkastet finns inte, eller så har det sänts för antagande."))
    mark = _("Utkast. Det är inte antaget av någon och kan ändras.")
    page = draft_page(draft, partial(page_url, request))
    return for_the_recipient(render(request, "programme/revision.html", FRAME | page | {"draft_mark": mark}))
