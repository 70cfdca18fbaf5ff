"""A message from a municipality is recorded whole, once, or not at all."""

import pytest
from django.core.exceptions import ValidationError

from adoption import decision_services as services
from adoption.errors import AlreadyRegistered
from adoption.models import Case, CaseDetail, Decision, Extract, FollowUp
from adoption.services import newest
from sodertorn.desk.uploads import keep
from sodertorn.journal import Correction, Entry
from tests.factories import (
    OFFICE,
    CitationFactory,
    DecisionFactory,
    FollowUpFactory,
    MunicipalityFactory,
    SentFactory,
    TranscriptFactory,
    UserFactory,
    answer,
    day,
)
from tests.pdf_files import pdf, upload

pytestmark = pytest.mark.django_db

SAID = {"outcome": "adopted", "earliest": day(10), "latest": day(10), "paragraph_kind": "written"}
SAID |= {"paragraph": "9", "office": OFFICE, "kind": "board"}


@pytest.fixture
def sent():
    return SentFactory(seats=["huddinge"])


def receive(sent, **other):
    there = {"revision": sent.revision, "municipality": MunicipalityFactory(slug="huddinge")}
    return services.receive_decision(**there | SAID | other)


def handed_in() -> Extract:
    return Extract(sha256=keep(upload()), size=len(pdf()))


def test_all_that_came_is_recorded_under_one_decision(sent):
    came = {"numbers": ["KS 1", "KS 2", "KS 1"], "signed_on": day(14), "citations": [CitationFactory()]}

    decision = receive(sent, extract=handed_in(), **came)

    assert [d.words for d in CaseDetail.objects.filter(case=decision.case)] == ["KS 1", "KS 2"]
    assert {f.step for f in FollowUp.objects.filter(decision=decision)} == {"signed", "extract_filed"}
    assert decision.entry.citations.count() == 1
    assert Case.objects.count() == 1


def test_what_is_refused_leaves_nothing_behind(sent):
    before = Entry.objects.count()
    twice = [CitationFactory(source__key="protokoll"), CitationFactory(source__key="protokoll")]

    with pytest.raises(ValidationError, match="redan angivna"):
        receive(sent, numbers=["KS 1"], kind="unnamed", citations=twice)

    assert Entry.objects.count() == before


def test_a_council_without_a_row_gets_one(sent):
    assert receive(sent, kind="council").case.body.kind == "council"


def test_the_committee_decides_about_an_adjusted_wording(sent):
    adjusted = TranscriptFactory(adjustment=True, adjusts=sent.revision)

    decision = receive(adjusted, municipality=None)

    assert decision.case.body.kind == "committee"


def test_a_municipality_without_a_seat_is_refused(sent):
    with pytest.raises(ValidationError, match="ingen plats"):
        receive(sent, municipality=MunicipalityFactory(slug="salem"))


# The same


SAME = {
    "word for word": {},
    "with another answer about the text": {"text_change": "unchanged"},
    "with another outcome": {"outcome": "noted"},
    "by a body that is named now": {"kind": "unnamed"},
}
NOT_THE_SAME = {
    "another day": {"earliest": day(11), "latest": day(11)},
    "another §": {"paragraph": "10"},
    "the council's": {"kind": "council"},
    "its proposal to the council": {"outcome": "to_council"},
}


@pytest.mark.parametrize("other", SAME.values(), ids=SAME.keys())
def test_the_same_decision_is_registered_once(sent, other):
    first = receive(sent, **other)
    before = Entry.objects.count()

    with pytest.raises(AlreadyRegistered) as refusal:
        receive(sent)

    assert refusal.value.fact == first
    assert Entry.objects.count() == before


@pytest.mark.parametrize("other", NOT_THE_SAME.values(), ids=NOT_THE_SAME.keys())
def test_another_decision_is_another(sent, other):
    receive(sent)

    receive(sent, **other)

    assert Decision.objects.count() == 2


def test_what_never_happened_is_no_first(sent):
    why = {"correction": Correction.NEVER_HAPPENED, "reason": "Fel.", "office": OFFICE}
    services.correct_decision(decision=receive(sent), kind="board", **why)

    assert receive(sent)


def test_a_correction_cannot_make_two_of_one(sent):
    receive(sent)
    second = receive(sent, paragraph="10")
    why = {"correction": Correction.TYPING_ERROR, "reason": "Fel.", "office": OFFICE, "kind": "board"}

    with pytest.raises(ValidationError, match="redan registrerat"):
        services.correct_decision(decision=second, paragraph="9", **why)

    assert Decision.objects.count() == 2


# What comes after


def test_papers_that_are_filed_are_not_filed_again(sent):
    decision = receive(sent, signed_on=day(14), extract=handed_in())

    services.supplement_decision(
        decision=decision,
        signed_on=day(14),
        extract=handed_in(),
        numbers=["KS 1"],
        office=OFFICE,
    )

    assert FollowUp.objects.count() == 2


def test_the_same_follow_up_is_filed_once(sent):
    first = FollowUpFactory(decision=receive(sent), words="anslagstavlan")

    with pytest.raises(AlreadyRegistered) as refusal:
        services.file_follow_up(
            decision=first.decision, step="signed", on=day(14), words="anslagstavlan", office=OFFICE
        )

    assert refusal.value.fact == first


def test_nobody_checks_what_they_received(sent):
    person = UserFactory()
    decision = receive(sent, by=person)

    with pytest.raises(ValidationError, match="kan inte själv granska"):
        services.check_decision(decision=decision, compared=newest(decision).pk, office=OFFICE, by=person)

    assert services.check_decision(
        decision=decision, compared=newest(decision).pk, office=OFFICE, by=UserFactory()
    )
    assert answer(20).checked == 1


def test_nobody_checks_what_they_filled_in(sent):
    person, decision = UserFactory(), receive(sent, by=UserFactory())
    services.supplement_decision(decision=decision, document="sent", office=OFFICE, by=person)

    with pytest.raises(ValidationError, match="kan inte själv granska"):
        services.check_decision(decision=decision, compared=newest(decision).pk, office=OFFICE, by=person)


def test_what_is_not_doubtful_is_not_ruled_on():
    with pytest.raises(ValidationError, match="inte tveksamt"):
        services.rule(decision=DecisionFactory(), counts=True, words="Ja.", office=OFFICE)
