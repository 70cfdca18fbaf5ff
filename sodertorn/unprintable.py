"""Characters that no font has: what typst names in its fault is told by its number in Unicode, [U+1F6B2]."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

NAMED = re.compile(r'the (?:text|PDF contains the codepoint) `"(.*?)"`')
BEYOND_LATIN = re.compile(r"[^\n\t -~\u00a0-\u024f\u2010-\u2026]")


def named_in(fault: Exception) -> str:
    """The character that can't be printed, or nothing when the fault is another."""
    found = NAMED.search(str(fault))
    return re.sub(r"\\u\{(\w+)\}", lambda number: chr(int(number[1], 16)), found[1]) if found else ""


def numbered(said, fault: Exception, *, many: bool = False):
    """The same words with what the fault names by its number; when it is of `many`, all that is beyond Latin.

    Where a mark follows the character, it is the mark that no font has. Raises the fault when that is no help.
    """
    named, words = named_in(fault), list(strings(said))
    pairs = (pair for one in words for pair in pairwise(one))
    marks = {mark for one, mark in pairs if one == named[-1:] and unicodedata.category(mark)[0] == "M"}
    beyond = {one for text in words for one in BEYOND_LATIN.findall(text)} if named and many else set()
    lacking = beyond or marks or set(named) & set("".join(words))
    if not lacking:
        raise fault
    return translated(said, {ord(one): f"[U+{ord(one):04X}]" for one in lacking})


def strings(said) -> Iterator[str]:
    """Every text in what a template is given."""
    if isinstance(said, str):
        yield said
    elif isinstance(said, dict | list | tuple):
        for one in said.values() if isinstance(said, dict) else said:
            yield from strings(one)


def translated(said, by: dict[int, str]):
    """The same with every text translated."""
    if isinstance(said, str):
        return said.translate(by)
    if isinstance(said, dict):
        return {name: translated(one, by) for name, one in said.items()}
    return [translated(one, by) for one in said] if isinstance(said, list | tuple) else said
