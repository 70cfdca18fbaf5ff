"""What a body decided in a paragraph: the outcome, a condition, a reservation; never what somebody proposed."""

import re
from dataclasses import dataclass

from adoption.facts import BOARD, COUNCIL
from adoption.reading.days import days_in
from adoption.reading.lines import joined
from adoption.reading.sections import Section, names_programme, other_period
from adoption.reading.values import Asked, Found, Line, found

GENITIVE = {BOARD: "kommunstyrelsens?", COUNCIL: "kommunfullmäktiges?"}
OTHER_HEADING = re.compile(
    r"^(?:\w+(?:s|ns|ets)\s+)?(?:\w+\s+)?(?:förslag|yrkande|yrkanden|tilläggsyrkande|ändringsyrkande|motförslag|sammanfattning"
    r"|bakgrund|ärende\w*|beskrivning|skäl|överläggning\w*|beslutsgång|proposition\w*|votering\w*|omröstning\w*"
    r"|voterings\w*|beslutsunderlag|underlag|handlingar|bilag\w+|expedier\w*|sändlista|kopia|delges|protokollsanteckning\w*"
    r"|anteckning\w*|yttrande|ordförande|tidigare|information|föredrag\w*|jäv|motivering|konsekvens\w*|barn\w*|ekonomi\w*"
    r"|juridi\w*|redogörelse|inledning|historik|utredning|bedömning|remiss\w*|justering\w*|särskil[dt]\w*|ej|deltar|deltagande|paragraf\w*"
    r"|utdrag\w*|omedelbar\w*|kontakt|underskrift\w*|sekreterare|justera\w*|vid protokollet|anslag\w*|bevis|protokoll\w*|sign\w*)\b",
    re.IGNORECASE,
)
ANYWHERE = re.compile(
    r"förslag|föresl|yrkand|utskott|tidigare|nämnd|förvaltning|kontor|skickas|delges|för kännedom|anteckning",
    re.I,
)
FOREIGN = re.compile(r"(?:utskott|nämnd)\w*\b.*(?:behandl|bered|§|sammanträd|beslut|\d)", re.IGNORECASE)
"""Under a heading of another body's dealings with the matter a mere "Beslut" is that body's."""
RESERVATION_HEADING = re.compile(r"^reservation(?:er)?\b[^.]{0,40}:?$", re.IGNORECASE)
RESERVES = re.compile(r"\breserver(?:ar|ade) sig\b", re.IGNORECASE)
LONGEST_HEADING = 8
LONGEST_DECISION = 30

OBJECT = r"(?:(?:det|den|föreliggande|bifoga\w*|framtag\w*|förslag(?:et)?|till|nytt|nya|ett|gemensam\w*|reviderat|remitterad\w*)\s+|[”\"»])*"
NAME = r"(?:södertörns\s+(?:gemensamma\s+)?utvecklings-?\s?program|utvecklings-?\s?program(?:met)?\s+för\s+södertörn)"
ADOPTS = re.compile(
    rf"\banta[rs]?\s+{OBJECT}{NAME}|\bantog\s+{OBJECT}{NAME}|{NAME}\b[^.;]{{0,60}}\banta(?:s|ges)\b",
    re.IGNORECASE,
)
REFERS_BACK = re.compile(r"\båterremitter(?:ar|as|a|ade|ades)\b", re.IGNORECASE)
POSTPONES = re.compile(r"\bbordl(?:ägg(?:er|s|es|a)|ade|ades|agts)\b", re.IGNORECASE)
REJECTS = re.compile(rf"\bavslå(?:r|s)?\s+{OBJECT}{NAME}|{NAME}\b[^.;]{{0,60}}\bavslås\b", re.IGNORECASE)
NOTES = re.compile(
    rf"{NAME}[^.;]{{0,60}}\b(?:noteras|läggs till handlingarna)\b|\bnoterar\s+{OBJECT}{NAME}", re.IGNORECASE
)
TO_COUNCIL = re.compile(
    r"\bföreslår?\s+(?:att\s+)?kommunfullmäktige\b|förslag till (?:beslut i )?kommunfullmäktige\b",
    re.IGNORECASE,
)
UNCERTAIN = re.compile(
    r"\b(?:inte|ej|icke|avstå\w*|uppdra\w*|i uppdrag|upphäv\w*|riv\w* upp|återkalla\w*|yrka\w*|hemställ\w*|avser|inför"
    r"|ändring\w*|justering\w*|förtydligande\w*|korriger\w*|delar|delvis|delegation\w*|tillägg\w*|stryk\w*|undantag|exklusive|utom|dock|komplettering\w*|ersätts|utgår|utgick|yttrande|svar"
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
OF_IT = re.compile(
    r"^(?:\(?\d+[.)]\s*)?(?:att\s+)?(?:beslutet|antagandet|programmet|detta)\s+gäller\b", re.IGNORECASE
)
OTHERS_ADOPT = re.compile(
    r"(?:övriga|andra|samtliga|alla|åtta|sju|resterande)\b.*\b(?:anta(?:r|s|git)?|beslut\w*|fattar|godkänner)\b",
    re.I,
)
LIMIT = re.compile(r"\b(?:senast|före|innan|längst|till och med|t\.o\.m|inom)\b|\d{4}", re.IGNORECASE)


@dataclass(frozen=True)
class Block:
    """The lines that a body's own heading of decision stands over, or its own sentence."""

    lines: list[Line]

    @property
    def text(self) -> str:
        return joined(self.lines)


def decision_in(section: Section, body: str) -> Block | None:
    """The one place of the paragraph that is the body's own decision; of two, none.

    A sentence of its own begins one too, but not under the heading of something else: there it is a proposal.
    """
    blocks: list[list[Line]] = []
    under = ""
    for line in section.lines[1:]:
        kind = heading_kind(line.words, body)
        if kind == "own" and under == "foreign" and not re.match(GENITIVE[body], line.words, re.IGNORECASE):
            kind = "other"
        if kind == "own" or (kind == "sentence" and not under):
            blocks.append([])
            under = "own"
            if kind == "own":
                continue
        elif kind not in ("", "sentence"):
            under = "foreign" if FOREIGN.search(line.words) else "other"
        if under == "own":
            blocks[-1].append(line)
    if len(blocks) != 1 or not 0 < len(blocks[0]) <= LONGEST_DECISION:
        return None
    return Block(blocks[0])


def own_heading(body: str) -> re.Pattern[str]:
    short = "KS" if body == BOARD else "KF"
    return re.compile(
        rf"^(?:{GENITIVE[body]}\s+beslut|{short}:?s?\s+beslut|beslut(?:\s+i\s+{GENITIVE[body]})?)\s*:?$",
        re.IGNORECASE,
    )


def own_sentence(body: str) -> re.Pattern[str]:
    verbs = "beslutar|beslutade|beslöt|har beslutat|antar|antog|återremitterar|bordlägger|avslår|föreslår"
    return re.compile(rf"^{GENITIVE[body]}\s+(?:{verbs})\b", re.IGNORECASE)


def heading_kind(words: str, body: str) -> str:
    """`own` for the heading of the body's own decision, `sentence` for one that is it; `other`; or nothing."""
    if own_heading(body).search(words):
        return "own"
    if own_sentence(body).search(words):
        return "sentence"
    short = len(words.split()) <= LONGEST_HEADING and not words.endswith((".", ","))
    if OTHER_HEADING.search(words) and (short or words.split(".")[0].endswith(":")):
        return "other"
    labelled = re.match(r"^[A-ZÅÄÖ][^.:]{0,60}:(?:\s|$)", words)
    if (short or labelled) and ANYWHERE.search(words) and not names_programme(words) and words[:1].isupper():
        return "other"
    if RESERVATION_HEADING.search(words) or RESERVES.search(words):
        return "reservation"
    return ""


def outcome_in(block: Block, body: str, asked: Asked) -> Found | None:
    """What was decided about the programme, when every clause that says something of it says the same."""
    text = block.text
    if other_period(text, asked) or TAKES_BACK.search(text):
        return None
    if TO_COUNCIL.search(text):
        alone = body == BOARD and names_matter(text) and not OF_ITS_OWN.search(text)
        return found("to_council", place_of(block, TO_COUNCIL)) if alone else None
    if PROPOSES.search(text) or body == BOARD and "kommunfullmäktige" in text.casefold():
        return None
    said = [(outcome, one) for one in clauses(text) for outcome in PATTERNS if PATTERNS[outcome].search(one)]
    outcomes = {outcome for outcome, _clause in said}
    if len(outcomes) != 1 or any(UNCERTAIN.search(CONDITION.sub("", clause)) for _outcome, clause in said):
        return None
    (outcome,) = outcomes
    return found(outcome, place_of(block, PATTERNS[outcome]))


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
        part for part in re.split(r"(?:(?<=[.;:])\s+|\s(?=\(?\d{1,2}[.)]\s)|\s[•–-]\s)", text) if part.strip()
    ]


def place_of(block: Block, pattern: re.Pattern[str]) -> Line:
    """The line in which a pattern begins."""
    match = pattern.search(block.text)
    end, text = 0, ""
    for at, line in enumerate(block.lines):
        text = joined(block.lines[: at + 1])
        end = len(text)
        if match and match.start() < end:
            return line
    return block.lines[0]


def condition_in(block: Block) -> Found | None:
    """A condition other than that the others adopt, in the decision's own words; two are none."""
    every = list(CONDITION.finditer(block.text))
    ours = [c for c in clauses(block.text) if CONDITION.search(c) and (ADOPTS.search(c) or OF_IT.search(c))]
    if len(every) != 1 or len(ours) != 1:
        return None
    words = every[0][0].strip(' ,:”"')
    limited = LIMIT.search(words) or days_in(words)
    if len(words.split()) < 5 or OTHERS_ADOPT.search(words) and not limited:
        return None
    return found(words, place_of(block, CONDITION))


def is_limit(condition: str) -> bool:
    """Whether a condition is that the others adopt, by a day: a limit of the decision's own (R12)."""
    return bool(OTHERS_ADOPT.search(condition))


def reservation_in(section: Section, body: str) -> Found | None:
    """The sentence that says who reserved themselves against the decision, where one place does."""
    under, stated = "", []
    lines = section.lines[1:]
    for at, line in enumerate(lines):
        if RESERVES.search(line.words) and under != "other":
            sentence = sentence_from(lines[at:])
            if sentence and not re.search(r"\b(?:ingen|inte|utskott\w*|nämnd\w*|tidigare)\b", sentence, re.I):
                stated.append(found(sentence, line))
            elif sentence:
                return None
        under = heading_kind(line.words, body) or under
    return stated[0] if len(stated) == 1 else None


def sentence_from(lines: list[Line]) -> str:
    """The sentence that a line begins, to its stop; nothing when it has none within three lines."""
    for count in range(1, 4):
        text = joined(lines[:count])
        if re.search(r"[.:]$", lines[:count][-1].words):
            return text
    return ""
