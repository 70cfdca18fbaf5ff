"""What came after a decision stands in the order in which it happened, also what has no day."""

import pytest
import time_machine

from adoption.came_after import by_day
from tests.factories import DecisionFactory, FollowUpFactory, day

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.mark.parametrize(
    ("recorded", "order"),
    [
        ({"appealed": None, "judgment": 15}, "appealed judgment"),
        ({"judgment": 15, "appealed": None}, "appealed judgment"),
        ({"judgment": None, "appealed": None}, "appealed judgment"),
        ({"judgment": 15, "legal_force": None, "appealed": None}, "appealed judgment legal_force"),
        ({"legal_force": 15, "judgment": None, "appealed": None}, "appealed judgment legal_force"),
        ({"inhibition": 15, "judgment": 16, "appealed": None}, "appealed inhibition judgment"),
        ({"taken_down": 15, "announced": None, "signed": None}, "signed announced taken_down"),
        ({"rescinded": 20, "appealed": 15, "signed": 12}, "signed appealed rescinded"),
        ({"legal_force": None, "judgment": 15}, "judgment legal_force"),
    ],
)
def test_what_has_no_day_stands_before_what_it_led_to(recorded, order):
    filed = []
    with time_machine.travel(f"{day(19)}T12:00:00+01:00"):
        decision = DecisionFactory()
    for place, (step, number) in enumerate(recorded.items()):
        with time_machine.travel(f"{day(20 + place)}T12:00:00+01:00"):
            on = number and day(number)
            filed.append(FollowUpFactory(decision=decision, step=step, on=on))

    assert [one.step for one in by_day(filed)] == order.split()
