"""A supplement fills in what was not known, or narrows an interval; it strikes nothing (R8)."""

import pytest
from django.core.exceptions import ValidationError

from adoption.services import correct, newest, supplement
from sodertorn.journal import Correction, Entry
from tests.factories import (
    OFFICE,
    CaseFactory,
    CitationFactory,
    DecisionFactory,
    SentFactory,
    TextFactory,
    day,
)

pytestmark = pytest.mark.django_db

NINE = {"paragraph_kind": "written", "paragraph": "9"}
UNKNOWN = {"on": None, "paragraph": ""}
WEEK = UNKNOWN | {"earliest": day(10), "latest": day(17)}
EXACT = UNKNOWN | {"on": day(10)}


@pytest.mark.parametrize(
    "known, filled_in",
    [
        (UNKNOWN, {"latest": day(17)}),
        (UNKNOWN, {"earliest": day(10)}),
        (UNKNOWN, {"earliest": day(10), "latest": day(10)}),
        (WEEK, {"earliest": day(11)}),
        (WEEK, {"latest": day(16)}),
        (WEEK, {"earliest": day(14), "latest": day(14)}),
        (EXACT, NINE),
        (EXACT, {"paragraph_kind": "none"}),
        (EXACT, {"text": "Kommunstyrelsen antar programmet."}),
        (EXACT, {"text_change": "unchanged"}),
        (EXACT, {"document": "sent"}),
        (EXACT, {"began": day(9)}),
        (EXACT, {"note": "Omedelbar justering."}),
    ],
)
def test_a_supplement_fills_in(known, filled_in):
    decision = DecisionFactory(**known)

    fuller = supplement(fact=decision, office=OFFICE, **filled_in)

    assert {name: getattr(newest(decision), name) for name in filled_in} == filled_in
    assert fuller.entry.act == "supplement"


@pytest.mark.parametrize(
    "known, struck",
    [
        (WEEK, {"earliest": day(9)}),
        (WEEK, {"latest": day(18)}),
        (WEEK, {"earliest": None}),
        (WEEK, {"latest": None}),
        (WEEK, {"earliest": day(18), "latest": day(18)}),
        (EXACT, {"earliest": day(11), "latest": day(11)}),
        (EXACT | {"paragraph": "8"}, {"paragraph": "9"}),
        (EXACT | {"paragraph": "8"}, {"paragraph_kind": "not_known", "paragraph": ""}),
        (EXACT | {"text_change": "unchanged"}, {"text_change": "changed"}),
        (EXACT | {"text_change": "unchanged"}, {"text_change": "not_stated"}),
        (EXACT | {"document": "sent"}, {"document": "another"}),
        (EXACT, {"outcome": "rejected"}),
        (EXACT, {"conditional": True}),
        (EXACT | {"note": "Ja."}, {"note": "Ja, enhälligt."}),
        (EXACT, {"starts": day(20)}),
        (EXACT | {"starts": day(20)}, {"starts": day(21)}),
    ],
)
def test_a_supplement_strikes_nothing(known, struck):
    decision = DecisionFactory(**known)
    before = Entry.objects.count()

    with pytest.raises(ValidationError):
        supplement(fact=decision, office=OFFICE, **struck)

    assert Entry.objects.count() == before


def test_the_field_that_would_be_struck_is_named():
    decision = DecisionFactory(**EXACT)

    with pytest.raises(ValidationError, match="ändra med en rättelse") as refusal:
        supplement(fact=decision, outcome="noted", office=OFFICE)

    assert set(refusal.value.error_dict) == {"outcome"}


def test_a_supplement_that_says_nothing_new_is_refused():
    with pytest.raises(ValidationError, match="Ingenting fylldes i"):
        supplement(fact=DecisionFactory(), outcome="adopted", office=OFFICE)


def test_a_source_alone_is_a_supplement():
    decision = DecisionFactory()

    fuller = supplement(fact=decision, office=OFFICE, citations=[CitationFactory()])

    assert fuller.same(decision)
    assert fuller.entry.citations.count() == 1


def test_what_never_happened_cannot_be_filled_in():
    decision = DecisionFactory(**EXACT)
    correct(fact=decision, correction=Correction.NEVER_HAPPENED, reason="Fel.", office=OFFICE)

    with pytest.raises(ValidationError, match="kan bara rättas"):
        supplement(fact=decision, office=OFFICE, **NINE)


def test_a_supplement_starts_from_the_newest_entry_whatever_entry_is_at_hand():
    first = DecisionFactory(**EXACT)
    supplement(fact=first, office=OFFICE, **NINE)

    third = supplement(fact=first, text_change="unchanged", office=OFFICE)

    assert (third.paragraph, third.text_change) == ("9", "unchanged")


# What only some facts know


def unnamed(sent):
    return DecisionFactory(case__placement=sent, case__kind="unnamed")


def test_a_body_that_was_not_named_may_be_named():
    sent = SentFactory()
    decision = unnamed(sent)

    named = supplement(fact=decision, case=CaseFactory(placement=sent), office=OFFICE)

    assert named.case.body.kind == "board"


def test_a_body_that_was_named_is_corrected():
    sent = SentFactory()
    decision = DecisionFactory(case__placement=sent)
    council = CaseFactory(placement=sent, kind="council")

    with pytest.raises(ValidationError):
        supplement(fact=decision, case=council, office=OFFICE)


@pytest.mark.parametrize("slug, other_programme", [("tyreso", False), ("huddinge", True)])
def test_a_decision_never_moves_to_another_municipality_or_programme(slug, other_programme):
    sent = SentFactory()
    decision = unnamed(sent)
    elsewhere = CaseFactory(placement=SentFactory() if other_programme else sent, slug=slug)

    with pytest.raises(ValidationError, match="ett annat program eller en annan kommun"):
        supplement(fact=decision, case=elsewhere, office=OFFICE)


def test_the_words_of_a_text_take_the_place_of_the_note_that_asked_for_them():
    text = TextFactory()

    entered = supplement(fact=text, text="Spår till alla", note="", office=OFFICE)

    assert (entered.text, entered.note) == ("Spår till alla", "")


def test_a_note_beside_words_is_corrected():
    text = TextFactory(text="Spår till alla", note="Källans stavning.")

    with pytest.raises(ValidationError):
        supplement(fact=text, note="", office=OFFICE)
