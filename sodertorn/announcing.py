"""The register announces what applies, when that has changed: by an act, or because a day has come."""

from datetime import date

from django.utils import timezone

from adoption.answers import Answer, Kind
from programme.models import Announcement, Revision
from programme.models.announcements import Announced
from sodertorn.journal import record
from sodertorn.one_act import one_act
from sodertorn.register import Register

ANNOUNCED = {
    Kind.APPLIES: Announced.APPLIES,
    Kind.UNSETTLED: Announced.UNSETTLED,
    Kind.NOT_KNOWN: Announced.NOT_KNOWN,
    Kind.NONE_KNOWN: Announced.NONE_KNOWN,
}
NAMES_ONE = (Announced.APPLIES, Announced.UNSETTLED)
"""Of these the programme is named, and since when."""


def state_of(answer: Answer) -> tuple:
    """What is announced of an answer: what, which programme, since when."""
    what = ANNOUNCED[answer.kind]
    if what not in NAMES_ONE:
        return what, None, None, None
    since = answer.since
    return what, answer.programme, since and since.earliest, since and since.latest


def announced(announcement: Announcement) -> tuple:
    slug = announcement.revision and announcement.revision.slug
    return announcement.announced, slug, announcement.since_earliest, announcement.since_latest


@one_act
def announce(*, office: str, by=None, day: date | None = None) -> list[Announcement]:
    """Announce what applies on the day (today), if that is not what was announced last.

    The first announcement of all tells what applies already. Gives what was announced.
    """
    day = day or timezone.localdate()
    state = state_of(Register().answer(day))
    states = Announcement.objects.select_related("revision").exclude(announced=Announced.REPLACED)
    last = states.order_by("-entry").first()
    if last and announced(last) == state:
        return []
    said = []
    what, slug, earliest, latest = state
    if last and last.revision and what == Announced.APPLIES and last.revision.slug != slug:
        said.append(Announcement(announced=Announced.REPLACED, revision=last.revision, day=day))
    revision = slug and Revision.objects.get(slug=slug)
    since = {"since_earliest": earliest, "since_latest": latest}
    said.append(Announcement(announced=what, revision=revision, day=day, **since))
    return [record(one, office=office, by=by) for one in said]
