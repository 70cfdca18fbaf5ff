"""Days as minutes write them: 2027-02-17, 17 februari 2027, 17/2 2027, den 16–17 februari 2027."""

import re
from dataclasses import dataclass
from datetime import date

MONTHS = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
]
MONTH = "(?P<month>" + "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS) + r")\.?"
DASH = r"\s*(?:-{1,2}|–|—|och|till|t\.o\.m\.)\s*"
DAY = re.compile(
    r"(?<![\d/-])(?:"
    rf"(?P<iso>(?P<y>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?:{DASH}(?:(?P<to_iso>20\d\d-\d\d-\d\d)|(?P<to>\d\d)(?![\d-])))?)"
    rf"|(?P<swedish>(?P<first>\d{{1,2}})(?:(?:,\s*\d{{1,2}}){{0,3}}{DASH}(?P<last>\d{{1,2}}))?\s+{MONTH},?\s+(?P<year>20\d\d))"
    r"|(?P<stroke>(?P<sd>\d{1,2})/(?P<sm>\d{1,2})[ -](?P<sy>20\d\d))"
    r")(?![\d-])",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Days:
    """One day, or the first and the last of several; `start` and `end` are where they stand in the line."""

    first: date
    last: date
    start: int
    end: int


def days_in(words: str) -> list[Days]:
    """Every day that is written out in a line; what is no day in the calendar is none."""
    found = []
    for match in DAY.finditer(words):
        try:
            first, last = bounds(match)
        except ValueError:
            continue
        if first <= last:
            found.append(Days(first, last, match.start(), match.end()))
    return found


def bounds(match: re.Match[str]) -> tuple[date, date]:
    """Raises ValueError."""
    if match["iso"]:
        first = date(int(match["y"]), int(match["m"]), int(match["d"]))
        if match["to_iso"]:
            return first, date.fromisoformat(match["to_iso"])
        return first, first.replace(day=int(match["to"])) if match["to"] else first
    if match["swedish"]:
        month = [name[:3] for name in MONTHS].index(match["month"][:3].casefold()) + 1
        year, first, last = int(match["year"]), int(match["first"]), match["last"] or match["first"]
        return date(year, month, first), date(year, month, int(last))
    day = date(int(match["sy"]), int(match["sm"]), int(match["sd"]))
    return day, day


def without_days(words: str) -> str:
    return DAY.sub(" ", words)
