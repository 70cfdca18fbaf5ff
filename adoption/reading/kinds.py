"""What kind of paper a file is: only signed minutes of one body are read for a decision."""

import re

from adoption.reading.lines import HEAD
from adoption.reading.values import Kind, Line

COURT = re.compile(
    r"^(?:.{0,12}\b)?(?:förvaltningsrätten|kammarrätten|högsta förvaltningsdomstolen)\b|^dom(?:\s|$)|\bmål(?:nummer|\s?nr)\b",
    re.IGNORECASE,
)
PRELIMINARY = re.compile(
    r"snabb-?\s?(?:protokoll|version|referat)|arbetsexemplar|arbetsmaterial|minnesanteckning|\bej slutlig|preliminär|\bprel\b|\butkast\b|\boredigera|\bojustera|\bkoncept\b|förslag till protokoll|förhandsversion|(?:gransknings|arbets)(?:version|kopia|exemplar)"
    r"|\b(?:ej|inte|icke)\b(?:\s+\w+){0,3}\s+(?:justera|undertecknat|signera|påteckna)"
    r"|\b(?:före|innan|väntar på|inväntar|i väntan på)\s+(?:\w+\s+)?juster",
    re.IGNORECASE,
)
PROTOCOL = re.compile(r"protokoll", re.IGNORECASE)
ATTESTED = re.compile(r"^(?:\w+ )?utdragsbestyrk", re.IGNORECASE)
"""At the foot of minutes, and of no other paper."""
OTHER_PAPER = re.compile(
    r"^(?:kallelse|föredragningslista|dagordning|ärendelista|tjänsteskrivelse|tjänsteutlåtande|missiv|beslutsunderlag"
    r"|remiss\w*|pressmeddelande|motion|skrivelse)\b",
    re.IGNORECASE,
)
LONGEST_SIGN = 16
"""A line of more words tells of something; one of fewer is a stamp or a heading."""


def kind_of(lines: list[Line]) -> tuple[Kind, Line | None]:
    head = [line for line in lines if line.page == 1][:HEAD]
    if sign := next((line for line in head if COURT.search(line.words)), None):
        return Kind.JUDGMENT, sign
    if sign := next((line for line in lines if is_preliminary(line.words)), None):
        return Kind.PRELIMINARY, sign
    if sign := next((line for line in head[:6] if OTHER_PAPER.search(line.words)), None):
        return Kind.OTHER_PAPER, sign
    tops = [line for line in lines if line.number <= HEAD]
    if not any(PROTOCOL.search(line.words) for line in tops) and not any(
        ATTESTED.search(line.words) for line in lines
    ):
        return Kind.OTHER_PAPER, None
    return Kind.MINUTES, None


def is_preliminary(words: str) -> bool:
    return len(words.split()) <= LONGEST_SIGN and bool(PRELIMINARY.search(words))
