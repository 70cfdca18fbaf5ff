"""The reader's two clocks (R7): the day that a page tells of, and the moment of the register's knowledge."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
FIRST_YEAR, LAST_YEAR = 1900, 2199


class NoSuchDay(ValueError):
    """Not a day in the calendar, or not one that the register can tell of."""


def parse_day(text: str) -> date:
    """A calendar day written YYYY-MM-DD. Raises NoSuchDay for anything else (2023-02-30, year 20233)."""
    try:
        day = date.fromisoformat(text) if DAY.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise NoSuchDay(text)
    return day


def end_of(day: date) -> datetime:
    """The last moment of a calendar day in Stockholm."""
    tomorrow = datetime.combine(day + timedelta(days=1), time.min, timezone.get_default_timezone())
    return tomorrow - timedelta(microseconds=1)


@dataclass(frozen=True)
class Moment:
    """What a page tells of: the day D, and the knowledge K (`known` as a day; None: now)."""

    day: date
    day_chosen: bool = False
    known: date | None = None

    @classmethod
    def read(cls, query) -> "Moment":
        """From an address's ?dag= and ?kand=; an empty one, as a form sends it, chooses nothing. Raises NoSuchDay."""
        day, known = query.get("dag") or None, query.get("kand") or None
        return cls(
            day=timezone.localdate() if day is None else parse_day(day),
            day_chosen=day is not None,
            known=None if known is None else parse_day(known),
        )

    @property
    def chosen(self) -> bool:
        return self.day_chosen or self.known is not None

    @property
    def at(self) -> datetime | None:
        """The moment of knowledge; None means all that is recorded."""
        return None if self.known is None else end_of(self.known)

    @property
    def query(self) -> str:
        """What links must carry to stay at this day and knowledge; empty when neither was chosen."""
        chosen = [f"dag={self.day}"] if self.day_chosen else []
        if self.known:
            chosen.append(f"kand={self.known}")
        return "?" + "&".join(chosen) if chosen else ""
