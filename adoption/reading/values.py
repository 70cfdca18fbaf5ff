"""What the reader is asked and what it answers, as plain values."""

from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True)
class Line:
    """A line that holds something: its page, its number on that page, and its words."""

    page: int
    number: int
    words: str


@dataclass(frozen=True)
class Asked:
    """Which programme's decision is looked for, and who may have taken it.

    `period` is the programme's years, such as (2027, 2030), or None; `municipalities` are (slug, name, full name).
    """

    period: tuple[int, int] | None
    municipalities: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Found:
    """One field as the extract states it, and where; days are written YYYY-MM-DD, several case numbers with commas."""

    value: str
    page: int
    line: int
    words: str


class Kind(StrEnum):
    """What the file is, as far as that decides whether anything is read in it."""

    MINUTES = "minutes"
    PRELIMINARY = "preliminary"
    JUDGMENT = "judgment"
    OTHER_BODY = "other_body"
    ELSEWHERE = "elsewhere"
    NO_BODY = "no_body"
    OTHER_PAPER = "other_paper"
    NO_PARAGRAPH = "no_paragraph"
    SEVERAL_PARAGRAPHS = "several_paragraphs"
    NO_TEXT = "no_text"


@dataclass(frozen=True)
class Reading:
    """What was read: of anything but minutes that hold one § about the programme, nothing.

    `sign` is the line that says what kind of file it is, where one does.
    """

    kind: Kind
    fields: dict[str, Found] = field(default_factory=dict)
    sign: Line | None = None


FIELDS = (
    "municipality",
    "body",
    "began",
    "on",
    "paragraph",
    "numbers",
    "outcome",
    "condition",
    "reservation",
    "signed_on",
    "announced_on",
)


def found(value: str, line: Line, *below: Line) -> Found:
    """What a line states; with the line `below` it, where that holds the value of its label."""
    words = " ".join(one.words for one in (line, *below))
    return Found(value, line.page, line.number, words[:300])


def only(candidates: list[Found]) -> Found | None:
    """The first of the places if all state the same; of two that differ none is taken."""
    return candidates[0] if len({one.value for one in candidates}) == 1 else None
