"""What may be seen of each extract from minutes: it follows from what was last said of the file.

A file is one, in however many decisions' papers it lies: reviewed, withdrawn or destroyed, it is
so in all of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from adoption.models import FollowUp
from adoption.models.follow_ups import FollowUpKind
from sodertorn.standing import standing


class Publicity(StrEnum):
    """Whether the public may read a file."""

    UNREVIEWED = "unreviewed"
    PUBLIC = "public"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"
    DESTROYED = "destroyed"


GIVES = {
    FollowUpKind.EXTRACT_REVIEWED: Publicity.PUBLIC,
    FollowUpKind.EXTRACT_WITHDRAWN: Publicity.WITHDRAWN,
    FollowUpKind.EXTRACT_DESTROYED: Publicity.DESTROYED,
}


@dataclass(frozen=True)
class FileState:
    """Whether a file may be seen, and what says so."""

    publicity: Publicity
    said_by: FollowUp


def file_states(said: Iterable[FollowUp]) -> dict[str, FileState]:
    """The state of each file that follow-ups which stand name, by its SHA-256."""
    states: dict[str, FileState] = {}
    for one in sorted(said, key=lambda follow_up: follow_up.entry.fact):
        if one.masks_id:
            tell(states, one.masks_id, FileState(Publicity.REPLACED, one))
        if one.step == FollowUpKind.EXTRACT_FILED:
            states.setdefault(one.extract_id, FileState(Publicity.UNREVIEWED, one))
        elif one.step in GIVES:
            tell(states, one.extract_id, FileState(GIVES[one.step], one))
    return states


def tell(states: dict[str, FileState], sha256: str, state: FileState) -> None:
    """What is destroyed stays so, and what a masked copy replaces is not shown again."""
    lasting = {Publicity.REPLACED: 1, Publicity.DESTROYED: 2}
    known = states.get(sha256)
    if known is None or lasting.get(state.publicity, 0) >= lasting.get(known.publicity, 0):
        states[sha256] = state


def states_in(register) -> dict[str, FileState]:
    """The state of each file as the register knew it at its moment."""
    return file_states(said for rows in register.follow_ups.values() for said in rows)


def once_filed(register, number: int) -> list[FollowUp]:
    """Every entry that filed an extract with a decision, also those that do not stand."""
    filed = (f for f in register.all_follow_ups if f.step == FollowUpKind.EXTRACT_FILED)
    return [f for f in filed if f.decision.entry.fact == number]


def files_now(register) -> dict[str, FileState]:
    """The state of each file now, whatever moment is asked about: what is withdrawn is so at once."""
    return file_states(standing(register.all_follow_ups))


def was_public(register, sha256: str) -> bool:
    """Whether a file that is not to be had now was so once: somebody had reviewed it."""
    reviewed = (f for f in register.all_follow_ups if f.step == FollowUpKind.EXTRACT_REVIEWED)
    state = files_now(register)[sha256].publicity
    return state not in (Publicity.UNREVIEWED, Publicity.PUBLIC) and any(
        f.extract_id == sha256 for f in reviewed
    )


def public_files(register) -> set[str]:
    """The files that may be read now."""
    states = files_now(register)
    return {sha256 for sha256, state in states.items() if state.publicity == Publicity.PUBLIC}
