"""Until when a decision may be appealed, and what is known of an appeal (laglighetsprövning, domain.md).

An appeal must reach the court within three weeks of the announcement (kommunallagen 13 kap.
5 §): the last day is the same weekday. One on a Saturday, a Sunday, another public holiday,
midsommarafton, julafton or nyårsafton moves to the next day that is none of these (lag
1930:173, 2 §; the holidays are those of lag 1989:253). Days are calendar dates in Europe/Stockholm.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import cache

import holidays
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from adoption.models import FollowUp
from adoption.models.follow_ups import ENDS, FollowUpKind
from sodertorn.words import sentence_case, the_day

PERIOD = timedelta(weeks=3)
SIGNED_WITHIN = timedelta(days=14)
"""Minutes are signed within two weeks of the meeting; that only warns (domain.md, Minutes, notice, appeal)."""
NEXT_DAY = timedelta(days=1)
SATURDAY, SUNDAY = 5, 6


@cache
def days_off(year: int) -> frozenset[date]:
    """The public holidays of a year, Sundays among them, and the three eves."""
    return frozenset(holidays.SE(years=year, include_sundays=True, categories=("public", "de_facto")))


def is_day_off(day: date) -> bool:
    return day.weekday() == SATURDAY or day in days_off(day.year)


def day_off_words(day: date) -> str:
    """That a day is a Saturday, a Sunday, another public holiday or one of the eves; "" of any other."""
    if not is_day_off(day):
        return ""
    language = "sv" if get_language() == "sv" else "en_US"
    names = holidays.SE(years=day.year, categories=("public", "de_facto"), language=language)
    weekday = {SATURDAY: _("lördag"), SUNDAY: _("söndag")}.get(day.weekday())
    name = names.get(day) or weekday
    return sentence_case(_("%(day)s är helg (%(name)s).") % {"day": the_day(day), "name": name})


def last_day(announced: date) -> date:
    """The last day on which an appeal may reach the court, of a decision whose signing was announced that day."""
    day = announced + PERIOD
    while is_day_off(day):
        day += NEXT_DAY
    return day


class AppealState(Enum):
    RUNNING = "running"
    TAKEN_DOWN_EARLY = "taken down early"
    OVER = "over"
    APPEALED = "appealed"
    JUDGED = "judged"
    FINAL = "final"


@dataclass(frozen=True)
class Appeal:
    """What is known on a day. `last` is the computed last day, None when the announcement isn't known.

    `came`: an appeal or a judgment is recorded, whatever came of it. `disputed`: that it was appealed
    was recorded when the register already had it as final, and no judgment tells how that goes together.
    `ended`: the adoption has ended, which says more.
    """

    state: AppealState
    last: date | None = None
    on: date | None = None
    came: bool = False
    disputed: bool = False
    ended: bool = False


ENDED_BY = {
    FollowUpKind.LEGAL_FORCE: AppealState.FINAL,
    FollowUpKind.ANNULLED: AppealState.JUDGED,
    FollowUpKind.JUDGMENT: AppealState.JUDGED,
    FollowUpKind.APPEALED: AppealState.APPEALED,
}
"""What is recorded of an appeal, what says most first."""
CAME = {FollowUpKind.APPEALED, FollowUpKind.JUDGMENT, FollowUpKind.ANNULLED}
"""What tells that somebody has appealed."""


def appeal_of(steps: Iterable[FollowUp], day: date) -> Appeal | None:
    """What is known on a day from what came after a decision; None when it isn't known that its signing was announced.

    Announced anew, the time runs anew. A notice that was taken down before the last day had
    passed has not been up long enough: the time has not run out.
    """
    known = [step for step in steps if step.on is None or step.on <= day]
    newest = {step.step: step for step in known}
    put_up = max((s.on for s in known if s.step == FollowUpKind.ANNOUNCED and s.on), default=None)
    last = last_day(put_up) if put_up else None
    disputed = is_disputed(newest)
    for step, state in ENDED_BY.items():
        if step in newest and not (step == FollowUpKind.LEGAL_FORCE and disputed):
            came = not newest.keys().isdisjoint(CAME)
            return Appeal(state, last, newest[step].on, came, disputed, has_ended(known))
    if put_up is None:
        return None
    taken = [s.on for s in known if s.step == FollowUpKind.TAKEN_DOWN and s.on and put_up <= s.on <= last]
    if taken:
        return Appeal(AppealState.TAKEN_DOWN_EARLY, last, taken[-1])
    return Appeal(AppealState.RUNNING if day <= last else AppealState.OVER, last)


def has_ended(known: list[FollowUp]) -> bool:
    """Whether the adoption has ended, other than by an inhibition that was lifted since (R3b)."""
    lifted = {step.lifts.entry.fact for step in known if step.lifts}
    return any(step.step in ENDS and step.entry.fact not in lifted for step in known)


def is_disputed(newest: dict[str, FollowUp]) -> bool:
    """Whether an appeal became known after the decision had become final, with no judgment that explains it."""
    final, appealed = newest.get(FollowUpKind.LEGAL_FORCE), newest.get(FollowUpKind.APPEALED)
    judged = not newest.keys().isdisjoint((FollowUpKind.JUDGMENT, FollowUpKind.ANNULLED))
    return bool(final and appealed and not judged and appealed.entry.fact > final.pk)


def appeal_words(appeal: Appeal | None) -> str:
    """What follows from what is known, as a sentence; "" where something recorded says it itself."""
    if appeal is None:
        return ""
    match appeal.state:
        case AppealState.RUNNING:
            return _("Kan överklagas till och med %s.") % the_day(appeal.last)
        case AppealState.TAKEN_DOWN_EARLY:
            words = _("Tillkännagivandet togs ned %s, för tidigt. Överklagandetiden har därför inte gått ut.")
            return words % the_day(appeal.on)
        case AppealState.OVER:
            words = _("Överklagandetiden gick ut %s (beräknat); registret har ingen uppgift om överklagande.")
            return words % the_day(appeal.last)
    return "" if appeal.ended else words_of_court(appeal)


def words_of_court(appeal: Appeal) -> str:
    """What an appeal that came has led to so far; by itself it ends nothing, nor does a judgment (R3b)."""
    unchanged = _("Vad som räknas ändras bara om beslutet inhiberas eller upphävs.")
    if appeal.disputed:
        return _(
            "Att beslutet är överklagat registrerades efter att det hade fått laga kraft enligt registret. "
            "Tills det är utrett visas det som överklagat."
        )
    if appeal.state == AppealState.FINAL:
        return _("Beslutet överklagades och har sedan fått laga kraft.") if appeal.came else ""
    if appeal.state == AppealState.JUDGED:
        judged = _("Det finns en dom, som inte har fått laga kraft såvitt registret vet.")
        return f"{judged} {unchanged}"
    return _("Beslutet är överklagat.") + " " + unchanged


def appeal_note(appeal: Appeal | None) -> str:
    """A few words beside an adoption: that it may still be appealed, or what came of that; "" when the time is over."""
    if appeal is None:
        return ""
    match appeal.state:
        case AppealState.RUNNING:
            return _("kan överklagas till och med %s") % the_day(appeal.last)
        case AppealState.APPEALED:
            return _("överklagat")
        case AppealState.JUDGED if appeal.on:
            return _("överklagat, dom %s (inte laga kraft)") % the_day(appeal.on)
        case AppealState.JUDGED:
            return _("överklagat, dom finns (inte laga kraft)")
        case AppealState.FINAL:
            return _("har fått laga kraft")
    return ""
