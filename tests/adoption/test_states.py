"""Where a seat stands on a day, as the pages show it, and how sure that is (R3, R3b, R12, R13)."""

from copy import deepcopy

import pytest

from adoption.sentences import state_label
from adoption.services import correct
from adoption.states import Adoption
from programme.services import withdraw
from sodertorn.journal import Correction
from sodertorn.register import Register
from tests.factories import (
    OFFICE,
    DecisionFactory,
    FollowUpFactory,
    SentFactory,
    TranscriptFactory,
    day,
)

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

HUDDINGE = "Huddinge kommun"
OUTCOMES = {
    "adopted": "Antaget",
    "referred_back": "Återremitterat",
    "postponed": "Bordlagt",
    "rejected": "Avslaget",
    "to_council": "Hos fullmäktige",
    "opinion": "Väntar på beslut",
    "noted": "Väntar på beslut",
    "struck_off": "Väntar på beslut",
    "other": "Väntar på beslut",
}
ENDS = {"annulled": "Upphävt av domstol", "rescinded": "Upphävt av kommunen", "inhibition": "Inhiberat"}
DOUBTS = {
    "conditional": {"conditional": True},
    "limited": {"limited": True},
    "delegated": {"delegated": True},
    "another document": {"document": "another"},
}


@pytest.fixture(scope="module")
def sent_once(shared):
    return SentFactory()


@pytest.fixture
def sent(sent_once):
    """A programme sent to Huddinge and Tyresö on day 1."""
    return deepcopy(sent_once)


@pytest.fixture
def decides(sent):
    def decide(outcome="adopted", on=10, kind="board", **stated):
        when = on if isinstance(on, dict) else {"on": day(on)}
        case = {"case__placement": sent, "case__kind": kind}
        return DecisionFactory(outcome=outcome, **case, **when, **stated)

    return decide


def seat(placement, on=20, slug="huddinge"):
    return Adoption(Register(), placement.revision.slug, day(on)).seat(slug)


def label(placement, on=20):
    return state_label(seat(placement, on))


# What the board decided


@pytest.mark.parametrize("outcome, word", OUTCOMES.items())
def test_each_outcome_has_its_word(sent, decides, outcome, word):
    decides(outcome)

    assert label(sent) == word


def test_a_decision_does_nothing_before_its_day(sent, decides):
    decides("referred_back", on=10)

    assert (label(sent, on=9), label(sent, on=10)) == ("Väntar på beslut", "Återremitterat")


@pytest.mark.parametrize("text_change", ["unchanged", "with_addition", "not_stated"])
def test_an_addition_of_its_own_and_what_is_not_stated_hinder_nothing(sent, decides, text_change):
    decides(text_change=text_change)

    assert label(sent) == "Antaget"


def test_a_changed_text_does_not_count(sent, decides):
    decides(text_change="changed")

    assert (label(sent), seat(sent).mark) == ("Ändrad text, räknas inte", "rejected")


@pytest.mark.parametrize("outcome", ["referred_back", "postponed", "rejected", "noted", "to_council"])
def test_what_is_decided_after_an_adoption_does_not_take_it_back(sent, decides, outcome):
    decides("adopted", on=10)
    decides(outcome, on=15)

    assert label(sent) == "Antaget"


@pytest.mark.parametrize("outcome", ["referred_back", "postponed", "rejected"])
def test_an_adoption_afterwards_is_an_adoption(sent, decides, outcome):
    decides(outcome, on=10)
    decides("adopted", on=15)

    assert (label(sent, on=14), label(sent, on=15)) == (OUTCOMES[outcome], "Antaget")


def test_the_last_of_several_decisions_tells_the_state(sent, decides):
    decides("referred_back", on=12)
    decides("postponed", on=10)

    assert label(sent) == "Återremitterat"


@pytest.mark.parametrize("outcome", ["opinion", "noted", "other"])
def test_what_decides_nothing_hides_nothing(sent, decides, outcome):
    decides("referred_back", on=10)
    decides(outcome, on=12)

    assert label(sent) == "Återremitterat"


def test_what_never_happened_is_not_shown(sent, decides):
    wrong = decides("rejected")
    correct(fact=wrong, correction=Correction.NEVER_HAPPENED, reason="Fel kommun.", office=OFFICE)

    assert label(sent) == "Väntar på beslut"


# The council


def test_the_council_adopts_what_the_board_passed_on(sent, decides):
    decides("to_council", on=10)
    decides("adopted", on=15, kind="council")

    assert [label(sent, on=on) for on in (9, 10, 15)] == ["Väntar på beslut", "Hos fullmäktige", "Antaget"]


@pytest.mark.parametrize("outcome", ["referred_back", "postponed", "rejected"])
def test_the_councils_own_decision_is_told(sent, decides, outcome):
    decides("to_council", on=10)
    decides(outcome, on=15, kind="council")

    assert label(sent) == OUTCOMES[outcome]


def test_the_council_has_not_adopted_what_was_not_passed_on(sent, decides):
    decides("adopted", kind="council")

    assert label(sent) == "Väntar på beslut"


def test_a_body_that_the_source_does_not_name_counts(sent, decides):
    decides("adopted", kind="unnamed")

    assert label(sent) == "Antaget"


# Doubtful adoptions


@pytest.mark.parametrize("doubt", DOUBTS.values(), ids=DOUBTS)
def test_a_doubtful_adoption_waits_for_a_ruling(sent, decides, doubt):
    decides(**doubt)

    assert (label(sent), seat(sent).mark) == ("Antaget med förbehåll, inte avgjort", "awaiting")


@pytest.mark.parametrize("doubt", DOUBTS.values(), ids=DOUBTS)
def test_a_doubtful_adoption_that_is_ruled_to_count_is_an_adoption(sent, decides, doubt):
    FollowUpFactory(decision=decides(**doubt), step="ruled", counts=True, words="Villkoret är uppfyllt.")

    assert (label(sent, on=9), label(sent, on=10)) == ("Väntar på beslut", "Antaget")


def test_a_doubtful_adoption_that_is_ruled_not_to_count_is_settled(sent, decides):
    FollowUpFactory(decision=decides(conditional=True), step="ruled", counts=False, words="Uppfylls inte.")

    assert label(sent) == "Räknas inte, enligt avgörande"


# Ends


@pytest.mark.parametrize("step, word", ENDS.items())
def test_an_adoption_that_ended_says_how(sent, decides, step, word):
    FollowUpFactory(decision=decides(), step=step, on=day(15))

    assert (label(sent, on=14), label(sent, on=15)) == ("Antaget", word)
    assert (seat(sent).mark, seat(sent).end.on) == ("ended", day(15))


def test_an_inhibition_that_is_lifted_has_ended_nothing(sent, decides):
    adoption = decides()
    inhibited = FollowUpFactory(decision=adoption, step="inhibition", on=day(12))
    FollowUpFactory(decision=adoption, step="inhibition_lifted", on=day(15), lifts=inhibited)

    assert [label(sent, on=on) for on in (11, 12, 15)] == ["Antaget", "Inhiberat", "Antaget"]


def test_what_was_ended_and_adopted_anew_is_adopted(sent, decides):
    FollowUpFactory(decision=decides(), step="annulled", on=day(12))
    decides(on=15, paragraph="20")

    assert (label(sent, on=14), label(sent, on=15)) == ("Upphävt av domstol", "Antaget")


def test_an_adoption_taken_back_by_a_new_one_the_same_day_is_adopted(sent, decides):
    decides(on=15, paragraph="20", takes_back=decides())

    assert (label(sent), seat(sent).decision.paragraph) == ("Antaget", "20")


def test_what_was_ended_and_then_noted_is_still_ended(sent, decides):
    FollowUpFactory(decision=decides(), step="annulled", on=day(12))
    decides("noted", on=15)

    assert label(sent) == "Upphävt av domstol"


def test_what_was_ended_and_then_referred_back_is_referred_back(sent, decides):
    FollowUpFactory(decision=decides(), step="annulled", on=day(12))
    decides("referred_back", on=15)

    assert label(sent) == "Återremitterat"


# Awaiting and not known


def test_a_seat_is_awaited_from_the_day_of_sending(sent):
    assert (label(sent, on=0), label(sent, on=1)) == ("Inte känt", "Väntar på beslut")


def test_nobody_is_awaited_for_a_transcript():
    assert label(TranscriptFactory()) == "Inte känt"


def test_nobody_is_awaited_for_a_programme_that_was_withdrawn(sent):
    withdraw(revision=sent.revision, on=day(5), why="Bilagan var fel.", office=OFFICE)

    assert label(sent) != "Väntar på beslut"


def test_an_adoption_on_an_unknown_day_within_days_is_known_from_the_last(sent, decides):
    decides(on={"on": None, "earliest": day(10), "latest": day(15)})

    assert [label(sent, on=on) for on in (9, 10, 14, 15)] == [
        "Väntar på beslut",
        *["Inte känt"] * 2,
        "Antaget",
    ]


def test_an_adoption_whose_day_nobody_knows_is_never_known(sent, decides):
    decides(on={"on": None})

    assert label(sent, on=9999) == "Inte känt"


def test_an_adoption_that_begins_later_is_not_merely_awaited(sent, decides):
    decides(starts=day(30))

    assert seat(sent, on=20).decision is not None
    assert label(sent, on=30) == "Antaget"


def test_only_adoptions_have_a_strength(sent, decides):
    decides("referred_back", office=HUDDINGE)

    assert seat(sent).strength is None


def test_the_totals_count_adoptions_and_those_checked(sent, decides):
    FollowUpFactory(decision=decides(), step="checked")
    DecisionFactory(case__placement=sent, case__slug="tyreso")

    adoption = Adoption(Register(), sent.revision.slug, day(20))

    assert [one.seat for one in adoption.adopted] == ["huddinge", "tyreso"]
    assert [one.seat for one in adoption.checked] == ["huddinge"]
