"""A sent programme is withdrawn while it has never been complete, and another is sent instead (R1, R5)."""

import pytest
from django.core.exceptions import ValidationError

from adoption.models import Seat
from adoption.services import correct
from programme.models import Withdrawal
from programme.services import withdraw
from sodertorn.journal import Correction, record
from sodertorn.register import Register
from tests.factories import (
    OFFICE,
    DecisionFactory,
    RevisionFactory,
    SentFactory,
    TranscriptFactory,
    answer,
    day,
)

pytestmark = pytest.mark.django_db


def take_back(revision, **stated):
    return withdraw(
        revision=revision, **{"on": day(5), "why": "Ett mål saknades.", "office": OFFICE} | stated
    )


def test_withdrawing_says_when_why_and_by_which_paragraph():
    sent = SentFactory()

    withdrawal = take_back(sent.revision, paragraph="14")

    assert (withdrawal.on, withdrawal.why, withdrawal.paragraph) == (day(5), "Ett mål saknades.", "14")
    assert Register().withdrawals == {sent.revision.slug: withdrawal}


def test_a_withdrawn_programme_applies_on_no_day():
    sent = SentFactory(adopted_by=["huddinge"])
    take_back(sent.revision)

    DecisionFactory(case__placement=sent, case__slug="tyreso")

    assert {answer(number).kind for number in range(30)} == {"none known"}
    assert answer(20).required == ()


def test_withdrawing_needs_a_reason():
    with pytest.raises(ValidationError) as refusal:
        take_back(SentFactory().revision, why="")

    assert set(refusal.value.error_dict) == {"why"}


def test_what_has_been_complete_is_not_withdrawn():
    sent = SentFactory(adopted_by=["huddinge", "tyreso"])

    with pytest.raises(ValidationError, match="Alla har antagit"):
        take_back(sent.revision)


def test_what_may_have_been_complete_is_not_withdrawn():
    sent = SentFactory(adopted_by=["huddinge"])
    DecisionFactory(case__placement=sent, case__slug="tyreso", on=None, earliest=day(3))

    with pytest.raises(ValidationError, match="Alla har antagit"):
        take_back(sent.revision)


def test_what_nobody_has_sent_is_not_withdrawn():
    for revision in (RevisionFactory(), TranscriptFactory().revision):
        with pytest.raises(ValidationError, match="Bara ett program som är sänt"):
            take_back(revision)


def test_a_programme_is_withdrawn_once():
    sent = SentFactory()
    take_back(sent.revision)

    with pytest.raises(ValidationError, match="redan återkallat"):
        take_back(sent.revision)


def test_only_the_last_of_the_line_is_withdrawn():
    first = SentFactory()
    SentFactory()

    with pytest.raises(ValidationError, match="inte en enda följd"):
        take_back(first.revision)

    assert not Withdrawal.objects.exists()


def test_what_is_sent_instead_is_a_new_programme_with_seats_of_its_own():
    first = SentFactory(adopted_by=["huddinge"])
    take_back(first.revision)

    second = SentFactory(after=None, instead_of=first.revision, seats=["huddinge"])

    assert [required.programme for required in answer(20).required] == [second.revision.slug]
    assert Seat.objects.filter(placement=second).count() == 1


def never_withdrawn(withdrawal):
    stated = {"correction": Correction.NEVER_HAPPENED, "reason": "Alla hade antagit.", "office": OFFICE}
    return correct(fact=withdrawal, **stated)


def test_when_all_turn_out_to_have_adopted_the_withdrawal_is_corrected():
    sent = SentFactory(adopted_by=["huddinge"], adopted_by__on_day=2)
    withdrawal = take_back(sent.revision)
    DecisionFactory(case__placement=sent, case__slug="tyreso", on=day(3))

    never_withdrawn(withdrawal)

    assert answer(3).programme == sent.revision.slug


def test_a_withdrawal_is_not_undone_when_another_was_sent_instead():
    sent = SentFactory()
    withdrawal = take_back(sent.revision)
    SentFactory(after=None)

    with pytest.raises(ValidationError, match="inte en enda följd"):
        never_withdrawn(withdrawal)


def test_a_draft_is_not_withdrawn_past_the_act_either():
    with pytest.raises(ValidationError, match="utkast"):
        record(Withdrawal(revision=RevisionFactory(), on=day(5), why="Fel."), office=OFFICE)
