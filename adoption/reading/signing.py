"""When a paragraph's minutes were signed, and when that was announced: one's own day where it was signed at once."""

import re

from adoption.reading.days import Days, days_in
from adoption.reading.sections import HEADING, Section, number_of, numbers_in
from adoption.reading.values import Found, Line, found, only

WHEN = r"\s*:?\s*(?:digitalt\s+)?(?:den\s+)?(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\s+)?(?:den\s+)?"
SIGNED = re.compile(
    r"\b(?:(?:protokollet|paragrafen)\s+(?:är\s+|har\s+)?(?:justerat|justerades|justerad)|justerat|justerad|justeringsdatum|justeringsdag"
    r"|justerades|datum för justering(?:en)?|justeringens datum)(?:\s+(?:omedelbart|digitalt))?" + WHEN + "$",
    re.IGNORECASE,
)
ANNOUNCED = re.compile(
    r"\b(?:anslagsdatum|anslagsdag|(?:anslaget|anslagen|anslogs|anslås)(?:\s+på (?:kommunens\s+)?(?:digitala\s+)?anslagstavla(?:n)?)?|datum för anslags? uppsättande|datum för uppsättande"
    r"|datum (?:då|när) anslaget (?:sätts|sattes) upp|anslaget (?:sätts|sattes) upp|anslaget uppsatt|anslag uppsatt|uppsatt"
    r"|(?:justeringen\s+)?(?:tillkännagiven|tillkännagivet|tillkännagavs|tillkännages)(?:\s+på (?:kommunens\s+)?(?:digitala\s+)?anslagstavla(?:n)?)?"
    r"|publicerat på anslagstavlan|anslag(?:et)? publicerat)" + WHEN + "$",
    re.IGNORECASE,
)
NOT_YET = re.compile(
    r"\b(?:nedtag\w*|ned|ner|överklag\w*|sista|senast|plats|ska|bör|kommer|planera\w*|beräkna\w*|avse\w*|preliminär\w*|föreslås|utses|till och med|laga kraft|föregående|förra|tidigare|\w*utskott\w*)\b",
    re.I,
)
NOTICE = re.compile(r"\bparagraf|anslag|bevis|juster|^§§|\b(?:avser|omfattar|gäller)\b", re.IGNORECASE)
LABEL = re.compile(r"(?:avser\s+)?paragraf(?:er(?:na)?)?\s*:?", re.IGNORECASE)
LAST = re.compile(r"^(?:avser|omfattar|gäller)\b", re.IGNORECASE)
SIGNED_OR_ANNOUNCED = re.compile(r"juster|anslag|anslog|anslås|uppsatt|tillkännag|publicer", re.IGNORECASE)
LONGEST_LIST = 14
"""A line of more words tells of paragraphs in running text."""
AT_ONCE = re.compile(r"\bomedelbar", re.IGNORECASE)
OF_ONE = re.compile(r"\bparagrafen\b", re.IGNORECASE)
PARAGRAPHS = re.compile(
    r"(?:§+|\bparagraf(?:er(?:na)?)?\b)\s*:?\s*§*\s*(\d+(?:\s*(?:[-–,]|och|samt|t\.o\.m\.|till)\s*§*\s*\d+)*)",
    re.IGNORECASE,
)


def signing_of(section: Section, lines: list[Line]) -> tuple[Found | None, Found | None]:
    """When it was signed and announced, from what is said of the paragraph itself or of the whole meeting's minutes."""
    own = set(section.lines)
    lines = [line for line in lines if line in own or not OF_ONE.search(line.words)]
    others = of_other_paragraphs(section, lines)
    about = [line for line in lines if line not in others and (line in own or concerns(line, section))]
    at_once = [
        line for line in about if AT_ONCE.search(line.words) and (line in own or mentions(line, section))
    ]
    loose = [
        line for line in lines if AT_ONCE.search(line.words) and line not in own and not listed(line.words)
    ]
    if loose and not at_once:
        return None, None
    if at_once:
        about = [
            line for line in about if line in at_once or mentions(line, section) or OF_ONE.search(line.words)
        ]
    signed = days_labelled(about, lines, SIGNED)
    announced = days_labelled(about, lines, ANNOUNCED)
    return only(signed), only(announced)


def of_other_paragraphs(section: Section, lines: list[Line]) -> set[Line]:
    """The lines of notices that name their paragraphs, and not this one: each down to the next that does, or the page's end.

    One whose paragraphs stand last says so in its label: it reaches back over the days above it.
    """
    others: set[Line] = set()
    foreign, days = False, []
    for at, line in enumerate(lines):
        if at and line.page != lines[at - 1].page or line == section.heading:
            foreign, days = False, []
        if names_its_paragraphs(lines, at):
            foreign = not mentions(line, section)
            if foreign and LAST.search(line.words):
                others.update(days)
            days = []
        elif is_day_of_notice(line):
            days.append(line)
        if foreign:
            others.add(line)
    return others


def names_its_paragraphs(lines: list[Line], at: int) -> bool:
    """Whether a line says of which paragraphs a notice is; the heading of a paragraph doesn't."""
    words = lines[at].words
    if not listed(words) or len(words.split()) > LONGEST_LIST:
        return False
    if HEADING.match(words):
        return bool(AT_ONCE.search(words) or at and LABEL.fullmatch(lines[at - 1].words))
    return bool(NOTICE.search(words))


def is_day_of_notice(line: Line) -> bool:
    return bool(days_in(line.words)) and bool(SIGNED_OR_ANNOUNCED.search(line.words))


def listed(words: str) -> set[int]:
    """The numbers of the paragraphs that a line lists."""
    numbers: set[int] = set()
    for match in PARAGRAPHS.finditer(words):
        numbers |= numbers_in(match[1])
    return numbers


def mentions(line: Line, section: Section) -> bool:
    return number_of(section) in listed(line.words)


def concerns(line: Line, section: Section) -> bool:
    """Whether a line says something of the paragraph: it names it, or none."""
    return not listed(line.words) or mentions(line, section)


def days_labelled(about: list[Line], lines: list[Line], label: re.Pattern[str]) -> list[Found]:
    stated = []
    at = {line: place for place, line in enumerate(lines)}
    for line in about:
        days = days_in(line.words)
        begun = 0
        for day in days:
            before = line.words[begun : day.start]
            begun = day.end
            if label.search(before) and not NOT_YET.search(before):
                stated.append(found(day.first.isoformat(), line))
        if not days and label.search(line.words) and not NOT_YET.search(line.words):
            below = lines[at[line] + 1 : at[line] + 2]
            stated += [found(day.first.isoformat(), line, *below) for day in beneath(lines, at[line])]
    return stated


def beneath(lines: list[Line], at: int) -> list[Days]:
    """The one day that a line below its label is, and nothing more."""
    if at + 1 == len(lines) or lines[at + 1].page != lines[at].page:
        return []
    days, words = days_in(lines[at + 1].words), lines[at + 1].words
    return days if len(days) == 1 and len(words) <= days[0].end - days[0].start + 12 else []
