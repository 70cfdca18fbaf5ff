"""What a chain of entries says at a moment (R7, R8): written once, for values and model rows alike."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol, TypeVar


class Stamp(Protocol):
    """The part of an entry that time and correction need.

    `fact` is the number of the entry that first registered the fact; `void` says
    that the entry states that the fact never happened.
    """

    number: int
    recorded: datetime
    fact: int
    void: bool


class Stamped(Protocol):
    entry: Stamp


Row = TypeVar("Row", bound=Stamped)


def standing(rows: Iterable[Row], at: datetime | None = None) -> list[Row]:
    """The rows that hold at the moment `at` (None: now), in the order in which their facts were registered.

    A fact is what its newest entry recorded by then says, or that it never happened
    (R8). The order of entries is their number, never the clock (R7).
    """
    newest: dict[int, Row] = {}
    for row in rows:
        if at is not None and row.entry.recorded > at:
            continue
        known = newest.get(row.entry.fact)
        if known is None or row.entry.number > known.entry.number:
            newest[row.entry.fact] = row
    return [newest[fact] for fact in sorted(newest) if not newest[fact].entry.void]
