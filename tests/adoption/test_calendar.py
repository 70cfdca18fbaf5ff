"""The meetings as a calendar, opened by another library than the one that wrote it."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
import vobject
from django.test import Client

from adoption.models import CaseDetail
from adoption.services import correct, newest
from programme.services import withdraw
from tests.adoption.renewal import NOON, adopt
from tests.factories import OFFICE, CaseFactory, DetailFactory

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

FIRST, MOVED, AGAIN = date(2027, 2, 16), date(2027, 3, 2), date(2027, 3, 16)
ADDRESS = "/antagande/2027-2030/sammantraden.ics"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOON - timedelta(days=10), tick=False) as traveller:
        yield traveller


@pytest.fixture
def new(renewed, db):
    return renewed


def plan(placement, on, slug="tyreso", **more):
    return DetailFactory(case=CaseFactory(placement=placement, slug=slug), on=on, **more)


def text(address=ADDRESS) -> str:
    return Client().get(address).content.decode()


def events(address=ADDRESS) -> dict[str, dict]:
    """The events by their UID, once the whole calendar is valid."""
    response = Client().get(address)
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    lines = response.content.split(b"\r\n")
    assert lines.pop() == b"" and not any(b"\n" in line or len(line) > 75 for line in lines)
    calendar = vobject.readOne(response.content.decode())
    assert calendar.validate(raiseException=True)
    found = getattr(calendar, "vevent_list", [])
    return {one.uid.value: {child.name: child.value for child in one.getChildren()} for one in found}


def only(address=ADDRESS) -> dict:
    (event,) = events(address).values()
    return event


def test_a_planned_meeting_is_a_whole_day(new):
    plan(new, FIRST)

    event = only()

    assert (event["DTSTART"], event["DTEND"]) == (FIRST, FIRST + timedelta(days=1))
    assert event["SUMMARY"] == "Kommunstyrelsen i Tyresö: programmet för 2027–2030"
    assert (event["STATUS"], event["SEQUENCE"]) == ("TENTATIVE", "0")
    assert event["LAST-MODIFIED"] == event["DTSTAMP"]


def test_a_meeting_stays_one_event_when_it_is_moved_and_held(new, clock):
    plan(new, FIRST)
    (uid,) = events()
    clock.shift(timedelta(days=1))
    plan(new, MOVED)
    assert events()[uid]["DTSTART"] == MOVED
    clock.move_to(datetime(2027, 3, 3, 9, tzinfo=ZoneInfo("Europe/Stockholm")))
    adopt(new, "tyreso", on=MOVED, paragraph="22")

    event = events()[uid]

    assert (event["STATUS"], event["SEQUENCE"]) == ("CONFIRMED", "2")
    assert "antog programmet för 2027–2030" in event["DESCRIPTION"]
    assert event["LAST-MODIFIED"] == datetime(2027, 3, 3, 8, tzinfo=ZoneInfo("UTC"))


def test_the_meeting_after_a_referral_is_an_event_of_its_own(new):
    plan(new, FIRST)
    adopt(new, "tyreso", on=FIRST, outcome="referred_back")
    plan(new, AGAIN)

    assert [event["DTSTART"] for event in events().values()] == [FIRST, AGAIN]


@pytest.mark.parametrize("how", ["no day", "never was", "withdrawn"])
def test_what_is_called_off_keeps_its_event(new, how):
    detail = plan(new, FIRST)
    (uid,) = events()
    if how == "no day":
        plan(new, None)
    elif how == "never was":
        fact = newest(CaseDetail.objects.select_related("entry").get(pk=detail.pk))
        correct(fact=fact, correction="never_happened", reason="Fel kommun.", office=OFFICE)
    else:
        withdraw(revision=new.revision, on=date(2027, 2, 9), why="Fel bilaga.", office=OFFICE)

    event = events()[uid]

    assert (event["STATUS"], event["SEQUENCE"], event["DTSTART"]) == ("CANCELLED", "1", FIRST)


def test_a_plan_that_is_noted_after_its_meeting_makes_no_second_one(new, clock):
    adopt(new, "tyreso", on=FIRST, outcome="referred_back")
    clock.shift(timedelta(days=1))
    plan(new, FIRST)
    plan(new, MOVED)

    days = [(event["DTSTART"], event["STATUS"]) for event in events().values()]

    assert days == [(FIRST, "CONFIRMED"), (MOVED, "TENTATIVE")]


def test_what_is_not_public_of_a_plan_is_not_in_it(new):
    plan(new, FIRST, words="Karin Berglund föredrar")
    plan(new, FIRST - timedelta(days=9), detail="deadline")

    assert "Berglund" not in text()
    assert len(events()) == 1


def test_a_municipality_has_its_own(new):
    plan(new, FIRST)
    plan(new, MOVED, slug="salem")

    days = [event["DTSTART"] for event in events("/kommuner/salem/sammantraden.ics").values()]

    assert days == [date(2023, 5, 16), MOVED]


def test_a_programme_without_meetings_has_a_valid_calendar(new):
    assert events() == {}
    assert "BEGIN:VTIMEZONE" in text()


def test_it_is_the_same_calendar_in_english(new):
    plan(new, FIRST)

    english = events(f"/en{ADDRESS}")

    assert english.keys() == events().keys()
    assert "municipal executive board" in next(iter(english.values()))["SUMMARY"].lower()


def test_of_an_earlier_knowledge_it_holds_what_was_known_then(new, clock):
    plan(new, FIRST)
    clock.shift(timedelta(days=5))
    plan(new, MOVED)

    then = only(f"{ADDRESS}?kand=2027-02-12")

    assert (then["DTSTART"], then["SEQUENCE"]) == (FIRST, "0")


def test_where_they_are_listed_an_empty_one_is_said_to_be_empty(new):
    listed = [item for item in text("/folj/").split("<li>") if "webcal:" in item and "tom tills" in item]
    assert [ADDRESS in item for item in listed] == [True]

    plan(new, FIRST)

    assert "tom tills" not in text("/folj/")
