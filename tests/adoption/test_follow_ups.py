"""What comes after a decision, one record for each step (R3b, R8, R12, R13)."""

import pytest
from django.core.exceptions import ValidationError

from adoption.models import FollowUp
from adoption.services import correct
from sodertorn.journal import Correction
from tests.factories import (
    OFFICE,
    CitationFactory,
    DecisionFactory,
    ExtractFactory,
    FollowUpFactory,
    SentFactory,
    answer,
    day,
)

pytestmark = pytest.mark.django_db
WRONG = {"correction": Correction.TYPING_ERROR, "reason": "Fel.", "office": OFFICE}


@pytest.fixture
def sent():
    return SentFactory(seats=["huddinge"])


@pytest.fixture
def adoption(sent):
    """Huddinge's, by which the programme applies since day 10."""
    return DecisionFactory(case__placement=sent)


def kinds(*numbers):
    return [str(answer(number).kind) for number in numbers]


@pytest.mark.parametrize(
    "step", ["signed", "announced", "taken_down", "appealed", "judgment", "legal_force", "checked"]
)
def test_the_life_of_the_minutes_changes_no_answer(adoption, step):
    filed = FollowUpFactory(decision=adoption, step=step, words="FR 123-25", citations=[CitationFactory()])

    assert (filed.on, filed.words, filed.entry.citations.count()) == (day(14), "FR 123-25", 1)
    assert kinds(9, 10, 20) == ["none known", "applies", "applies"]


@pytest.mark.parametrize("step", ["extract_filed", "extract_reviewed"])
def test_an_extract_is_named_by_its_file(adoption, step):
    extract = ExtractFactory()

    assert FollowUpFactory(decision=adoption, step=step, extract=extract).extract == extract


# Ends


@pytest.mark.parametrize("step", ["annulled", "rescinded", "inhibition"])
def test_an_end_ends_from_its_day(adoption, step):
    FollowUpFactory(decision=adoption, step=step, on=day(15))

    assert kinds(14, 15) == ["applies", "unsettled"]


@pytest.mark.parametrize("step", ["annulled", "rescinded", "inhibition"])
def test_an_end_has_a_day(adoption, step):
    with pytest.raises(ValidationError, match="Ange dagen") as refusal:
        FollowUpFactory(decision=adoption, step=step, on=None)

    assert set(refusal.value.error_dict) == {"on"}


@pytest.mark.parametrize("step", ["annulled", "rescinded", "inhibition", "ruled"])
@pytest.mark.parametrize("stated", [{"outcome": "noted"}, {"text_change": "changed"}])
def test_only_an_adoption_is_ended_or_ruled_on(sent, step, stated):
    decision = DecisionFactory(case__placement=sent, **stated)
    ruling = {"counts": True, "words": "Ja."} if step == "ruled" else {}

    with pytest.raises(ValidationError, match="Bara ett antagande"):
        FollowUpFactory(decision=decision, step=step, **ruling)


def test_what_never_happened_has_no_follow_up(adoption):
    correct(fact=adoption, **WRONG | {"correction": Correction.NEVER_HAPPENED})

    with pytest.raises(ValidationError, match="aldrig fattats"):
        FollowUpFactory(decision=adoption)


def test_what_turned_out_to_be_no_adoption_is_not_ended(adoption):
    correct(fact=adoption, outcome="postponed", **WRONG)

    with pytest.raises(ValidationError, match="Bara ett antagande"):
        FollowUpFactory(decision=adoption, step="annulled")


def test_what_turned_out_to_be_an_adoption_may_be_ended(sent):
    decision = DecisionFactory(case__placement=sent, outcome="postponed")
    correct(fact=decision, outcome="adopted", **WRONG)

    FollowUpFactory(decision=decision, step="annulled", on=day(15))

    assert kinds(14, 15) == ["applies", "unsettled"]


def test_an_end_holds_when_the_decision_is_corrected_under_it(adoption):
    FollowUpFactory(decision=adoption, step="annulled", on=day(15))

    correct(fact=adoption, paragraph="10", **WRONG)

    assert kinds(14, 15) == ["applies", "unsettled"]


def test_an_end_names_the_first_entry_whatever_entry_is_at_hand(adoption):
    corrected = correct(fact=adoption, paragraph="10", **WRONG)

    assert FollowUpFactory(decision=corrected, step="annulled").decision == adoption


def test_what_was_annulled_is_adopted_anew(sent, adoption):
    FollowUpFactory(decision=adoption, step="annulled", on=day(15))

    DecisionFactory(case__placement=sent, on=day(18), paragraph="20")

    assert kinds(14, 15, 17, 18) == ["applies", "unsettled", "unsettled", "applies"]


# Inhibition


@pytest.fixture
def inhibition(adoption):
    return FollowUpFactory(decision=adoption, step="inhibition", on=day(15))


def lift(inhibition, **stated):
    usual = {"decision": inhibition.decision, "step": "inhibition_lifted", "on": day(18)}
    return FollowUpFactory(lifts=inhibition, **usual | stated)


def test_an_inhibition_that_is_lifted_lets_the_adoption_stand_again(inhibition):
    lift(inhibition)

    assert kinds(14, 15, 17, 18) == ["applies", "unsettled", "unsettled", "applies"]


@pytest.mark.parametrize("step", ["annulled", "rescinded"])
def test_nothing_but_an_inhibition_is_lifted(adoption, step):
    end = FollowUpFactory(decision=adoption, step=step)

    with pytest.raises(ValidationError, match="Bara en inhibition"):
        lift(end)


def test_an_inhibition_is_not_lifted_before_its_day(inhibition):
    with pytest.raises(ValidationError, match="inte upphävas före"):
        lift(inhibition, on=day(14))


def test_an_inhibition_is_lifted_once(inhibition):
    lift(inhibition)

    with pytest.raises(ValidationError, match="redan upphävd"):
        lift(inhibition)


def test_an_inhibition_is_lifted_where_it_was_decided(sent, inhibition):
    other = DecisionFactory(case__placement=sent, paragraph="20")

    with pytest.raises(ValidationError, match="ett annat beslut"):
        lift(inhibition, decision=other)


def test_two_inhibitions_are_lifted_one_by_one(adoption, inhibition):
    second = FollowUpFactory(decision=adoption, step="inhibition", on=day(16))

    lift(inhibition)
    assert kinds(20) == ["unsettled"]
    lift(second)

    assert kinds(17, 18) == ["unsettled", "applies"]


# Rulings


@pytest.fixture
def doubtful(sent):
    return DecisionFactory(case__placement=sent, conditional=True, doubt_words="om budgeten räcker")


def rule(decision, counts):
    return FollowUpFactory(decision=decision, step="ruled", counts=counts, words="Budgeten räckte.")


def test_a_doubtful_adoption_counts_from_its_own_day_once_it_is_ruled_to(doubtful):
    assert kinds(10) == ["none known"]

    rule(doubtful, counts=True)

    assert kinds(9, 10) == ["none known", "applies"]


def test_a_doubtful_adoption_that_is_ruled_out_does_not_count(doubtful):
    rule(doubtful, counts=False)

    assert kinds(10, 20) == ["none known", "none known"]


def test_a_ruling_was_not_known_before_it_was_recorded(doubtful):
    ruling = rule(doubtful, counts=True)

    assert answer(10, at=doubtful.entry.recorded).kind == "none known"
    assert answer(10, at=ruling.entry.recorded).kind == "applies"


def test_a_decision_has_one_ruling(doubtful):
    rule(doubtful, counts=True)

    with pytest.raises(ValidationError, match="redan ett avgörande"):
        rule(doubtful, counts=False)


def test_a_changed_ruling_is_a_correction(doubtful):
    ruling = rule(doubtful, counts=True)

    correct(fact=ruling, counts=False, words="Budgeten räckte inte.", **WRONG)

    assert kinds(10) == ["none known"]
    assert FollowUp.objects.filter(step="ruled").count() == 2
