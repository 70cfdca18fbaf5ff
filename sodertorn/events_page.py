"""The pages of the event log: what has been recorded, and how anybody can check it."""

from datetime import date

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from adoption.models import Case, CaseDetail, Decision, FollowUp
from adoption.pages import Url
from programme.goal_numbers import goal_numbers
from programme.models import Erratum, ErratumAnswer, Lineage
from programme.proving import groups
from sodertorn.desk.events import event, facts_of, revision_of
from sodertorn.edits import EDITS
from sodertorn.event_log import newest_line
from sodertorn.journal import Fact
from sodertorn.masking import Masking
from sodertorn.register import Register
from sodertorn.words import sentence_case

ON_A_PAGE = 50


def events_page(register: Register, day: date, before: int | None, url: Url) -> dict:
    """The newest entries that the register held, or those before a number."""
    known = register.entries
    last = min(before - 1, len(known)) if before else len(known)
    first = max(last - ON_A_PAGE, 0)
    shown = known[first:last][::-1]
    facts = {fact.pk: fact for fact in facts_of([entry.pk for entry in shown])}
    names = {slug: placement.short_name for slug, placement in register.placements.items()}
    maskings = Masking.objects.filter(masked__in=facts).exclude(field__startswith=EDITS)
    masked = set(maskings.values_list("masked", flat=True))
    query = url("events").partition("?")[2]
    return {
        "title": _("Händelser"),
        "events": [
            public(event(fact, names, named(register, fact)), register, fact, url)
            | {"masked": fact.pk in masked}
            for fact in (facts[entry.pk] for entry in shown)
            if is_shown(register, fact, day)
        ],
        "earlier": f"?{query}{'&' if query else ''}fore={first + 1}" if first else "",
        "check_url": url("check"),
        "log_url": reverse("event_log"),
    }


def named(register: Register, fact: Fact) -> dict[int, str]:
    """By what an event names a text: only of kinship, which is many texts' at once; in English a goal by its number."""
    found = register.text_by_part.get(fact.later_id) if isinstance(fact, Lineage) else None
    if found and get_language() != "sv":
        numbers = goal_numbers(register, fact.later.revision.slug)
        return {part: str(number) for part, number in numbers.items()}
    return {fact.later_id: found.words.text} if found else {}


def is_shown(register: Register, fact: Fact, day: date) -> bool:
    """Whether a page of the day tells of the fact: not of what was sent or decided later."""
    match fact:
        case Decision() if register.decided_after(fact.entry.fact, day):
            return False
        case FollowUp() if register.decided_after(fact.decision.entry.fact, day):
            return False
        case Erratum(decided_on=on) | ErratumAnswer(on=on) if on > day:
            return False
    placement = register.placements.get(getattr(revision_of(fact), "slug", ""))
    return placement is None or register.shows(placement.revision.slug, day)


def public(event: dict, register: Register, fact: Fact, url: Url) -> dict:
    """An event as anybody sees it: the office, never the person; and the page that shows it."""
    told = {name: event[name] for name in ("number", "act", "recorded", "office", "sentence")}
    return told | {"url": address_of(register, fact, url)}


def address_of(register: Register, fact: Fact, url: Url) -> str:
    """The public page that shows the fact; nothing where none does."""
    revision = revision_of(fact)
    if revision is None or revision.slug not in register.placements:
        return ""
    match fact:
        case Decision():
            return url("adoption:decision", fact.entry.fact)
        case FollowUp():
            return url("adoption:decision", fact.decision.entry.fact)
        case Case() | CaseDetail():
            return url("adoption:revision", revision.slug)
    return url("programme:revision", revision.slug)


def check_page(register: Register, day: date, url: Url) -> dict:
    """How the register's facts are checked, with the head of the log."""
    line = newest_line()
    return {
        "title": _("Kontrollera uppgifterna"),
        "head": line and {"number": line.pk, "sha256": groups(line.sha256)},
        "log_url": reverse("event_log"),
        "events_url": url("events"),
        "kits": [
            {"name": sentence_case(placement.short_name), "url": reverse("proof_kit", args=[slug])}
            for slug, placement in register.placements.items()
            if register.shows(slug, day)
        ],
    }
