"""The board of what came after an adoption: in each row and at the top, as on the public page of the adoption."""

import pytest
import time_machine

from tests.adoption.renewal import LAST, NOON, TODAY, adopt
from tests.desk.rooms import desk_of, read, strategist
from tests.desk.test_board import BOARD, rows
from tests.factories import FollowUpFactory

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

UP = ("announced", LAST)
PUBLIC = "/antagande/2027-2030/"


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def desk():
    return desk_of(strategist())


@pytest.fixture
def new(renewed, db):
    return renewed


def adopted(placement, *after):
    (decision,) = adopt(placement, "tyreso", on=LAST)
    for step, on in after:
        FollowUpFactory(decision=decision, step=step, on=on)


@pytest.mark.parametrize(
    ("after", "told"),
    [
        ([UP], "kan överklagas till och med den 9 mars 2027"),
        ([UP, ("appealed", TODAY)], "överklagat"),
        ([UP, ("appealed", TODAY), ("inhibition", TODAY)], "från den 20 februari 2027, överklagat"),
        ([("judgment", TODAY)], "överklagat, dom den 20 februari 2027 (inte laga kraft)"),
        ([("legal_force", TODAY)], "har fått laga kraft"),
    ],
)
def test_each_row_tells_what_came_after_in_the_words_of_the_public_page(desk, new, after, told):
    adopted(new, *after)

    assert rows(desk)["Tyresö"][""].endswith(told)
    assert told in read(desk, PUBLIC).main


@pytest.mark.parametrize(
    ("after", "told"),
    [
        ([UP], "Ingenting är försenat."),
        ([("legal_force", TODAY)], "Ingenting är försenat."),
        ([("appealed", TODAY)], "Ingenting är försenat. Överklagat i Tyresö."),
        ([("judgment", TODAY)], "Ingenting är försenat. Överklagat i Tyresö."),
        ([("inhibition", TODAY)], "Ingenting är försenat. Inhiberat i Tyresö."),
    ],
)
def test_the_top_tells_of_an_appeal_that_is_not_settled(desk, new, after, told):
    adopted(new, *after)

    assert told in read(desk, BOARD).texts("p")


def test_the_sending_is_the_first_step_of_each_row(desk, new):
    board = rows(desk)

    assert {row["Sänt"] for row in board.values()} == {"klart: 1 dec 2026"}
    assert list(board["Tyresö"])[1] == "Sänt"
