"""Words that may not be public go for good, and the proof of everything else stays (R8b)."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from adoption.models import Decision
from adoption.services import supplement
from sodertorn.free_text import MASKED
from sodertorn.journal import Entry
from sodertorn.log_lines import Salt
from sodertorn.masking import mask, maskable
from sodertorn.register_file.writer import register_file
from sodertorn.verifying import Log, chain, entries
from sodertorn.verifying.rule import fingerprints
from tests.factories import OFFICE, CitationFactory, DecisionFactory, ErratumFactory, SourceFactory
from tests.register_files import RICH, read

pytestmark = pytest.mark.django_db
LAW = {"law": "OSL 21 kap. 1 §", "reason": "Uppgift om hälsa.", "office": OFFICE}


def test_masked_words_are_nowhere_and_the_log_still_agrees():
    decision = DecisionFactory(note="Greta är sjuk", citations=[CitationFactory(words="Greta är sjuk")])
    before = decision.entry.line.sha256

    mask(entry=decision.entry, field="note", **LAW)
    mask(entry=decision.entry, field="citations.words", **LAW)

    assert Decision.objects.get(pk=decision.pk).note == MASKED
    assert b"Greta" not in register_file()
    assert not Salt.objects.filter(line=decision.pk, path__in=["note", "citations.words"]).exists()
    decision.entry.line.refresh_from_db()
    assert decision.entry.line.sha256 == before
    assert chain(Log()).faults + entries(Log()).faults == []


def test_the_same_words_go_in_every_entry_of_the_fact():
    decision = DecisionFactory(note="Greta", paragraph="")
    fuller = supplement(fact=decision, paragraph="9", paragraph_kind="written", office=OFFICE)

    mask(entry=decision.entry, field="note", **LAW)

    assert Decision.objects.get(pk=fuller.pk).note == MASKED


def test_there_must_be_words_to_mask():
    with pytest.raises(ValidationError, match="inga ord"):
        mask(entry=DecisionFactory().entry, field="note", **LAW)


def test_where_words_are_masked_nothing_else_can_change():
    decision = DecisionFactory(note="Greta", text="Bifalles.")
    mask(entry=decision.entry, field="note", **LAW)
    rows = Decision.objects.filter(pk=decision.pk)

    for change in ({"note": "Annat"}, {"text": MASKED}, {"outcome": "noted"}, {"note": MASKED, "text": "x"}):
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            rows.update(**change)


def mask_all_words() -> set[str]:
    """Of every entry; gives the kinds of those that had any."""
    masked = set()
    for entry in Entry.objects.exclude(kind="masking").order_by("number"):
        for path in maskable(entry):
            mask(entry=entry, field=path, law="OSL", reason="Skäl.", office=OFFICE)
            masked.add(entry.kind)
    return masked


@pytest.mark.postgresql_in_proof
@pytest.mark.proof_only
def test_every_word_of_every_kind_can_be_masked_and_what_is_left_be_moved():
    with transaction.atomic():
        read(RICH)
        before = fingerprints().faults
        masked = mask_all_words()
        assert {"decision", "erratum", "placement", "text", "withdrawal"} <= masked
        assert fingerprints().faults == before
        content, entered = register_file(), Entry.objects.count()
        transaction.set_rollback(True)

    assert read(content) == entered


def test_an_erratum_of_which_both_wordings_must_go():
    erratum = ErratumFactory()

    for field in ("stands", "reads"):
        mask(entry=erratum.entry, field=field, **LAW)

    erratum.refresh_from_db()
    assert (erratum.stands, erratum.reads) == (MASKED, MASKED)


def test_all_that_one_source_says_of_an_entry():
    source = SourceFactory()
    said = [CitationFactory(source=source, words=words) for words in ("Greta är sjuk", "Bo är sjuk")]
    decision = DecisionFactory(citations=said)

    mask(entry=decision.entry, field="citations.words", **LAW)

    assert list(decision.entry.citations.values_list("words", flat=True)) == [MASKED, MASKED]
