"""The case numbers of a paragraph, as written behind their label."""

import re

from adoption.reading.sections import Section, names_programme
from adoption.reading.values import Found, Line, found, only

LABEL = re.compile(
    r"(?P<before>^|.*?[\s(])(?:diarienummer|diarienr|diarie-?nr|dnr|ärendenummer|ärendenr|ärende-?id|beteckning)\b\.?\s*:?\s*(?P<after>.*)$",
    re.IGNORECASE,
)
NUMBER = re.compile(
    r"(?:[A-ZÅÄÖ]{2,5}[ /-]?)?\d{2,4}(?:[A-ZÅÄÖ]{2,5}\d{2,6}|[/:-](?:[A-ZÅÄÖ]{2,4} ?)?\d{1,6})(?:[./: -]\d{2,4}){0,2}(?:\.\d+)*"
)
IN_BRACKETS = re.compile(
    r"\((?:dnr\.?:? )?(?P<number>(?:K[SF][A-Z]{0,2})[^()]{4,25}|\d{4}[/-]?K[SF][^()]{3,20})\)", re.IGNORECASE
)
OTHERS = re.compile(
    r"\b(?:tidigare|äldre|föregående|jfr|jämför|se även|relaterat)|utskott|nämnd", re.IGNORECASE
)
BEFORE = re.compile(r"^(?:§.*|paragraf.*|K[SF]|.*\d|\W*)$", re.IGNORECASE)
DECISION = re.compile(r"beslut|förslag|sammanfattning|bakgrund|^ärendet|yrkande", re.IGNORECASE)
PARAGRAPH = re.compile(r"^§\s*\d+(?:/\d+)?(?:\s[a-z])?\s+")
"""Beside the case number, where the labels of both stand above."""
END = 8
"""So many lines from its heading a paragraph's case number stands at most."""


def numbers_of(section: Section, above: list[Line]) -> Found | None:
    """The numbers that every labelled place about the paragraph states alike; `above` are lines of its page's head."""
    lines = [*above, *section.lines[:1]]
    for line in section.lines[1:END]:
        if DECISION.search(line.words) and not LABEL.match(line.words) and not names_programme(line.words):
            break
        lines.append(line)
    stated = []
    for at, line in enumerate(lines):
        labelled = LABEL.match(line.words)
        if labelled:
            before = labelled["before"].strip(" (")
            if OTHERS.search(before):
                continue
            below = [PARAGRAPH.sub("", one.words) for one in lines[at + 1 : at + 3]]
            after = [labelled["after"]] if labelled["after"] else below[:1]
            numbers = split(after[0]) if after else []
            more = below[0 if labelled["after"] else 1 :][:1]
            if not BEFORE.match(before) or not numbers or any(map(split, more)):
                return None  # one of something else, or a list that goes on
            under = [] if labelled["after"] else [Line(line.page, line.number + 1, below[0])]
            stated.append(found(", ".join(numbers), line, *under))
        elif bracketed := IN_BRACKETS.search(line.words):
            stated += [found(", ".join(numbers), line) for numbers in [split(bracketed["number"])] if numbers]
    return only([*stated, *(later(section, lines) if stated else [])])


def later(section: Section, read: list[Line]) -> list[Found]:
    """Those that stand alone behind their label further down: none to read, but one that differs is another place."""
    labelled = [(line, LABEL.match(line.words)) for line in section.lines if line not in read]
    alone = [(line, split(match["after"])) for line, match in labelled if match and not match["before"]]
    return [found(", ".join(numbers), line) for line, numbers in alone if numbers]


def split(words: str) -> list[str]:
    """The numbers of a list, if all of it is such."""
    parts = [part.strip(" .)(") for part in re.split(r"[,;]|\boch\b|\bsamt\b", words)]
    parts = [part for part in parts if part]
    return parts if parts and all(NUMBER.fullmatch(part) for part in parts) else []
