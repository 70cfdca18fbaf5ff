"""A decision is checked against signed minutes by another person than those who recorded it (R13)."""

import pytest
from django.core.exceptions import ValidationError

from adoption.services import correct, supplement
from sodertorn.journal import Correction
from tests.factories import OFFICE, DecisionFactory, FollowUpFactory, SentFactory, UserFactory, answer

pytestmark = pytest.mark.django_db
WRONG = {"correction": Correction.TYPING_ERROR, "reason": "Fel.", "office": OFFICE}


@pytest.fixture
def sent():
    return SentFactory(seats=["huddinge"])


def check(decision, by=None):
    return FollowUpFactory(decision=decision, step="checked", by=by or UserFactory())


@pytest.fixture
def clerk():
    return UserFactory()


@pytest.fixture
def registered(sent, clerk):
    return DecisionFactory(case__placement=sent, by=clerk)


def test_another_person_checks_against_signed_minutes(registered):
    check(registered)

    assert answer(10).checked == 1


def test_nobody_checks_what_they_registered(registered, clerk):
    with pytest.raises(ValidationError, match="kan inte själv granska") as refusal:
        check(registered, by=clerk)

    assert set(refusal.value.error_dict) == {"step"}


def test_neither_who_registered_nor_who_corrected_checks(registered, clerk):
    second = UserFactory()
    correct(fact=registered, paragraph="10", by=second, **WRONG)

    for person in (clerk, second):
        with pytest.raises(ValidationError, match="kan inte själv granska"):
            check(registered, by=person)
    check(registered)


@pytest.mark.parametrize("newer", ["supplemented", "corrected"])
def test_a_check_lapses_when_a_newer_entry_comes(registered, newer):
    check(registered)
    if newer == "corrected":
        correct(fact=registered, paragraph="10", **WRONG)
    else:
        supplement(fact=registered, text_change="unchanged", office=OFFICE)

    assert answer(10).checked == 0
    check(registered)
    assert answer(10).checked == 1


def test_a_check_can_only_be_struck_and_then_made_anew_by_another_person(registered, clerk):
    checked = check(registered)
    correct(fact=checked, **WRONG | {"correction": Correction.NEVER_HAPPENED}, by=clerk)

    for by in (clerk, UserFactory(), None):
        with pytest.raises(ValidationError, match="kan bara strykas"):
            correct(fact=checked, **WRONG, by=by)
    assert answer(10).checked == 0

    check(registered)
    assert answer(10).checked == 1


def test_who_registered_a_decision_adds_nothing_to_its_check(registered, clerk):
    checked = check(registered)

    with pytest.raises(ValidationError, match="kan inte själv granska"):
        supplement(fact=checked, words="Protokoll 2", office=OFFICE, by=clerk)
