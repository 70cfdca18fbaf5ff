"""PDFs set by typst: PDF/UA-1 to be heard, PDF/A-2a to be kept; the same bytes for the same words."""

import json
from datetime import date
from functools import lru_cache
from pathlib import Path

import typst

from sodertorn.unprintable import numbered

Unset = typst.TypstError
"""What was wrong with the words or the template."""

FONTS = Path(__file__).parent / "fonts"
"""The site's two voices; what is not set in them is set in the fonts that come with typst."""

STANDARDS = ["a-2a", "ua-1"]
ONE_BY_ONE = 8


def dated(day: date) -> list[int]:
    """The date of a file, as templates have it: PDF/A asks for one. It is of what is told, never of when it was set."""
    return [day.year, day.month, day.day]


def typeset(template: bytes, said: dict, *, strict: bool = False) -> bytes:
    """The PDF of what a template says of `said`, which it reads from `sys.inputs.said`.

    What was recorded is told whatever it holds: a character that no font has stands by its number,
    [U+1F6B2]. Raises Unset for it when `strict`, and for any other fault.
    """
    return made(template, json.dumps(said), strict)


@lru_cache(maxsize=64)
def made(template: bytes, words: str, strict: bool) -> bytes:
    """Anybody may fetch a paper, as often as they like: what was set is kept a while."""
    said, tried = json.loads(words), 0
    while True:  # each time there are fewer characters that can't be printed
        try:
            return typst.compile(
                template,
                format="pdf",
                pdf_standards=STANDARDS,
                sys_inputs={"said": json.dumps(said)},
                ignore_system_fonts=True,
                font_paths=[FONTS],
            )
        except Unset as fault:
            if strict:
                raise
            said, tried = numbered(said, fault, many=tried >= ONE_BY_ONE), tried + 1
