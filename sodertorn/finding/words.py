"""Words as they are searched for: split, stemmed and compared, the same whatever the database.

Neither SQLite nor PostgreSQL knows Swedish as the other does, and what is public fits in memory.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from snowballstemmer import stemmer

WORD = re.compile(r"§+\s*\w+|\w+")
"""A word, a figure, or a paragraph with its sign: `§ 9` is another thing than 9."""

FEW = frozenset(
    [
        "och",
        "i",
        "att",
        "som",
        "en",
        "ett",
        "den",
        "det",
        "de",
        "på",
        "för",
        "av",
        "till",
        "med",
        "om",
        "vad",
        "när",
        "hur",
        "har",
        "inte",
        "är",
        "var",
        "vem",
        "vilka",
        "vilken",
        "the",
        "of",
        "and",
        "in",
        "on",
        "for",
        "to",
        "by",
        "with",
        "what",
        "when",
        "how",
        "has",
        "is",
        "are",
        "was",
        "who",
        "which",
        "a",
        "an",
    ]
)
"""Words that are everywhere: they are searched for only when there are no others."""

LONG = 4
"""From how many letters a word is sought inside others: `mål` in `målning` is no find."""


@dataclass(frozen=True)
class Word:
    """One word: as it is compared, its stems, and the same without accents, as foreign keyboards type it."""

    text: str
    stems: tuple[str, ...]
    plain: str
    plain_stems: tuple[str, ...]


def plain(text: str) -> str:
    """The text without accents and rings: `Tyresö` as `Tyreso`."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def normal(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


def languages(language: str) -> tuple[str, ...]:
    """The stemmers for a page: what was decided is Swedish everywhere."""
    return ("swedish",) if language == "sv" else ("swedish", "english")


def verbs(noun: str) -> tuple[str, ...]:
    """The stem of the verb that a noun is made of, also where minutes write the one and people the other: `revidering`."""
    if noun.endswith("remiss"):  # återremiss, återremittera
        return (noun.removesuffix("iss") + "itter",)
    verb = noun.removesuffix("ing")
    return (verb,) if verb != noun and len(verb) > LONG else ()


@lru_cache(maxsize=50_000)
def word(text: str, language: str) -> Word:
    """A word of a page in the language. A stemmer keeps state while it works: each thread has its own."""
    text = re.sub(r"§+\s*", "§", text)
    stems = tuple(stemmer(name).stemWord(text) for name in languages(language))
    stems += verbs(stems[0])
    return Word(text, stems, plain(text), tuple(map(plain, stems)))


def words(text: str, language: str) -> Iterator[Word]:
    """The words of a text in their order."""
    return (word(found, language) for found in WORD.findall(normal(text)))


def asked_words(query: str, language: str, most: int) -> list[Word]:
    """What is searched for: each word once, those that are everywhere only when there are no others."""
    found = list(dict.fromkeys(words(query, language)))
    telling = [one for one in found if one.text not in FEW]
    return (telling or found)[:most]


@lru_cache(maxsize=100_000)
def likeness(asked: Word, found: Word) -> float:
    """How well a word is what was asked for, from 0 (not) to 1 (the same word, however it is inflected)."""
    exact = compared(asked.text, asked.stems, found.text, found.stems)
    return exact or 0.9 * compared(asked.plain, asked.plain_stems, found.plain, found.plain_stems)


def compared(asked: str, asked_stems: tuple, found: str, found_stems: tuple) -> float:
    if asked == found or set(asked_stems) & set(found_stems):
        return 1
    if asked.isdecimal() or asked.startswith("§") or len(asked) < LONG - 1:  # 20 is not 2026
        return 0
    stem = asked_stems[0]
    if found.startswith(asked):
        return 0.8
    if len(stem) >= LONG and found.startswith(stem):
        return 0.7
    if len(stem) >= LONG and stem in found:  # the last part of a compound: trafik in kollektivtrafik
        return 0.5
    if len(found) > LONG and asked.startswith(found):  # a longer word than the register has
        return 0.3
    return 0
