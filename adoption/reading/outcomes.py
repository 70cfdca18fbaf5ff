"""The outcome of a decision about a programme: only what no other word in it, or beside it, may turn into another."""

import re
from dataclasses import dataclass

from adoption.facts import BOARD
from adoption.reading.lines import joined
from adoption.reading.sections import SPAN, Section, names_programme, other_period
from adoption.reading.values import Asked, Found, Line, found

EARLIER = re.compile(
    r"\b(?:beslutade|beslöt|antog|har beslutat|återremitterade|bordlade|avslog)\b[^.;]{0,120}(?:\d{4}|\bsammanträd|§)",
    re.I,
)
OBJECT = r"(?:(?:det|den|föreliggande|bifoga\w*|framtag\w*|förslag(?:et)?|till|nytt|nya|ett|gemensam\w*|reviderat|remitterad\w*)\s+|[”\"»])*"
NAME = r"(?:södertörns\s+(?:gemensamma\s+)?utvecklings-?\s?program|utvecklings-?\s?program(?:met)?\s+för\s+södertörn)"
BETWEEN = r"\b(?:[^.;]{0,60}|[^.;]{0,14}enligt bilaga[^.;]{0,110})\b"
ADOPTS = re.compile(
    rf"\banta[rs]?\s+{OBJECT}{NAME}|\bantog\s+{OBJECT}{NAME}|{NAME}{BETWEEN}anta(?:s|ges)\b",
    re.IGNORECASE,
)
REFERS_BACK = re.compile(r"\båterremitter(?:ar|as|a|ade|ades)\b", re.IGNORECASE)
POSTPONES = re.compile(r"\bbordl(?:ägg(?:er|s|es|a)|ade|ades|agts)\b", re.IGNORECASE)
MATTER = rf"(?:ärendet|programmet|förslaget|{OBJECT}{NAME}(?:\s+20\S+)?)"
PUTS_OFF = re.compile(
    rf"(?:återremittera[rs]?|bordlägg(?:er|a))\s+{MATTER}\b|\b{MATTER}(?:\s+ska)?\s+(?:återremitter|bordlägg|bordlad)\w+",
    re.IGNORECASE,
)
"""The matter as a whole, not a question in it."""
REJECTS = re.compile(
    rf"\bavslå(?:r|s)?\s+{OBJECT}(?:(?:om\s+)?att\s+anta\s+{OBJECT})?{NAME}|{NAME}\b[^.;]{{0,60}}\bavslås\b"
    rf"|\b(?:inte|ej)\s+anta\s+{OBJECT}{NAME}|\bantar\s+(?:inte|ej)\s+{OBJECT}{NAME}",
    re.IGNORECASE,
)
BEGINS = re.compile(
    r"\W*(?:\d+[.)]\s*)?(?:att\s+)?(?:(?:kommunstyrelsen|kommunfullmäktige)\s+)?(?:beslutar|beslutade|beslöt|har beslutat)?"
    rf"\s*:?\s*(?:att\s+)?{OBJECT}",
    re.IGNORECASE,
)
"""All that stands before the words that adopt or reject: what else does ("avslår yrkandet att", "med 8 röster") may turn them round."""
NEGATIVE = re.compile(
    r"\b(?:avsl\w+|avböj\w*|avstyrk\w*|avvisa\w*|förkasta\w*|ogilla\w*|bifall\w*|vägra\w*|\w*röst\w*|\w*votering\w*|motförslag\w*)\b",
    re.IGNORECASE,
)
CHANGES = re.compile(
    r"\b(?:\w*ändring\w*|ändras|tillägg\w*|stryks?|utgår|ersätts|lydelse\w*|formulering\w*|kompletter\w+|revider\w+|omarbeta\w*)\b",
    re.IGNORECASE,
)
BY_COUNCIL = re.compile(
    r"fullmäktige\b.*\b(?:förslag|föresl|hemställ|beslut|anta|godkänn|fastställ)|\b(?:förslag|föresl|hemställ|överlämna)\w*.*fullmäktige"
    r"|^\W*(?:\d+[.)]\s*)?(?:att\s+)?(?:kommunfullmäktige|KF)\s+(?:\w+[rs]|besluta)\b",
    re.IGNORECASE,
)
NOTES = re.compile(
    rf"{NAME}[^.;]{{0,60}}\b(?:noteras|läggs till handlingarna)\b|\bnoterar\s+(?:informationen\s+om\s+)?{OBJECT}{NAME}"
    r"|\bnoterar\s+informationen(?:\s+till\s+protokollet)?\W*$",
    re.IGNORECASE,
)
TO_COUNCIL = re.compile(
    r"\bföreslår?\s+(?:att\s+)?kommunfullmäktige\b|förslag till (?:beslut i )?kommunfullmäktige\b",
    re.IGNORECASE,
)
UNCERTAIN = re.compile(
    r"\b(?:inte|ej|icke|förrän|ännu|avstå\w*|uppdra\w*|i uppdrag|upphäv\w*|riv\w* upp|återkalla\w*|yrka\w*|hemställ\w*|avser|inför"
    r"|ändring\w*|justering\w*|förtydligande\w*|korriger\w*|delar|delvis|delegation\w*|tillägg\w*|stryk\w*|undantag|exklusive|utom|dock|komplettering\w*|ersätts|utgår|utgick|yttrande|svar|remiss\w*|samråd\w*|preliminär\w*|princip\w*|utkast\w*|underlag"
    r"|verksamhetsplan\w*|budget\w*|riktlinj\w*|för egen del|fattat|fattade|tidigare|justera[dt]e?)\b",
    re.IGNORECASE,
)
TAKES_BACK = re.compile(r"\b(?:upphäv|riv\w* upp|återkalla)", re.IGNORECASE)
OF_ITS_OWN = re.compile(r"för egen del|återremit|bordl|avslå", re.IGNORECASE)
PROPOSES = re.compile(r"\b(?:föresl\w+|förordar|tillstyrk\w+)\b", re.IGNORECASE)
CONDITION = re.compile(
    r"\b(?:under förutsättning(?:\s+av)?\s+att|under förutsättning\s+av|förutsatt att|med (?:det )?villkor(?:et)?\s+att|på villkor att"
    r"|med förbehåll (?:för|om)(?:\s+att)?)\b[^.;]*",
    re.IGNORECASE,
)

APPLIES = r"\b(?:gäll(?:a|er|ande)|tillämpas)"
UNTIL = re.compile(
    rf"(?:\batt\s+)?{APPLIES}\s+(?:till och med|längst|högst|fram till|till dess|till utgången)\b[^.;]*",
    re.IGNORECASE,
)
OWN_TIME = re.compile(
    rf"{APPLIES}\b[^.;]{{0,40}}\b(?:från|fr\.?\s?o\.?\s?m|till|t\.?\s?o\.?\s?m|tills|längst|högst)\b|\bträd(?:er|a)\s+i\s?kraft\b"
    r"|\b(?:från och med|fr\.?\s?o\.?\s?m|till och med|t\.?\s?o\.?\s?m|tills vidare)\b",
    re.IGNORECASE,
)
"""Since when or until when the body lets the programme apply, by its own words (R12)."""


@dataclass(frozen=True)
class Block:
    """The lines that a body's own heading of decision stands over, or its own sentence."""

    lines: list[Line]

    @property
    def text(self) -> str:
        return joined(self.lines)


def outcome_in(section: Section, block: Block, body: str, asked: Asked) -> Found | None:
    """What was decided about the programme, when every clause that says something of it says the same."""
    text = block.text
    if other_period(text, asked) or TAKES_BACK.search(text) or EARLIER.search(SPAN.sub(" ", text)):
        return None
    if body == BOARD and also_to_council(section, block):
        return None
    if TO_COUNCIL.search(text):
        alone = body == BOARD and names_matter(text) and not OF_ITS_OWN.search(text)
        return found("to_council", *place_of(block, TO_COUNCIL)) if alone else None
    if PROPOSES.search(text) or body == BOARD and names_council(text):
        return None
    said = [(outcome, one) for one in clauses(text) for outcome in said_in(one)]
    outcomes = {outcome for outcome, _clause in said}
    if len(outcomes) != 1 or any(UNCERTAIN.search(beside(*one)) for one in said):
        return None
    (outcome,) = outcomes
    if turned_round(outcome, text, [clause for _outcome, clause in said]):
        return None
    return found(outcome, *place_of(block, PATTERNS[outcome]))


def beside(outcome: str, clause: str) -> str:
    """What a clause says beside its outcome and its condition."""
    return CONDITION.sub("", REJECTS.sub("", clause) if outcome == "rejected" else clause)


def said_in(clause: str) -> list[str]:
    """The outcomes that a clause names; the adoption that it rejects is none."""
    rejected = REJECTS.sub(" ", clause)
    return [
        outcome
        for outcome in PATTERNS
        if PATTERNS[outcome].search(rejected if outcome == "adopted" else clause)
    ]


def also_to_council(section: Section, block: Block) -> bool:
    """Whether the board's paragraph, beside its decision, has something for the council to decide, or the other way round."""
    beside = [line.words for line in section.lines[1:] if line not in block.lines]
    if TO_COUNCIL.search(block.text):
        return any("för egen del" in words.casefold() for words in beside)
    return any(BY_COUNCIL.search(words) for words in beside)


def names_council(text: str) -> bool:
    """Whether a decision of the board is about the council, other than as one who is to grant means for it."""
    granted = [one[0] for one in CONDITION.finditer(text) if not BY_COUNCIL.search(one[0])]
    for words in granted:
        text = text.replace(words, "")
    return "fullmäktige" in text.casefold()


def turned_round(outcome: str, text: str, clauses_of_it: list[str]) -> bool:
    """Whether something in the decision may make the words of an outcome mean another: a rejection, a vote, a change."""
    negative = NEGATIVE.findall(text)
    if len(negative) > (1 if outcome == "rejected" else 0):
        return True
    if outcome == "adopted" and CHANGES.search(CONDITION.sub("", text)):
        return True
    if outcome in ("referred_back", "postponed") and not all(map(PUTS_OFF.search, clauses_of_it)):
        return True
    begins = [clause[: PATTERNS[outcome].search(clause).start()] for clause in clauses_of_it]
    return outcome in ("adopted", "rejected") and not all(map(BEGINS.fullmatch, begins))


PATTERNS = {
    "adopted": ADOPTS,
    "referred_back": REFERS_BACK,
    "postponed": POSTPONES,
    "rejected": REJECTS,
    "noted": NOTES,
}


def names_matter(text: str) -> bool:
    return names_programme(text) or "programmet" in text.casefold()


def clauses(text: str) -> list[str]:
    """The points and sentences of a decision."""
    return [
        part
        for part in re.split(
            r"(?:(?<=[.;:])\s+|\s(?=\(?\d{1,2}[.)]\s)|\s[•–-]\s|,\s+(?=att\s+uppdra\b))", text
        )
        if part.strip()
    ]


def place_of(block: Block, pattern: re.Pattern[str]) -> list[Line]:
    """The lines from where a pattern begins to where its sentence ends."""
    match = pattern.search(block.text)
    stop = re.compile(r"[.;](?=\s|$)|$").search(block.text, match.end()).start()
    ends = [len(joined(block.lines[: at + 1])) for at in range(len(block.lines))]
    first = next(at for at, end in enumerate(ends) if match.start() < end)
    last = next((at for at, end in enumerate(ends) if stop <= end), len(ends) - 1)
    return block.lines[first : last + 1]
