"""What became of the points under the goals. Nothing is recorded of their kinship: their words and places decide."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from programme.matching import Row, State, points_comparable, points_of
from programme.texts import ProgrammeText


class Fate(StrEnum):
    """What became of a point from one programme to another."""

    CHANGED = "changed"
    NEW = "new"
    ENDED = "ended"
    MOVED = "moved"
    REORDERED = "reordered"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class Point:
    """A point in its place below a goal, on one side."""

    goal: str
    place: int
    words: str


@dataclass(frozen=True)
class PointPair:
    """A point before and after; one that is new or has ended has no other."""

    fate: Fate
    earlier: Point | None
    later: Point | None


def compared_points(rows: list[Row]) -> list[PointPair]:
    """Every point of both sides once, of the goals whose points can be compared.

    Of a goal that goes on as one goal they stand beside each other in their order. Else the same
    words are the same point, moved from another goal or reordered within its own. What then is left
    of a goal that goes on as one is a point with new wording where another one stood; of all others
    it is new, or has ended.
    """
    rows = [row for row in rows if can_be_compared(row)]
    steps = [step for row in rows if row.one_to_one for step in beside(row)]
    found = [
        PointPair(Fate.UNCHANGED, *pair) for same, *both in steps if same for pair in zip(*both, strict=True)
    ]
    found += moved(rows, left(rows, found))
    gone, come = {pair.earlier for pair in found}, {pair.later for pair in found}
    for _same, olds, news in steps:
        still = [old for old in olds if old not in gone], [new for new in news if new not in come]
        found += [PointPair(Fate.CHANGED, *pair) for pair in zip(*still, strict=False)]
    for old, new in left(rows, found):
        found += [PointPair(Fate.ENDED, point, None) for point in old]
        found += [PointPair(Fate.NEW, None, point) for point in new]
    return found


def can_be_compared(row: Row) -> bool:
    """Whether it is known what became of a row's goals, and which points they have; of one alone, those that are here."""
    judged = row.state not in (State.NOT_JUDGED, State.NOT_ENTERED)
    return judged and (points_comparable(*row.earlier, *row.later) or not (row.earlier and row.later))


def below(goals: tuple[ProgrammeText, ...]) -> list[Point]:
    return [
        Point(goal.part.key, place, words) for goal in goals for place, words in enumerate(points_of(goal))
    ]


def beside(row: Row) -> list[tuple[bool, list[Point], list[Point]]]:
    """The points of a goal before and after in their order, step by step, and whether both say the same there."""
    old, new = below(row.earlier), below(row.later)
    matcher = SequenceMatcher(None, *([point.words for point in side] for side in (old, new)), autojunk=False)
    return [(step == "equal", old[i:j], new[k:m]) for step, i, j, k, m in matcher.get_opcodes()]


def left(rows: list[Row], found: list[PointPair]) -> list[tuple[list[Point], list[Point]]]:
    """Row by row the points of both sides of which nothing is found yet."""
    old, new = ({pair.earlier for pair in found}, {pair.later for pair in found})
    return [
        (
            [point for point in below(row.earlier) if point not in old],
            [point for point in below(row.later) if point not in new],
        )
        for row in rows
    ]


def moved(rows: list[Row], points: list[tuple[list[Point], list[Point]]]) -> list[PointPair]:
    """Points with the same words: first among the goals that are kin, then among all."""
    fates = [Fate.REORDERED if row.one_to_one else Fate.MOVED for row in rows]
    everywhere = tuple([point for row in points for point in row[side]] for side in (0, 1))
    found, gone, come = [], set(), set()
    for fate, (olds, news) in [*zip(fates, points, strict=True), (Fate.MOVED, everywhere)]:
        for new in news:
            old = next((old for old in olds if old.words == new.words and old not in gone), None)
            if old and new not in come:
                gone.add(old)
                come.add(new)
                found.append(PointPair(fate, old, new))
    return found
