"""How sure a decision is: checked, stated by the body's own side, or from another source (R13)."""

import pytest

from adoption.sentences import strength_label
from adoption.services import correct, supplement
from adoption.states import strength_of
from sodertorn.journal import Correction
from sodertorn.register import Register
from tests.factories import (
    BodyFactory,
    CitationFactory,
    DecisionFactory,
    FollowUpFactory,
    MunicipalityFactory,
    SourceFactory,
    TranscriptFactory,
    UserFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

HUDDINGE = "Huddinge kommun"


def strength(decision):
    return strength_of(Register(), decision)


def test_what_another_source_says_is_from_another_source():
    assert strength(DecisionFactory(citations=[CitationFactory()])) == "other"


def test_what_the_municipality_registers_is_its_own_statement():
    assert strength(DecisionFactory(office=HUDDINGE)) == "stated"


def test_what_another_municipality_registers_is_not():
    assert strength(DecisionFactory(office="Tyresö kommun")) == "other"


@pytest.mark.parametrize(
    "stance, expected", [("states", "stated"), ("bounds", "other"), ("contradicts", "other")]
)
def test_a_source_of_its_own_must_state_the_decision(stance, expected):
    own = SourceFactory(municipality=MunicipalityFactory(slug="huddinge"))

    assert strength(DecisionFactory(citations=[CitationFactory(source=own, stance=stance)])) == expected


def test_a_source_of_anothers_is_another_source():
    theirs = SourceFactory(municipality=MunicipalityFactory(slug="tyreso"))

    assert strength(DecisionFactory(citations=[CitationFactory(source=theirs)])) == "other"


def test_what_is_checked_is_checked_whoever_stated_it():
    decision = DecisionFactory(office=HUDDINGE)
    FollowUpFactory(decision=decision, step="checked", by=UserFactory())

    assert strength(decision) == "checked"


@pytest.mark.parametrize("act", ["supplement", "correct"])
def test_a_check_lapses_when_the_decision_is_stated_anew(act):
    decision = DecisionFactory(office=HUDDINGE)
    FollowUpFactory(decision=decision, step="checked")

    if act == "correct":
        why = {"correction": Correction.TYPING_ERROR, "reason": "Omkastade siffror."}
        newer = correct(fact=decision, paragraph="14", office=HUDDINGE, **why)
    else:
        newer = supplement(fact=decision, text="Programmet antas.", office=HUDDINGE)

    assert strength(newer) == "stated"


@pytest.mark.parametrize("kind, expected", [("cooperation", "stated"), ("minutes", "other")])
def test_the_cooperations_own_site_states_what_the_committee_decided(kind, expected):
    adjusted = TranscriptFactory(adjustment=True, adjusts=TranscriptFactory().revision)
    case = {"case__placement": adjusted, "case__body": BodyFactory(committee=True)}
    cited = CitationFactory(source=SourceFactory(kind=kind))

    assert strength(DecisionFactory(**case, citations=[cited])) == expected


@pytest.mark.parametrize(
    "strength, label",
    [
        ("checked", "Granskat mot justerat protokoll"),
        ("stated", "Kommunens egen uppgift"),
        ("other", "Annan källa"),
    ],
)
def test_each_strength_has_its_word(strength, label):
    assert strength_label(strength) == label
