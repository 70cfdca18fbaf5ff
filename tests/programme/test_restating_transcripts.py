"""A transcript that stands alone is stated again: its seats may be found out, and it may never have been (R5, R8)."""

import pytest
from django.core.exceptions import ValidationError

from adoption.services import correct, supplement
from sodertorn.journal import Correction
from sodertorn.register import Register
from tests.factories import (
    EIGHT,
    OFFICE,
    DecisionFactory,
    RevisionFactory,
    TranscriptFactory,
    answer,
    boards,
)

pytestmark = pytest.mark.django_db
NEVER = {"correction": Correction.NEVER_HAPPENED, "reason": "Fel.", "office": OFFICE}


def test_a_transcript_s_seats_may_be_found_out():
    transcript = TranscriptFactory(seats=())

    supplement(fact=transcript, boards=boards("salem"), office=OFFICE)
    DecisionFactory(case__placement=transcript, case__slug="salem")

    assert answer(10).programme == transcript.revision.slug


def test_the_seats_of_a_transcript_are_the_whole_eight():
    transcript = TranscriptFactory(seats=EIGHT, adopted_by=EIGHT)

    assert answer(10).programme == transcript.revision.slug
    assert len(answer(10).because) == 8


def test_a_programme_with_an_adjusted_wording_cannot_turn_out_never_to_have_been():
    first = TranscriptFactory()
    adjusted = TranscriptFactory(adjustment=True, adjusts=first.revision)

    with pytest.raises(ValidationError, match="justerad lydelse; rätta den först"):
        correct(fact=first, **NEVER)
    correct(fact=adjusted, **NEVER)
    correct(fact=first, **NEVER)

    assert Register().placements == {}


def test_a_draft_with_words_does_not_become_a_transcript():
    draft = RevisionFactory(texts=True)

    with pytest.raises(ValidationError, match="orden egna uppgifter"):
        TranscriptFactory(revision=draft)
