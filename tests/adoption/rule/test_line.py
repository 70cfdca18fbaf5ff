"""What the line decides, what is still required, and adjusted wordings (R1, R5, R9)."""

import pytest

from adoption.answers import Kind
from adoption.facts import COMMITTEE
from adoption.in_force import LineBroken

from .story import SEVEN, TYRESO, Story, day

NONE = {0: "none known"}
FROM_5 = {0: "none known", 5: "new applies"}


# The line


def test_a_programme_whose_seats_are_not_known_is_never_complete():
    story = Story()
    story.transcript("new", seats=())

    assert story.course() == NONE
    assert story.answer(5).unentered == ("new",)


def test_only_transcripts_without_decisions_are_named_when_none_is_known():
    story = Story()
    story.transcript("whole", adopted=20)
    story.transcript("half", replaces="whole")
    story.all_adopt("half", 20, SEVEN)
    story.send("sent", replaces="half")

    assert story.answer(5).unentered == ("half",)
    assert story.answer(20).unentered == ()


def test_a_withdrawn_programme_applies_on_no_day_until_the_withdrawal_is_corrected(alone):
    alone.adopt("new", TYRESO, 5)
    withdrawal = alone.withdraw("new")
    before = alone.pause()
    alone.never_happened(withdrawal)

    assert alone.course(before) == NONE
    assert alone.required(3, before) == []
    assert alone.course() == FROM_5


def test_a_transcript_put_in_the_middle_moves_the_link_after_it_in_the_same_act():
    story = Story()
    story.transcript("first", adopted=2)
    third = story.transcript("third", replaces="first", adopted=9)
    before = story.pause()
    story.transcript("second", replaces="first", adopted=5)
    story.correct(third, replaces="second")

    assert story.course(before) == {0: "none known", 2: "first applies", 9: "third applies"}
    assert story.course() == {
        0: "none known",
        2: "first applies",
        5: "second applies",
        9: "third applies",
    }


@pytest.mark.parametrize(
    "links, message",
    [
        ({"a": None, "b": "a", "c": "a"}, "c and b: both replace the same"),
        ({"a": None, "b": None}, "b and a: both replace the same"),
        ({"a": None, "c": "b"}, "c: not connected with the line"),
        ({"a": None, "b": "c", "c": "b"}, "b, c: not connected with the line"),
        ({"a": "a"}, "a: not connected with the line"),
    ],
    ids=["fork", "two firsts", "gap", "circle", "itself"],
)
def test_a_line_with_a_fork_a_gap_or_a_circle_is_refused(links, message):
    story = Story()
    for slug, replaces in links.items():
        story.transcript(slug, replaces)

    with pytest.raises(LineBroken, match=message):
        story.answer(1)


def test_the_last_programme_that_was_complete_decides_even_if_an_earlier_one_still_is(followed):
    followed.end(followed.adopt("next", TYRESO, 5), 8)

    assert followed.course() == {
        0: "none known",
        2: "new applies",
        5: "next applies",
        8: "next unsettled",
    }


def test_an_earlier_programme_completed_later_does_not_come_back():
    story = Story()
    story.transcript("old", adopted=9)
    story.transcript("new", replaces="old", adopted=5)

    assert story.course() == FROM_5


# Still required


def test_a_programme_requires_from_the_day_it_was_sent(followed):
    assert followed.required(0) == []
    assert followed.required(1) == [("new", (TYRESO,), None)]
    assert followed.required(2) == []
    assert followed.required(3) == [("next", (TYRESO,), None)]


def test_a_seat_that_may_have_adopted_is_still_required():
    story = Story()
    story.send("new", seats=["Salem", TYRESO])
    story.adopt("new", TYRESO, (3, None))

    assert story.required(9) == [("new", ("Salem", TYRESO), None)]


@pytest.mark.parametrize("on, ahead", [(2, 3), (3, None), (4, None)])
def test_a_not_before_is_required_only_until_it_has_come(on, ahead):
    story = Story()
    story.send("new", not_before=3)

    assert [r.not_before for r in story.answer(on).required] == [day(ahead)]


def test_when_none_is_known_every_sent_programme_requires():
    story = Story()
    story.send("new", on=1, seats=[TYRESO, "Salem"])
    story.send("next", replaces="new", on=2, seats=[TYRESO], not_before=9)

    assert story.required(2) == [("new", ("Salem", TYRESO), None), ("next", (TYRESO,), day(9))]


def test_a_transcript_asks_for_nothing_even_when_it_is_unsettled():
    story = Story()
    story.transcript("old")
    *_, last = story.all_adopt("old", 2)
    story.end(last, 5)

    assert story.answer(5).kind == Kind.UNSETTLED
    assert story.answer(5).unadopted == (TYRESO,)
    assert story.required(5) == []


def test_a_seat_that_may_have_adopted_anew_is_still_waited_for(alone):
    alone.end(alone.adopt("new", TYRESO, 2), 5)
    alone.adopt("new", TYRESO, (6, None), paragraph="20")

    assert alone.answer(5).required == alone.answer(7).required
    assert alone.required(7) == [("new", (TYRESO,), None)]


def test_unadopted_names_each_seat_that_is_not_sure_to_have_adopted_anew():
    story = Story()
    story.transcript("old")
    for decision in story.all_adopt("old", 2)[6:]:
        story.end(decision, 5)
    story.adopt("old", TYRESO, (6, None), paragraph="20")

    assert story.answer(7).kind == Kind.UNSETTLED
    assert story.answer(7).unadopted == ("Södertälje", TYRESO)


# The adjusted wording


def test_of_several_adjusted_wordings_the_one_decided_last_is_added(alone):
    alone.adopt("new", TYRESO, 2)
    alone.adjust("z", "new", 3)
    alone.adjust("a", "new", 6)

    used = [alone.answer(n).adjustment for n in (2, 3, 5, 6)]
    assert [d and d.programme for d in used] == [None, "z", "z", "a"]


def test_of_two_decided_on_one_day_the_order_of_registering_does_not_decide():
    used = []
    for slugs in ("ab", "ba"):
        story = Story()
        story.transcript("new", adopted=2)
        for slug in slugs:
            story.adjust(slug, "new", 3)
        used.append(story.answer(3).adjustment.programme)

    assert used == ["b", "b"]


def test_an_adjusted_wording_with_a_not_before_waits_for_it(alone):
    alone.adopt("new", TYRESO, 2)
    wording = alone.adjust("adjusted", "new", 3, not_before=6)

    assert [alone.answer(n).adjustment for n in (5, 6)] == [None, wording]


def test_an_adjusted_wording_that_is_ended_or_withdrawn_is_not_used(alone):
    alone.adopt("new", TYRESO, 2)
    kept = alone.adjust("kept", "new", 3)
    alone.end(alone.adjust("ended", "new", 4), 6)
    alone.adjust("withdrawn", "new", 5)
    alone.withdraw("withdrawn")

    used = [alone.answer(n).adjustment.programme for n in (3, 4, 5, 6)]
    assert used == ["kept", "ended", "ended", "kept"]
    assert alone.answer(6).adjustment == kept


def test_an_adjusted_wording_rests_while_its_programme_is_unsettled(alone):
    alone.lift(alone.end(alone.adopt("new", TYRESO, 2), 5), 8)
    wording = alone.adjust("adjusted", "new", 3)

    assert [alone.answer(n).adjustment for n in (4, 5, 8)] == [wording, None, wording]


def test_the_committee_is_no_seat_of_the_programme_that_it_adjusts(alone):
    alone.adjust("adjusted", "new", 3)

    assert alone.course() == NONE
    assert alone.answer(3).adjustment is None
    assert alone.answer(3).required[0].seats == (TYRESO,) != (COMMITTEE,)
