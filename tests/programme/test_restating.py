"""A programme's place is stated again: its seats stay, and the line stays whole (R5, R8)."""

from copy import deepcopy

import pytest
from django.core.exceptions import ValidationError

from adoption.models import Seat
from adoption.services import correct, supplement
from programme.services import transcribe
from sodertorn.journal import Correction
from sodertorn.register import Register
from tests.factories import (
    OFFICE,
    RevisionFactory,
    SentFactory,
    TranscriptFactory,
    answer,
    boards,
    day,
)

pytestmark = pytest.mark.django_db
WRONG = {"correction": Correction.TYPING_ERROR, "reason": "Fel.", "office": OFFICE}
NEVER = WRONG | {"correction": Correction.NEVER_HAPPENED}


@pytest.fixture(scope="module")
def line_once(shared):
    first = TranscriptFactory(adopted_by=["huddinge", "tyreso"], adopted_by__on_day=2)
    second = SentFactory(adopted_by=["huddinge", "tyreso"], adopted_by__on_day=12)
    return first, second


@pytest.fixture
def line(line_once):
    """A transcript and, after it, a sent programme; both adopted by all."""
    return deepcopy(line_once)


def test_a_correction_keeps_the_seats_and_so_the_answer(line):
    first, second = line

    corrected = correct(fact=second, answer_by=day(60), **WRONG)

    assert {seat.body for seat in Seat.objects.filter(placement=corrected)} == {
        seat.body for seat in second.seats.all()
    }
    assert [answer(n).programme for n in (3, 13)] == [first.revision.slug, second.revision.slug]


def test_a_supplement_keeps_the_seats_too(line):
    first, _second = line

    supplement(fact=first, horizon=2035, office=OFFICE)

    assert Register().placements[first.revision.slug].horizon == 2035
    assert answer(3).programme == first.revision.slug


@pytest.mark.parametrize("name", ["title", "period_first", "period_last", "horizon", "not_before"])
def test_what_was_sent_is_frozen(line, name):
    _first, second = line
    other = {"title": "Ett annat", "not_before": day(20)}.get(name, 2040)
    both = {"period_first": 2040, "period_last": 2040} if "period" in name else {}

    with pytest.raises(ValidationError, match="fryst") as refusal:
        correct(fact=second, **WRONG | both | {name: other})

    assert name in refusal.value.error_dict


def test_the_seats_of_what_was_sent_are_frozen(line):
    _first, second = line

    with pytest.raises(ValidationError, match="fryst") as refusal:
        correct(fact=second, boards=boards("salem"), **WRONG)

    assert set(refusal.value.error_dict) == {"seats"}


def test_a_transcript_s_seats_that_are_known_are_corrected(line):
    first, _second = line

    with pytest.raises(ValidationError, match="ändra med en rättelse"):
        supplement(fact=first, boards=boards("huddinge"), office=OFFICE)
    correct(fact=first, boards=boards("huddinge", "tyreso", "salem"), **WRONG)

    assert answer(3).kind == "none known"


# A transcript in the middle


def transcribe_before(later, **stated):
    usual = {"title": "Det däremellan", "boards": boards("salem"), "office": OFFICE}
    return transcribe(revision=RevisionFactory(), before=later.revision, **usual | stated)


def test_a_transcript_is_put_in_the_middle_of_the_line(line):
    first, second = line

    between = transcribe_before(second)

    assert [programme.slug for programme in Register().late.line] == [
        placement.revision.slug for placement in (first, between, second)
    ]


def test_the_link_moves_in_the_same_act_so_the_line_is_whole_at_every_moment(line):
    _first, second = line

    between = transcribe_before(second)

    moved = Register().placements[second.revision.slug].entry
    assert (moved.act, moved.recorded) == ("supplement", between.entry.recorded)
    for entry in Register().entries:
        assert answer(13, at=entry.recorded)


def test_a_transcript_is_put_before_the_first(line):
    first, _second = line

    before = transcribe_before(first)

    assert Register().late.line[0].slug == before.revision.slug


def test_a_transcript_is_not_put_in_two_places(line):
    _first, second = line

    with pytest.raises(ValidationError):
        transcribe_before(second, replaces=None)


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
