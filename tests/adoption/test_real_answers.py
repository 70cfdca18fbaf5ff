"""The shipped register gives the answers that the domain states (domain.md, end of The rules)."""

from datetime import date, timedelta

import pytest
from django.db import transaction

from adoption.facts import Facts
from sodertorn.register import Register
from tests.register_files import SHIPPED, read


@pytest.fixture(scope="module")
def register(django_db_setup, django_db_blocker):
    """Read once for all; the tests change nothing."""
    with django_db_blocker.unblock(), transaction.atomic():
        read(SHIPPED)
        register = Register()
        assert register.placements and register.facts and register.entries  # read by now
        yield register
        transaction.set_rollback(True)


def says(told) -> str:
    states = told.between or (told,)
    return " or ".join(f"{state.programme or ''} {state.kind}".strip() for state in states)


@pytest.mark.parametrize(
    "first, last, told",
    [
        (date(2015, 1, 1), date(2015, 12, 31), "none known"),
        (date(2019, 9, 1), date(2019, 9, 17), "none known"),
        (date(2019, 9, 18), date(2019, 10, 10), "none known or 2019 applies"),
        (date(2019, 10, 11), date(2019, 12, 31), "2019 applies"),
        (date(2021, 1, 1), date(2021, 2, 1), "2019 applies"),
        (date(2023, 1, 1), date(2023, 2, 14), "2019 applies"),
        (date(2023, 2, 15), date(2023, 5, 15), "2019 applies or 2023-2026 applies"),
        (date(2023, 5, 16), date(2023, 7, 1), "2023-2026 applies"),
        (date(2026, 12, 1), date(2027, 2, 1), "2023-2026 applies"),
    ],
)
def test_what_applies(register, first, last, told):
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]

    assert {says(register.answer(day)) for day in days} == {told}


@pytest.mark.parametrize(
    "day, adjustment",
    [
        (date(2021, 1, 13), None),
        (date(2021, 1, 14), "2019-justerad-2021"),
        (date(2023, 2, 14), "2019-justerad-2021"),
        (date(2023, 5, 16), None),
    ],
)
def test_which_adjusted_wording_is_added(register, day, adjustment):
    found = register.answer(day).adjustment

    assert (found and found.programme) == adjustment


def test_in_2015_the_programme_whose_decisions_are_not_entered_is_named(register):
    assert register.answer(date(2015, 6, 1)).unentered == ("2013",)


def test_all_eight_adopted_and_none_is_checked_yet(register):
    told = register.answer(date(2026, 11, 23))

    assert len(told.because) == 8
    assert (told.checked, told.required) == (0, ())


@pytest.mark.parametrize("day, last", [(date(2026, 12, 31), 2026), (date(2027, 1, 1), 2026)])
def test_its_period_is_over_from_2027_and_it_goes_on(register, day, last):
    told = register.answer(day)

    assert register.placements[told.programme].period_last == last
    assert says(told) == "2023-2026 applies"


def test_before_its_first_entry_the_register_knew_nothing(register):
    first = register.entries[0].recorded

    assert register.facts.at(first - timedelta(microseconds=1)) == Facts()
    assert register.facts.at(first) != Facts()
