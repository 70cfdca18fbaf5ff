"""The named cases of the rule, each told as a story (see story.py and conftest.py).

How a programme comes to apply: how many, by whom, with which words, on which day. What
ends and corrections do is told in test_ends.py.
"""

import pytest

from adoption.in_force import LineBroken

from .story import EIGHT, SEVEN, TYRESO, Story, day

OLD = {0: "old applies"}


# How many


def test_seven_of_eight_is_not_enough(seven):
    assert seven.course() == OLD
    assert seven.required(28) == [("new", (TYRESO,), None)]
    assert len(seven.answer(28).because) == 8
    assert seven.answer(28).unadopted == ()


def test_the_eighth_adoption_makes_it_apply_from_its_own_day(seven):
    eighth = seven.adopt("new", TYRESO, 5)

    assert seven.course() == {0: "old applies", 5: "new applies"}
    assert seven.since(28) == (day(5), day(5))
    assert seven.answer(28).completed_by == (eighth,)
    assert seven.required(4) == [("new", (TYRESO,), None)]
    assert seven.required(5) == []


def test_eight_on_one_day(story):
    decisions = story.all_adopt("new", 5)

    assert story.course() == {0: "old applies", 5: "new applies"}
    assert story.answer(5).because == tuple(decisions)
    assert story.answer(5).completed_by == tuple(decisions)
    assert story.required(4) == [("new", EIGHT, None)]


def test_a_ninth_adoption_changes_nothing(seven):
    seven.adopt("new", TYRESO, 5, paragraph="9")
    seven.adopt("new", TYRESO, 8, paragraph="20")

    assert seven.course() == {0: "old applies", 5: "new applies"}
    assert seven.paragraph(28) == "9"


# Through the council


def test_passed_to_the_council_which_adopts_and_the_board_notes_it(seven):
    seven.pass_on("new", TYRESO, 4)
    seven.council_adopts("new", TYRESO, 6)
    seven.decide("new", TYRESO, 8)

    assert seven.course() == {0: "old applies", 6: "new applies"}
    assert seven.paragraph(28) == "63/20"


def test_a_council_that_was_not_asked_does_not_meet_the_seat(seven):
    seven.council_adopts("new", TYRESO, 6)

    assert seven.course() == OLD


def test_passing_on_alone_adopts_nothing_but_changes_who_is_waited_for(seven):
    seven.pass_on("new", TYRESO, 4)

    assert seven.course() == OLD
    assert seven.required(28) == [("new", (TYRESO,), None)]
    assert [seven.answer(n).required[0].at_council for n in (3, 4)] == [(), (TYRESO,)]


# What was decided


def test_a_changed_text_is_not_the_same_programme(seven):
    seven.decide("new", TYRESO, 5, paragraph="9")

    assert seven.course() == OLD
    assert seven.required(28) == [("new", (TYRESO,), None)]


def test_word_for_word_with_an_addition_of_its_own_is_an_adoption(seven):
    seven.adopt("new", TYRESO, 5)

    assert seven.course() == {0: "old applies", 5: "new applies"}


def test_referred_back_then_adopted(seven):
    seven.decide("new", TYRESO, 3)
    seven.adopt("new", TYRESO, 7)

    assert seven.course() == {0: "old applies", 7: "new applies"}


def test_adopted_and_later_noted_stays_adopted(seven):
    seven.adopt("new", TYRESO, 5)
    seven.decide("new", TYRESO, 8)

    assert seven.course() == {0: "old applies", 5: "new applies"}


def test_adopted_again_before_the_first_adoption_is_annulled(seven):
    first = seven.adopt("new", TYRESO, 5, paragraph="9")
    seven.adopt("new", TYRESO, 8, paragraph="20")
    seven.end(first, 12)

    assert seven.course() == {0: "old applies", 5: "new applies"}
    assert [seven.paragraph(n) for n in (5, 8, 11, 12)] == ["9", "9", "9", "20"]
    assert seven.since(12) == (day(5), day(5))


# Doubt


@pytest.mark.parametrize(
    "ruling, course",
    [
        (None, OLD),
        (False, OLD),
        (True, {0: "old applies", 5: "new applies"}),
    ],
    ids=["no ruling", "ruled not to count", "ruled to count"],
)
def test_a_doubtful_adoption_counts_only_when_ruled_to(seven, ruling, course):
    decision = seven.adopt("new", TYRESO, 5, doubtful=True)
    before = seven.pause()
    if ruling is not None:
        seven.rule(decision, ruling)

    assert seven.course() == course
    assert seven.course(before) == OLD


def test_eight_adoptions_provided_that_the_others_adopt_are_plain(story):
    for number, seat in enumerate(EIGHT, 2):
        story.adopt("new", seat, number)

    assert story.course() == {0: "old applies", 9: "new applies"}


# Days


@pytest.mark.parametrize(
    "not_before, course",
    [
        (None, {0: "old applies", 5: "new applies"}),
        (20, {0: "old applies", 20: "new applies"}),
    ],
    ids=["without not_before", "with not_before"],
)
def test_eight_adoptions_before_the_period_begins(not_before, course):
    story = Story()
    story.transcript("old", adopted=-9)
    story.send("new", replaces="old", on=1, not_before=not_before)
    story.all_adopt("new", 5)

    assert story.course() == course


def test_a_not_before_to_come_is_still_required():
    story = Story()
    story.send("new", not_before=20)
    story.all_adopt("new", 5)

    assert story.required(19) == [("new", (), day(20))]
    assert story.required(20) == []
    assert story.since(20) == (day(20), day(20))
    assert story.answer(20).completed_by == ()


def test_the_period_may_be_over_as_long_as_there_is_no_successor(seven):
    seven.adopt("new", TYRESO, 5)

    assert seven.answer(9999).programme == "new"
    assert seven.since(9999) == (day(5), day(5))


def test_overlapping_intervals_leave_a_stretch_that_is_not_known(story):
    story.all_adopt("new", (3, 6), SEVEN)
    tyreso = story.adopt("new", TYRESO, (5, 9))

    assert story.course() == {0: "old applies", 5: "old applies or new applies", 9: "new applies"}
    assert story.since(9) == (day(5), day(9))
    assert len(story.answer(5).undated) == 8
    assert story.answer(6).undated == (tyreso,)
    assert story.required(5) == [("new", EIGHT, None)]


# The line


def test_an_adjusted_wording_is_added_while_its_programme_applies(seven):
    wording = seven.adjust("adjusted", "old", 3)
    seven.adopt("new", TYRESO, 5)

    assert seven.course() == {0: "old applies", 5: "new applies"}
    assert [seven.answer(n).adjustment for n in (2, 3, 4, 5)] == [None, wording, wording, None]


def test_sent_withdrawn_and_sent_anew(seven):
    before = seven.pause()
    seven.withdraw("new")
    seven.send("newer", replaces="old", on=4)
    seven.all_adopt("newer", 7)

    assert seven.course() == {0: "old applies", 7: "newer applies"}
    assert seven.required(3) == []
    assert seven.required(6) == [("newer", EIGHT, None)]
    assert seven.required(6, before) == [("new", (TYRESO,), None)]


def test_of_two_drafts_after_one_predecessor_both_cannot_be_sent(story):
    story.send("rival", replaces="old", on=2)

    with pytest.raises(LineBroken, match="rival and new: both replace the same"):
        story.answer(3)


def test_the_second_of_two_drafts_follows_the_first_once_that_is_sent(seven):
    seven.adopt("new", TYRESO, 5)
    seven.send("rival", replaces="new", on=6)
    seven.all_adopt("rival", 8)

    assert seven.course() == {0: "old applies", 5: "new applies", 8: "rival applies"}
