"""Two programmes through recorded lineage: also through those in between, past an adjusted wording, and no further."""

from datetime import timedelta

import pytest
from django.utils import timezone

from programme.comparison import programmes
from programme.family import Family
from programme.line import Line
from programme.services import withdraw
from sodertorn.register import Register
from tests.factories import OFFICE, PartFactory, SentFactory, TextFactory, day
from tests.kinship import drafted, kin, sent, transcribed

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def compared(earlier, later):
    return programmes(Line(Register(), timezone.localdate()), earlier, later)


def goals(earlier, later):
    """What became of each goal: the keys before, the state, the keys after."""
    return [
        (" ".join(t.part.key for t in row.earlier), str(row.state), " ".join(t.part.key for t in row.later))
        for row in compared(earlier, later).goals
    ]


def sections(earlier, later):
    return [
        (
            str(found.areas.state),
            [t.part.key for t in (*found.areas.earlier, *found.areas.later)],
            [(str(row.state), [t.part.key for t in (*row.earlier, *row.later)]) for row in found.goals],
        )
        for found in compared(earlier, later).by_area
    ]


@pytest.fixture
def three():
    """One goal goes through all, one is split, two are merged, one ends and one is new."""
    sent("p1", {"infra": {"a": "Tåg", "b": "Gods"}, "bad": {"c": "Bad", "d": "Sim"}})
    sent(
        "p2",
        {
            "infra": {"a": "Tåg", "b1": "Gods på räls", "b2": "Gods till sjöss"},
            "vatten": {"cd": "Bad och sim"},
        },
    )
    sent("p3", {"vatten": {"a": "Fler tåg", "cd": "Bad och sim", "e": "Ro"}})
    for later, *earlier in (
        ("p2/infra", "p1/infra"),
        ("p2/vatten", "p1/bad"),
        ("p2/a", "p1/a"),
        ("p2/b1", "p1/b"),
        ("p2/b2", "p1/b"),
        ("p2/cd", "p1/c", "p1/d"),
        ("p3/vatten", "p2/vatten"),
        ("p3/a", "p2/a"),
        ("p3/cd", "p2/cd"),
        ("p3/e",),
    ):
        kin(later, *earlier)


def test_goals_are_split_merged_and_go_on(three):
    assert goals("p1", "p2") == [("a", "unchanged", "a"), ("b", "split", "b1 b2"), ("c d", "merged", "cd")]


def test_goals_end_and_are_new(three):
    assert goals("p2", "p3") == [
        ("a", "changed", "a"),
        ("cd", "unchanged", "cd"),
        ("", "new", "e"),
        ("b1", "ended", ""),
        ("b2", "ended", ""),
    ]


def test_kinship_reaches_through_the_programme_in_between(three):
    assert goals("p1", "p3") == [
        ("a", "changed", "a"),
        ("c d", "merged", "cd"),
        ("", "new", "e"),
        ("b", "ended", ""),
    ]


def test_a_goal_has_moved_when_its_area_is_said_to_go_back_to_another(three):
    comparison = compared("p2", "p3")

    assert [row.later[0].part.key for row in comparison.goals if comparison.moved(row)] == ["a"]


def test_no_goal_has_moved_where_the_areas_are_not_judged():
    sent("p1", {"klimat": {"a": "Tåg"}})
    sent("p2", {"samordning": {"a": "Tåg"}})
    kin("p2/a", "p1/a")

    comparison = compared("p1", "p2")

    assert [str(area.state) for area in comparison.areas] == ["not_judged", "not_judged"]
    assert [comparison.moved(row) for row in comparison.goals] == [False]


def test_rows_stand_below_the_area_where_the_goal_stands_or_stood(three):
    assert sections("p2", "p3") == [
        (
            "unchanged",
            ["vatten", "vatten"],
            [("changed", ["a", "a"]), ("unchanged", ["cd", "cd"]), ("new", ["e"])],
        ),
        ("ended", ["infra"], [("ended", ["b1"]), ("ended", ["b2"])]),
    ]


def test_areas_of_the_same_name_are_not_taken_for_the_same():
    sent("p1", {"infra": {"a": "Tåg"}})
    sent("p2", {"infra": {"a": "Tåg"}})

    assert sections("p1", "p2") == [
        ("not_judged", ["infra"], [("not_judged", ["a"])]),
        ("not_judged", ["infra"], [("not_judged", ["a"])]),
    ]


def test_what_is_not_judged_on_the_way_is_not_judged():
    sent("p1", {"infra": {"a": "Tåg"}})
    sent("p2", {"infra": {"a": "Tåg"}})
    sent("p3", {"infra": {"a": "Tåg"}})
    kin("p3/a", "p2/a")

    assert goals("p1", "p3") == [("", "not_judged", "a"), ("a", "not_judged", "")]


@pytest.fixture
def resumed():
    """A goal that goes back past the programme before, to the one before that."""
    sent("p1", {"infra": {"a": "Tåg"}})
    sent("p2", {"infra": {"b": "Bad"}})
    sent("p3", {"infra": {"a": "Tåg"}})
    kin("p3/a", "p1/a")


def test_a_goal_that_goes_back_further_than_the_other_programme_is_new_to_it_once_that_is_judged(resumed):
    assert goals("p2", "p3") == [("", "not_judged", "a"), ("b", "not_judged", "")]

    kin("p2/b")
    assert goals("p2", "p3") == [("", "new", "a"), ("b", "ended", "")]


def test_goals_of_the_same_origin_belong_together_though_neither_goes_back_to_the_other(resumed):
    kin("p2/b", "p1/a")

    assert goals("p2", "p3") == [("b", "changed", "a")]


def test_goals_of_different_origin_do_not_though_that_once_was_one():
    sent("p0", {"infra": {"y": "Spår"}})
    sent("p1", {"infra": {"b": "Tåg", "c": "Gods"}})
    sent("p2", {"infra": {"b": "Tåg"}})
    sent("p3", {"infra": {"c": "Gods"}})
    for later, *earlier in (("p1/b", "p0/y"), ("p1/c", "p0/y"), ("p2/b", "p1/b"), ("p3/c", "p1/c")):
        kin(later, *earlier)

    assert goals("p2", "p3") == [("", "new", "c"), ("b", "ended", "")]


@pytest.fixture
def adjusted():
    """An adjusted wording, and the programme that came after: both go back to the adjusted programme."""
    base = transcribed("p1", {"infra": {"a": "Tåg", "b": "Bad"}})
    transcribed("p1-justerad", {"infra": {"a": "Fler tåg"}}, adjustment=True, adjusts=base.revision)
    sent("p2", {"infra": {"a": "Snabba tåg", "b": "Bad"}})
    for later, *earlier in (("p1-justerad/a", "p1/a"), ("p2/a", "p1/a"), ("p2/b", "p1/b")):
        kin(later, *earlier)


def test_an_adjusted_wording_stands_between_its_programme_and_the_next(adjusted):
    family = Family(Line(Register(), timezone.localdate()))

    assert family.in_order("p2", "p1-justerad", "p1") == ["p1", "p1-justerad", "p2"]
    assert family.next_to("p1") == ["p1-justerad", "p2"]


def test_an_adjusted_wording_meets_the_next_programme_where_both_come_from(adjusted):
    assert goals("p1", "p1-justerad") == [("a", "changed", "a"), ("b", "ended", "")]
    assert goals("p1-justerad", "p2") == [("a", "changed", "a"), ("", "new", "b")]


def test_a_withdrawn_programme_meets_the_one_sent_instead():
    sent("p1", {"infra": {"a": "Tåg"}})
    one = sent("p2", {"infra": {"a": "Snabba tåg"}})
    withdraw(revision=one.revision, on=day(2), why="Fel bilaga.", office=OFFICE)
    sent("p3", {"infra": {"a": "Snabba tåg", "b": "Bad"}}, instead_of=one.revision)
    kin("p2/a", "p1/a")
    kin("p3/a", "p1/a")
    kin("p3/b")

    assert goals("p2", "p3") == [("a", "unchanged", "a"), ("", "new", "b")]


def test_what_is_not_entered_is_neither_new_nor_ended():
    transcribed("p1", {"infra": {"a": "", "b": "Bad"}})
    transcribed("p2", {"infra": {"a": "Tåg", "c": ""}})
    kin("p2/a", "p1/a")
    kin("p2/c")

    assert goals("p1", "p2") == [
        ("a", "not_entered", "a"),
        ("", "not_entered", "c"),
        ("b", "ended", ""),
    ]


def test_kinship_through_a_programme_that_is_not_shown_yet_is_not_told():
    sent("p1", {"infra": {"a": "Tåg"}})
    sent("p2", {"infra": {"a": "Tåg"}}, on=day(20))
    kin("p2/a", "p1/a")

    before = Family(Line(Register(), day(20) - timedelta(days=1)))

    assert before.ancestry == before.descent == {}


def texts(earlier, later):
    comparison = compared(earlier, later)
    return [
        (str(row.state), [t.words.heading or t.words.text for t in (*row.earlier, *row.later)])
        for row in [*comparison.singles, *comparison.sections]
    ]


def test_sections_are_one_when_their_headings_are():
    for slug, heading in (("p1", "Uppföljning"), ("p2", "uppföljning"), ("p3", "Arbetssätt")):
        draft = drafted(slug, {})
        PartFactory(revision=draft, kind="section", heading=heading, text="Varje år.")
        SentFactory(revision=draft)

    assert texts("p1", "p2") == [("changed", ["Uppföljning", "uppföljning"])]
    assert texts("p2", "p3") == [("new", ["Arbetssätt"]), ("ended", ["uppföljning"])]


def test_a_transcript_that_lacks_a_text_says_nothing_about_whether_there_was_one():
    transcribed("p1", {})
    draft = drafted("p2", {})
    PartFactory(revision=draft, kind="vision", text="Vi leder")
    SentFactory(revision=draft)

    assert texts("p1", "p2") == [("not_entered", ["Vi leder"])]


def test_words_known_only_at_second_hand_are_compared_with_nothing():
    for slug, note in (("p1", "Återgivet efter tjänsteutlåtandet."), ("p2", "")):
        placement = transcribed(slug, {})
        part = PartFactory(revision=placement.revision, kind="purpose", key="purpose", text="")
        TextFactory(part=part, text="Gemensam nytta", note=note)

    assert texts("p1", "p2") == [("uncertain", ["Gemensam nytta", "Gemensam nytta"])]
