"""Reads the text layer of a PDF in a process of its own, with little memory and time: `python -m sodertorn.uploaded.pdf_text < file`.

Prints a list of the pages' texts as JSON; a page that is only a picture has none.
"""

import json
import sys

from pypdfium2 import PdfDocument, PdfiumError, PdfTextPage

from sodertorn.uploaded.limits import limit

MOST_PAGES, MOST_CHARACTERS = 400, 2_000_000
HIGHER = 6
"""Points: what is less than so much higher than the first line stands beside it."""
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
    """The lines of a page as the file draws them, after those that stand above the first: a head may be drawn last.

    The others stay, for a page may have columns. So do all where it isn't known how high each stands: on a
    page that is turned, and where a character of the text is two of PDFium's, or none.
    """
    text = page.get_text_range()
    lines = text.split("\r\n")
    if turned or len(text) != page.count_chars():
        return "\n".join(lines)
    heights, at = [], 0
    for line in lines:
        heights.append(page.get_charbox(at)[1] if line else 0)
        at += len(line) + 2
    first = next(filter(None, heights), 0) + HIGHER
    above = sorted((-height, place) for place, height in enumerate(heights) if height > first)
    kept = [line for line, height in zip(lines, heights, strict=True) if height <= first]
    return "\n".join([*(lines[place] for _height, place in above), *kept])


if __name__ == "__main__":
    limit()
    json.dump(texts(sys.stdin.buffer.read()), sys.stdout)
