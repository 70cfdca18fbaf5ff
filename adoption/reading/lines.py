"""The lines of a file, and what a line holds beside what every page repeats."""

import re
from functools import lru_cache

from adoption.reading.days import without_days
from adoption.reading.values import Asked, Line

HEAD = 14
"""So many lines from the top of a page its head takes at most."""

REPEATED = re.compile(
    r"\b(?:sida?|sid\.|blad|protokoll|sammanträdesprotokoll|beslutsprotokoll|protokollsutdrag|utdrag|ur|från|för|fört|vid|med|av"
    r"|organ|instans|nämnd|styrelse|sammanträde|sammanträdet|sammanträdes?datum|sammanträdes?dag|mötesdatum|möte|datum|den|i"
    r"|extra|digitalt|ordinarie|paragraf|nr|kl|myndighet|kommun|beslutande|"
    r"måndag|tisdag|onsdag|torsdag|fredag)(?:en|et)?\b\.?",
    re.IGNORECASE,
)
PAGE_NUMBER = re.compile(
    r"\b(?:sida?|sid\.|blad)\s*\d{1,3}(?=$|\s*[|,;])|\b\d{1,3}\s*(?:\(\s*\d{1,3}\s*\)|\[\s*\d{1,3}\s*\]|/\s*\d{1,3}|av\s+\d{1,3})(?!\w)",
    re.IGNORECASE,
)
CLOCK = re.compile(r"\bkl\.?\s*\d{1,2}[.:]\d\d(?:\s*[-–]\s*\d{1,2}[.:]\d\d)?")


def lines_of(pages: list[str]) -> list[Line]:
    """The lines that hold something, in their order."""
    found = []
    for page, text in enumerate(pages, 1):
        filled = [" ".join(line.split()) for line in text.replace("\u00ad", "").splitlines()]
        found += [Line(page, number, words) for number, words in enumerate(filter(None, filled), 1)]
    return found


@lru_cache(maxsize=8)
def names(asked: Asked) -> re.Pattern[str]:
    """The names of the municipalities, the full ones first."""
    every = [full for _slug, _name, full in asked.municipalities]
    every += [name for _slug, name, _full in asked.municipalities]
    return re.compile(r"\b(?:" + "|".join(map(re.escape, every)) + r")\b", re.IGNORECASE)


@lru_cache(maxsize=1024)  # the heads of a protocol's pages are alike
def left_of(words: str, asked: Asked) -> str:
    """What is left of a line of a page's head without its days, page numbers, municipality and usual words."""
    left = names(asked).sub(" ", without_days(CLOCK.sub(" ", words)))
    left = REPEATED.sub(" ", PAGE_NUMBER.sub(" ", left))
    return " ".join(re.sub(r"[|:,;()\[\]–—.\-]", " ", left).split()).casefold()


def joined(lines: list[Line]) -> str:
    """Lines as running text: a word that was divided at a line's end is whole again."""
    text = ""
    for line in lines:
        if re.search(r"[a-zåäö]-$", text) and re.match(r"[a-zåäö]", line.words):
            text = text[:-1] + line.words
        else:
            text = f"{text} {line.words}" if text else line.words
    return text
