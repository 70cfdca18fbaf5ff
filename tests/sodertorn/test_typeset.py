"""What is set as PDF: whatever was recorded is told, also what no font can print."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from programme.papers.documents import TEMPLATE
from sodertorn.typeset import Unset, typeset


def said(words: str) -> dict:
    runs = [{"words": words, "gap": False}]
    return {"title": "Ord", "date": [2026, 11, 26], "blocks": [{"kind": "text", "runs": runs}]}


def printed(words: str) -> str:
    file = PdfReader(BytesIO(typeset(TEMPLATE, said(words))))
    return file.pages[0].extract_text().replace("\n", "")


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("Cykla 🚲 mer", "Cykla [U+1F6B2] mer"),
        ("punkt \uf0b7, \ue000", "punkt [U+F0B7], [U+E000]"),
        ("a\x07b", "a[U+0007]b"),
        ("q\u20e3 och q", "q[U+20E3] och q"),
        ("日本の言葉、漢字仮名交り文です", None),
    ],
    ids=ascii,
)
def test_a_character_that_no_font_has_stands_by_its_number(words, read):
    assert printed(words).startswith(read or "".join(f"[U+{ord(one):04X}]" for one in words))


def test_what_must_be_set_as_it_stands_is_refused():
    with pytest.raises(Unset, match="🚲"):
        typeset(TEMPLATE, said("Cykla 🚲 mer"), strict=True)


def test_another_fault_is_told_as_it_is():
    with pytest.raises(Unset, match="blocks"):
        typeset(TEMPLATE, {"title": "Ord", "date": [2026, 11, 26]})
