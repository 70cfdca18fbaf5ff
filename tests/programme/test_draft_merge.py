"""What one typed beside what another saved meanwhile."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.draft_merge import Met, Remark, clashes, merge
from programme.drafting import add, move, remove
from tests.programme.drafts import draft, lines, with_text

BASE = draft(
    "vision: Vi leder",
    "area a: Spår",
    "goal g1 in a: Tåg",
    "goal g2 in a: Gods",
    "area b: Klimat",
    "goal g3 in b: Sol",
    title="Programmet",
)


def met(remarks):
    return [(remark.key, remark.field, remark.met) for remark in remarks]


def test_what_only_they_changed_is_taken_and_told():
    merged, remarks = merge(BASE, with_text(BASE, "g1", "Fler tåg"), with_text(BASE, "g2", "Mer gods"))

    assert (merged.item("g1").text, merged.item("g2").text) == ("Fler tåg", "Mer gods")
    assert remarks == [Remark("g1", "text", Met.TAKEN, "Fler tåg", "Tåg")]


def test_where_both_changed_mine_stays_and_theirs_is_told():
    theirs, own = with_text(BASE, "g1", "Fler tåg"), with_text(BASE, "g1", "Färre bilar")

    merged, remarks = merge(BASE, theirs, own)

    assert merged.item("g1").text == "Färre bilar"
    assert remarks == clashes(BASE, theirs, merged) == [Remark("g1", "text", Met.CLASH, "Fler tåg", "Tåg")]


def test_the_same_change_is_no_clash():
    both = with_text(BASE, "g1", "Fler tåg")

    assert merge(BASE, both, both) == (both, [])


def test_particulars_meet_as_texts_do():
    theirs = draft(title="Utvecklingsprogrammet", horizon="2040")
    own = draft(title="Södertörns program")

    merged, remarks = merge(draft(title="Programmet"), theirs, own)

    assert (merged.particulars["title"], merged.particulars["horizon"]) == ("Södertörns program", "2040")
    assert met(remarks) == [("", "title", Met.CLASH), ("", "horizon", Met.TAKEN)]


@pytest.mark.parametrize(
    "theirs, own, gone, told",
    [
        (remove(BASE, "g1").kept, BASE, ["g1"], [("g1", Met.REMOVED)]),
        (remove(BASE, "g1").kept, with_text(BASE, "g1", "Nytt"), [], [("g1", Met.KEPT)]),
        (with_text(BASE, "g1", "Nytt"), remove(BASE, "g1"), [], [("g1", Met.BROUGHT_BACK)]),
        (with_text(BASE, "g1", "Nytt"), remove(BASE, "a"), [], [("a", Met.BROUGHT_BACK)]),
        (
            add(BASE, "goal", "a", ())[0],
            remove(BASE, "a"),
            [],
            [("a", Met.BROUGHT_BACK), ("mal-1", Met.ADDED)],
        ),
        (
            remove(BASE, "a").kept,
            with_text(BASE, "g1", "Nytt"),
            ["g2"],
            [("a", Met.KEPT), ("g1", Met.KEPT), ("g2", Met.REMOVED)],
        ),
        (remove(BASE, "a").kept, remove(BASE, "a"), ["a", "g1", "g2"], []),
        (BASE, remove(BASE, "a"), ["a", "g1", "g2"], []),
    ],
    ids=[
        "they removed",
        "they removed, I edited",
        "I removed, they edited",
        "I removed an area in which they edited",
        "I removed an area to which they added",
        "they removed an area in which I edited",
        "both removed",
        "I removed",
    ],
)
def test_an_edit_wins_over_a_removal(theirs, own, gone, told):
    merged, remarks = merge(BASE, theirs, own)

    assert [item.key for item in merged.items if merged.gone(item)] == gone
    assert [(r.key, r.met) for r in remarks if r.field == "structure"] == told


def test_two_that_add_at_once_both_keep_their_text():
    theirs = with_text(add(BASE, "goal", "a", ())[0], "mal-1", "Deras")
    own = with_text(add(BASE, "goal", "a", ())[0], "mal-1", "Mitt")

    merged, remarks = merge(BASE, theirs, own)

    assert [item.text for item in merged.below("a")] == ["Tåg", "Gods", "Deras", "Mitt"]
    assert met(remarks) == [("mal-1", "structure", Met.ADDED)]


def test_a_text_that_gets_another_name_does_not_get_that_of_one_that_is_dead():
    theirs = with_text(add(BASE, "goal", "a", ())[0], "mal-1", "Deras")
    own = with_text(add(BASE, "goal", "a", ())[0], "mal-1", "Mitt")

    merged, _remarks = merge(BASE, theirs, own, used={"mal-1", "mal-2"})

    assert [item.key for item in merged.items if item.text == "Mitt"] == ["mal-3"]


def test_a_text_that_was_sent_twice_is_one():
    both = with_text(add(BASE, "goal", "a", ())[0], "mal-1", "Nytt")

    assert merge(BASE, both, both) == (both, [])


def test_their_order_is_followed_where_mine_is_untouched():
    theirs = move(BASE, "g2", 1)
    own = with_text(add(BASE, "goal", "a", ())[0], "mal-1", "Mitt")

    merged, remarks = merge(BASE, theirs, own)

    assert lines(merged)[1:] == [
        "area a: Spår",
        "goal g1 in a: Tåg",
        "goal mal-1 in a: Mitt",
        "area b: Klimat",
        "goal g2 in b: Gods",
        "goal g3 in b: Sol",
    ]
    assert met(remarks) == [("", "structure", Met.MOVED)]


def test_where_both_reordered_mine_stands_and_it_is_told():
    merged, remarks = merge(BASE, move(BASE, "g2", 1), move(BASE, "b", -1))

    assert [item.key for item in merged.items if item.kind == "focus_area"] == ["b", "a"]
    assert met(remarks) == [("", "structure", Met.ORDER_CLASH)]


def test_what_they_moved_out_of_a_text_that_they_removed_stands_where_they_put_it():
    theirs, own = remove(move(BASE, "g2", 1), "a").kept, add(move(BASE, "b", -1), "goal", "b", ())[0]

    merged, remarks = merge(BASE, theirs, own)

    assert [(item.key, item.parent) for item in merged.kept.items if item.kind == "goal"] == [
        ("g2", "b"),
        ("g3", "b"),
        ("mal-1", "b"),
    ]
    assert ("g2", "structure", Met.MOVED) in met(remarks)


def test_what_i_removed_with_the_text_that_they_moved_it_out_of_comes_back():
    theirs, own = remove(move(BASE, "g2", 1), "a").kept, remove(move(BASE, "b", -1), "a")

    merged, remarks = merge(BASE, theirs, own)

    assert [item.key for item in merged.kept.items if item.kind == "goal"] == ["g2", "g3"]
    assert ("g2", "structure", Met.BROUGHT_BACK) in met(remarks)


def test_what_they_added_to_a_text_that_i_moved_and_removed_brings_it_back():
    theirs = add(BASE, "point", "g2", ())[0]
    own = remove(move(BASE, "g2", 1), "b")

    merged, remarks = merge(BASE, theirs, own)

    assert not merged.gone(merged.item("punkt-1"))
    assert ("b", "structure", Met.BROUGHT_BACK) in met(remarks)


TEXTS = st.sampled_from(["Ett", "Två", "Tre"])
KEYS = st.sampled_from(["vision", "a", "b", "g1", "g2", "g3"])
PARTS = st.sampled_from(["a", "b", "g1", "g2", "g3"])
EDITS = st.lists(
    st.one_of(
        st.tuples(st.just("text"), KEYS, TEXTS),
        st.tuples(st.just("remove"), PARTS, st.none()),
        st.tuples(st.just("move"), PARTS, st.sampled_from([-1, 1])),
        st.tuples(st.just("add"), st.sampled_from(["a", "b", "g1", "g2", "g3"]), TEXTS),
    ),
    max_size=6,
)


def edited(edits, who="jag"):
    """The draft after some edits; each new text is one that nobody else writes."""
    value = BASE
    for number, (act, key, how) in enumerate(edits):
        how = f"{how}, {who} {number}" if act in ("text", "add") else how
        if value.gone(value.item(key)):
            continue
        if act == "text":
            value = with_text(value, key, how)
        elif act == "remove":
            value = remove(value, key)
        elif act == "move":
            value = move(value, key, how)
        else:
            value, new = add(value, "goal" if key in ("a", "b") else "point", key, ())
            value = with_text(value, new, how)
    return value


@given(EDITS, EDITS)
def test_no_words_are_ever_lost_silently(their_edits, my_edits):
    theirs, own = edited(their_edits, "de").kept, edited(my_edits)

    merged, remarks = merge(BASE, theirs, own)

    there = {item.text for item in merged.kept.items}
    told = {(remark.key, remark.theirs) for remark in remarks}
    for item in theirs.items:
        before = BASE.item(item.key)
        if before is None or before.text != item.text:
            assert item.text in there or (item.key, item.text) in told
    for item in own.kept.items:
        before = BASE.item(item.key)
        if before is None or before.text != item.text:
            assert item.text in there


@given(EDITS, EDITS)
def test_what_is_shown_is_whole_and_each_text_stands_once(their_edits, my_edits):
    theirs, own = edited(their_edits, "de").kept, edited(my_edits)

    merged, _remarks = merge(BASE, theirs, own)

    keys = [item.key for item in merged.items]
    assert len(keys) == len(set(keys))
    assert set(theirs.by_key) | {"vision", "overall-goal", "purpose"} <= set(keys)
    assert all(not item.parent or item.parent in keys for item in merged.items)


@given(EDITS, EDITS)
def test_what_they_have_and_i_did_not_remove_is_never_gone(their_edits, my_edits):
    theirs, own = edited(their_edits, "de").kept, edited(my_edits)

    merged, _remarks = merge(BASE, theirs, own)

    mine = [item.key for item in own.items if own.gone(item)]
    assert [i.key for i in theirs.items if i.key not in mine and merged.gone(merged.item(i.key))] == []


@given(EDITS)
def test_alone_nothing_meets(edits):
    value = edited(edits)

    assert merge(BASE, BASE, value) == (value, [])
