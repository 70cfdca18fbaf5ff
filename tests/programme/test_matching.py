"""Which goals belong together and what became of them: each is in one row, and the sentence counts the rows."""

import re
from collections import Counter
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.comparison_sentences import areas_sentences, goals_sentences
from programme.matching import Row, State, matched, one_side
from programme.models import Part, TextRecord
from programme.texts import ProgrammeText
from sodertorn.word_diff import ADDED, REMOVED, SAME, word_diff
from sodertorn.words import number

NUMBERS = {"ett": 1} | {number(n): n for n in range(2, 13)}


def goal(key, words="", *, points=(), transcript=False):
    """A goal; one without words is one of a transcript that is not entered."""
    transcript = transcript or not words
    part = Part(pk=key, kind="goal", key=key, text="" if transcript else words)
    record = TextRecord(part=part, text=words, note="Inte införd.") if transcript else None
    keys = count(key * 100)
    children = [
        ProgrammeText(Part(pk=pk, kind="point", text=text), Part(text=text))
        for pk, text in zip(keys, points, strict=False)
    ]
    return ProgrammeText(part, record or part, "", record, children)


def states(old, new, kin=(), judged=()):
    rows = matched(
        [goal(key, words) for key, words in old], [goal(key, words) for key, words in new], kin, judged
    )
    return [
        (row.state, [t.words.text for t in row.earlier], [t.words.text for t in row.later]) for row in rows
    ]


A, B, C = (1, "Tåg"), (2, "Gods"), (3, "Bad")
X, Y = (11, "Tåg"), (12, "Spår")


@pytest.mark.parametrize(
    "old, new, kin, judged, expected",
    [
        ([A], [X], [(11, 1)], [11], [("unchanged", ["Tåg"], ["Tåg"])]),
        ([A], [Y], [(12, 1)], [12], [("changed", ["Tåg"], ["Spår"])]),
        ([], [X], [], [11], [("new", [], ["Tåg"])]),
        ([A], [X], [], [11], [("new", [], ["Tåg"]), ("ended", ["Tåg"], [])]),
        ([A], [X], [], [], [("not_judged", [], ["Tåg"]), ("not_judged", ["Tåg"], [])]),
        (
            [A],
            [X, Y],
            [],
            [11],
            [("new", [], ["Tåg"]), ("not_judged", [], ["Spår"]), ("not_judged", ["Tåg"], [])],
        ),
        ([A, B], [X], [(11, 1), (11, 2)], [11], [("merged", ["Tåg", "Gods"], ["Tåg"])]),
        ([A], [X, Y], [(11, 1), (12, 1)], [11, 12], [("split", ["Tåg"], ["Tåg", "Spår"])]),
        (
            [A, B],
            [X, Y],
            [(11, 1), (12, 1), (12, 2)],
            [11, 12],
            [("regrouped", ["Tåg", "Gods"], ["Tåg", "Spår"])],
        ),
        ([A], [(11, "")], [(11, 1)], [11], [("not_entered", ["Tåg"], [""])]),
        ([A], [(11, "")], [], [11], [("not_entered", [], [""]), ("ended", ["Tåg"], [])]),
        ([(1, ""), B], [X], [(11, 1)], [11], [("not_entered", [""], ["Tåg"]), ("ended", ["Gods"], [])]),
        ([A], [], [], [], [("not_judged", ["Tåg"], [])]),
    ],
    ids=[
        "unchanged",
        "changed",
        "new",
        "the same words without kinship are new and ended",
        "not judged",
        "one not judged later keeps all from having ended",
        "merged",
        "split",
        "regrouped",
        "not entered later",
        "not entered is never new",
        "not entered earlier",
        "a programme without goals ends none",
    ],
)
def test_goals_belong_together_by_recorded_kinship_alone(old, new, kin, judged, expected):
    assert states(old, new, kin, judged) == expected


def test_points_count_where_they_are_all_known():
    old, new = goal(1, "Tåg", points=["Fler"]), goal(11, "Tåg", points=["Färre"])

    assert [row.state for row in matched([old], [new], [(11, 1)], [11])] == [State.CHANGED]


def test_a_transcript_without_points_says_nothing_about_points():
    old, new = goal(1, "Tåg", transcript=True), goal(11, "Tåg", points=["Fler"])

    assert [row.state for row in matched([old], [new], [(11, 1)], [11])] == [State.UNCHANGED]


def test_what_is_new_in_a_merged_goal_is_what_none_of_the_earlier_said():
    later = "Fler tåg och bussar till alla"

    marked = one_side([word_diff("Fler tåg", later), word_diff("Fler bussar", later)], ADDED)

    assert marked == [(SAME, "Fler tåg"), (ADDED, " och "), (SAME, "bussar"), (ADDED, " till alla")]


@given(st.text("ab .", max_size=30), st.lists(st.text("ab .", max_size=30), min_size=1, max_size=3))
def test_one_side_says_all_its_words_and_no_other(words, others):
    for kind, pairs in ((REMOVED, [(words, o) for o in others]), (ADDED, [(o, words) for o in others])):
        pieces = one_side([word_diff(*pair) for pair in pairs], kind)

        assert "".join(said for _kind, said in pieces) == words
        assert {piece for piece, _said in pieces} <= {SAME, kind}


# All that can be: each goal once, and the sentence agrees


@st.composite
def programmes(draw):
    """Two programmes, some goals not entered, with any kinship and any of it judged."""
    words = st.sampled_from(["", "Tåg", "Spår"])
    old = [goal(key, draw(words)) for key in range(1, draw(st.integers(0, 5)) + 1)]
    new = [goal(key, draw(words)) for key in range(11, draw(st.integers(0, 5)) + 11)]
    pairs = [(later.part.pk, earlier.part.pk) for later in new for earlier in old]
    kin = draw(st.sets(st.sampled_from(pairs), max_size=6)) if pairs else set()
    judged = draw(st.sets(st.sampled_from([t.part.pk for t in new]))) if new else set()
    return old, new, kin, judged | {later for later, _earlier in kin}


@given(programmes())
def test_every_goal_of_both_sides_is_in_exactly_one_row(sides):
    old, new, kin, judged = sides

    rows = matched(old, new, kin, judged)

    assert sorted(t.part.pk for row in rows for t in row.earlier) == [t.part.pk for t in old]
    assert sorted(t.part.pk for row in rows for t in row.later) == [t.part.pk for t in new]
    for row in rows:
        keys = {t.part.pk for t in (*row.earlier, *row.later)}
        assert [pair for pair in kin if len(keys & set(pair)) == 1] == []
        if any(t.missing for t in (*row.earlier, *row.later)):
            assert row.state == State.NOT_ENTERED


@given(programmes())
def test_the_counts_in_the_sentences_agree_with_the_rows(sides):
    rows = matched(*sides)

    assert told(goals_sentences(rows, 0), CLAUSES) == counts(rows)
    if {row.state for row in rows} != {State.NOT_JUDGED}:
        assert told(areas_sentences(rows), AREAS) == counts(rows)


def test_that_no_area_is_judged_is_said_once():
    rows = matched([goal(1, "Tåg")], [goal(11, "Tåg")], (), ())

    assert areas_sentences(rows) == ["Fokusområdenas släktskap är inte bedömt."]


CLAUSES = {
    State.CHANGED: r"(\w+)(?: mål)? har ny lydelse",
    State.NEW: r"(\w+)(?: mål)? är (?:nytt|nya)",
    State.ENDED: r"(\w+)(?: mål)? har utgått",
    State.UNCHANGED: r"(\w+)(?: mål)? har oförändrad lydelse",
    State.MERGED: r"(\w+)(?: mål)? har förts samman till (\w+)",
    State.SPLIT: r"(\w+)(?: mål)? har delats i (\w+)",
    State.REGROUPED: r"(\w+)(?: mål)? har fördelats om på (\w+)",
    State.NOT_JUDGED: r"För (\w+) mål är det inte bedömt",
    State.NOT_ENTERED: r"(\w+) mål kan inte jämföras",
}
AREAS = {state: clause.replace(" mål", " fokusområden?") for state, clause in CLAUSES.items()} | {
    State.CHANGED: r"(\w+)(?: fokusområden?)? har nytt namn",
    State.UNCHANGED: r"(\w+)(?: fokusområden?)? har oförändrat namn",
    State.NOT_JUDGED: r"För (\w+) fokusområden? är släktskapet inte bedömt",
    State.NOT_ENTERED: r"(\w+) fokusområden? kan inte jämföras",
}


def told(sentences, clauses):
    """What the sentences count."""
    text, found = " ".join(sentences), {}
    for state, clause in clauses.items():
        for said in re.finditer(clause, text):
            found[state] = tuple(NUMBERS[word.lower()] for word in said.groups())
    return found


def counts(rows: list[Row]):
    """How many there are: rows, or of those that are joined or split the goals before and after."""
    many = (State.MERGED, State.SPLIT, State.REGROUPED)
    found = {state: (n,) for state, n in Counter(row.state for row in rows).items() if state not in many}
    for state in many:
        joined = [row for row in rows if row.state == state]
        if joined:
            found[state] = (sum(len(r.earlier) for r in joined), sum(len(r.later) for r in joined))
    return found
