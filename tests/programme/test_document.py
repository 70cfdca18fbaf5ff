"""The document that goes out: the programme's words, the same bytes each time, readable by those who hear it."""

import shutil
import subprocess
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from programme.document import blocks, document
from programme.models.structure import PartKind
from programme.texts import goals
from tests.programme.test_canonical import stated, tree

WORDS = (
    (PartKind.VISION, "Vi leder #let x = *1* $y$ \\ ”Ångström” – 100 %"),
    (PartKind.PURPOSE, "Första stycket\nny rad\n\nAndra stycket"),
    (PartKind.SECTION, "Avsnittets text", "Inledning"),
    (PartKind.FOCUS_AREA, "Infrastruktur", "", "Planeringschefer"),
    (PartKind.GOAL, "Stark infrastruktur"),
    (PartKind.POINT, "Spårväg syd"),
    (PartKind.GOAL, "Ett andra långsiktigt mål"),
    (PartKind.ANNEX, "Bilagans ord", "Karta"),
)


def made(*words, **particulars) -> bytes:
    return document(stated(**particulars), tree(*(words or WORDS)), date(2027, 1, 12))


def test_the_same_words_give_the_same_bytes_in_whatever_language_they_are_asked_for():
    first = made()

    with override("en"):
        assert made() == first
    assert made((PartKind.VISION, "Vi ledde")) != first


def test_it_is_tagged_for_those_who_hear_it():
    pdf = pikepdf.open(BytesIO(made()))

    assert pdf.Root.MarkInfo.Marked and "/StructTreeRoot" in pdf.Root
    assert str(pdf.Root.Lang) == "sv-SE"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    with pdf.open_metadata() as about:
        assert about["dc:title"] == "Programmet"
        assert about["pdfuaid:part"] == "1"
        assert (about["pdfaid:part"], about["pdfaid:conformance"]) == ("2", "A")


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils is not installed")
def test_it_has_every_word(tmp_path):
    (tmp_path / "one.pdf").write_bytes(made())

    told = subprocess.run(["pdftotext", "one.pdf", "-"], cwd=tmp_path, capture_output=True, check=True).stdout

    said = "".join(told.decode().split())
    lacking = [words for _kind, *all in WORDS for words in all if "".join(words.split()) not in said]
    assert lacking == []
    assert "Period:2027–2030" in said


def test_its_goals_have_the_numbers_that_they_have_on_the_programme_s_page():
    texts = tree(*WORDS[3:5], (PartKind.FOCUS_AREA, "Kompetens"), (PartKind.GOAL, "Praktik"))

    found = [block for text in texts for block in blocks(text, goals(texts))]

    assert [block["heading"] for block in found] == ["Infrastruktur", "Mål 1", "Kompetens", "Mål 2"]


def test_a_character_that_cannot_be_printed_is_named():
    with pytest.raises(ValidationError, match="🚲"):
        made((PartKind.VISION, "Cykla 🚲 mer"))
