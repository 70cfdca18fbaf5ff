"""Acts about preview links: a draft is shared with somebody until a day, a link is ended, an opening is counted."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from programme.draft_storing import store_row
from programme.models import PreviewLink, Revision
from sodertorn.users import User

USUAL, LONGEST = timedelta(weeks=3), timedelta(days=365)


@transaction.atomic
def share_draft(*, revision: Revision, recipient: str, until: date, by: User) -> PreviewLink:
    """Make a link that shows a draft through the whole day `until`; the same one twice is one.

    Raises ValidationError with what is wrong.
    """
    today = timezone.localdate()
    Revision.objects.select_for_update().get(pk=revision.pk)  # so that a form sent twice finds the first
    if not revision.is_draft:
        raise ValidationError(_("Programmet är inte längre ett utkast; det finns redan på den öppna sidan."))
    if until < today:
        raise ValidationError({"until": _("Dagen har redan varit.")})
    if until > today + LONGEST:
        raise ValidationError({"until": _("En länk gäller högst ett år.")})
    shared = {"revision": revision, "recipient": recipient, "until": until, "made_by": by}
    if same := PreviewLink.objects.filter(**shared, ended_at=None).first():
        return same
    link = PreviewLink(**shared)
    link.full_clean()
    return store_row(link, moment=timezone.now(), by=by)


@transaction.atomic
def end_link(*, link: PreviewLink, by: User | None) -> PreviewLink:
    """End a link now; one that is ended already keeps its moment, and who ended it."""
    link = PreviewLink.objects.select_for_update().get(pk=link.pk)
    if link.ended_at is None:
        link.ended_at = timezone.now()
        store_row(link, moment=link.ended_at, by=by, update_fields=["ended_at"])
    return link


def end_links(*, revision: Revision, by: User | None) -> None:
    """End every link that shows a draft, because it is one no more; each keeps who ended it."""
    for link in revision.preview_links.filter(ended_at=None):
        end_link(link=link, by=by)


def count_opening(*, link: PreviewLink) -> None:
    """Count that somebody opened the link; two at once are two."""
    PreviewLink.objects.filter(pk=link.pk).update(opened=F("opened") + 1, opened_at=timezone.now())
