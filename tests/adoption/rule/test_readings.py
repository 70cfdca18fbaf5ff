"""What is said when a day is not known (R14)."""

from .story import TYRESO, Story, day

# Not known here


def test_a_programme_between_the_two_in_the_line_may_apply_too():
    story = Story()
    story.transcript("old", adopted=1)
    story.transcript("middle", replaces="old", seats=[TYRESO])
    story.transcript("new", replaces="middle", seats=[TYRESO])
    middle = story.adopt("middle", TYRESO, (3, 9))
    new = story.adopt("new", TYRESO, (5, 9))

    assert story.course() == {
        0: "none known",
        1: "old applies",
        3: "old applies or middle applies",
        5: "old applies or middle applies or new applies",
        9: "new applies",
    }
    assert story.answer(5).undated == (middle, new)
    assert story.answer(4).undated == (middle,)


def test_a_programme_between_counts_from_the_day_it_may_have_been_complete():
    story = Story()
    story.transcript("old", adopted=1)
    story.transcript("middle", replaces="old", seats=[TYRESO])
    story.transcript("new", replaces="middle", seats=[TYRESO])
    middle = story.adopt("middle", TYRESO, (5, 9))
    new = story.adopt("new", TYRESO, (3, None))

    assert story.course() == {
        0: "none known",
        1: "old applies",
        3: "old applies or new applies",
        5: "old applies or middle applies or new applies",
        9: "middle applies or new applies",
    }
    assert [story.answer(n).undated for n in (4, 5, 9)] == [(new,), (middle, new), (new,)]


def test_an_unsettled_programme_may_apply_again_while_its_successor_is_not_known():
    story = Story()
    story.transcript("old", seats=[TYRESO])
    story.end(story.adopt("old", TYRESO, 2), 4)
    anew = story.adopt("old", TYRESO, (5, 9), paragraph="20")
    story.transcript("new", replaces="old", seats=[TYRESO])
    new = story.adopt("new", TYRESO, (6, 9))

    assert story.course() == {
        0: "none known",
        2: "old applies",
        4: "old unsettled",
        5: "old unsettled or old applies",
        6: "old unsettled or old applies or new applies",
        9: "new applies",
    }
    assert story.answer(6).undated == (anew, new)


def test_a_programme_between_that_has_lost_an_adoption_can_only_be_unsettled():
    story = Story()
    story.transcript("old", adopted=1)
    story.transcript("middle", replaces="old", seats=[TYRESO])
    story.transcript("new", replaces="middle", seats=[TYRESO])
    story.end(story.adopt("middle", TYRESO, (3, 9)), 4)
    story.adopt("new", TYRESO, (5, None))

    assert story.course()[5] == "old applies or middle unsettled or new applies"


def test_the_missing_day_is_named_when_the_adoption_has_ended(followed):
    decision = followed.adopt("next", TYRESO, (4, None))
    followed.end(decision, 6)

    assert followed.course() == {
        0: "none known",
        2: "new applies",
        4: "new applies or next applies",
        6: "new applies or next unsettled",
    }
    assert followed.answer(9).undated == (decision,)


def test_only_days_that_would_settle_it_are_named(followed):
    followed.adopt("new", TYRESO, (3, None), paragraph="20")
    followed.council_adopts("next", TYRESO, (3, None))
    missing = followed.adopt("next", TYRESO, (4, 9), paragraph="30")

    assert followed.answer(5).undated == (missing,)


def test_a_seat_whose_day_is_missing_is_not_told_to_be_the_last():
    story = Story()
    story.send("new", seats=["Salem", TYRESO])
    story.adopt("new", "Salem", (3, 5))
    tyreso = story.adopt("new", TYRESO, 5)

    assert story.since(5) == (day(5), day(5))
    assert story.answer(5).completed_by == (tyreso,)


def test_who_took_back_and_adopted_anew_on_the_last_possible_day_was_not_the_last():
    story = Story()
    story.send("new", seats=["Salem", TYRESO])
    story.adopt("new", "Salem", (3, 5))
    story.end(story.adopt("new", TYRESO, 2), 5)
    story.adopt("new", TYRESO, 5, paragraph="20")

    assert story.since(5) == (day(3), day(5))
    assert story.answer(5).completed_by == ()
