"""What differs between two texts, word by word."""

import re
from difflib import SequenceMatcher

PIECE = re.compile(r"\s+|\w+|[^\w\s]")
SAME, ADDED, REMOVED = "same", "added", "removed"


def word_diff(before: str, after: str) -> list[tuple[str, str]]:
    """The pieces of both texts in reading order, as (same, added or removed, words); what is removed comes first.

    A single space between two changed words is counted as changed with them, so that a
    new phrase reads as one.
    """
    old, new = PIECE.findall(before), PIECE.findall(after)
    pieces: list[tuple[str, str]] = []
    removed, added = "", ""
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for place, (step, i, j, k, m) in enumerate(steps):
        words = "".join(old[i:j])
        inside = 0 < place < len(steps) - 1
        if step == "equal" and not (inside and words.isspace()):
            pieces += said(removed, added) + [(SAME, words)]
            removed = added = ""
        else:
            removed, added = removed + words, added + "".join(new[k:m])
    return pieces + said(removed, added)


def said(removed: str, added: str) -> list[tuple[str, str]]:
    return [piece for piece in ((REMOVED, removed), (ADDED, added)) if piece[1]]
