"""The way from the desk to a page about a programme: (name, address) of each page on it."""

from django.urls import reverse
from django.utils.translation import gettext as _

from programme.models import Placement, Revision
from sodertorn.words import sentence_case

Crumbs = list[tuple[str, str]]


def draft_crumbs(draft: Revision | None = None) -> Crumbs:
    """To the drafts, or to what belongs to one of them."""
    way = [(_("Utkast"), reverse("desk:drafts"))]
    return [*way, (str(draft), reverse("desk:draft", args=[draft.slug]))] if draft else way


def text_crumbs(placement: Placement | None = None) -> Crumbs:
    """To the transcripts, or to the texts of one of them."""
    way = [(_("Texter"), reverse("desk:texts"))]
    if placement is None:
        return way
    url = reverse("desk:texts_of", args=[placement.revision.slug])
    return [*way, (sentence_case(placement.short_name), url)]


def sent_crumbs(placement: Placement | None = None) -> Crumbs:
    """To the programmes that were sent, or to one of them."""
    way = [(_("Sända program"), f"{reverse('desk:drafts')}#sanda")]
    if placement is None:
        return way
    return [*way, (sentence_case(placement.short_name), reverse("desk:sent", args=[placement.revision.slug]))]
