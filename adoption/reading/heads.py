"""The head of the minutes: which body of which municipality met, and when."""

import re
from dataclasses import dataclass

from adoption.facts import BOARD, COUNCIL
from adoption.reading.days import DAY, Days, days_in
from adoption.reading.lines import HEAD, left_of
from adoption.reading.sections import HEADING
from adoption.reading.values import Asked, Found, Line, found, only

TOP = 4
"""So many lines from the top of a later page its municipality's name stands at most."""
NAMED = {
    BOARD: re.compile(r"(?:kommunstyrelsens?|kommunstyrelse|ks)(?: ks)?"),
    COUNCIL: re.compile(r"(?:kommunfullmäktiges?|kf)(?: kf)?"),
}
OTHER_BODY = re.compile(
    r"utskott(?:et|ets)?\b|\bksau\b|\bau\b|nämnd(?:en|ens)?\b|beredning(?:en)?\b|\bdirektion|\bsamarbetskommitté|\bstyrgrupp|rådet\b|kommitté|delegationen\b|presidi"
    r"|\b(?:bolags|förbunds)styrelse",
    re.IGNORECASE,
)
END_OF_HEAD = re.compile(
    r"^(?:närvarande|beslutande|ledamöter|plats\b|tid\b|innehåll|ärendelista|(?:K[SF]\s)?\s*§|tjänstgörande|deltagare)",
    re.IGNORECASE,
)
SOME_KOMMUN = re.compile(r"\b([A-ZÅÄÖ][a-zåäö]+|[A-ZÅÄÖ]{3,}) (?:kommun|KOMMUN|stad)\b")
WEEKDAY = r"(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\s*,?\s*)?(?:den\s+)?"
MEETING = re.compile(
    r"\b(?:sammanträdes?datum|sammanträdes?dag|mötesdatum|mötesdag|datum för (?:sammanträdet?|möte)|sammanträdesdatum och tid"
    r"|sammanträde(?:t hölls)?)\b\s*:?\s*",
    re.IGNORECASE,
)
PLACE_AND_TIME = re.compile(
    r"^(?:plats och (?:sammanträdes)?tid|tid och plats|sammanträdestid|dag och tid|tid)\b", re.I
)
NOT_THIS = re.compile(
    r"\b(?:nästa|föregående|förra|tidigare|juster|expedier|utskri|utdrags?datum|anslag|publicer|beredning)",
    re.I,
)
EARLIER = re.compile(
    rf"^(?:kommunstyrelsen|kommunfullmäktige|KS|KF)[\s,]+(?:den\s+)?{DAY.pattern}[\s,]*§\s*\d+\W*$", re.I
)
OF_MEETING = re.compile(r"protokoll|sammanträd|möte|styrelse|fullmäktige", re.IGNORECASE)
PASSED_OVER = re.compile(
    r"(?:sida?|sid\.|paragraf|diarienummer|dnr|ärendenr|protokoll|blad)?\W*\d{0,3}\W*(?:\(\d+\))?", re.I
)

Stated = tuple[Days, list[Line]]
"""The days of a meeting, and the lines that state them: the label's, and where they stand below it theirs."""


@dataclass(frozen=True)
class Heads:
    """What the heads of the pages say; `other` is a line that names another kind of body."""

    body: Found | None
    municipality: Found | None
    on: Found | None
    began: Found | None
    other: Line | None


def heads_of(lines: list[Line], asked: Asked) -> Heads:
    lines = [line for at, line in enumerate(lines) if not is_earlier(lines, at)]
    first = first_head(lines)
    tops = [line for line in lines if line.number <= HEAD]
    municipality = only(municipalities_in(first, tops, asked))
    on, began = meeting(lines, asked)
    return Heads(only(bodies_in(tops, asked)), municipality, on, began, other_body(first, tops, asked))


def is_earlier(lines: list[Line], at: int) -> bool:
    """Whether a line of a paragraph says which body dealt with it before, such as "Kommunstyrelsen 2027-03-12, § 54"."""
    page = [line for line in lines[max(0, at - HEAD) : at] if line.page == lines[at].page]
    return bool(EARLIER.search(lines[at].words)) and any(HEADING.match(line.words) for line in page)


def first_head(lines: list[Line]) -> list[Line]:
    """The first page down to who was there."""
    head = []
    for line in lines:
        if line.page > 1 or line.number > HEAD or END_OF_HEAD.search(line.words):
            break
        head.append(line)
    return head


def bodies_in(tops: list[Line], asked: Asked) -> list[Found]:
    """Each line of a page's head that is the name of a board or council and nothing more."""
    named = []
    for line in tops:
        named += [found(kind, line) for kind, name in NAMED.items() if name.fullmatch(left(line, asked))]
    return named


def other_body(first: list[Line], tops: list[Line], asked: Asked) -> Line | None:
    """A line of the first head that names a committee, or one of a later head that is its name and nothing more."""
    for line in first:
        if OTHER_BODY.search(line.words) and not is_body(line, asked) and len(line.words.split()) <= 8:
            return line
    for line in tops:
        left = left_of(line.words, asked)
        if OTHER_BODY.search(left) and len(left.split()) <= 2 and days_in(line.words):
            return line
    return None


def municipalities_in(first: list[Line], tops: list[Line], asked: Asked) -> list[Found]:
    """Those that a head names as its own; one that is none of the eight counts as a candidate too."""
    named = []
    for slug, name, full in asked.municipalities:
        own = re.compile(
            rf"\b{re.escape(full)}\b|\b{re.escape(name)}s? kommun\b|(?:styrelsen|fullmäktige) i {re.escape(name)}\b"
            rf"|^kommun: ?{re.escape(name)}$",
            re.IGNORECASE,
        )
        named += [found(slug, line) for line in first if own.search(line.words)]
        alone = re.compile(rf"^(?:{re.escape(full)}|{re.escape(name)}s? kommun)\b", re.IGNORECASE)
        later = [line for line in tops if line.page > 1 and line.number <= TOP]
        named += [found(slug, line) for line in later if alone.search(line.words) and is_head(line, asked)]
    ours = {word.casefold() for _slug, name, full in asked.municipalities for word in (name, full.split()[0])}
    for line in first:
        for other in SOME_KOMMUN.finditer(line.words):
            if other[1].casefold() not in ours:
                named.append(found(other[1], line))
    return named


def is_head(line: Line, asked: Asked) -> bool:
    """Whether a line holds nothing but what heads do: a sentence that begins with a municipality's name is none."""
    return len(left_of(line.words, asked).split()) <= 2


def meeting(lines: list[Line], asked: Asked) -> tuple[Found | None, Found | None]:
    """The last and, of several, the first day of the meeting, where every labelled place states the same."""
    days = [stated for at in range(len(lines)) for stated in meeting_days(lines, at, asked)]
    if len({(day.first, day.last) for day, _place in days}) != 1:
        return None, None
    day, place = days[0]
    if any(not day.first <= other.first <= day.last for other in beside(lines, asked)):
        return None, None
    several = day.first < day.last
    return found(day.last.isoformat(), *place), found(day.first.isoformat(), *place) if several else None


def beside(lines: list[Line], asked: Asked) -> list[Days]:
    """The days that stand with the minutes' or the meeting's name in the heads, labelled or not."""
    later = [line for line in lines if line.page > 1 and line.number <= TOP and is_head(line, asked)]
    named = [line for line in first_head(lines) + later if OF_MEETING.search(line.words)]
    return [day for line in named if not NOT_THIS.search(line.words) for day in days_in(line.words)]


def meeting_days(lines: list[Line], at: int, asked: Asked) -> list[Stated]:
    line = lines[at]
    if NOT_THIS.search(line.words):
        return []
    days = days_in(line.words)
    here = [(day, [line]) for day in days]
    label = MEETING.search(line.words)
    if label and not line.words[: label.start()].strip().endswith(("s", "e", "sitt", "sin")):
        if days:
            near = re.fullmatch(rf"(?:{WEEKDAY})", line.words[label.end() : days[0].start], re.I)
            return here if near or label.start() == 0 else []
        return below(lines, at) if len(line.words) < 60 and label.start() < 40 else []
    if PLACE_AND_TIME.search(line.words) and days:
        return here
    if line.number <= HEAD and len(days) == 1 and not left(line, asked):
        above = named_above(lines, at, asked)
        return [(days[0], [above, line])] if is_body(above, asked) else []
    return here if line.number <= HEAD and len(days) == 1 and is_body(line, asked) else []


def named_above(lines: list[Line], at: int, asked: Asked) -> Line:
    """The nearest line above on the page that holds more than what every head repeats."""
    while at and lines[at - 1].page == lines[at].page:
        at -= 1
        if left(lines[at], asked) or days_in(lines[at].words):
            break
    return lines[at]


def is_body(line: Line, asked: Asked) -> bool:
    return any(name.fullmatch(left(line, asked)) for name in NAMED.values())


def left(line: Line, asked: Asked) -> str:
    return left_of(re.sub(r"§+\s*\d[\d/ a-z–-]*", " ", line.words), asked)


def below(lines: list[Line], at: int) -> list[Stated]:
    """The day under its label, if labels and numbers of other kinds are all that stand between; a second day too."""
    days: list[Stated] = []
    for line in lines[at + 1 : at + 6]:
        if line.page != lines[at].page:
            break
        here = days_in(line.words)
        if not here and not PASSED_OVER.fullmatch(line.words) or NOT_THIS.search(line.words):
            break
        days += [(day, [lines[at], line]) for day in here]
    return days
