"""Every kind of PDF that a register with one of everything makes is PDF/UA-1 and PDF/A-2a, by veraPDF's validator."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from adoption.models import Decision
from adoption.registering.confirmation import Confirmation, pdf
from programme.document import document
from programme.models import Revision
from programme.texts import written
from sodertorn.register import Register
from tests.pages.test_rich_register import rich_pages
from tests.pdf_files import saying
from tests.programme.test_canonical import stated, tree
from tests.programme.test_document import WORDS
from tests.proof.validator import PAPERS, RECORDS, faults, linked

pytest_plugins = ["tests.pages.conftest", "tests.pages.test_rich_register"]
pytestmark = pytest.mark.any_database


def test_every_record_and_paper_of_a_register_with_one_of_everything(rich, tmp_path):
    pages = [page for page in rich_pages().values() if page.status == 200]

    assert faults(linked(pages, RECORDS | PAPERS), tmp_path) == []


def test_every_document_that_goes_out(rich, tmp_path):
    files = {"each-kind.pdf": document(stated(), tree(*WORDS), date(2027, 1, 12))}
    for revision in Revision.objects.exclude(placements__sent_on=None).distinct():
        try:
            files[f"{revision.slug}.pdf"] = document(revision, written(revision), date(2027, 1, 12))
        except ValidationError as refused:
            assert refused.code == "no_glyph"

    assert faults(files, tmp_path) == []


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_confirmation_of_a_decision(rich, language, tmp_path):
    register, files = Register(), {}
    with override(language):
        for decision in Decision.objects.exclude(case__body__municipality=None):
            files[f"{decision.pk}.pdf"] = pdf(Confirmation(register, decision), language)

    assert len(files) > 20
    assert faults(files, tmp_path) == []


def test_the_validator_finds_what_is_wrong(tmp_path):
    found = faults({"utan-taggar.pdf": saying("Utan taggar")}, tmp_path)

    assert sum(line.startswith("not compliant") for line in found) == 2
    assert any("MarkInfo" in line or "StructTreeRoot" in line for line in found)
