"""The reader's two clocks: which days an address can ask for, and when a day ends (R7)."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from sodertorn.moments import FIRST_YEAR, LAST_YEAR, Moment, NoSuchDay, end_of, parse_day

DAYS = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))
NO_DAYS = ["2023-02-30", "2023-02-29", "20233-01-01", "2023-2-3", "20230203", "2023-W05-5", "", " ", "åäö"]
NO_DAYS += [
    "2023-02-03\n",
    "2023-02-03T00:00",
    "0000-01-01",
    "1899-12-31",
    "2200-01-01",
    "٢٠٢٣-٠٢-٠٣",
    "\0",
    "1" * 9999,
]


def read(query):
    return Moment.read(QueryDict(query))


@given(DAYS)
def test_every_day_is_read_as_it_is_written(day):
    assert parse_day(day.isoformat()) == day


@pytest.mark.parametrize("text", NO_DAYS, ids=lambda text: ascii(text[:12]))
def test_what_is_no_day_is_refused(text):
    with pytest.raises(NoSuchDay):
        parse_day(text)


@given(st.text(max_size=12))
def test_no_text_is_read_as_another_day_than_it_says(text):
    with suppress(NoSuchDay):
        assert parse_day(text).isoformat() == text


@pytest.mark.parametrize(
    "day, moment",
    [
        (date(2026, 12, 1), datetime(2026, 12, 1, 22, 59, 59, 999999, tzinfo=UTC)),
        (date(2026, 7, 1), datetime(2026, 7, 1, 21, 59, 59, 999999, tzinfo=UTC)),
        (date(2027, 3, 28), datetime(2027, 3, 28, 21, 59, 59, 999999, tzinfo=UTC)),
        (date(2027, 10, 31), datetime(2027, 10, 31, 22, 59, 59, 999999, tzinfo=UTC)),
    ],
    ids=["winter", "summer", "when summer time begins", "when it ends"],
)
def test_a_day_ends_at_midnight_in_stockholm(day, moment):
    assert end_of(day) == moment


@given(DAYS)
def test_a_day_ends_just_before_the_next_begins(day):
    if day < date(LAST_YEAR, 12, 31):
        assert timedelta(hours=23) <= end_of(day + timedelta(days=1)).astimezone(UTC) - end_of(
            day
        ).astimezone(UTC)


@time_machine.travel(datetime(2026, 12, 31, 23, 30, tzinfo=UTC), tick=False)
def test_today_is_the_day_in_stockholm():
    assert read("").day == date(2027, 1, 1)


def test_nothing_chosen_is_today_and_all_that_is_recorded():
    moment = read("")

    assert (moment.chosen, moment.at, moment.query) == (False, None, "")


@pytest.mark.parametrize("query", ["dag=2021-06-01", "kand=2021-12-24", "dag=2021-06-01&kand=2021-12-24"])
def test_what_is_chosen_is_carried_by_links(query):
    moment = read(query)

    assert moment.chosen
    assert moment.query == f"?{query}"


def test_links_carry_day_and_knowledge_in_one_order_and_nothing_else():
    assert read("x=1&kand=2021-12-24&dag=2021-06-01").query == "?dag=2021-06-01&kand=2021-12-24"


def test_knowledge_is_that_at_the_end_of_its_day():
    assert read("kand=2021-12-24").at == datetime(2021, 12, 24, 22, 59, 59, 999999, tzinfo=UTC)


def test_a_day_alone_is_told_from_all_that_is_recorded():
    assert read("dag=2021-06-01").at is None


@pytest.mark.parametrize("query", ["dag=", "kand=", "dag=&kand="])
def test_a_field_left_empty_chooses_nothing(query):
    assert not read(query).chosen


@pytest.mark.parametrize("query", ["dag=2023-02-30", "kand=2023-02-30", "dag=2021-06-01&kand=x"])
def test_a_moment_that_is_none_is_refused(query):
    with pytest.raises(NoSuchDay):
        read(query)


@pytest.mark.parametrize(
    "query, said",
    [
        ("dag=2023-02-30", "är ingen dag i kalendern"),
        ("dag=2023-5-16", "månad och dag med två: 2021-01-14"),
        ("dag=9999-12-31", "från 1900-01-01 till 2199-12-31"),
        ("dag=0001-01-01", "från 1900-01-01 till 2199-12-31"),
        ("kand=2026-12-02", "har inte varit än"),
    ],
)
@time_machine.travel(datetime(2026, 12, 1, 11, tzinfo=UTC), tick=False)
def test_what_is_wrong_with_a_day_is_said(query, said):
    with pytest.raises(NoSuchDay) as refused:
        read(query)

    assert said in refused.value.said


@time_machine.travel(datetime(2026, 12, 1, 11, tzinfo=UTC), tick=False)
def test_a_day_to_come_can_be_asked_for_as_known_today():
    assert read("dag=2027-05-05&kand=2026-12-01").query == "?dag=2027-05-05&kand=2026-12-01"
