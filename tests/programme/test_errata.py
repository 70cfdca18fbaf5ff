"""A slip found after sending: the frozen text stays, the erratum lies beside it (R1b)."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from adoption.services import correct, restate, supplement
from programme.canonical import canonical_of, fingerprint
from programme.errata import Errata
from programme.errata_services import answer_erratum, enter_erratum
from programme.models import Answer, Erratum, Part
from programme.services import withdraw
from sodertorn.free_text import MASKED
from sodertorn.journal import Correction
from sodertorn.masking import mask
from sodertorn.proof_kit import records
from sodertorn.register import Register
from sodertorn.verifying import Log, chain, entries
from sodertorn.verifying.rule import fingerprints
from tests.factories import (
    OFFICE,
    ErratumAnswerFactory,
    ErratumFactory,
    MunicipalityFactory,
    PartFactory,
    RevisionFactory,
    SentFactory,
    TextFactory,
    day,
    last_in_line,
)
from tests.pages.site import spaces

pytestmark = pytest.mark.django_db
NEVER = {"correction": Correction.NEVER_HAPPENED, "reason": "Fel program.", "office": OFFICE}


def sent(text, **stated):
    """A programme that was sent with one section."""
    draft = RevisionFactory(texts=True, replaces=last_in_line())
    PartFactory(revision=draft, key="avsnitt-1", heading="Inledning", text=text)
    return SentFactory(revision=draft, **stated)


def section(placement):
    return placement.revision.parts.get(key="avsnitt-1")


def refused(field, words, **stated):
    with pytest.raises(ValidationError) as refusal:
        ErratumFactory(**stated)
    assert words in " ".join(refusal.value.message_dict[field])


def said(placement, at=None, on=None):
    """What a page of the day says of the programme's errata."""
    errata = Errata(Register(at), on or day(30))
    return [errata.values(one) for one in errata.of(placement.revision.slug)]


def words(placement, **asked):
    return spaces(" ".join(s for one in said(placement, **asked) for s in one["sentences"]))


def test_an_erratum_changes_no_word_no_fingerprint_and_no_answer():
    placement = sent("Vi vaxer", adopted_by=["huddinge", "tyreso"])
    form = canonical_of(placement.revision, placement, "")
    before = Register().answer(localdate())

    erratum = ErratumFactory(part=section(placement), stands="vaxer", reads="växer")
    ErratumAnswerFactory(erratum=erratum, answer=Answer.CHANGES_SUBSTANCE)

    assert section(placement).text == "Vi vaxer"
    assert canonical_of(placement.revision, placement, "") == form
    assert fingerprint(form) == placement.fingerprint
    assert fingerprints().faults == []
    assert Register().answer(localdate()) == before
    assert before.programme == placement.revision.slug


def test_words_that_stand_nowhere_or_twice_are_refused():
    part = section(sent("Vi vaxer och vaxer"))

    refused("stands", "står inte så", part=part, stands="växer", reads="vaxer")
    refused("stands", "står på 2 ställen", part=part, stands="vaxer", reads="växer")

    ErratumFactory(part=part, stands="och vaxer", reads="och växer")


def test_words_that_overlap_themselves_stand_twice():
    refused("stands", "2 ställen", part=section(sent("aaa")), stands="aa", reads="a")


def test_a_slip_may_stand_in_a_heading_but_not_across_it():
    part = section(sent("Vi växer"))

    refused("stands", "står inte så", part=part, stands="Inledning\nVi", reads="Inledning. Vi")
    ErratumFactory(part=part, stands="Inledning", reads="Inledningen")


def test_letters_are_found_however_they_are_composed():
    ErratumFactory(part=section(sent("Va\u0308gar")), stands="Vägar", reads="Vägar,")


def test_the_same_words_have_one_erratum_until_it_is_struck():
    part = section(sent("Vi vaxer nu"))
    first = ErratumFactory(part=part, stands="vaxer", reads="växer")

    refused("stands", f"händelse {first.pk}", part=part, stands="vaxer nu", reads="växer nu")

    correct(fact=first, **NEVER)
    ErratumFactory(part=part, stands="vaxer nu", reads="växer nu")
    with pytest.raises(ValidationError, match="redan en rättelse"):
        restate(known=newest(first), correction="typing_error", reason="Den fanns.", office=OFFICE)


def newest(fact):
    return type(fact).objects.filter(entry__fact=fact.entry.fact).latest("entry")


def test_only_what_was_sent_and_is_not_withdrawn_has_errata():
    refused("part", "Bara texten i ett program som är sänt", part=PartFactory(), stands="Texten")
    refused("part", "som är sänt", part=TextFactory().part, stands="Texten", reads="x")

    placement = sent("Vi vaxer")
    refused("decided_on", "inte sänt den dagen", part=section(placement), decided_on=day(0))
    withdraw(revision=placement.revision, on=day(3), why="Ett mål saknades.", office=OFFICE)
    slip = {"slip": "spelling", "decided_on": day(4), "stands": "vaxer", "reads": "växer"}
    with pytest.raises(ValidationError, match="återkallat"):
        enter_erratum(part=section(placement), office=OFFICE, **slip)


def test_what_was_not_known_is_filled_in_and_the_words_never_change():
    placement = sent("Vi vaxer")
    erratum = ErratumFactory(part=section(placement), stands="vaxer", told_on=None)
    assert "Ännu inte meddelad" in words(placement)

    restate(known=erratum, told_on=day(6), office=OFFICE)
    assert newest(erratum).entry.act == "supplement"
    assert "Meddelad kommunerna den 6 februari 2025." in words(placement)

    with pytest.raises(ValidationError, match="registrera en ny"):
        supplement(fact=erratum, reads="vaxer,", office=OFFICE)
    restate(
        known=newest(erratum), decided_on=day(3), correction="typing_error", reason="Fel dag.", office=OFFICE
    )
    assert "Beslutad av samarbetskommittén den 3 februari 2025 (§ 14)." in words(placement)


def test_answers_are_counted_until_one_says_that_it_changes_the_substance():
    placement = sent("Vi vaxer", seats=["huddinge", "tyreso", "salem"])
    erratum = ErratumFactory(part=section(placement), stands="vaxer")
    assert "Ingen av tre kommuner har godtagit den." in words(placement)

    ErratumAnswerFactory(erratum=erratum)
    assert "En av tre kommuner har godtagit den." in words(placement)
    assert not said(placement)[0]["disputed"]

    tyreso = MunicipalityFactory(slug="tyreso")
    answer = ErratumAnswerFactory(erratum=erratum, municipality=tyreso, answer="changes_substance")
    assert said(placement)[0]["disputed"]
    assert f"{tyreso} anser att den ändrar programmet i sak. Den är därför bestridd." in words(placement)

    correct(fact=answer, **NEVER)
    assert not said(placement)[0]["disputed"]


def test_a_day_and_a_knowledge_before_show_neither_erratum_nor_answer():
    placement = sent("Vi vaxer")
    erratum = ErratumFactory(part=section(placement), stands="vaxer")
    answer = ErratumAnswerFactory(erratum=erratum, answer="changes_substance")

    assert said(placement, on=day(3)) == []
    assert "Ännu inte meddelad" in words(placement, on=day(4))
    assert not said(placement, on=day(7))[0]["disputed"]
    assert said(placement, at=placement.entry.recorded) == []
    assert not said(placement, at=erratum.entry.recorded)[0]["disputed"]
    assert said(placement, at=answer.entry.recorded)[0]["disputed"]


def test_a_municipality_answers_once_what_stands_and_concerns_it():
    erratum = ErratumFactory()
    ErratumAnswerFactory(erratum=erratum)

    for stated, why in (
        ({}, "finns redan"),
        ({"municipality": MunicipalityFactory(slug="nykvarn")}, "ska inte anta"),
        ({"municipality": MunicipalityFactory(slug="tyreso"), "on": day(3)}, "inte beslutad"),
    ):
        with pytest.raises(ValidationError, match=why):
            ErratumAnswerFactory(erratum=erratum, **stated)

    correct(fact=erratum, **NEVER)
    given = {"answer": "accepts", "on": day(8), "office": OFFICE}
    with pytest.raises(ValidationError, match="struken"):
        answer_erratum(erratum=erratum, municipality=MunicipalityFactory(slug="tyreso"), **given)


def test_the_frozen_text_cannot_be_mended_in_place_nor_the_erratum_rewritten():
    erratum = ErratumFactory()

    for rows, change in (
        (Part.objects.filter(pk=erratum.part_id), {"text": "Spårx"}),
        (Erratum.objects.filter(pk=erratum.pk), {"reads": "Tåg"}),
        (Erratum.objects.filter(pk=erratum.pk), {"part": erratum.part.parent_id}),
    ):
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            rows.update(**change)


def test_masked_words_leave_the_proof_and_the_erratum_can_still_be_supplemented():
    placement = sent("Ring Greta")
    erratum = ErratumFactory(part=section(placement), stands="Greta", reads="Gerda", told_on=None)

    mask(entry=erratum.entry, field="reads", law="OSL", reason="Skyddad.", office=OFFICE)
    supplement(fact=newest(erratum), told_on=day(6), office=OFFICE)

    assert newest(erratum).reads == MASKED
    assert chain(Log()).faults + entries(Log()).faults == []


def test_the_proof_kit_has_the_erratum_and_its_answers():
    answer = ErratumAnswerFactory()

    kit = records(answer.erratum.part.revision.slug)

    assert b'"kind": "erratum"' in kit
    assert b'"kind": "erratum_answer"' in kit


def test_a_sending_is_not_struck_from_under_its_errata():
    erratum = ErratumFactory()
    sending = erratum.part.revision.placements.get()

    with pytest.raises(ValidationError, match="stryks först"):
        correct(fact=sending, **NEVER)
    correct(fact=erratum, **NEVER)
    correct(fact=sending, **NEVER)
