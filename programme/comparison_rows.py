"""The rows of a comparison as plain values: what became of a text, and both wordings, marked word by word."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from programme.comparison import EARLIER, LATER, UNTOLD, Comparison
from programme.marked_points import joined_points, points_by_goal
from programme.matching import Pieces, Row, State, one_side, points_comparable, points_of
from programme.models.structure import PartKind
from programme.texts import ProgrammeText
from programme.texts_page import missing_words, points_note
from sodertorn.word_diff import ADDED, REMOVED, SAME, word_diff

MARK = (REMOVED, ADDED)
MARKED = (State.CHANGED, State.NEW, State.ENDED, State.MERGED, State.SPLIT, State.REGROUPED)


@dataclass(frozen=True)
class Frame:
    """What every row of a page needs: the comparison, whether it stands in one column, the goals' addresses.

    `address`: of a goal's page, by side and goal; "" where it has none. `changes_only`: for those
    who are writing a draft, what is as it was is left out, and another order is told too.
    `errata`: what stands beside texts, see Errata.beside; a draft has none.
    """

    comparison: Comparison
    one_column: bool
    address: Callable[[int, ProgrammeText], str]
    changes_only: bool = False
    errata: Callable[..., list[dict]] = lambda *texts: []

    @cached_property
    def numbers(self) -> tuple[dict[str, int], dict[str, int]]:
        """Each goal's place in its programme's order, on either side."""
        sides = (side.of_kind(PartKind.GOAL) for side in self.comparison.sides)
        return tuple({goal.part.key: n for n, goal in enumerate(goals, 1)} for goals in sides)

    @cached_property
    def points(self) -> tuple[dict[str, list[dict]], dict[str, list[dict]]]:
        """The marked points of each goal whose points can be compared, on either side."""
        return points_by_goal(self.comparison.points, self.numbers)


def state_label(row: Row) -> str:
    """What became of a goal or an area, or of another text, of which nothing is judged."""
    kind = (row.later or row.earlier)[0].kind
    new = {PartKind.GOAL: _("Nytt mål"), PartKind.FOCUS_AREA: _("Nytt fokusområde")}
    return {
        State.CHANGED: _("Ny lydelse"),
        State.NEW: new.get(kind, _("Ny text")),
        State.ENDED: _("Utgått"),
        State.MERGED: _("Sammanfört"),
        State.SPLIT: _("Delat"),
        State.REGROUPED: _("Omfördelat"),
        State.UNCHANGED: _("Oförändrad lydelse"),
        State.NOT_JUDGED: _("Släktskapet är inte bedömt"),
        State.NOT_ENTERED: _("Kan inte jämföras"),
        State.UNCERTAIN: _("Kan inte jämföras: ordalydelsen är osäker"),
    }[row.state]


def row_values(row: Row, frame: Frame) -> dict:
    """A row's state and its two sides; what is unchanged stands once, and in one column a pair is one text."""
    sides = (
        [joined_cell(row, frame)]
        if joined(row, frame.one_column)
        else [cell(row, side, frame) for side in (EARLIER, LATER)]
    )
    if frame.changes_only:
        sides = [side for side in sides if side["texts"]]
    return {"state": row.state, "label": state_label(row), "cells": sides}


def joined(row: Row, one_column: bool) -> bool:
    """Whether both wordings stand in one text: never where the points of one of them would be lost."""
    if not (row.state == State.UNCHANGED or one_column and row.one_to_one and row.state == State.CHANGED):
        return False
    return points_comparable(*row.earlier, *row.later) or not any(map(points_of, row.earlier + row.later))


def cell(row: Row, side: int, frame: Frame) -> dict:
    """One side of a row: its texts, or why there is none."""
    texts = (row.earlier, row.later)[side]
    return {
        "side": ("earlier", "later")[side],
        "label": cell_label(row, side) if texts else "",
        "texts": [one_text(text, row, side, frame) for text in texts],
        "absent": "" if texts else absent_words(row, side),
    }


def one_text(text: ProgrammeText, row: Row, side: int, frame: Frame) -> dict:
    points = frame.points[side].get(text.part.key) if text.kind == PartKind.GOAL else None
    values = text_values(text, marked(text, row, side), points)
    return values | {
        "heading": heading(row, side),
        "place": place(text, row, side, frame),
        "before": None,
        "errata": frame.errata(text),
    }


def joined_cell(row: Row, frame: Frame) -> dict:
    old, new = row.earlier[0], row.later[0]
    points = None
    if new.kind == PartKind.GOAL:
        both = (side.get(text.part.key) for side, text in zip(frame.points, (old, new), strict=True))
        points = joined_points(*both)
    values = text_values(new, word_diff(old.words.text, new.words.text), points)
    values |= {"place": place(new, row, LATER, frame), "before": place(old, row, EARLIER, frame)}
    values |= {"heading": heading(row, None)}
    values["notes"] = list(dict.fromkeys([*text_notes(old), *text_notes(new)]))
    values["errata"] = frame.errata(old, new)
    return {"side": "joined", "label": "", "texts": [values], "absent": ""}


def cell_label(row: Row, side: int) -> str:
    if row.state in (State.NOT_JUDGED, *UNTOLD):
        return _("I det senare programmet") if side else _("I det tidigare programmet")
    return _("Ny lydelse") if side else _("Tidigare lydelse")


def absent_words(row: Row, side: int) -> str:
    """Why a side of a row is empty."""
    goal = (row.later or row.earlier)[0].kind == PartKind.GOAL
    if not goal and row.state == State.NOT_ENTERED:
        return _("Registret har ingen uppgift om texten i det här programmet.")
    if not goal:
        return _("Programmet har ingen sådan text.")
    if not row.judged:
        return (
            _("Det är inte bedömt om målet har någon motsvarighet i det senare programmet.")
            if side
            else _("Det är inte bedömt om målet har någon motsvarighet i det tidigare programmet.")
        )
    return _("Utgått enligt vår bedömning.") if side else _("Ingen motsvarighet enligt vår bedömning.")


def text_values(text: ProgrammeText, pieces: Pieces, points: list[dict] | None) -> dict:
    known, lacking = points_of(text), [point for point in text.children if point.not_entered]
    unmarked = [{"pieces": [(SAME, words)], "said": "", "fate": ""} for words in known]
    return {
        "pieces": pieces,
        "missing": missing_words(text) if text.missing else "",
        "missing_note": text.note,
        "notes": text_notes(text),
        "points": unmarked if points is None else points,
        "points_note": points_note(known, lacking) if text.kind == PartKind.GOAL else "",
    }


def text_notes(text: ProgrammeText) -> list[str]:
    """What is uncertain about words that are here."""
    return [text.note] if text.note and not text.missing else []


def place(text: ProgrammeText, row: Row, side: int, frame: Frame) -> dict | None:
    """Where a goal stands: its number in the programme and its page; its area, when the row's heading doesn't say it."""
    if text.kind != PartKind.GOAL:
        return None
    area, heading = frame.comparison.homes[side][text.part.key], frame.comparison.area_of(row)
    told = heading.one_to_one and area in (heading.earlier, heading.later)[side]
    alone = [area] == [*heading.earlier, *heading.later]
    return {
        "number": _("Mål %d") % frame.numbers[side][text.part.key],
        "area": "" if told or alone else area.words.text,
        "url": frame.address(side, text),
    }


def heading(row: Row, side: int | None) -> Pieces | None:
    """The heading of a text where it reads otherwise than before: marked, on one side or (None) on both."""
    if not row.one_to_one:
        return None
    old, new = (text.words.heading for text in (*row.earlier, *row.later))
    if old == new:
        return None
    return word_diff(old, new) if side is None else one_side([word_diff(old, new)], MARK[side])


def marked(text: ProgrammeText, row: Row, side: int) -> Pieces:
    """The words of one side: whole when they are new or have ended, else marked where all kin say otherwise."""
    words, against = text.words.text, (row.later, row.earlier)[side]
    if row.state not in MARKED or not words:
        return [(SAME, words)]
    if not against:
        return [(MARK[side], words)]
    pairs = [(words, other.words.text) if side == EARLIER else (other.words.text, words) for other in against]
    return one_side([word_diff(*pair) for pair in pairs], MARK[side])
