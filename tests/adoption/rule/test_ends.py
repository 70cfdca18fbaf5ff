"""What ends, lifts and corrections do to the answer (R3b, R6, R8)."""

from datetime import date

from adoption.answers import Kind
from adoption.facts import End
from adoption.in_force import answer

from .story import SEVEN, TYRESO, Story, day

OLD = {0: "old applies"}
NONE = {0: "none known"}
FROM_5 = {0: "none known", 5: "new applies"}


# Ends, as the issue names them


def test_taken_back_and_adopted_anew_on_the_same_day_leaves_no_gap(seven):
    first = seven.adopt("new", TYRESO, 5, paragraph="9")
    seven.end(first, 8)
    seven.adopt("new", TYRESO, 8, paragraph="20")

    assert seven.course() == {0: "old applies", 5: "new applies"}
    assert seven.since(8) == (day(5), day(5))
    assert [seven.paragraph(n) for n in (7, 8)] == ["9", "20"]


def test_taken_back_and_adopted_anew_from_a_later_day_is_unsettled_between(seven):
    first = seven.adopt("new", TYRESO, 5)
    seven.end(first, 8)
    seven.adopt("new", TYRESO, 8, starts=day(11))

    assert seven.course() == {
        0: "old applies",
        5: "new applies",
        8: "new unsettled",
        11: "new applies",
    }
    assert seven.since(11) == (day(11), day(11))


def test_annulled_and_nothing_more_is_unsettled(seven):
    seven.end(seven.adopt("new", TYRESO, 5), 8)

    assert seven.course() == {0: "old applies", 5: "new applies", 8: "new unsettled"}
    assert seven.since(28) == (day(8), day(8))
    assert seven.answer(28).unadopted == (TYRESO,)
    assert seven.required(28) == [("new", (TYRESO,), None)]
    assert [d.seat for d in seven.answer(28).because] == list(SEVEN)


def test_annulled_then_adopted_anew_applies_again(seven):
    seven.end(seven.adopt("new", TYRESO, 5), 8)
    anew = seven.adopt("new", TYRESO, 12, paragraph="20")

    assert seven.course() == {
        0: "old applies",
        5: "new applies",
        8: "new unsettled",
        12: "new applies",
    }
    assert seven.answer(12).unadopted == ()
    assert seven.answer(12).completed_by == (anew,)


def test_annulled_then_a_successor_applies(seven):
    seven.end(seven.adopt("new", TYRESO, 5), 8)
    seven.send("next", replaces="new", on=10)
    seven.all_adopt("next", 12)

    assert seven.course() == {
        0: "old applies",
        5: "new applies",
        8: "new unsettled",
        12: "next applies",
    }
    assert seven.required(12) == []


def test_an_old_programme_that_loses_an_adoption_after_its_successor_changes_nothing():
    story = Story()
    story.send("old", on=-9)
    *_, last = story.all_adopt("old", -5)
    story.send("new", replaces="old", on=1)
    story.all_adopt("new", 5)
    story.end(last, 8)

    assert story.course() == {0: "old applies", 5: "new applies"}
    assert story.required(28) == []


def test_an_inhibition_suspends_until_it_is_lifted(seven):
    inhibition = seven.end(seven.adopt("new", TYRESO, 5), 8)
    seven.lift(inhibition, 11)

    assert seven.course() == {
        0: "old applies",
        5: "new applies",
        8: "new unsettled",
        11: "new applies",
    }
    assert seven.since(11) == (day(11), day(11))
    assert seven.answer(11).completed_by == ()


# Ends, the fine print


def test_of_two_inhibitions_both_must_be_lifted(alone):
    decision = alone.adopt("new", TYRESO, 2)
    first, second = alone.end(decision, 4), alone.end(decision, 6)
    alone.lift(first, 8)
    alone.lift(second, 10)

    assert alone.course() == {
        0: "none known",
        2: "new applies",
        4: "new unsettled",
        10: "new applies",
    }


def test_an_annulment_outlives_the_lift_of_an_inhibition(alone):
    decision = alone.adopt("new", TYRESO, 2)
    alone.lift(alone.end(decision, 4), 6)
    alone.end(decision, 8)

    assert alone.course() == {
        0: "none known",
        2: "new applies",
        4: "new unsettled",
        6: "new applies",
        8: "new unsettled",
    }


def test_an_end_is_final_to_the_last_day_of_the_calendar(alone):
    alone.end(alone.adopt("new", TYRESO, 2), 4)

    told = answer(alone.facts, date.max)
    assert (told.kind, told.unadopted) == (Kind.UNSETTLED, (TYRESO,))


def test_never_happened_changes_earlier_days_and_an_end_does_not(alone):
    decision = alone.adopt("new", TYRESO, 2)
    alone.end(decision, 4)
    before = alone.pause()
    alone.never_happened(decision)

    assert alone.course(before) == {0: "none known", 2: "new applies", 4: "new unsettled"}
    assert alone.course() == NONE


def test_an_end_that_never_happened_ends_nothing(alone):
    end = alone.end(alone.adopt("new", TYRESO, 5), 8)
    alone.never_happened(end)

    assert alone.course() == FROM_5


def test_unsettled_since_is_an_interval_when_a_day_is_missing(alone):
    alone.end(alone.adopt("new", TYRESO, 2, paragraph="9"), 4)
    undated = alone.adopt("new", TYRESO, (3, 9), paragraph="20")
    alone.end(undated, 6)

    assert alone.course() == {
        0: "none known",
        2: "new applies",
        4: "new unsettled or new applies",
        6: "new unsettled",
    }
    assert alone.answer(4).undated == (undated,)
    assert alone.since(6) == (day(4), day(6))
    assert alone.answer(6).completed_by == ()


def test_what_came_on_the_day_it_became_unsettled_completed_nothing():
    story = Story()
    story.send("new", seats=["Salem", TYRESO])
    salem, tyreso = story.all_adopt("new", 2, ["Salem", TYRESO])
    story.end(salem, 5)
    story.end(tyreso, 5)
    story.adopt("new", TYRESO, 5, paragraph="20")

    assert story.answer(5).kind == Kind.UNSETTLED
    assert story.answer(5).unadopted == ("Salem",)
    assert story.answer(5).completed_by == ()


def test_an_end_whose_adoption_is_not_known_does_nothing(alone):
    alone.write(End, decision=99, on=day(3))

    assert alone.course() == NONE


# Corrections


def test_a_lift_names_the_inhibition_when_its_newest_entry_is_a_correction(alone):
    inhibition = alone.end(alone.adopt("new", TYRESO, 2), 4)
    corrected = alone.correct(inhibition, on=day(5))
    alone.lift(corrected, 8)

    assert alone.course() == {
        0: "none known",
        2: "new applies",
        5: "new unsettled",
        8: "new applies",
    }


def test_an_end_and_its_lift_are_known_from_their_own_moments(alone):
    decision = alone.adopt("new", TYRESO, 2)
    first = alone.pause()
    inhibition = alone.end(decision, 4)
    second = alone.pause()
    alone.lift(inhibition, 6)

    until_4 = {0: "none known", 2: "new applies"}
    assert alone.course(first) == until_4
    assert alone.course(second) == {**until_4, 4: "new unsettled"}
    assert alone.course() == {**until_4, 4: "new unsettled", 6: "new applies"}


def test_a_corrected_paragraph_stays_ended(seven):
    decision = seven.adopt("new", TYRESO, 5, paragraph="9")
    seven.end(decision, 8)
    seven.correct(decision, paragraph="19")

    assert seven.course() == {0: "old applies", 5: "new applies", 8: "new unsettled"}
    assert seven.paragraph(7) == "19"


def test_an_end_names_the_fact_when_its_newest_entry_is_a_correction(seven):
    decision = seven.adopt("new", TYRESO, 5, paragraph="9")
    corrected = seven.correct(decision, paragraph="19")
    seven.end(corrected, 8)

    assert seven.course() == {0: "old applies", 5: "new applies", 8: "new unsettled"}


def test_a_mistaken_never_happened_is_mended_by_another_correction(seven):
    decision = seven.adopt("new", TYRESO, 5)
    first = seven.pause()
    void = seven.never_happened(decision)
    second = seven.pause()
    seven.correct(void)

    assert seven.course(first) == {0: "old applies", 5: "new applies"}
    assert seven.course(second) == OLD
    assert seven.course() == {0: "old applies", 5: "new applies"}
