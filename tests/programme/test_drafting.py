"""What can be done with a draft's texts before they are saved."""

import pytest

from programme.drafting import add, can_move, move, ordinal, put_back, remove
from programme.models.structure import new_key
from tests.programme.drafts import draft, lines

WHOLE = draft(
    "area a: Spår",
    "goal g1 in a: Tåg",
    "point p1 in g1: Fler",
    "goal g2 in a: Gods",
    "area b: Klimat",
    "goal g3 in b: Sol",
    "section s: Inledning",
)


def goals(value):
    return [(i.key, i.parent) for i in value.items if i.kind == "goal"]


def test_texts_stand_in_the_order_of_their_kinds_each_followed_by_what_belongs_to_it():
    order = ["vision", "overall-goal", "purpose", "s", "a", "g1", "p1", "g2", "b", "g3"]

    assert [item.key for item in WHOLE.items] == order


@pytest.mark.parametrize(
    "key, step, expected",
    [
        ("g2", -1, [("g2", "a"), ("g1", "a"), ("g3", "b")]),
        ("g1", 1, [("g2", "a"), ("g1", "a"), ("g3", "b")]),
        ("g2", 1, [("g1", "a"), ("g2", "b"), ("g3", "b")]),
        ("g3", -1, [("g1", "a"), ("g2", "a"), ("g3", "a")]),
        ("g1", -1, [("g1", "a"), ("g2", "a"), ("g3", "b")]),
        ("g3", 1, [("g1", "a"), ("g2", "a"), ("g3", "b")]),
        ("b", -1, [("g3", "b"), ("g1", "a"), ("g2", "a")]),
    ],
    ids=["up", "down", "into next area", "into area before", "first", "last", "an area with its goals"],
)
def test_a_text_moves_among_its_siblings_and_over_the_edge(key, step, expected):
    moved = move(WHOLE, key, step)

    assert goals(moved) == expected
    assert len(moved.items) == len(WHOLE.items)


def test_a_point_goes_with_its_goal_and_over_to_the_next():
    assert move(WHOLE, "g1", 1).item("p1").parent == "g1"
    assert move(WHOLE, "p1", 1).item("p1").parent == "g2"


@pytest.mark.parametrize(
    "key, step, can",
    [("g1", -1, False), ("g1", 1, True), ("g3", 1, False), ("a", -1, False), ("p1", 1, True)],
)
def test_it_is_known_what_can_be_moved(key, step, can):
    assert can_move(WHOLE, WHOLE.item(key), step) is can


def test_moving_steps_over_what_is_removed():
    value = remove(draft("area a: A", "goal g1 in a: 1", "goal g2 in a: 2", "goal g3 in a: 3"), "g2")

    assert [item.key for item in move(value, "g3", -1).kept.below("a")] == ["g3", "g1"]
    assert ordinal(value, value.item("g3")) == 2


def test_goals_are_counted_through_the_programme_and_points_below_their_goal():
    value = draft("area a: A", "goal g1 in a: 1", "area b: B", "goal g2 in b: 2", "point p in g2: P")

    assert [ordinal(value, value.item(key)) for key in ("a", "g1", "b", "g2", "p")] == [1, 1, 2, 2, 1]


def test_what_is_removed_takes_what_belongs_to_it_and_can_be_put_back():
    removed = remove(WHOLE, "a")

    assert lines(removed) == ["section s: Inledning", "area b: Klimat", "goal g3 in b: Sol"]
    assert put_back(removed, "a") == WHOLE


def test_a_new_text_stands_last_with_a_name_never_used():
    value, key = add(WHOLE, "goal", "a", used={"mal-1", "mal-2"})

    assert key == "mal-3"
    assert [item.key for item in value.below("a")] == ["g1", "g2", "mal-3"]


def test_a_name_is_the_plain_one_only_where_it_is_free():
    assert new_key("vision", set()) == "vision"
    assert new_key("vision", {"vision"}) == "vision-1"
