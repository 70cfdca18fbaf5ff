"""Which texts of two programmes belong together, and what became of them.

Texts belong together by what is recorded of their kinship and never by their names. Nothing
here touches the database.
"""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from programme.models.structure import PartKind
from programme.texts import ProgrammeText
from sodertorn.word_diff import SAME

Pieces = list[tuple[str, str]]
Kin = Collection[tuple[Hashable, Hashable]]
"""Pairs of keys that belong together: the later text's, and that of the earlier that it goes back to."""


class State(StrEnum):
    """What became of goals or focus areas from one programme to another."""

    CHANGED = "changed"
    NEW = "new"
    ENDED = "ended"
    MERGED = "merged"
    SPLIT = "split"
    REGROUPED = "regrouped"
    UNCHANGED = "unchanged"
    NOT_JUDGED = "not_judged"
    NOT_ENTERED = "not_entered"
    UNCERTAIN = "uncertain"


@dataclass(frozen=True)
class Row:
    """Texts of both programmes that are kin: one and one, or none or several on a side."""

    state: State
    earlier: tuple[ProgrammeText, ...]
    later: tuple[ProgrammeText, ...]
    judged: bool = True  # whether it is known that they have no other kin

    @property
    def one_to_one(self) -> bool:
        return len(self.earlier) == len(self.later) == 1


def families(earlier: Sequence[Hashable], later: Sequence[Hashable], kin: Kin) -> list[tuple[tuple, tuple]]:
    """All of both sides, each once, in groups of kin: in the later's order, then what is earlier only."""
    near = defaultdict(set)
    for young, old in kin:
        near["later", young].add(("earlier", old))
        near["earlier", old].add(("later", young))
    found, seen = [], set()
    for one in [*(("later", key) for key in later), *(("earlier", key) for key in earlier)]:
        if one not in seen:
            family = reached(one, near)
            seen |= family
            sides = (("earlier", earlier), ("later", later))
            found.append(tuple(tuple(key for key in keys if (side, key) in family) for side, keys in sides))
    return found


def reached(start, near) -> set:
    """All that can be reached by kinship."""
    family, waiting = {start}, [start]
    while waiting:
        more = near[waiting.pop()] - family
        family |= more
        waiting += more
    return family


def matched(
    earlier: Iterable[ProgrammeText],
    later: Iterable[ProgrammeText],
    kin: Kin,
    judged: Collection[Hashable] | None,
) -> list[Row]:
    """The goals, or the areas, of two programmes in rows.

    `judged` are the keys of the later ones of which it is recorded what they go back to; None when
    there is nothing to judge. An earlier one has ended only when that is so of all.
    """
    olds, news = ({text.part.key: text for text in side} for side in (earlier, later))
    all_judged = judged is None or bool(news) and set(news) <= set(judged)
    rows = []
    for old_keys, new_keys in families([*olds], [*news], [p for p in kin if p[0] in news and p[1] in olds]):
        old, new = tuple(olds[key] for key in old_keys), tuple(news[key] for key in new_keys)
        known = all_judged or bool(new) and all(key in judged for key in new_keys)
        rows.append(Row(state_of(old, new, known), old, new, known))
    return rows


def state_of(old: tuple[ProgrammeText, ...], new: tuple[ProgrammeText, ...], judged: bool) -> State:
    """What is not entered is never called new or ended; nor what nobody has judged."""
    if any(text.not_entered for text in (*old, *new)):
        return State.NOT_ENTERED
    if not (old and new):
        return (State.ENDED if old else State.NEW) if judged else State.NOT_JUDGED
    if len(old) == len(new) == 1:
        return State.UNCHANGED if same_words(*old, *new) else State.CHANGED
    if len(new) == 1:
        return State.MERGED
    return State.SPLIT if len(old) == 1 else State.REGROUPED


def same_words(one: ProgrammeText, other: ProgrammeText) -> bool:
    """Whether two texts say the same: of a goal, its points too, where they can be compared."""
    if (one.words.heading, one.words.text) != (other.words.heading, other.words.text):
        return False
    goals = one.kind == other.kind == PartKind.GOAL
    return not (goals and points_comparable(one, other)) or points_of(one) == points_of(other)


def networks(row: Row) -> tuple[str, str] | None:
    """The networks of an area before and after, when they differ; a transcript without one says nothing about it."""
    if not row.one_to_one:
        return None
    both = [*row.earlier, *row.later]
    if any(text.record and not text.words.network for text in both):
        return None
    old, new = (text.words.network for text in both)
    return (old, new) if old != new else None


def points_of(goal: ProgrammeText) -> list[str]:
    return [point.words.text for point in goal.children if not point.missing]


def points_known(goal: ProgrammeText) -> bool:
    """Whether all points of a goal are here. A transcript without any says nothing about whether it has any."""
    transcript = goal.record is not None
    return all(not point.missing for point in goal.children) and bool(goal.children or not transcript)


def points_comparable(*goals: ProgrammeText) -> bool:
    return all(map(points_known, goals))


def one_side(texts: Sequence[Pieces], kind: str) -> Pieces:
    """One text alone, marked (as added or removed) where it differs from each of those that it was compared with."""
    marks = [
        [piece != SAME for piece, words in text if piece in (SAME, kind) for _ in words] for text in texts
    ]
    words = "".join(words for piece, words in texts[0] if piece in (SAME, kind))
    letters = zip(words, (all(mark) for mark in zip(*marks, strict=True)), strict=True)
    return [
        (kind if marked else SAME, "".join(letter for letter, _mark in run))
        for marked, run in groupby(letters, key=lambda letter: letter[1])
    ]
