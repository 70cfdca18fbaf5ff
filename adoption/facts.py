"""The facts that the rule of what applies reads, as plain values without a database.

Each hangs on its entry (number, moment, fact, whether it says "never happened").
All dates are calendar dates in Europe/Stockholm.
"""

from dataclasses import dataclass
from datetime import date, datetime

from sodertorn.standing import standing

BOARD, COUNCIL, UNNAMED, COMMITTEE = "board", "council", "unnamed", "committee"


@dataclass(frozen=True)
class Stamp:
    """An entry's number and moment; `fact` is the number of the first entry of its chain."""

    number: int
    recorded: datetime
    fact: int
    void: bool = False


@dataclass(frozen=True)
class Programme:
    """A programme's place in the line: sent for adoption (`sent_on`), or a transcript (no `sent_on`).

    A programme that `adjusts` another has no place in the line (R9). `seats` names
    those that must adopt it; empty when they are not known (R2, R4).
    """

    entry: Stamp
    slug: str
    seats: frozenset[str] = frozenset()
    replaces: str | None = None
    adjusts: str | None = None
    sent_on: date | None = None
    not_before: date | None = None


@dataclass(frozen=True)
class Withdrawal:
    entry: Stamp
    programme: str


@dataclass(frozen=True)
class Decision:
    """What a body decided for a seat of a programme (R3).

    `earliest` and `latest` bound the day of its meeting; None is not known (R14).
    `starts` is its own start date. `adopts` means that it adopted the programme with
    its text unchanged; `passes_on` that it proposed that the council decide.
    """

    entry: Stamp
    programme: str
    seat: str
    body: str = BOARD
    adopts: bool = False
    passes_on: bool = False
    doubtful: bool = False
    earliest: date | None = None
    latest: date | None = None
    starts: date | None = None
    paragraph: str = ""


@dataclass(frozen=True)
class End:
    """An end of the adoption `decision` (the number of its fact) on one exact day (R3b)."""

    entry: Stamp
    decision: int
    on: date


@dataclass(frozen=True)
class Lift:
    """The inhibition `end` (the number of its fact) holds no longer from the day `on` (R3b)."""

    entry: Stamp
    end: int
    on: date


@dataclass(frozen=True)
class Ruling:
    """A strategist's ruling on whether a doubtful adoption counts (R12)."""

    entry: Stamp
    decision: int
    counts: bool


@dataclass(frozen=True)
class Check:
    """Another person has compared exactly this entry of a decision with signed minutes (R13)."""

    entry: Stamp
    checked: int


@dataclass(frozen=True)
class Facts:
    """All that the rule reads. Every field holds whole chains; `at` keeps what stood at a moment."""

    programmes: tuple[Programme, ...] = ()
    withdrawals: tuple[Withdrawal, ...] = ()
    decisions: tuple[Decision, ...] = ()
    ends: tuple[End, ...] = ()
    lifts: tuple[Lift, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    checks: tuple[Check, ...] = ()

    def at(self, moment: datetime | None) -> "Facts":
        """The facts as the register knew them at `moment` (None: all that is recorded)."""
        kinds = ("programmes", "withdrawals", "decisions", "ends", "lifts", "rulings", "checks")
        return Facts(**{kind: tuple(standing(getattr(self, kind), moment)) for kind in kinds})
