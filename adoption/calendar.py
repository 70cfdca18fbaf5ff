"""The boards' meetings about the programmes, as a calendar to subscribe to (iCalendar, RFC 5545).

A meeting is one event as long as it lives: planned, moved, held or called off. It is the case's first,
second … meeting: which one a plan is of, `adoption/plans.py` says. Whole days, for nobody notes the hour. What
is not public of a plan, its words and the last day for papers, is left out.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlsplit

import icalendar
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from adoption.models import Case, CaseDetail, Decision
from adoption.models.cases import DetailKind
from adoption.plans import is_of
from adoption.sentences import body_words, told
from sodertorn.journal import Fact
from sodertorn.words import invented, sentence_case

LOOK_AGAIN = timedelta(hours=12)
"""How often a calendar is asked to look for changes."""
NO_EVENTS = {"first_date": date(2026, 1, 1), "last_date": date(2027, 1, 1)}
"""Of which days the time zone tells that an empty calendar holds."""


@dataclass(frozen=True)
class Meeting:
    """A case's nth meeting: its first and last day, what was decided there, or that it is called off.

    `entries` are what was recorded of it, in order: the last says when it changed, their number how often.
    """

    case: Case
    number: int
    first: date
    last: date
    entries: tuple[Fact, ...]
    decision: Decision | None = None
    called_off: bool = False

    @property
    def uid(self) -> str:
        return f"arende-{self.case.pk}-sammantrade-{self.number}@{urlsplit(settings.SITE_URL).hostname}"


def meetings(register, cases: Iterable[Case]) -> Iterator[Meeting]:
    """The meetings of the cases of which a day is known, as the register knew them; a fixed number of queries."""
    plans, decided = defaultdict(list), defaultdict(list)
    rows = CaseDetail.objects.filter(detail=DetailKind.MEETING).select_related("entry").order_by("entry")
    for rows_of, found in ((plans, rows), (decided, register.all_decisions)):
        for fact in found:
            if register.at is None or fact.entry.recorded <= register.at:
                rows_of[fact.case_id].append(fact)
    for case in cases:
        yield from meetings_of(register, case, plans[case.pk], decided[case.pk])


def meetings_of(register, case: Case, plans: list, decided: list) -> Iterator[Meeting]:
    facts = sorted({decision.entry.fact for decision in decided})
    last = {decision.entry.fact: decision.latest for decision in decided}
    entries: dict[int, list] = defaultdict(list)
    for plan in plans:
        entries[1 + sum(not is_of(plan, fact, last[fact]) for fact in facts)].append(plan)
    for decision in decided:
        entries[1 + facts.index(decision.entry.fact)].append(decision)
    withdrawal = register.withdrawals.get(case.revision.slug)
    for number, known in sorted(entries.items()):
        known.sort(key=lambda fact: fact.pk)
        decision = next((one for one in reversed(known) if isinstance(one, Decision)), None)
        stands = decision is not None and not decision.entry.void
        if stands and decision.exact:
            first = decision.began or decision.latest
            yield Meeting(case, number, first, decision.latest, tuple(known), decision)
        elif not stands and (days := days_of(known)):
            ends = [withdrawal] if withdrawal else []
            off = bool(ends) or days[-1] is None
            last = next(on for on in reversed(days) if on)
            yield Meeting(case, number, last, last, (*known, *ends), called_off=off)


def days_of(known: list[Fact]) -> list[date | None]:
    """The days that plans have named, one after the other; None: called off. Empty when there never was a day."""
    days = [None if one.entry.void else one.on for one in known if isinstance(one, CaseDetail)]
    return days if any(days) else []


def calendar(register, meetings: Iterable[Meeting], name: str, url: Callable[..., str]) -> bytes:
    """The calendar as text."""
    made = icalendar.Calendar()
    made.add("prodid", f"-//Södertörns utvecklingsprogram//{get_language().upper()}")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", invented(name))
    made.add("x-wr-timezone", settings.TIME_ZONE)
    made.add("refresh-interval", LOOK_AGAIN, parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", icalendar.vDuration(LOOK_AGAIN))
    for meeting in meetings:
        made.add_component(event(register, meeting, url))
    if not made.subcomponents:  # a calendar holds something (RFC 5545, 3.6), also before anything is planned
        made.add_component(icalendar.Timezone.from_tzid(settings.TIME_ZONE, **NO_EVENTS))
    return made.to_ical()


def event(register, meeting: Meeting, url: Callable[..., str]) -> icalendar.Event:
    slug, body = meeting.case.revision.slug, meeting.case.body
    programme, changed = register.placements[slug].short_name, meeting.entries[-1].entry.recorded
    who = sentence_case(body_words(body.kind, str(body.municipality or "")))
    said = told(register, meeting.decision) if meeting.decision else _("Planerat enligt registret.")
    about = url("adoption:revision", slug)
    if meeting.decision:
        about = url("adoption:decision", meeting.decision.entry.fact)
    made = icalendar.Event()
    made.add("uid", meeting.uid)
    made.add("dtstamp", changed)
    made.add("last-modified", changed)
    made.add("sequence", len(meeting.entries) - 1)
    made.add("dtstart", meeting.first)
    made.add("dtend", meeting.last + timedelta(days=1))
    made.add("summary", invented(f"{who}: {programme}"))
    made.add("description", _("Inställt eller utan ny dag.") if meeting.called_off else said)
    made.add("status", status(meeting))
    made.add("transp", "TRANSPARENT")
    made.add("url", settings.SITE_URL + about)
    return made


def status(meeting: Meeting) -> str:
    if meeting.called_off:
        return "CANCELLED"
    return "CONFIRMED" if meeting.decision else "TENTATIVE"
