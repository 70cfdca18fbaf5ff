"""When a programme was adopted, drawn below its line: a stroke for a known day, a line for the days between which it lies."""

from collections import defaultdict
from datetime import date, timedelta

from adoption.sentences import on_day
from adoption.states import SeatOnDay, SeatState
from sodertorn.words import listed, sentence_case

OPEN = 3.0
"""How long, in per cent, a line is drawn towards the side on which no day is known."""


def adoption_marks(register, seats: list[SeatOnDay], share) -> list[dict]:
    """The marks of the seats that have adopted, or may have; those of the same days are one. `share`: a day in per cent."""
    groups = defaultdict(list)
    for seat in seats:
        if seat.decision and seat.state in (SeatState.ADOPTED, SeatState.UNKNOWN):
            groups[seat.decision.earliest, seat.decision.latest].append(seat)
    return [
        {**drawn(earliest, latest, share), "title": said(register, group)}
        for (earliest, latest), group in groups.items()
        if earliest or latest
    ]


def drawn(earliest: date | None, latest: date | None, share) -> dict:
    """From where to where a mark goes, and at which of its ends a day is known."""
    first = share(earliest) if earliest else max(share(latest) - OPEN, 0)
    last = share(latest) if latest else min(first + OPEN, 100)
    if earliest != latest and latest:
        last = share(latest + timedelta(days=1))
    return {
        "x1": f"{first:.2f}%",
        "x2": f"{last:.2f}%",
        "ends": [
            *dict.fromkeys(f"{end:.2f}%" for end, known in ((first, earliest), (last, latest)) if known)
        ],
        "kind": "day" if earliest == latest else "interval" if earliest and latest else "open",
    }


def said(register, group: list[SeatOnDay]) -> str:
    names = sentence_case(listed([register.seat_names[seat.seat] for seat in group]))
    return f"{names}: {on_day(group[0].decision)}"
