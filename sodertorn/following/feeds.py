"""The Atom feeds: what applies, and what has been decided, each with how sure it is (RFC 4287).

They tell what the pages of today tell, no sooner and no more: a decision is on its page as soon as
it is registered, and a feed says with it what it rests on (R13). What was registered by mistake
stays in the feed and is said to be so, as on its page. The identity of an entry is its permanent address.
"""

from datetime import date, datetime
from itertools import islice

from django.conf import settings
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from adoption.answer_sentences import AnswerSentences
from adoption.decision_pages import mark, remarks
from adoption.models import Decision, Municipality
from adoption.sentences import told
from programme.models import Announcement
from sodertorn.announcing import announced, state_of
from sodertorn.reading import whole
from sodertorn.register import Register
from sodertorn.words import invented, sentence_case

MOST = 50
"""How many entries a feed holds, the newest first."""


class Feed(Atom1Feed):
    """An Atom feed whose moment is that of what it tells, also when it tells nothing yet."""

    def __init__(self, name: str, *args, title: str, page: str, about: str, begun: datetime):
        own = whole(reverse(name, args=args))
        self.begun = begun
        super().__init__(
            title=invented(title),
            link=whole(page),
            description="",
            subtitle=about,
            language=get_language(),
            feed_url=own,
            feed_guid=own,
            author_name=settings.OWNER["name"] or _("Registret för Södertörns utvecklingsprogram"),
        )

    def latest_post_date(self) -> datetime:
        return max((item["updateddate"] for item in self.items), default=self.begun)

    def tell(
        self, title: str, address: str, sentences: list[str], since: datetime, changed: datetime, **more
    ):
        self.add_item(
            title=invented(title),
            link=whole(address),
            unique_id=whole(more.get("identity", address)),
            description="".join(f"<p>{escape(one)}</p>" for one in sentences),
            pubdate=since,
            updateddate=changed,
        )


def what_applies(register: Register) -> Feed:
    """What the register has announced, the newest first."""
    feed = Feed(
        "follow_applies",
        title=_("Södertörns utvecklingsprogram: vad som gäller"),
        page=reverse("programme:in_force"),
        about=_("När det ändras vad som gäller, och hur säkert det är."),
        begun=register.entries[0].recorded,
    )
    events = reverse("events")
    rows = Announcement.objects.select_related("entry", "revision").order_by("-entry")[:MOST]
    for row in rows:
        address, identity = reverse("programme:in_force", args=[row.day]), f"{events}#handelse-{row.pk}"
        title, when = announced_title(register, row), row.entry.recorded
        feed.tell(title, address, now(register, row), when, when, identity=identity)
    return feed


def announced_title(register: Register, row: Announcement) -> str:
    said = row.get_announced_display()
    placement = register.placements.get(row.revision.slug) if row.revision else None
    return sentence_case(f"{placement.short_name} {said}" if placement else str(said))


def now(register: Register, row: Announcement) -> list[str]:
    """What the register says today of the day on which it was announced."""
    answer = register.answer(row.day)
    if row.announced != "replaced" and state_of(answer) != announced(row):
        return [_("Registret har sedan dess fått veta mer och svarar nu annorlunda för den dagen.")]
    return AnswerSentences(register, answer).sentences()


def decisions(register: Register, day: date) -> Feed:
    feed = Feed(
        "follow_decisions",
        title=_("Södertörns utvecklingsprogram: beslut"),
        page=reverse("adoption:latest"),
        about=_("Kommunernas och samarbetskommitténs beslut om programmet, så snart de är registrerade."),
        begun=register.entries[0].recorded,
    )
    return filled(feed, register, day, [*newest(register)])


def decisions_of(register: Register, day: date, municipality: Municipality) -> Feed:
    """What one municipality has decided."""
    feed = Feed(
        "follow_municipality",
        municipality.slug,
        title=_("Södertörns utvecklingsprogram: beslut i %s") % municipality.name,
        page=reverse("adoption:municipality", args=[municipality.slug]),
        about=_("Vad kommunen har beslutat om programmet, så snart det är registrerat."),
        begun=register.entries[0].recorded,
    )
    return filled(
        feed, register, day, [d for d in newest(register) if d.case.body.municipality == municipality]
    )


def newest(register: Register) -> list[Decision]:
    """The last entry of each decision, that which was recorded last first."""
    last = {decision.entry.fact: decision for decision in register.all_decisions}
    return sorted(last.values(), key=lambda decision: -changed(register, decision))


def changed(register: Register, decision: Decision) -> int:
    """The number of the newest entry about a decision: its own, or of what came after."""
    later = register.follow_ups[decision.entry.fact]
    return max([decision.pk, *(said.pk for said in later)])


def filled(feed: Feed, register: Register, day: date, rows: list[Decision]) -> Feed:
    entries = {entry.number: entry for entry in register.entries}
    shown = (row for row in rows if not register.decided_after(row.entry.fact, day))
    for row in islice(shown, MOST):
        fact = row.entry.fact
        later = [said for said in register.follow_ups[fact] if said.on is None or said.on <= day]
        _mark, label = mark(register, row, day)
        feed.tell(
            told(register, row),
            reverse("adoption:decision", args=[fact]),
            [told(register, row), f"{label}.", *remarks(row, later)],
            entries[fact].recorded,
            entries[changed(register, row)].recorded,
        )
    return feed
