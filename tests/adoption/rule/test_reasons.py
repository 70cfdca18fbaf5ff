"""Because of which decisions, how many of them are checked, and as known when (R5, R7, R13)."""

from adoption.answers import Kind
from adoption.facts import Facts
from adoption.in_force import answer

from .story import EIGHT, TYRESO, Story, day

FROM_5 = {0: "none known", 5: "new applies"}


# Because of, and how sure


def test_because_of_one_adoption_for_each_seat_in_order_of_their_days():
    story = Story()
    story.send("new", seats=["Nykvarn", "Salem", TYRESO])
    tyreso = story.adopt("new", TYRESO, 2)
    story.adopt("new", TYRESO, 3, paragraph="20")
    salem, nykvarn = story.adopt("new", "Salem", 5), story.adopt("new", "Nykvarn", 5)

    assert story.answer(9).because == (tyreso, nykvarn, salem)


def test_of_two_bodies_on_one_day_the_order_of_registering_does_not_decide():
    because = []
    for first, second in [("board", "council"), ("council", "board")]:
        story = Story()
        story.send("new", seats=[TYRESO])
        story.pass_on("new", TYRESO, 4)
        for body in (first, second):
            story.adopt("new", TYRESO, 5, body=body)
        because += [d.body for d in story.answer(5).because]

    assert because == ["board", "board"]


def test_of_two_paragraphs_on_one_day_the_order_of_registering_does_not_decide():
    because = []
    for paragraphs in ("12", "21"):
        story = Story()
        story.send("new", seats=[TYRESO])
        for paragraph in paragraphs:
            story.adopt("new", TYRESO, 5, paragraph=paragraph)
        because.append(story.paragraph(5))

    assert because == ["1", "1"]


def test_because_of_the_adoption_that_is_earliest_in_the_cautious_reading(alone):
    alone.adopt("new", TYRESO, (2, 8), paragraph="9")
    alone.adopt("new", TYRESO, 5, paragraph="20")

    assert alone.paragraph(9) == "20"


def test_checks_are_counted_among_the_reasons_only():
    story = Story()
    story.send("new", seats=EIGHT)
    first, second, *_ = story.all_adopt("new", 2)
    later = story.adopt("new", TYRESO, 5, paragraph="20")
    for decision in (first, second, second, later):
        story.check(decision)

    assert story.answer(5).checked == 2


def test_a_check_that_never_happened_does_not_count(alone):
    check = alone.check(alone.adopt("new", TYRESO, 5))
    before = alone.pause()
    alone.never_happened(check)

    assert alone.answer(5, before).checked == 1
    assert alone.answer(5).checked == 0


def test_a_check_covers_only_the_entry_that_was_compared(alone):
    decision = alone.adopt("new", TYRESO, 5, paragraph="9")
    alone.check(decision)
    corrected = alone.correct(decision, paragraph="19")
    before = alone.pause()
    alone.check(corrected)

    assert alone.answer(5, before).checked == 0
    assert alone.answer(5).checked == 1


# Two clocks


def test_a_correction_is_known_from_its_own_moment(alone):
    decision = alone.adopt("new", TYRESO, 5)
    before = alone.pause()
    alone.correct(decision, earliest=day(7), latest=day(7))

    assert alone.course(before) == FROM_5
    assert alone.course() == {0: "none known", 7: "new applies"}


def test_of_two_entries_at_one_moment_the_number_decides(alone):
    decision = alone.adopt("new", TYRESO, 5)
    moved = alone.correct(decision, earliest=day(7), latest=day(7))
    rows = [r for r in alone.rows if r.entry.fact == decision.entry.fact]
    assert {r.entry.recorded for r in rows} == {moved.entry.recorded}

    backwards = Story(reversed(alone.rows))
    assert backwards.course() == {0: "none known", 7: "new applies"}
    assert backwards.course(moved.entry.recorded) == backwards.course()


def test_a_register_without_facts_knows_none():
    told = answer(Facts(), day(1))

    assert (told.kind, told.programme, told.required) == (Kind.NONE_KNOWN, None, ())
