"""What differs between two texts, word by word."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

PIECE = re.compile(r"\s+|\w+|[^\w\s]")
SENTENCE = re.compile(r"[^.!?\n]*[.!?\n]+\s*|[^.!?\n]+")
MOST_PAIRS = 1_000_000
"""Of how many pairs of pieces the matcher still tells in a tenth of a second which belong together."""

SAME, ADDED, REMOVED = "same", "added", "removed"


def word_diff(before: str, after: str) -> list[tuple[str, str]]:
    """The pieces of both texts in reading order, as (same, added or removed, words); what is removed comes first.

    A single space between two changed words is counted as changed with them, so that a
    new phrase reads as one. Long texts are compared sentence by sentence first.
    """
    pieces: list[tuple[str, str]] = []
    removed, added = "", ""
    steps = list(compared(before, after))
    for place, (same, old, new) in enumerate(steps):
        inside = 0 < place < len(steps) - 1
        if same and not (inside and old.isspace()):
            pieces += said(removed, added) + [(SAME, old)]
            removed = added = ""
        else:
            removed, added = removed + old, added + new
    return pieces + said(removed, added)


def compared(before: str, after: str) -> Iterator[tuple[bool, str, str]]:
    """Both texts step by step: whether they are the same there, and what each says."""
    if comparable(before, after):
        yield from matched(PIECE.findall(before), PIECE.findall(after))
        return
    for same, old, new in matched(SENTENCE.findall(before), SENTENCE.findall(after)):
        if same or not comparable(old, new):
            yield same, old, new
        else:
            yield from matched(PIECE.findall(old), PIECE.findall(new))


def comparable(old: str, new: str) -> bool:
    return len(PIECE.findall(old)) * len(PIECE.findall(new)) <= MOST_PAIRS


def matched(old: list[str], new: list[str]) -> Iterator[tuple[bool, str, str]]:
    for step, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield step == "equal", "".join(old[i:j]), "".join(new[k:m])


def said(removed: str, added: str) -> list[tuple[str, str]]:
    return [piece for piece in ((REMOVED, removed), (ADDED, added)) if piece[1]]
