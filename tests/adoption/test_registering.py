"""A decision is registered as the body made it, and the register's answer follows (R2-R6, R12)."""

from copy import deepcopy

import pytest
from django.core.exceptions import ValidationError

from adoption.models import Case, Decision, FollowUp
from adoption.services import open_case, register_decision
from sodertorn.journal import Entry
from tests.factories import (
    OFFICE,
    BodyFactory,
    CaseFactory,
    CitationFactory,
    DecisionFactory,
    SentFactory,
    TranscriptFactory,
    answer,
    day,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def sent_once(shared):
    return SentFactory(adopted_by=["huddinge"])


@pytest.fixture
def waiting(sent_once):
    """Huddinge has adopted; it waits for Tyresö alone."""
    return deepcopy(sent_once)


def of_tyreso(sent, **stated):
    return DecisionFactory(case__placement=sent, **{"case__slug": "tyreso", "on": day(12)} | stated)


def required(number=20):
    return [seat for programme in answer(number).required for seat in programme.seats]


@pytest.mark.parametrize(
    "stated",
    [
        {},
        {"text_change": "unchanged", "document": "sent"},
        {"text_change": "with_addition"},
        {"paragraph": ""},
        {"paragraph": "", "paragraph_kind": "none"},
        {"began": day(11)},
        {"case__kind": "unnamed"},
    ],
)
def test_what_counts(waiting, stated):
    of_tyreso(waiting, **stated)

    assert answer(12).programme == waiting.revision.slug


@pytest.mark.parametrize(
    "stated",
    [
        *({"outcome": outcome} for outcome in ("referred_back", "postponed", "rejected", "to_council")),
        *({"outcome": outcome} for outcome in ("opinion", "noted", "struck_off", "other")),
        {"text_change": "changed"},
        {"conditional": True},
        {"limited": True},
        {"delegated": True},
        {"document": "another"},
        {"case__kind": "council"},
    ],
)
def test_what_does_not_count(waiting, stated):
    of_tyreso(waiting, **stated)

    assert required() == ["tyreso"]


def test_a_decision_starts_on_its_own_later_day(waiting):
    of_tyreso(waiting, starts=day(18))

    assert [answer(n).kind for n in (17, 18)] == ["none known", "applies"]


def test_a_day_known_by_an_interval_makes_the_answer_known_outside_it(waiting):
    of_tyreso(waiting, on=None, earliest=day(12), latest=day(15), day_words="i mitten av februari")

    assert [answer(n).kind for n in (11, 12, 14, 15)] == [
        "none known",
        "not known here",
        "not known here",
        "applies",
    ]


def test_sources_are_cited_with_the_decision(waiting):
    decision = of_tyreso(waiting, citations=[CitationFactory(words="antogs"), CitationFactory(words="§ 9")])

    assert [c.words for c in decision.entry.citations.all()] == ["antogs", "§ 9"]


def test_a_decision_that_is_refused_leaves_nothing_behind(waiting):
    before = Entry.objects.count()
    twice = [CitationFactory(source__key="protokoll"), CitationFactory(source__key="protokoll")]

    with pytest.raises(ValidationError, match="redan angivna"):
        of_tyreso(waiting, citations=twice)

    assert Entry.objects.count() == before


# Passing on


def test_passing_the_matter_on_opens_the_council_s_case(waiting):
    of_tyreso(waiting, outcome="to_council")

    opened = Case.objects.get(body__kind="council")
    assert opened.body.seat == "tyreso"
    assert required() == ["tyreso"]


def test_the_council_adopts_in_the_board_s_stead(waiting):
    of_tyreso(waiting, outcome="to_council")

    of_tyreso(waiting, case__kind="council", on=day(15))

    assert answer(14).kind == "none known"
    assert answer(15).programme == waiting.revision.slug


def test_passing_on_again_finds_the_case_that_is_open(waiting):
    of_tyreso(waiting, outcome="to_council")
    of_tyreso(waiting, outcome="to_council", on=day(14))

    assert Case.objects.filter(body__kind="council").count() == 1


def test_a_council_passes_nothing_on(waiting):
    of_tyreso(waiting, outcome="to_council", case__kind="council")

    assert not Case.objects.get(body__kind="council").decisions.get().passes_on


def test_the_committee_has_no_council(waiting):
    adjusted = TranscriptFactory(adjustment=True, adjusts=waiting.revision)
    case = open_case(revision=adjusted.revision, body=BodyFactory(committee=True), office=OFFICE)

    register_decision(case=case, outcome="to_council", on=day(15), office=OFFICE)

    assert not Case.objects.filter(body__kind="council").exists()


# Taking back


def test_taking_back_and_adopting_anew_the_same_day_changes_nothing_but_the_decision(waiting):
    first = of_tyreso(waiting)

    anew = of_tyreso(waiting, on=day(16), paragraph="20", takes_back=first)

    end = FollowUp.objects.get(step="rescinded")
    assert (end.decision, end.through, end.on) == (first, anew, day(16))
    assert {answer(n).kind for n in range(12, 20)} == {"applies"}
    assert {d.paragraph for d in answer(16).because} == {"9", "20"}


def test_taking_back_from_a_later_start_takes_back_from_that_day(waiting):
    first = of_tyreso(waiting)

    of_tyreso(waiting, on=day(16), starts=day(18), takes_back=first)

    assert FollowUp.objects.get(step="rescinded").on == day(18)
    assert {answer(n).kind for n in range(12, 25)} == {"applies"}


def test_taking_back_without_adopting_leaves_it_unsettled(waiting):
    first = of_tyreso(waiting)

    of_tyreso(waiting, on=day(16), outcome="rejected", takes_back=first)

    assert [answer(n).kind for n in (15, 16)] == ["applies", "unsettled"]
    assert answer(16).unadopted == ("tyreso",)


@pytest.mark.parametrize(
    "older, newer, what",
    [
        ({"outcome": "noted"}, {}, "Bara ett antagande"),
        ({"case__slug": "huddinge"}, {}, "Bara samma kommun"),
        ({}, {"on": None}, "Ange dagen"),
    ],
    ids=["no adoption", "another municipality", "no day"],
)
def test_what_cannot_be_taken_back(waiting, older, newer, what):
    first = of_tyreso(waiting, **older)
    before = Decision.objects.count()

    with pytest.raises(ValidationError, match=what):
        of_tyreso(waiting, takes_back=first, **newer)

    assert Decision.objects.count() == before


def test_the_council_may_take_back_what_the_board_did(waiting):
    first = of_tyreso(waiting)

    of_tyreso(waiting, on=day(16), outcome="rejected", case__kind="council", takes_back=first)

    assert answer(16).unadopted == ("tyreso",)


# Cases


def test_a_body_without_a_seat_has_no_case(waiting):
    with pytest.raises(ValidationError, match="ingen plats"):
        CaseFactory(placement=waiting, slug="salem")


def test_the_committee_has_no_case_where_the_boards_decide(waiting):
    with pytest.raises(ValidationError, match="ingen plats"):
        open_case(revision=waiting.revision, body=BodyFactory(committee=True), office=OFFICE)


def test_a_case_is_opened_once(waiting):
    assert CaseFactory(placement=waiting) == CaseFactory(placement=waiting)


def test_an_adjusted_wording_is_added_while_its_programme_applies(waiting):
    of_tyreso(waiting)
    adjusted = TranscriptFactory(adjustment=True, adjusts=waiting.revision)
    case = open_case(revision=adjusted.revision, body=BodyFactory(committee=True), office=OFFICE)

    DecisionFactory(case=case, on=day(15))

    assert answer(14).adjustment is None
    assert answer(15).adjustment.programme == adjusted.revision.slug
