"""**The reader**: what an extract from minutes states about a programme's decision, field by field, or nothing.

It reads only what one labelled place states. Pages of text in, plain values out: no database, no clock.
What it takes for what, and what it has been tried on, stands in docs/reading.md.
"""

import re

from adoption.reading.decided import condition_in, decision_in, reservation_in, time_is_read
from adoption.reading.heads import Heads, heads_of
from adoption.reading.kinds import kind_of
from adoption.reading.lines import lines_of
from adoption.reading.numbers import numbers_of
from adoption.reading.outcomes import outcome_in
from adoption.reading.sections import NUMBER, Section, about_programme, contradicted, sections_of
from adoption.reading.signing import signing_of
from adoption.reading.values import Asked, Found, Kind, Line, Reading, found


def read(pages: list[str], asked: Asked) -> Reading:
    """What the pages say of the decision about the programme that is asked for."""
    lines = lines_of(pages)
    if not lines:
        return Reading(Kind.NO_TEXT)
    kind, sign = kind_of(lines)
    if kind != Kind.MINUTES:
        return Reading(kind, sign=sign)
    heads = heads_of(lines, asked)
    if heads.other:
        return Reading(Kind.OTHER_BODY, sign=heads.other)
    if another := elsewhere(heads, asked):
        return Reading(Kind.ELSEWHERE, sign=another)
    if not heads.body:
        return Reading(Kind.NO_BODY)
    sections = sections_of(lines, asked)
    named = about_programme(sections, asked)
    if len(named) > 1:
        return Reading(Kind.SEVERAL_PARAGRAPHS)
    if not named or not re.fullmatch(NUMBER, named[0].number):
        return Reading(Kind.NO_PARAGRAPH)
    (section,) = named
    fields = stated(heads, section, sections, lines, asked)
    return Reading(Kind.MINUTES, {name: one for name, one in fields.items() if one})


def elsewhere(heads: Heads, asked: Asked) -> Line | None:
    """The line that names a municipality which the programme isn't for, and no other."""
    named = heads.municipality
    if not named or named.value in {slug for slug, _name, _full in asked.municipalities}:
        return None
    return Line(named.page, named.line, named.words)


def stated(
    heads: Heads, section: Section, sections, lines: list[Line], asked: Asked
) -> dict[str, Found | None]:
    signed, announced = in_order(heads.on, *signing_of(section, lines)) if heads.on else (None, None)
    return {
        "municipality": heads.municipality,
        "body": heads.body,
        "began": heads.began,
        "on": heads.on,
        "paragraph": None
        if contradicted(section, sections, lines)
        else found(section.number, section.heading),
        "numbers": numbers_of(section, above(section, sections, lines)),
        **decided(heads, section, asked),
        "signed_on": signed,
        "announced_on": announced,
    }


def above(section: Section, sections: list[Section], lines: list[Line]) -> list[Line]:
    """The head of the page, where the file holds one paragraph only: else it may be of the whole meeting."""
    if len({one.number for one in sections}) > 1:
        return []
    heading = section.heading
    return [line for line in lines if line.page == heading.page and line.number < heading.number]


def decided(heads: Heads, section: Section, asked: Asked) -> dict[str, Found | None]:
    """What the body decided."""
    body = heads.body.value
    block = decision_in(section, body)
    outcome = outcome_in(section, block, body, asked) if block else None
    condition = None
    if outcome and outcome.value == "adopted":
        condition = condition_in(block)
        outcome = outcome if time_is_read(block, condition) else None
    return {
        "outcome": outcome,
        "condition": condition if outcome else None,
        "reservation": reservation_in(section, body),
    }


def in_order(on: Found, signed: Found | None, announced: Found | None):
    """The days of signing and notice, unless they lie before what they follow: then one was misread, or is a slip."""
    if signed and signed.value < on.value:
        signed = None
    if announced and announced.value < (signed or on).value:
        announced = None
    return signed, announced
