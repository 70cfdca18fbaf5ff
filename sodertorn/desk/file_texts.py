"""What can be read in a file that is kept: its pages' text, and whether that holds a personnummer.

A scanned page is a picture and has no text: nothing is said of what only a person can read.
"""

import json
from dataclasses import dataclass
from functools import lru_cache

from django.core.files.storage import default_storage

from sodertorn.desk.uploads import in_a_process, kept, place
from sodertorn.plain_text import personal_number, plain


class Unreadable(Exception):
    """The text could not be read: too much of it, or the file is made in a way that isn't understood."""


class OutOfTime(Unreadable):
    """It took longer than anybody waits: the file may be at fault, or the machine busy."""


@dataclass(frozen=True)
class Found:
    """What a file's text layer tells; of a file that could not be read, `readable` is false."""

    readable: bool = False
    pages: int = 0
    has_text: bool = False
    personal_number: bool = False


def page_texts(sha256: str) -> list[str]:
    """The text of each page of a file that is kept. Raises Unreadable."""
    if not kept(sha256):
        raise Unreadable
    with default_storage.open(place(sha256)) as file:
        content = file.read()
    try:
        return [plain(text) for text in json.loads(in_a_process("sodertorn.uploaded.pdf_text", content))]
    except TimeoutError as late:
        raise OutOfTime from late
    except ValueError as failed:
        raise Unreadable from failed


def found_in(sha256: str) -> Found:
    """What a file's text layer tells."""
    try:
        return remembered(sha256) if kept(sha256) else Found()
    except OutOfTime:
        return Found()


@lru_cache(maxsize=256)
def remembered(sha256: str) -> Found:
    """A file never changes, so what was found is kept in memory, also that it can't be read; its text is not. Raises OutOfTime."""
    try:
        texts = page_texts(sha256)
    except OutOfTime:
        raise
    except Unreadable:
        return Found()
    numbered = any(personal_number(text) or personal_number(text.replace("-\n", "-")) for text in texts)
    return Found(True, len(texts), any(texts), numbered)
