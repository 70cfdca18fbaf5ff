"""The text of a PDF as somebody reads it from the top of the page, however the file draws it."""

from io import BytesIO

import pikepdf
import typst

from sodertorn.uploaded.pdf_text import texts

LAST = b"""#set page(margin: 30mm, foreground: place(top + left, dx: 30mm, dy: 10mm)[Haninge kommun])
#set text(lang: "sv", hyphenate: false)
"""


def test_a_head_that_is_drawn_last_comes_first():
    (page,) = texts(typst.compile(LAST + "§ 9 Södertörns utvecklingsprogram".encode(), format="pdf"))

    assert page.splitlines() == ["Haninge kommun", "§ 9 Södertörns utvecklingsprogram"]


def test_cells_of_a_row_stay_in_their_order_although_one_is_smaller():
    row = b"#grid(columns: 3, gutter: 9mm, text(16pt)[Protokoll], text(7pt)[KS], text(12pt)[2027-02-17])"

    (page,) = texts(typst.compile(LAST + row, format="pdf"))

    assert page.split() == ["Haninge", "kommun", "Protokoll", "KS", "2027-02-17"]


def test_a_word_that_is_divided_at_a_lines_end_keeps_its_hyphen_and_both_lines():
    (page,) = texts(typst.compile(LAST + b"Utvecklings-\\\nprogram", format="pdf"))

    assert page.splitlines()[1:] == ["Utvecklings-", "program"]


def test_a_page_that_is_turned_is_read_as_it_was_drawn():
    turned = BytesIO()
    with pikepdf.open(BytesIO(typst.compile(LAST + "§ 9".encode(), format="pdf"))) as pdf:
        pdf.pages[0].rotate(90, relative=True)
        pdf.save(turned)

    (page,) = texts(turned.getvalue())

    assert page.splitlines() == ["§ 9", "Haninge kommun"]
