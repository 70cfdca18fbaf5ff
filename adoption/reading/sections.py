"""The paragraphs of minutes, and the one about the programme."""

import re
from dataclasses import dataclass, field

from adoption.reading.days import days_in
from adoption.reading.lines import HEAD, joined, left_of
from adoption.reading.values import Asked, Line

NUMBER = r"(?P<number>\d{1,4}(?:\s?[a-z](?![a-zåäö0-9]))?(?:/\d{2,4})?)"
HEADING = re.compile(rf"^(?:(?:KS|KF|Ks|Kf|Dnr \S+)\s+)?§\s*{NUMBER}(?![\d–-])[.:]?\s*(?P<title>.*)$")
IN_HEAD = re.compile(rf"(?:§|\bparagraf:?)\s*(?:§\s*)?{NUMBER}(?![\d–-])", re.IGNORECASE)
IN_CONTENTS = re.compile(r"(?:\.{3,}|\s\.\s\.|…|_{3,}|\s)\s*\d{1,3}$")
REFERENCE = re.compile(
    r"utskott|nämnd|\bfattade\b|^,|^\.\.|^(?:och|samt|i|till|om|att|st)\b|^\)|kommunallagen", re.IGNORECASE
)
NO_TITLE = re.compile(
    r"^(?:dnr|diarie|ärende(?:nummer|nr|-id)|\W*K[SF]\w*[-/ :]|\d{4}\W|sid)|^\W*$", re.IGNORECASE
)
END_OF_TITLE = re.compile(
    r"beslut|förslag|sammanfattning|ärende|bakgrund|yrkande|handling|underlag|^\d+[.)]|reserv|^att\b", re.I
)
PROGRAMME = re.compile(r"utvecklings-?\s?program", re.IGNORECASE)
PLACE = re.compile(r"södertörn", re.IGNORECASE)
OTHER_MATTER = re.compile(
    r"uppfölj|verksamhetsplan|budget|bokslut|redovisning|rapport|motion|medborgarförslag|nyckeltal|\bval\b|anmälan"
    r"|information|remiss|yttrande|samråd|interpellation|fråga|avtal|reglemente|arvode|entledig|utvärder|inför|dialog"
    r"|tidplan|projekt|medel|finansier|rättelse|överklag|initiativ|skrivelse",
    re.IGNORECASE,
)
ALSO_IT = re.compile(r"information|yttrande|remiss|samråd", re.IGNORECASE)
FOOT = re.compile(
    r"^(?:justera(?:nde|ndes|re|res)?\s+sign\w*|utdragsbestyrkande|sign(?:atur)?\b\W*$)", re.IGNORECASE
)
LIST = re.compile(r"^(?:paragrafer:?|§§)\s*§*\s*\d+\s*[-–]\s*\d+\.?$", re.IGNORECASE)
EMPTY = 4
"""So many lines a § that only a page's head names has at most before the heading."""
SPAN = re.compile(r"(20\d\d)\s*(?:-{1,2}|–|—|/|till|och)\s*(20\d\d|\d\d)(?![\d-])")


@dataclass
class Section:
    """One paragraph: its number as written, its heading line, its title, its lines with the heading."""

    number: str
    heading: Line
    title: str
    lines: list[Line] = field(default_factory=list)


def sections_of(lines: list[Line], asked: Asked) -> list[Section]:
    """The paragraphs in their order; what stands before the first belongs to none.

    Any line that begins with another § ends the one before, also where it may be no heading.
    """
    found: list[Section] = []
    for at, line in enumerate(lines):
        if FOOT.search(line.words):
            continue
        number = begins(line, asked)
        if number and (not found or found[-1].number != number):
            found.append(Section(number, line, title_at(lines, at, asked)))
        if found and not (line.page > found[-1].heading.page and is_page_head(line, asked)):
            found[-1].lines.append(line)
    return found


def is_page_head(line: Line, asked: Asked) -> bool:
    return line.number <= HEAD and left_of(IN_HEAD.sub(" ", line.words), asked) in ("", *BODIES)


def begins(line: Line, asked: Asked) -> str:
    """The number of the paragraph that begins with a line, or that the head of its page names; of several, all of them."""
    if match := HEADING.match(line.words):
        return " ".join(match["number"].split())
    several = re.match(r"^§§?\s*(\d+\s*[-–,]\s*\d+)", line.words)
    if several and line.number <= HEAD:
        return several[1]
    if line.number > HEAD:
        return ""
    numbers = list(IN_HEAD.finditer(line.words))
    if len(numbers) != 1 or left_of(IN_HEAD.sub(" ", line.words), asked) not in ("", *BODIES):
        return ""
    return " ".join(numbers[0]["number"].split())


def is_reference(title: str) -> bool:
    """Whether words after a § make it no heading: a reference to another body's decision, a line of a list of contents."""
    contents = IN_CONTENTS.search(title) and not SPAN.search(title[-12:])
    running = title[:1].islower() and len(title.split()) > 1
    return bool(REFERENCE.search(title) or days_in(title) or contents or running)


BODIES = ("kommunstyrelsen", "kommunstyrelsens", "kommunfullmäktige", "kommunfullmäktiges", "ks", "kf")


def title_at(lines: list[Line], at: int, asked: Asked) -> str:
    """What a heading says: after its number, or in the lines below it."""
    match = HEADING.match(lines[at].words)
    if match and is_reference(match["title"]):
        return ""
    said = [lines[at]] if match and not NO_TITLE.search(match["title"]) else []
    for line in lines[at + 1 : at + 7]:
        if HEADING.match(line.words) or END_OF_TITLE.search(line.words) and not PROGRAMME.search(line.words):
            break
        if is_no_title(line, asked):
            if said:
                break
            continue
        if len(line.words) > 160 or re.search(r"[.!]$", line.words):
            break
        said.append(line)
        if len(said) == 3:
            break
    return joined(said)


def is_no_title(line: Line, asked: Asked) -> bool:
    return bool(NO_TITLE.search(line.words)) or left_of(line.words, asked) in ("", *BODIES)


def names_programme(words: str) -> bool:
    return bool(PROGRAMME.search(words) and PLACE.search(words))


def other_period(words: str, asked: Asked) -> bool:
    """Whether words state years, and not those of the programme that is looked for."""
    spans = {(int(a), int(b) if len(b) == 4 else int(a[:2] + b)) for a, b in SPAN.findall(words)}
    return bool(spans) and asked.period is not None and asked.period not in spans


def contradicted(section: Section, sections: list[Section], lines: list[Line]) -> bool:
    """Whether a page's head names another § than the heading below it, or the list of the meeting's leaves it out."""
    before = [one for one in sections if one.heading.page == section.heading.page]
    before = before[: before.index(section)]
    if any(not one.title and len(one.lines) <= EMPTY and one.number != section.number for one in before):
        return True
    after = [one for one in sections if one.heading.page > section.heading.page and is_bare(one.heading)]
    if any(number_of(one) < number_of(section) for one in after):
        return True
    lists = [line.words for line in lines if line.page == 1 and LIST.search(line.words)]
    return any(number_of(section) not in numbers_in(words) for words in lists)


def is_bare(line: Line) -> bool:
    """Whether a line of a page's head holds a § and nothing that it is about."""
    match = HEADING.match(line.words)
    return line.number <= HEAD and not (match and match["title"])


def number_of(section: Section) -> int:
    return int(re.match(r"\d+", section.number)[0])


def numbers_in(words: str) -> set[int]:
    """The numbers of paragraphs in a list such as "3, 5–7 och 9"."""
    found_there: set[int] = set()
    for part in re.split(r",|och|samt|§", words):
        ends = [int(number) for number in re.findall(r"\d+", part)][:2]
        if len(ends) == 2 and ends[0] <= ends[1] <= ends[0] + 500:
            found_there |= set(range(ends[0], ends[1] + 1))
        else:
            found_there |= set(ends)
    return found_there


def is_of_it(title: str) -> bool:
    """Whether a heading of another kind is about the very programme, with its years: then it may be the decision too."""
    return bool(ALSO_IT.search(title) and SPAN.search(title))


def about_programme(sections: list[Section], asked: Asked) -> list[Section]:
    """The paragraphs whose headings name the programme, and which are more than a line of a list of contents."""
    named = [one for one in sections if names_programme(one.title) and not other_period(one.title, asked)]
    if all(OTHER_MATTER.search(one.title) for one in named):
        return []
    named = [one for one in named if is_of_it(one.title) or not OTHER_MATTER.search(one.title)]
    if len({one.number for one in named}) > 1:
        return named
    return [one for one in named if len(one.lines) > 3] or named  # a list of contents may name it too
