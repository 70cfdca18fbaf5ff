"""Which decisions meet a seat, and from which day (R2, R3, R4, R12)."""

import pytest

from adoption.answers import Kind
from adoption.facts import COUNCIL, UNNAMED

from .story import TYRESO, day

NONE = {0: "none known"}
FROM_5 = {0: "none known", 5: "new applies"}


# Who decides


def test_a_body_that_the_source_does_not_name_counts(alone):
    alone.adopt("new", TYRESO, 5, body=UNNAMED)

    assert alone.course() == FROM_5


def test_the_council_meets_the_seat_once_the_board_has_passed_the_matter_on(alone):
    alone.council_adopts("new", TYRESO, 3)
    alone.pass_on("new", TYRESO, 5)

    assert alone.course() == FROM_5


def test_a_council_does_not_pass_on_to_itself(alone):
    alone.council_adopts("new", TYRESO, 3)
    alone.decide("new", TYRESO, 4, body=COUNCIL, passes_on=True)

    assert alone.course() == NONE


def test_an_end_of_the_boards_adoption_does_not_undo_its_passing_on(alone):
    own = alone.adopt("new", TYRESO, 5, passes_on=True)
    alone.council_adopts("new", TYRESO, 7)
    alone.end(own, 9)

    assert alone.course() == FROM_5
    assert [alone.paragraph(n) for n in (8, 9)] == ["9", "63/20"]


def test_an_adoption_for_a_seat_of_another_programme_does_not_count(followed):
    assert followed.course() == {0: "none known", 2: "new applies"}


# From which day


@pytest.mark.parametrize("met, starts", [(5, None), (3, 5), (5, 3)])
def test_a_decision_works_from_its_meeting_or_its_own_start_if_later(alone, met, starts):
    alone.adopt("new", TYRESO, met, starts=day(starts))

    assert alone.course() == FROM_5


def test_passing_on_works_from_its_own_start_too(alone):
    alone.council_adopts("new", TYRESO, 3)
    alone.decide("new", TYRESO, 4, passes_on=True, starts=day(5))

    assert alone.course() == FROM_5


def test_an_adoption_that_ended_before_its_own_start_never_stands(alone):
    alone.end(alone.adopt("new", TYRESO, 3, starts=day(7)), 5)

    assert alone.course() == NONE


@pytest.mark.parametrize("known_from", [3, None])
def test_an_unknown_latest_day_never_comes_in_the_cautious_reading(alone, known_from):
    decision = alone.adopt("new", TYRESO, (known_from, None))

    told = alone.answer(9999)
    assert told.kind == Kind.NOT_KNOWN
    assert told.undated == (decision,)
    assert alone.answer(2).kind == (Kind.NONE_KNOWN if known_from else Kind.NOT_KNOWN)


def test_what_applies_since_an_unknown_day_has_no_earliest_since(alone):
    alone.adopt("new", TYRESO, (None, 5))

    assert alone.course() == {0: "none known or new applies", 5: "new applies"}
    assert alone.since(5) == (None, day(5))
    assert not alone.answer(5).since.exact


def test_none_known_has_no_first_day(alone):
    assert alone.since(5) == (None, None)
    assert not alone.answer(5).since.exact


# Doubt


def test_a_ruling_cannot_make_a_changed_text_count(alone):
    alone.rule(alone.decide("new", TYRESO, 5, doubtful=True), counts=True)

    assert alone.course() == NONE


def test_a_plain_adoption_needs_no_ruling(alone):
    alone.rule(alone.adopt("new", TYRESO, 5), counts=False)

    assert alone.course() == FROM_5


def test_a_changed_ruling_is_a_correction(alone):
    ruling = alone.rule(alone.adopt("new", TYRESO, 5, doubtful=True), counts=True)
    before = alone.pause()
    alone.correct(ruling, counts=False)

    assert alone.course(before) == FROM_5
    assert alone.course() == NONE


def test_a_ruling_holds_when_the_decision_is_corrected_afterwards(alone):
    decision = alone.adopt("new", TYRESO, 5, doubtful=True)
    alone.rule(decision, counts=True)
    alone.correct(decision, paragraph="19")

    assert alone.course() == FROM_5
    assert alone.paragraph(5) == "19"
