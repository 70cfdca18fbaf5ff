"""What differs between two texts, word by word."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

PIECE = re.compile(r"\s+|\w+|[^\w\s]")
SENTENCE = re.compile(r"[^.!?\n]*[.!?\n]+\s*|[^.!?\n]+")
WORD = re.compile(r"\w+")
END = re.compile(r"[.!?;\n]")
FEW = 3
"""So many words, at most, are too slight to be told as kept amid larger changes."""
MOST_STEPS = 1_000_000
"""How many steps the matcher may take in one pass over two texts: about a tenth of a second."""

SAME, ADDED, REMOVED = "same", "added", "removed"

Step = tuple[bool, str, str]
"""Whether both texts say the same here, and what each says."""


def word_diff(before: str, after: str) -> list[tuple[str, str]]:
    """The pieces of both texts in reading order, as (same, added or removed, words); what is removed comes first.

    A space, or a few words, between two larger changes are counted as changed with them, so that
    a new phrase reads as one. What is too long is compared sentence by sentence first, and what
    is too long for that too is told whole: one removed and one added.
    """
    steps = list(compared(before, after))
    for slight in (is_space, is_few_words):
        steps = without(slight, steps)
    return [piece for same, old, new in steps for piece in ([(SAME, old)] if same else said(old, new))]


def without(slight: Callable[[Step, Step, Step], bool], steps: list[Step]) -> list[Step]:
    """The steps, where what is kept between two others and is slight is counted as changed with them."""
    found: list[Step] = []
    for place, (same, old, new) in enumerate(steps):
        if same and 0 < place < len(steps) - 1:
            same = not slight(found[-1], steps[place], steps[place + 1])
        if same or not found or found[-1][0]:
            found.append((same, old, new))
        else:
            _changed, removed, added = found.pop()
            found.append((False, removed + old, added + new))
    return found


def is_space(_before: Step, kept: Step, _after: Step) -> bool:
    return kept[1].isspace()


def is_few_words(before: Step, kept: Step, after: Step) -> bool:
    """Fewer than were replaced on either side, in one sentence: to tell them apart would scatter one new phrase."""
    count = words(kept[1])
    return (
        count <= FEW
        and not END.search(kept[1])
        and all(not same and count < min(words(old), words(new)) for same, old, new in (before, after))
    )


def words(text: str) -> int:
    return len(WORD.findall(text))


class TooLong(Exception):
    """The matcher would take more steps than a page can wait for."""


@dataclass
class Budget:
    """The steps that are left of one pass."""

    left: int = MOST_STEPS

    def spend(self, steps: int) -> None:
        if steps > self.left:
            raise TooLong
        self.left -= steps


class Matcher(SequenceMatcher):
    """Python's matcher within a budget: where the same words return often it takes cubic time."""

    def __init__(self, old: list[str], new: list[str], budget: Budget):
        self.budget = budget
        super().__init__(None, old, new, autojunk=False)

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        self.budget.spend(sum(1 + len(self.b2j.get(piece, ())) for piece in self.a[alo:ahi]))
        return super().find_longest_match(alo, ahi, blo, bhi)


def compared(before: str, after: str) -> Iterator[Step]:
    """Both texts step by step. Most edits leave the beginning and the end as they were: those are not searched."""
    old, new = PIECE.findall(before), PIECE.findall(after)
    first = shared(old, new)
    last = shared(old[first:][::-1], new[first:][::-1])
    until, new_until = len(old) - last, len(new) - last
    if first:
        yield True, *2 * ("".join(old[:first]),)
    yield from in_words_or_sentences("".join(old[first:until]), "".join(new[first:new_until]))
    if last:
        yield True, *2 * ("".join(old[until:]),)


def shared(old: list[str], new: list[str]) -> int:
    """How many pieces both begin with."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((n for n, (one, other) in pairs if one != other), min(len(old), len(new)))


def in_words_or_sentences(old: str, new: str) -> list[Step]:
    try:
        return matched(PIECE, old, new, Budget())
    except TooLong:
        sentences, words = or_whole(SENTENCE, old, new, Budget()), Budget()
    found = []
    for step in sentences:
        found += [step] if step[0] else or_whole(PIECE, *step[1:], words)
    return found


def or_whole(kind: re.Pattern, old: str, new: str, budget: Budget) -> list[Step]:
    try:
        return matched(kind, old, new, budget)
    except TooLong:
        return [(False, old, new)]


def matched(kind: re.Pattern, old: str, new: str, budget: Budget) -> list[Step]:
    one, other = kind.findall(old), kind.findall(new)
    return [
        (step == "equal", "".join(one[i:j]), "".join(other[k:m]))
        for step, i, j, k, m in Matcher(one, other, budget).get_opcodes()
    ]


def said(removed: str, added: str) -> list[tuple[str, str]]:
    return [piece for piece in ((REMOVED, removed), (ADDED, added)) if piece[1]]
