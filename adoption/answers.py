"""What the rule answers, as plain values: the parts that every sentence about it is made of."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from adoption.facts import Decision


class Kind(StrEnum):
    """The kind of the answer."""

    APPLIES = "applies"  # a programme is complete on the day
    NONE_KNOWN = "none known"  # the register knows none that all had adopted by the day
    UNSETTLED = "unsettled"  # one that applied has lost an adoption
    NOT_KNOWN = "not known here"  # the two readings differ


@dataclass(frozen=True)
class State:
    """What one reading gives on a day: a kind, and the programme unless none is known."""

    kind: Kind
    programme: str | None = None


@dataclass(frozen=True)
class Since:
    """The first day of the run, between two readings; None where the beginning is not known."""

    earliest: date | None
    latest: date | None

    @property
    def exact(self) -> bool:
        return self.earliest is not None and self.earliest == self.latest


@dataclass(frozen=True)
class Required:
    """What a programme still lacks: seats in their order, and a `not_before` that is to come.

    `at_council` names those of the seats whose board has passed the matter on.
    """

    programme: str
    seats: tuple[str, ...]
    not_before: date | None
    at_council: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answer:
    """The answer for one day and one moment, with the parts that a sentence about it needs.

    `because` holds each seat's earliest adoption that counts and stands on the day;
    `completed_by` those that came on the first day of the run. `between` lists, when
    not known, what may be the case, least advanced first; `undated` the adoptions whose missing
    day makes it so. `unadopted` names the seats that an unsettled programme lacks, and
    `unentered` the programmes whose adoptions are not entered, when none is known.
    """

    day: date
    kind: Kind
    programme: str | None = None
    adjustment: Decision | None = None
    since: Since | None = None
    because: tuple[Decision, ...] = ()
    completed_by: tuple[Decision, ...] = ()
    checked: int = 0
    between: tuple[State, ...] = ()
    undated: tuple[Decision, ...] = ()
    unadopted: tuple[str, ...] = ()
    unentered: tuple[str, ...] = ()
    required: tuple[Required, ...] = ()
