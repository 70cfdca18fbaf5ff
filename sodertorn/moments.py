"""The reader's two clocks (R7): the day that a page tells of, and the moment of the register's knowledge."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
FIRST_YEAR, LAST_YEAR = 1900, 2199


class NoSuchDay(ValueError):
    """Not a day in the calendar, or not one that the register can tell of; `said` tells the reader what is wrong."""

    said = gettext_lazy("”%s” är ingen dag i kalendern. Skriv år, månad och dag: 2021-01-14.")


class NotWritten(NoSuchDay):
    """Not written as a day."""

    said = gettext_lazy(
        "”%s” kan inte läsas som en dag. Skriv år med fyra siffror, månad och dag med två: 2021-01-14."
    )


class BeyondTheYears(NoSuchDay):
    """A day of which the register can't tell."""

    said = gettext_lazy("”%s” är för långt bort. Registret svarar för dagar från 1900-01-01 till 2199-12-31.")


class NotYet(NoSuchDay):
    """A knowledge that nobody has yet (R7)."""

    said = gettext_lazy(
        "”%s” har inte varit än, så ingen vet vad registret känner till då. Fråga efter vad det kände i dag eller tidigare."
    )


def parse_day(text: str) -> date:
    """A calendar day written YYYY-MM-DD. Raises NoSuchDay for anything else (2023-02-30, year 20233)."""
    if not DAY.fullmatch(text):
        raise NotWritten(text)
    try:
        day = date.fromisoformat(text)
    except ValueError as wrong:
        raise NoSuchDay(text) from wrong
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise BeyondTheYears(text)
    return day


def parse_knowledge(text: str) -> date:
    """The day of a knowledge: today or before, for what the register will know nobody can say. Raises NoSuchDay."""
    day = parse_day(text)
    if day > timezone.localdate():
        raise NotYet(text)
    return day


def end_of(day: date) -> datetime:
    """The last moment of a calendar day in Stockholm."""
    tomorrow = datetime.combine(day + timedelta(days=1), time.min, timezone.get_default_timezone())
    return tomorrow - timedelta(microseconds=1)


@dataclass(frozen=True)
class Moment:
    """What a page tells of: the day D, and the knowledge K (`known` as a day; None: now).

    `in_path`: the day is the page's own, as in /gallande/2021-01-14/, not one that the reader
    took along to a page of another subject.
    """

    day: date
    day_chosen: bool = False
    known: date | None = None
    in_path: bool = False

    @classmethod
    def read(cls, query, path_day: str | None = None) -> "Moment":
        """From an address's ?dag= and ?kand=, or the day in its path, which ?dag= goes before.

        An empty one, as a form sends it, chooses nothing. Raises NoSuchDay.
        """
        asked, known = query.get("dag") or None, query.get("kand") or None
        day = asked or path_day
        return cls(
            day=timezone.localdate() if day is None else parse_day(day),
            day_chosen=day is not None,
            known=None if known is None else parse_knowledge(known),
            in_path=path_day is not None and asked is None,
        )

    @property
    def chosen(self) -> bool:
        return self.day_chosen or self.known is not None

    @property
    def passing(self) -> bool:
        """Whether the page is one of many that say nearly the same, which search engines leave out."""
        return self.known is not None or (self.day_chosen and not self.in_path)

    @property
    def at(self) -> datetime | None:
        """The moment of knowledge; None means all that is recorded."""
        return None if self.known is None else end_of(self.known)

    @property
    def fixed(self) -> "Moment":
        """The same day and knowledge, named: what goes on showing the same when both have passed."""
        return Moment(self.day, True, self.known or timezone.localdate(), self.in_path)

    @property
    def query(self) -> str:
        """What links must carry to stay at this day and knowledge; empty when neither was chosen."""
        if self.day_chosen:
            return f"?dag={self.day}" + (f"&kand={self.known}" if self.known else "")
        return self.known_query

    @property
    def known_query(self) -> str:
        """What links to a page with a day of its own must carry."""
        return f"?kand={self.known}" if self.known else ""
