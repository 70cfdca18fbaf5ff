"""Reads the text layer of a PDF in a process of its own, with little memory and time: `python -m sodertorn.desk.pdf_text < file`.

Prints a list of the pages' texts as JSON; a page that is only a picture has none.
"""

import json
import resource
import sys

from pypdfium2 import PdfDocument, PdfiumError

from sodertorn.desk.pdf_look import MEMORY, SECONDS

MOST_PAGES, MOST_CHARACTERS = 400, 2_000_000
HYPHEN = "\ufffe"  # PDFium's sign where a line ends in a hyphen


def texts(content: bytes) -> list[str]:
    """The text of each page. Raises ValueError when there is more than can be read, or nothing can."""
    found = []
    try:
        for page in PdfDocument(content):
            found.append(page.get_textpage().get_text_range().replace(HYPHEN, "-\n").replace("\r\n", "\n"))
            if len(found) > MOST_PAGES or sum(map(len, found)) > MOST_CHARACTERS:
                raise ValueError("too much text")
    except PdfiumError as failed:
        raise ValueError("no text can be read") from failed
    return found


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    json.dump(texts(sys.stdin.buffer.read()), sys.stdout)
