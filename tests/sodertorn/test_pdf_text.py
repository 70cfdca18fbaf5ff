"""The text of a PDF as somebody reads it from the top of the page, however the file draws it."""

from io import BytesIO

import pikepdf
import pytest
import typst

from sodertorn.uploaded.pdf_text import texts

HEAD = "place(top + left, dx: 30mm, dy: 10mm)[Haninge kommun]"
FOOT = "place(bottom + left, dx: 30mm, dy: -10mm)[Sida 1]"


def drawn(text: str, *last: str) -> bytes:
    """A page whose text is drawn first, and then what stands around it."""
    around = f"#set page(margin: 30mm, foreground: {{ {'; '.join(last)} }})"
    return typst.compile(f'{around}\n#set text(lang: "sv", hyphenate: false)\n{text}'.encode(), format="pdf")


def lines_of(content: bytes) -> list[str]:
    (page,) = texts(content)
    return page.splitlines()


def test_a_head_that_is_drawn_last_comes_first():
    page = drawn("§ 9 Södertörns utvecklingsprogram\n\nBeslut", HEAD, FOOT)

    assert lines_of(page) == ["Haninge kommun", "§ 9 Södertörns utvecklingsprogram", "Beslut", "Sida 1"]


def test_columns_stay_apart():
    page = drawn(
        "#columns(2)[Justerat 2027-02-20\n\nAnslaget 2027-02-22 #colbreak() Paragraf 5\n\nJusterat 2027-03-01]"
    )

    assert lines_of(page) == [
        "Justerat 2027-02-20",
        "Anslaget 2027-02-22",
        "Paragraf 5",
        "Justerat 2027-03-01",
    ]


def test_what_stands_beside_the_first_line_stays_there():
    page = drawn("#place(dx: 60mm)[Protokoll]#place(dx: 0mm, dy: 1.5mm)[Kommunstyrelsen]#place(dy: 9mm)[§ 9]")

    assert " ".join(lines_of(page)) == "Protokoll Kommunstyrelsen § 9"


def test_a_word_that_is_divided_at_a_lines_end_keeps_its_hyphen_and_both_lines():
    assert lines_of(drawn("Utvecklings-\\\nprogram")) == ["Utvecklings-", "program"]


@pytest.mark.parametrize("turned", [90, 180])
def test_a_page_that_is_turned_keeps_its_lines_where_they_are(turned):
    written = BytesIO()
    with pikepdf.open(BytesIO(drawn("§ 9\n\nBeslut", HEAD))) as pdf:
        pdf.pages[0].rotate(turned, relative=True)
        pdf.save(written)

    assert lines_of(written.getvalue())[-1] == "Haninge kommun"


def test_where_characters_cannot_be_counted_the_page_is_read_as_it_was_drawn():
    assert lines_of(drawn("$bold(A B C)$\n\nBeslut", HEAD, FOOT))[1:] == [
        "Beslut",
        "Haninge kommun",
        "Sida 1",
    ]
