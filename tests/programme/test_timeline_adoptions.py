"""How an adoption is drawn below the line of its programme: as a day, as the days between which it lies, or open."""

from datetime import date

import pytest

from programme.timeline_adoptions import drawn

FIRST, LAST = date(2024, 1, 11), date(2024, 1, 21)


def share(day):
    return float((day - date(2024, 1, 1)).days)


@pytest.mark.parametrize(
    "earliest, latest, expected",
    [
        (FIRST, FIRST, ("day", "10.00%", "10.00%", ["10.00%"])),
        (FIRST, LAST, ("interval", "10.00%", "21.00%", ["10.00%", "21.00%"])),
        (None, LAST, ("open", "17.00%", "21.00%", ["21.00%"])),
        (FIRST, None, ("open", "10.00%", "13.00%", ["10.00%"])),
    ],
    ids=["a day", "an interval", "no earliest day", "no latest day"],
)
def test_an_adoption_is_drawn_as_it_is_known(earliest, latest, expected):
    mark = drawn(earliest, latest, share)

    assert (mark["kind"], mark["x1"], mark["x2"], mark["ends"]) == expected
