"""The rows of a comparison as plain values: what became of a text, and both wordings, marked word by word."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import zip_longest

from django.utils.translation import gettext as _

from adoption.pages import Url
from programme.comparison import Comparison
from programme.matching import Pieces, Row, State, one_side, points_comparable, points_of
from programme.models.structure import PartKind
from programme.texts import ProgrammeText, goals
from programme.texts_page import missing_words, points_note
from sodertorn.word_diff import ADDED, REMOVED, SAME, word_diff

EARLIER, LATER = 0, 1
MARK = (REMOVED, ADDED)
MARKED = (State.CHANGED, State.NEW, State.ENDED, State.MERGED, State.SPLIT, State.REGROUPED)


@dataclass(frozen=True)
class Frame:
    """What every row of a page needs: the comparison, whether it stands in one column, the addresses."""

    comparison: Comparison
    one_column: bool
    url: Url

    @cached_property
    def numbers(self) -> dict[int, tuple[str, int]]:
        """Each goal's programme, and its number there."""
        sides = zip(self.comparison.slugs, self.comparison.texts, strict=True)
        return {goal.part.pk: (slug, n) for slug, texts in sides for n, goal in enumerate(goals(texts), 1)}

    def reasons(self, row: Row) -> list[str]:
        """Why the goals or areas of a row are judged to be kin, or new."""
        old = {text.part.pk for text in row.earlier} or {None}
        said = [one for text in row.later for one in self.comparison.family.ancestry[text.part.pk]]
        return list(dict.fromkeys(one.why for one in said if one.why and one.earlier_id in old))


def state_label(row: Row) -> str:
    """What became of a goal, or of another text, of which nothing is judged."""
    goal = (row.later or row.earlier)[0].kind == PartKind.GOAL
    return {
        State.CHANGED: _("Ny lydelse"),
        State.NEW: _("Nytt mål") if goal else _("Ny text"),
        State.ENDED: _("Utgått"),
        State.MERGED: _("Sammanfört"),
        State.SPLIT: _("Delat"),
        State.REGROUPED: _("Omfördelat"),
        State.UNCHANGED: _("Oförändrad lydelse"),
        State.NOT_JUDGED: _("Släktskapet är inte bedömt"),
        State.NOT_ENTERED: _("Kan inte jämföras"),
    }[row.state]


def row_values(row: Row, frame: Frame) -> dict:
    """A row's state and its two sides; what is unchanged stands once, and in one column a pair is one text."""
    sides = (
        [joined_cell(row, frame)]
        if joined(row, frame.one_column)
        else [cell(row, side, frame) for side in (EARLIER, LATER)]
    )
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
        "texts": [
            text_values(text, marked(text, row, side), marked_points(text, row, side))
            | {"place": place(text, row, frame), "before": None}
            for text in texts
        ],
        "absent": "" if texts else absent_words(row, side),
    }


def joined_cell(row: Row, frame: Frame) -> dict:
    old, new = row.earlier[0], row.later[0]
    points = [word_diff(*pair) for pair in paired(old, new)] if points_comparable(old, new) else None
    values = text_values(new, word_diff(old.words.text, new.words.text), points)
    values |= {"place": place(new, row, frame), "before": place(old, row, frame)}
    values["notes"] = list(dict.fromkeys([*text_notes(old), *text_notes(new)]))
    return {"side": "joined", "label": "", "texts": [values], "absent": ""}


def cell_label(row: Row, side: int) -> str:
    if row.state in (State.NOT_JUDGED, State.NOT_ENTERED):
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
        return _("Det är inte bedömt om målet har någon motsvarighet här.")
    return _("Utgått enligt vår bedömning.") if side else _("Ingen motsvarighet enligt vår bedömning.")


def text_values(text: ProgrammeText, pieces: Pieces, points: list[Pieces] | None) -> dict:
    known, lacking = points_of(text), [point for point in text.children if point.missing and point.record]
    return {
        "pieces": pieces,
        "missing": missing_words(text) if text.missing else "",
        "missing_note": text.note,
        "notes": text_notes(text),
        "points": [[(SAME, words)] for words in known] if points is None else points,
        "points_note": points_note(known, lacking),
    }


def text_notes(text: ProgrammeText) -> list[str]:
    """What is uncertain about words that are here."""
    return [text.note] if text.note and not text.missing else []


def place(text: ProgrammeText, row: Row, frame: Frame) -> dict | None:
    """Where a goal stands: its number in the programme and its page; its area, when the row's heading doesn't say it."""
    if text.part.pk not in frame.numbers:
        return None
    slug, number = frame.numbers[text.part.pk]
    area, heading = frame.comparison.register.text_by_part[text.part.parent_id], frame.comparison.area_of(row)
    told = heading.one_to_one and area in (*heading.earlier, *heading.later)
    alone = [area] == [*heading.earlier, *heading.later]
    return {
        "number": _("Mål %d") % number,
        "area": "" if told or alone else area.words.text,
        "url": frame.url("programme:goal", slug, number),
    }


def others(row: Row, side: int) -> tuple[ProgrammeText, ...]:
    return (row.later, row.earlier)[side]


def marked(text: ProgrammeText, row: Row, side: int) -> Pieces:
    """The words of one side: whole when they are new or have ended, else marked where all kin say otherwise."""
    words, against = text.words.text, others(row, side)
    if row.state not in MARKED or not words:
        return [(SAME, words)]
    if not against:
        return [(MARK[side], words)]
    pairs = [(words, other.words.text) if side == EARLIER else (other.words.text, words) for other in against]
    return one_side([word_diff(*pair) for pair in pairs], MARK[side])


def marked_points(text: ProgrammeText, row: Row, side: int) -> list[Pieces] | None:
    """The points of one side, marked; None where they can't be compared."""
    if row.state in (State.NEW, State.ENDED):
        return [[(MARK[side], words)] for words in points_of(text)]
    if not (row.one_to_one and row.state in MARKED and points_comparable(*row.earlier, *row.later)):
        return None
    pairs = [pair for pair in paired(row.earlier[0], row.later[0]) if pair[side]]
    return [one_side([word_diff(*pair)], MARK[side]) for pair in pairs]


def paired(old: ProgrammeText, new: ProgrammeText) -> list[tuple[str, str]]:
    """The points of two goals beside each other in their order; "" where one has none."""
    before, after = points_of(old), points_of(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return [
        pair
        for _step, i, j, k, m in matcher.get_opcodes()
        for pair in zip_longest(before[i:j], after[k:m], fillvalue="")
    ]
