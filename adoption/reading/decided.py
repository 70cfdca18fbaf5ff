"""What a body decided in a paragraph: the outcome, a condition, a reservation; never what somebody proposed."""

import re

from adoption.facts import BOARD, COUNCIL
from adoption.reading.days import days_in
from adoption.reading.lines import joined
from adoption.reading.outcomes import ADOPTS, CONDITION, OWN_TIME, PUTS_OFF, UNTIL, Block, clauses, place_of
from adoption.reading.sections import Section, names_programme
from adoption.reading.values import Found, Line, found

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
EARLIER_HEADING = re.compile(r"^(?:kommun\w+s|KS|KF):?s?\s+beslut\b.*\d", re.IGNORECASE)
"""A body's decision of another day or another §."""
RESERVATION_HEADING = re.compile(r"^reservation(?:er)?\b[^.]{0,40}:?$", re.IGNORECASE)
RESERVES = re.compile(r"\breserver(?:ar|ade) sig\b", re.IGNORECASE)
LONGEST_HEADING = 8
LONGEST_DECISION = 30


OF_IT = re.compile(
    r"^(?:\(?\d+[.)]\s*)?(?:att\s+)?(?:beslutet|antagandet|programmet|detta)\s+gäller\b", re.IGNORECASE
)
OTHERS_ADOPT = re.compile(
    r"(?:övriga|andra|samtliga|alla|åtta|sju|resterande)\b.*\b(?:anta(?:r|s|git)?|beslut\w*|fattar|godkänner)\b",
    re.I,
)
LIMIT = re.compile(r"\b(?:senast|före|innan|längst|till och med|t\.o\.m|inom)\b|\d{4}", re.IGNORECASE)


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
    if PUTS_OFF.match(words):
        return ""
    short = len(words.split()) <= LONGEST_HEADING and not words.endswith((".", ","))
    if short and EARLIER_HEADING.search(words):
        return "other"
    if OTHER_HEADING.search(words) and (short or words.split(".")[0].endswith(":")):
        return "other"
    labelled = re.match(r"^[A-ZÅÄÖ][^.:]{0,60}:(?:\s|$)", words)
    if (short or labelled) and ANYWHERE.search(words) and not names_programme(words) and words[:1].isupper():
        return "other"
    if RESERVATION_HEADING.search(words) or RESERVES.search(words):
        return "reservation"
    return ""


def condition_in(block: Block) -> Found | None:
    """A condition other than that the others adopt, or until when it is adopted, in the decision's own words; two are none."""
    every = [(kind, one[0]) for kind in (CONDITION, UNTIL) for one in kind.finditer(block.text)]
    if len(every) != 1:
        return None
    ((kind, said),) = every
    ours = [c for c in clauses(block.text) if kind.search(c) and (ADOPTS.search(c) or OF_IT.search(c))]
    words = said.strip(' ,:”"')
    limited = LIMIT.search(words) or days_in(words)
    if len(ours) != 1 or len(words.split()) < 5 or OTHERS_ADOPT.search(words) and not limited:
        return None
    return found(words, *place_of(block, kind))


def time_is_read(block: Block, condition: Found | None) -> bool:
    """Whether all that the decision says of since when or until when it applies is the limit that was read."""
    text = block.text.replace(condition.value, "") if condition else block.text
    return not OWN_TIME.search(text)


def is_limit(condition: str) -> bool:
    """Whether a condition is a limit of the decision's own (R12): that the others adopt by a day, or until when it applies."""
    return bool(OTHERS_ADOPT.search(condition) or UNTIL.search(condition))


def reservation_in(section: Section, body: str) -> Found | None:
    """The sentence that says who reserved themselves against the decision, where one place does."""
    under, stated = "", []
    lines = section.lines[1:]
    for at, line in enumerate(lines):
        if RESERVES.search(line.words) and under != "other":
            sentence = sentence_from(lines[at:])
            if sentence and not sentence[0].isupper():
                return None
            if sentence and not re.search(
                r"\b(?:ingen|inte|ej|icke|utskott\w*|nämnd\w*|tidigare)\b", sentence, re.I
            ):
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
