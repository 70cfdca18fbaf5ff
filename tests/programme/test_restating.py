"""A programme's place is stated again: its seats stay, and the line stays whole (R5, R8)."""

import pytest
from django.core.exceptions import ValidationError

from adoption.models import Seat
from adoption.services import correct, supplement
from sodertorn.journal import Correction
from sodertorn.register import Register
from tests.factories import EIGHT, OFFICE, SentFactory, TranscriptFactory, answer, day

pytestmark = pytest.mark.django_db
WRONG = {"correction": Correction.TYPING_ERROR, "reason": "Fel.", "office": OFFICE}
NEVER = WRONG | {"correction": Correction.NEVER_HAPPENED}


@pytest.fixture
def line():
    """A transcript and, after it, a sent programme; both adopted by all."""
    first = TranscriptFactory(adopted_by=["huddinge", "tyreso"], adopted_by__on_day=2)
    second = SentFactory(adopted_by=["huddinge", "tyreso"], adopted_by__on_day=12)
    return first, second


def test_a_correction_keeps_the_seats_and_so_the_answer(line):
    first, second = line

    corrected = correct(fact=second, title="Rätt titel", **WRONG)

    assert {seat.body for seat in Seat.objects.filter(placement=corrected)} == {
        seat.body for seat in second.seats.all()
    }
    assert [answer(n).programme for n in (3, 13)] == [first.revision.slug, second.revision.slug]


def test_a_supplement_keeps_the_seats_too(line):
    first, _second = line

    supplement(fact=first, horizon=2035, office=OFFICE)

    assert Register().placements[first.revision.slug].horizon == 2035
    assert answer(3).programme == first.revision.slug


def test_a_day_before_which_it_does_not_apply_may_be_filled_in(line):
    _first, second = line

    supplement(fact=second, not_before=day(20), office=OFFICE)

    assert answer(19).programme != second.revision.slug
    assert answer(20).programme == second.revision.slug


def test_a_correction_may_not_break_the_line(line):
    _first, second = line

    with pytest.raises(ValidationError, match="inte en enda följd"):
        correct(fact=second, replaces=None, **WRONG)


def test_a_programme_that_another_replaces_cannot_turn_out_never_to_have_been(line):
    first, _second = line

    with pytest.raises(ValidationError, match="inte en enda följd"):
        correct(fact=first, **NEVER)


def test_the_last_of_the_line_may_turn_out_never_to_have_been(line):
    first, second = line

    correct(fact=second, **NEVER)

    assert list(Register().placements) == [first.revision.slug]
    assert answer(13).programme == first.revision.slug


def test_a_transcript_does_not_become_an_original(line):
    first, _second = line

    with pytest.raises(ValidationError) as refusal:
        correct(fact=first, origin="sent", sent_on=day(1), decided_on=day(1), **WRONG)

    assert set(refusal.value.error_dict) == {"origin"}


def test_the_seats_of_a_transcript_are_the_whole_eight():
    transcript = TranscriptFactory(seats=EIGHT, adopted_by=EIGHT)

    assert answer(10).programme == transcript.revision.slug
    assert len(answer(10).because) == 8
