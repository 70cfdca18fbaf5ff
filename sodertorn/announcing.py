"""The register announces what applies, when that has changed: by an act, or because a day has come.

Every door through which facts come into a register that is in use (the desk, the commands) is
marked with `announces`, so that what an act makes so stands in the event log with the act, and whom it
concerns is told by mail (sodertorn.notices). The day that comes is announced by `manage.py announce`.
"""

from datetime import date
from functools import wraps

from django.utils import timezone

from adoption.answers import Answer, Kind
from adoption.in_force import Reading
from adoption.models import Decision, FollowUp
from programme.models import Announcement, Placement, Revision, Withdrawal
from programme.models.announcements import Announced
from sodertorn.desk import office
from sodertorn.journal import record
from sodertorn.notices import release_checked, tell
from sodertorn.one_act import one_act, recorded
from sodertorn.register import Register

ANNOUNCED = {
    Kind.APPLIES: Announced.APPLIES,
    Kind.UNSETTLED: Announced.UNSETTLED,
    Kind.NOT_KNOWN: Announced.NOT_KNOWN,
    Kind.NONE_KNOWN: Announced.NONE_KNOWN,
}
NAMES_ONE = (Announced.APPLIES, Announced.UNSETTLED)
"""Of these the programme is named, and since when."""

READ_BY_THE_RULE = (Placement, Withdrawal, Decision, FollowUp)


def announces(function):
    """Let a function be one act, which announces what applies when it has changed that, and tells of it by mail.

    What has no person behind it was read from a file: of that nobody is told, but of what then applies.
    """

    @one_act
    @wraps(function)
    def act(*args, **stated):
        before = len(recorded())
        done, register = function(*args, **stated), Register()
        if facts := [fact for fact in recorded()[before:] if isinstance(fact, READ_BY_THE_RULE)]:
            announce(register=register, office=office(), by=facts[-1].entry.by)
        news = [f for f in recorded()[before:] if f.entry.by_id or isinstance(f, Announcement)]
        if news:
            tell(news, register, since=recorded()[before].pk)
        if facts:
            release_checked()
        return done

    return act


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
def announce(
    *, office: str, by=None, day: date | None = None, register: Register | None = None
) -> list[Announcement]:
    """Announce what applies on the day (today) by the register as it is, if that is not what was announced last.

    The first announcement of all tells what applies already; before it nothing is known to apply.
    Gives what was announced.
    """
    day, register = day or timezone.localdate(), register or Register()
    state = state_of(register.answer(day))
    states = Announcement.objects.select_related("revision").exclude(announced=Announced.REPLACED)
    last = states.order_by("-entry").first()
    if state == (announced(last) if last else (Announced.NONE_KNOWN, None, None, None)):
        return []
    said = []
    what, slug, earliest, latest = state
    before = states.exclude(announced=Announced.NOT_KNOWN).order_by("-entry").first()
    if before and what == Announced.APPLIES and comes_before(register.late, before.revision, slug):
        said.append(Announcement(announced=Announced.REPLACED, revision=before.revision, day=day))
    revision = slug and Revision.objects.get(slug=slug)
    since = {"since_earliest": earliest, "since_latest": latest}
    said.append(Announcement(announced=what, revision=revision, day=day, **since))
    return [record(one, office=office, by=by) for one in said]


def comes_before(reading: Reading, earlier: Revision | None, slug: str) -> bool:
    """Whether a programme stands before another in the line: only then is it replaced by it.

    What never applied after all, since a decision was struck, has not been replaced.
    """
    line = [programme.slug for programme in reading.line]
    return earlier is not None and earlier.slug in line[: line.index(slug)]
