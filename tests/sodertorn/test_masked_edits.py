"""Words of what is edited and no fact go from its edit history too, and the proof of the rest stays (R8b)."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from adoption.models import Municipality, Source
from programme.models import PaperWordings, Revision
from sodertorn.edits import MOVED, record_edit
from sodertorn.event_log import EDITED, masked_edit
from sodertorn.free_text import MASKED
from sodertorn.guards import install
from sodertorn.log_lines import Salt
from sodertorn.masked_edits import edited_words, mask_edits
from sodertorn.masking import Masking
from sodertorn.register_file.writer import register_file
from sodertorn.verifying import Log, chain, edits, entries
from tests.factories import OFFICE, CitationFactory, DecisionFactory, MunicipalityFactory, SourceFactory
from tests.pages.conftest import rolled_back
from tests.register_files import RICH, read
from tests.sodertorn.attacks import execute, lift_all_guards

pytestmark = pytest.mark.django_db
LAW = {"law": "OSL 21 kap. 1 §", "reason": "Uppgift om hälsa.", "office": OFFICE}
WORDS = "Intyg om Greta Gyllenhammar"


def faults() -> list[str]:
    log = Log()
    return chain(log).faults + entries(log).faults + edits(log).faults


@pytest.fixture
def source():
    source = SourceFactory(title=WORDS)
    DecisionFactory(citations=[CitationFactory(source=source)])
    return source


def edited(row, **changes) -> None:
    for name, value in changes.items():
        setattr(row, name, value)
    record_edit(row=row, office=OFFICE, save=row.save)


def test_a_title_goes_from_the_source_and_from_all_its_edits(source):
    edited(source, url="https://kommun.example/")

    mask_edits(row=source, field="title", words=WORDS, **LAW)

    source.refresh_from_db()
    assert source.title == MASKED
    assert {version.title for version in source.history.all()} == {MASKED}
    assert Masking.objects.count() == 2
    assert b"Gyllenhammar" not in register_file()
    assert faults() == []


def test_what_is_said_now_stays_when_only_earlier_words_are_masked(source):
    edited(source, title="Ett intyg")

    mask_edits(row=source, field="title", words=WORDS, **LAW)

    source.refresh_from_db()
    assert source.title == "Ett intyg"
    assert faults() == []


def test_words_of_one_edit_are_masked_one_after_the_other():
    salem = MunicipalityFactory(slug="salem", contact_email="greta@salem.example", office="Gretas kontor")
    edited(salem, website="https://salem.example/greta")

    for said in edited_words(salem):
        if "greta" in said.words.lower():
            mask_edits(row=salem, field=said.field, words=said.words, **LAW)

    salem.refresh_from_db()
    assert (salem.contact_email, salem.website, salem.office) == ("", "", MASKED)
    assert faults() == []


def test_no_salt_is_left_that_a_guess_could_be_tried_with(source):
    path = f"edits.source/{source.history.get().pk}"
    salted = Salt.objects.get(path=path)

    mask_edits(row=source, field="title", words=WORDS, **LAW)

    assert Salt.objects.get(path=path).line_id > salted.line_id


def test_an_edit_that_is_altered_underneath_is_found_before_and_after_its_masking(source):
    """What is masked is first held against what the log committed to: nothing else is passed off with it."""
    version = source.history.get()
    with rolled_back():
        lift_all_guards()
        execute("UPDATE adoption_historicalsource SET url = 'x' WHERE history_id = %s", version.pk)
        install()
        with pytest.raises(ValidationError, match="inte den som händelseloggen har"):
            mask_edits(row=source, field="title", words=WORDS, **LAW)

    mask_edits(row=source, field="title", words=WORDS, **LAW)
    assert faults() == []
    lift_all_guards()
    execute("UPDATE adoption_historicalsource SET url = 'x' WHERE history_id = %s", version.pk)
    assert f"Ändringen source/{version.pk} är inte den som händelseloggen har." in faults()


def test_no_line_commits_anew_to_an_edit_without_masking_it(source):
    mask_edits(row=source, field="title", words=WORDS, **LAW)
    log = Log()
    log.facts[log.lines[-1].pk].field = "note"

    assert any("på nytt" in fault for fault in edits(log).faults)


def test_in_a_moved_register_an_edit_of_the_same_number_is_another():
    with rolled_back():
        source = SourceFactory(title="Intyg om Bo")
        DecisionFactory(citations=[CitationFactory(source=source)])
        mask_edits(row=source, field="title", words="Intyg om Bo", **LAW)
        content = register_file()

    read(content)

    moved = Masking.objects.get()
    assert moved.field.startswith(MOVED) and masked_edit(moved) is None
    assert register_file() == content
    assert faults() == []


@pytest.mark.parametrize(
    "change", [{"title": "Annat"}, {"url": MASKED}, {"key": "annan"}, {"title": MASKED, "key": "annan"}]
)
def test_where_words_are_masked_nothing_else_of_the_edit_can_change(source, change):
    untouched = SourceFactory(title="Ett annat")
    mask_edits(row=source, field="title", words=WORDS, **LAW)

    for row in (source, untouched):
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            Source.history.filter(key=row.key).update(**change)


def test_words_that_no_edit_says_can_t_be_masked(source):
    with pytest.raises(ValidationError, match="inga ord"):
        mask_edits(row=source, field="title", words="Annat", **LAW)


def test_the_name_that_a_municipality_is_known_by_stays():
    named = {said.field for said in edited_words(MunicipalityFactory(slug="salem"))}

    assert "name" not in named and "code" not in named


@pytest.mark.postgresql_in_proof
@pytest.mark.proof_only
def test_every_word_of_every_kind_of_edit_can_be_masked_and_what_is_left_be_moved():
    with rolled_back():
        read(RICH)
        wordings = PaperWordings(revision=Revision.objects.first())
        edited(wordings, summary="Greta Gyllenhammar sammanfattar.")
        masked = set()
        for kind, model in EDITED.items():
            for row in model.objects.all():
                for said in edited_words(row):
                    mask_edits(
                        row=row, field=said.field, words=said.words, law="OSL", reason="Skäl.", office=OFFICE
                    )
                    masked.add(kind)
        assert masked == EDITED.keys() - {"termofoffice"}  # known by its years, which are all that it says
        assert faults() == []
        content, names = register_file(), set(Municipality.objects.values_list("name", flat=True))

    read(content)
    assert set(Municipality.objects.values_list("name", flat=True)) == names
    assert faults() == []
