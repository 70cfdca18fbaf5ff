"""Reads the text layer of a PDF in a process of its own, with little memory and time: `python -m sodertorn.desk.pdf_text < file`.

Prints a list of the pages' texts as JSON; a page that is only a picture has none.
"""

import json
import resource
import sys

MEMORY, SECONDS = 1024**3, 10
MOST_PAGES, MOST_CHARACTERS = 400, 2_000_000


def texts(content: bytes) -> list[str]:
    """The text of each page. Raises ValueError when there is more than can be read."""
    from sodertorn.desk.pdf_pages import pages  # after the limits are set

    found = []
    for page in pages(content):
        found.append(page.extract_text())
        if len(found) > MOST_PAGES or sum(map(len, found)) > MOST_CHARACTERS:
            raise ValueError("too much text")
    return found


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    json.dump(texts(sys.stdin.buffer.read()), sys.stdout)
