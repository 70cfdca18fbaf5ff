"""The points of a comparison as plain values: their words marked, and where those that were moved stood or stand."""

from collections import defaultdict

from django.utils.translation import gettext as _

from programme.compared_points import Fate, PointPair
from programme.matching import one_side
from sodertorn.word_diff import ADDED, REMOVED, SAME, word_diff

Numbers = tuple[dict[str, int], dict[str, int]]
"""Each goal's place in its programme's order, on either side."""


def points_by_goal(pairs: list[PointPair], numbers: Numbers) -> tuple[dict, dict]:
    """The points below each goal in their order, on either side."""
    sides = defaultdict(list), defaultdict(list)
    for pair in pairs:
        for side, point in enumerate((pair.earlier, pair.later)):
            if point:
                sides[side][point.goal].append((point.place, pair))
    return tuple(
        {
            goal: [values(pair, side, numbers) for _place, pair in sorted(found, key=lambda one: one[0])]
            for goal, found in goals.items()
        }
        for side, goals in enumerate(sides)
    )


def values(pair: PointPair, side: int, numbers: Numbers) -> dict:
    """One point on one side. `pair` itself goes along, for where both sides stand in one text."""
    words = (pair.earlier, pair.later)[side].words
    mark = (REMOVED, ADDED)[side]
    pieces = {
        Fate.CHANGED: lambda: one_side([word_diff(pair.earlier.words, pair.later.words)], mark),
        Fate.NEW: lambda: [(ADDED, words)],
        Fate.ENDED: lambda: [(REMOVED, words)],
    }.get(pair.fate, lambda: [(SAME, words)])()
    return {"pieces": pieces, "said": said(pair, side, numbers), "fate": pair.fate, "pair": pair}


def said(pair: PointPair, side: int, numbers: Numbers) -> str:
    """Where a point stood or stands; what is new, has ended or reads otherwise is said by its marks."""
    if pair.fate == Fate.REORDERED:
        return _("Flyttad inom målet.")
    if pair.fate != Fate.MOVED:
        return ""
    earlier, later = numbers[0][pair.earlier.goal], numbers[1][pair.later.goal]
    if side:
        return _("Stod tidigare under mål %d.") % earlier
    return _("Står senare under mål %d.") % later


def joined_points(old: list[dict] | None, new: list[dict] | None) -> list[dict] | None:
    """The points of a goal before and after in one list: what only stood there before, where it stood."""
    if old is None and new is None:
        return None
    found, gone = [], [one for one in old or [] if one["fate"] in (Fate.ENDED, Fate.MOVED)]
    for one in new or []:
        before = one["pair"].earlier
        if one["fate"] in (Fate.UNCHANGED, Fate.CHANGED):
            found += [other for other in gone if other["pair"].earlier.place < before.place]
            gone = [other for other in gone if other["pair"].earlier.place >= before.place]
        if one["fate"] == Fate.CHANGED:
            one = one | {"pieces": word_diff(before.words, one["pair"].later.words)}
        found.append(one)
    return found + gone
