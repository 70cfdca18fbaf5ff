"""Each page asks the database a fixed number of questions, however much the register holds (house.md, 9)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from adoption.models import Municipality
from tests.pages.crowd import MUNICIPALITIES, TIMES, Crowd, amounts
from tests.pages.site import visit

pytestmark = pytest.mark.usefixtures("demo")

QUERIES = {
    "/": 16,
    "/?dag=2021-06-01&kand=2026-12-01": 16,
    "/?dag=2023-03-01": 16,
    "/gallande/": 17,
    "/gallande/2021-06-01/": 16,
    "/gallande/2023-03-01/?kand=2026-12-01": 16,
    "/program/": 13,
    "/program/2019/": 19,
    "/program/2027-2030/": 19,
    "/program/2019/mal/2/": 19,
    "/program/2023-2026/jamfor/2027-2030/": 16,
    "/jamfor/": 12,
    "/antagande/2023-2026/": 14,
    "/antagande/2027-2030/": 14,
    "/antagande/2027-2030/sammantraden.ics": 9,
    "/kommuner/": 13,
    "/kommuner/tyreso/": 14,
    "/kommuner/tyreso/sammantraden.ics": 9,
    "/beslut/78/": 14,
    "/sa-avgors/": 3,
    "/om/": 1,
    "/folj/": 9,
    "/folj/vad-som-galler.atom": 11,
    "/folj/tyreso.atom": 12,
    "/sok/": 1,
    "/sok/?q=infrastruktur+antog": 18,
    "/sok/?q=infrastruktur+antog&dag=2021-06-01&kand=2026-12-01": 17,
    "/ord/": 1,
    "/tillganglighet/": 1,
    "/fel/": 0,
    "/tillganglighet/meddela/": 0,
    "/finns-inte/": 0,
    "/program/finns-inte/": 3,
    "/?dag=2023-02-30": 0,
    "/?kand=2020-01-01": 1,
}
ALIKE = {
    "/program/program-3/": "/program/2019/",
    "/program/program-3/mal/2/": "/program/2019/mal/2/",
    "/program/program-3/jamfor/program-4/": "/program/2023-2026/jamfor/2027-2030/",
    "/antagande/program-0/": "/antagande/2023-2026/",
    "/antagande/program-3/": "/antagande/2023-2026/",
    "/kommuner/kommun-5/": "/kommuner/tyreso/",
}


@pytest.fixture
def crowd():
    """Nine times as much again of everything, after the demonstration's programme in the line."""
    Crowd().add()


def queries(address):
    with CaptureQueriesContext(connection) as captured:
        visit(address)
    return len(captured)


def asked(addresses):
    return {address: queries(address) for address in addresses}


def test_each_kind_of_page_asks_a_known_number():
    assert asked(QUERIES) == QUERIES


def test_english_pages_ask_as_many():
    assert asked(f"/en{address}" for address in QUERIES) == {
        f"/en{a}": number for a, number in QUERIES.items()
    }


@pytest.mark.proof_only
@pytest.mark.any_database
def test_ten_times_as_much_is_asked_for_in_as_many(crowd):
    assert asked(QUERIES) == QUERIES
    more = {address: number for address, number in asked(ALIKE).items() if number > QUERIES[ALIKE[address]]}
    assert more == {}  # it may be fewer: what has no errata asks for no answers to them


@pytest.mark.any_database
def test_events_are_read_kind_by_kind_and_not_one_by_one():
    """What stands on a page of them decides which kinds; each kind is one question."""
    assert max(asked(["/handelser/", "/en/handelser/", "/handelser/?fore=60"]).values()) <= 28


@pytest.mark.any_database
def test_the_crowd_is_ten_times_as_large():
    before = amounts()

    Crowd().add()

    assert [name for name, amount in amounts().items() if amount < TIMES * before[name]] == []
    assert Municipality.objects.count() == MUNICIPALITIES
