"""What becomes of points when their goals go on, are merged or split, are new or end."""

import pytest

from programme.compared_points import compared_points
from programme.matching import matched
from tests.programme.test_matching import goal


def fates(old, new, kin, judged=None):
    """Each point: what became of it, and the goals where it stood and stands."""
    found = compared_points(matched(old, new, kin, judged or [one.part.key for one in new]))
    return sorted(
        (
            pair.earlier.words if pair.earlier else "",
            pair.later.words if pair.later else "",
            f"{pair.fate} {pair.earlier.goal if pair.earlier else '-'} {pair.later.goal if pair.later else '-'}",
        )
        for pair in found
    )


@pytest.mark.parametrize(
    "before, after, expected",
    [
        ("AB", "AC", ["unchanged A A", "changed B C"]),
        ("A", "AB", ["unchanged A A", "new - B"]),
        ("AB", "B", ["unchanged B B", "ended A -"]),
        ("AB", "BA", ["unchanged A A", "reordered B B"]),
        ("ABC", "AXYC", ["unchanged A A", "unchanged C C", "changed B X", "new - Y"]),
    ],
)
def test_points_of_a_goal_that_goes_on_stand_beside_each_other(before, after, expected):
    rows = matched([goal(1, "Tåg", points=before)], [goal(11, "Tåg", points=after)], [(11, 1)], [11])

    found = [
        f"{p.fate} {p.earlier.words if p.earlier else '-'} {p.later.words if p.later else '-'}"
        for p in compared_points(rows)
    ]
    assert sorted(found) == sorted(expected)


def test_points_of_merged_goals_come_each_from_its_own():
    old = [goal(1, "Tåg", points=["A", "B"]), goal(2, "Buss", points=["A", "C"])]

    assert fates(old, [goal(11, "Resor", points=["C", "A", "D"])], [(11, 1), (11, 2)]) == [
        ("", "D", "new - 11"),
        ("A", "", "ended 2 -"),
        ("A", "A", "moved 1 11"),
        ("B", "", "ended 1 -"),
        ("C", "C", "moved 2 11"),
    ]


def test_points_of_a_split_goal_go_each_to_its_own():
    new = [goal(11, "Tåg", points=["A"]), goal(12, "Buss", points=["B"])]

    assert fates([goal(1, "Resor", points=["A", "B"])], new, [(11, 1), (12, 1)]) == [
        ("A", "A", "moved 1 11"),
        ("B", "B", "moved 1 12"),
    ]


def test_a_point_with_the_same_words_below_another_goal_has_been_moved_there():
    old = [goal(1, "Tåg", points=["A", "B"]), goal(2, "Ro", points=["C"])]
    new = [goal(11, "Tåg", points=["B2"]), goal(12, "Hav", points=["C", "A"])]

    assert fates(old, new, [(11, 1)]) == [
        ("A", "A", "moved 1 12"),
        ("B", "B2", "changed 1 11"),
        ("C", "C", "moved 2 12"),
    ]


def test_points_are_not_compared_where_some_are_not_entered_or_nothing_is_judged():
    old, new = goal(1, "Tåg", points=["A"]), goal(11, "Tåg", points=[], transcript=True)

    assert fates([old], [new], [(11, 1)]) == []
    assert fates([old], [goal(11, "Tåg", points=["A"])], [], judged=[12]) == []
