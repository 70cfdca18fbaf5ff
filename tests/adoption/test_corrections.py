"""A correction states the whole fact again and says why; the rule sees it, and the old stays readable (R8)."""

import pytest
from django.core.exceptions import ValidationError

from adoption.models import Decision
from adoption.services import correct, supplement
from sodertorn.journal import Correction, Entry
from sodertorn.register import Register
from tests.factories import (
    OFFICE,
    CitationFactory,
    DecisionFactory,
    SentFactory,
    answer,
    day,
)

pytestmark = pytest.mark.django_db
WHY = {"reason": "Siffrorna hade bytt plats.", "office": OFFICE}


@pytest.fixture
def adoption():
    """Huddinge's, by which the programme applies since day 10."""
    return DecisionFactory(case__placement=SentFactory(seats=["huddinge"]))


def mend(fact, correction=Correction.TYPING_ERROR, **stated):
    return correct(fact=fact, correction=correction, **WHY | stated)


def moved(number):
    return {"earliest": day(number), "latest": day(number)}


def since():
    return answer(28).since.earliest


@pytest.mark.parametrize("kind", [Correction.TYPING_ERROR, Correction.MINUTES_CORRECTED])
def test_a_corrected_day_changes_earlier_days_too(adoption, kind):
    mend(adoption, kind, **moved(12))

    assert since() == day(12)


def test_the_old_entry_stays_readable(adoption):
    mend(adoption, paragraph="10")

    assert list(Decision.objects.order_by("entry").values_list("paragraph", flat=True)) == ["9", "10"]


def test_the_register_goes_on_knowing_what_it_knew(adoption):
    known = adoption.entry.recorded
    mend(adoption, **moved(12))

    assert answer(28, at=known).since.earliest == day(10)


@pytest.mark.parametrize(
    "missing, what",
    [({"reason": ""}, "varför"), ({"correction": ""}, "Ange vilket slags rättelse")],
    ids=["why", "what kind"],
)
def test_a_correction_says_of_what_kind_it_is_and_why(adoption, missing, what):
    with pytest.raises(ValidationError, match=what):
        mend(adoption, **missing)

    assert Entry.objects.filter(act="correct").count() == 0


def test_a_correction_of_an_unknown_kind_is_refused(adoption):
    with pytest.raises(ValidationError) as refusal:
        mend(adoption, "a whim")

    assert "correction" in refusal.value.error_dict


def test_what_never_happened_counts_on_no_day(adoption):
    mend(adoption, Correction.NEVER_HAPPENED)

    assert {answer(number).kind for number in range(30)} == {"none known"}


def test_a_mistaken_never_happened_is_mended(adoption):
    mend(adoption, Correction.NEVER_HAPPENED)

    mend(adoption)

    assert since() == day(10)


def test_a_correction_corrects_the_newest_whatever_entry_is_at_hand(adoption):
    mend(adoption, paragraph="10")

    mend(adoption, text_change="unchanged")

    newest = Register().decisions[adoption.pk]
    assert (newest.paragraph, newest.text_change) == ("10", "unchanged")


def test_the_outcome_may_have_been_mistaken(adoption):
    mend(adoption, outcome="postponed")

    assert answer(28).kind == "none known"


def test_a_correction_obeys_the_rules_of_its_fact(adoption):
    with pytest.raises(ValidationError, match="Bara ett antagande kan ha en osäker dag"):
        mend(adoption, outcome="postponed", latest=day(20))


# Sources


def words(fact):
    return [citation.words for citation in Register().sources_of(fact.pk)]


@pytest.fixture
def cited():
    return DecisionFactory(citations=[CitationFactory(words="antogs")])


def test_a_supplement_adds_to_the_sources(cited):
    supplement(fact=cited, office=OFFICE, citations=[CitationFactory(words="enhälligt")])

    assert words(cited) == ["antogs", "enhälligt"]


def test_a_correction_without_sources_keeps_those_that_stood(cited):
    supplement(fact=cited, office=OFFICE, citations=[CitationFactory(words="enhälligt")])

    mend(cited, paragraph="10")

    assert words(cited) == ["antogs", "enhälligt"]


def test_a_correction_with_sources_puts_them_in_their_place(cited):
    mend(cited, paragraph="10", citations=[CitationFactory(words="återremitterades")])

    assert words(cited) == ["återremitterades"]


def test_what_the_old_entry_cited_stays_with_it(cited):
    mend(cited, paragraph="10", citations=[CitationFactory(words="återremitterades")])

    assert [citation.words for citation in cited.entry.citations.all()] == ["antogs"]
