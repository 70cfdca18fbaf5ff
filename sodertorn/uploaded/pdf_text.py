"""Reads the text layer of a PDF in a process of its own, with little memory and time: `python -m sodertorn.uploaded.pdf_text < file`.

Prints a list of the pages' texts as JSON; a page that is only a picture has none.
"""

import json
import sys

from pypdfium2 import PdfDocument, PdfiumError, PdfTextPage

from sodertorn.uploaded.limits import limit

MOST_PAGES, MOST_CHARACTERS = 400, 2_000_000
HYPHEN = "\ufffe"  # PDFium's sign where a line ends in a hyphen


def texts(content: bytes) -> list[str]:
    """The text of each page. Raises ValueError when there is more than can be read, or nothing can."""
    found = []
    try:
        for page in PdfDocument(content):
            found.append(downwards(page.get_textpage(), page.get_rotation()).replace(HYPHEN, "-\n"))
            if len(found) > MOST_PAGES or sum(map(len, found)) > MOST_CHARACTERS:
                raise ValueError("too much text")
    except PdfiumError as failed:
        raise ValueError("no text can be read") from failed
    return found


def downwards(page: PdfTextPage, turned: int) -> str:
    """The lines of a page from its top to its end: a file may draw the head of a page last.

    They stay as they come where it isn't known how high each was drawn: on a page that is turned, and where a
    character of the text is two of PDFium's, or none.
    """
    text = page.get_text_range()
    known = not turned and len(text) == page.count_chars()
    lines, at = [], 0
    for line in text.split("\r\n"):
        _left, bottom, _right, top = page.get_charbox(at, loose=True) if line and known else (0, 0, 0, 0)
        lines.append((round((bottom + top) / 4), line))  # within two points they stand beside each other
        at += len(line) + 2
    lines.sort(key=lambda line: -line[0])
    return "\n".join(line for _height, line in lines)


if __name__ == "__main__":
    limit()
    json.dump(texts(sys.stdin.buffer.read()), sys.stdout)
