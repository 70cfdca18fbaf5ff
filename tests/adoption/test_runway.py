"""The runway: the earliest day is the rule's own answer, asked as if all adopted on the days that are planned."""

from copy import deepcopy
from datetime import date, timedelta

import pytest
import time_machine

from adoption.pages import adoption_page
from adoption.runway import Runway
from adoption.runway_page import Scale, figure
from adoption.states import Adoption
from sodertorn.register import Register
from tests.adoption.renewal import LAST, NOON, TODAY, adopt, awaited, but, plain, planned
from tests.factories import CaseFactory, DetailFactory, SentFactory

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

SOON, LATER = date(2027, 3, 2), date(2027, 3, 16)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def new(renewed):
    return deepcopy(renewed)


def runway(placement, on=TODAY):
    return Runway(Adoption(Register(), placement.revision.slug, on))


def url(*place):
    return "/"


def stop(placement, slug):
    return next(stop for stop in runway(placement).stops if stop.seat.seat == slug)


def test_the_day_is_what_the_rule_says_when_it_has_happened(new):
    adopt(new, *but("nynashamn", "tyreso"))
    adopt(new, "tyreso", outcome="to_council")
    planned(new, "nynashamn", LATER)
    planned(new, "tyreso", SOON, kind="council")
    before = runway(new)
    foreseen = before.first_day(before.planned)

    adopt(new, "nynashamn", on=LATER)
    adopt(new, "tyreso", on=SOON, case__kind="council")

    answer = Register().answer(LATER)
    assert (answer.programme, answer.since.latest) == (new.revision.slug, LATER)
    assert foreseen == LATER


def test_an_adoption_with_a_later_start_needs_no_meeting(new):
    adopt(new, *but("tyreso"))
    adopt(new, "tyreso", starts=LATER)

    assert stop(new, "tyreso").comes == LATER
    assert runway(new).first_day({}) == LATER


def test_what_the_board_planned_is_past_when_the_council_decides(new):
    planned(new, "tyreso", LATER)
    adopt(new, "tyreso", outcome="to_council")

    assert (stop(new, "tyreso").body, stop(new, "tyreso").meeting) == ("council", None)


def test_the_meeting_that_referred_it_back_is_not_to_come(new):
    planned(new, "tyreso", TODAY)
    adopt(new, "tyreso", on=TODAY, outcome="referred_back")

    assert (stop(new, "tyreso").meeting, stop(new, "tyreso").missed) == (None, None)


def test_a_planned_meeting_that_has_been_is_missed_until_its_decision_is_registered(new):
    planned(new, "tyreso", LAST)
    assert stop(new, "tyreso").missed == LAST

    adopt(new, "tyreso", on=LAST, outcome="postponed")

    assert stop(new, "tyreso").missed is None


def test_what_was_planned_before_a_decision_is_used_up_by_the_meeting_held(new):
    planned(new, "nynashamn", SOON)
    adopt(new, "nynashamn", on=LAST, text_change="changed")
    assert (stop(new, "nynashamn").meeting, stop(new, "nynashamn").missed) == (None, None)
    told = next(r for r in adoption_page(runway(new).adoption, url)["rows"] if r["name"] == "Nynäshamn")
    assert plain([told["day"]]) == ["16 februari 2027"]
    assert "Inget kommande sammanträde" in awaited(new)[1]

    planned(new, "nynashamn", SOON)

    assert stop(new, "nynashamn").meeting == SOON


def test_the_last_day_for_papers_leads_up_to_the_meeting(new):
    planned(new, "tyreso", SOON)
    case = CaseFactory(placement=new, slug="tyreso")
    DetailFactory(case=case, detail="deadline", on=LATER)
    assert stop(new, "tyreso").deadline is None

    DetailFactory(case=case, detail="deadline", on=LAST)

    assert stop(new, "tyreso").deadline == LAST


def test_of_many_months_each_year_is_named(new):
    months = Scale(date(2026, 12, 1), date(2027, 11, 1)).months()
    assert [month["name"] for month in months if month["name"]] == ["jan 2027", "mar", "maj", "jul", "sep"]

    assert [month["name"] for month in Scale(date(2026, 12, 1), date(2029, 3, 1)).months()] == [
        "2027",
        "2028",
        "",
    ]


def test_the_committee_plans_its_own_adjusted_wording(applied, new):
    adjusted = SentFactory(adjustment=True, adjusts=applied.revision)
    DetailFactory(case=adjusted.revision.cases.get(), on=SOON)

    (seat,) = Adoption(Register(), adjusted.revision.slug, TODAY).seats

    assert runway(adjusted).stop(seat).meeting == SOON


def test_whose_meeting_is_not_known_is_told_and_before_which_day_it_cannot_be(new):
    adopt(new, *but("nynashamn", "tyreso"))
    planned(new, "tyreso", LATER)

    assert awaited(new)[1:3] == [
        "Inget kommande sammanträde är känt för kommunstyrelsen i Nynäshamn, "
        "så det går inte att säga när programmet tidigast kan börja gälla.",
        "Det blir inte före den 16 mars 2027, om de planerade sammanträdena håller.",
    ]


def test_the_picture_holds_each_seat_in_its_order_and_what_is_known_of_it(new):
    adopt(new, *but("nynashamn", "sodertalje", "tyreso"))
    adopt(new, "sodertalje", outcome="referred_back", paragraph="45 a")
    planned(new, "sodertalje", LATER)
    planned(new, "tyreso", TODAY - timedelta(days=1))

    drawn = figure(runway(new))

    rows = {row["name"]: [mark["mark"] for mark in row["marks"]] for row in drawn["rows"]}
    assert list(rows)[:3] == ["Botkyrka", "Haninge", "Huddinge"]
    assert rows["Nynäshamn"] == []
    assert rows["Södertälje"] == ["referred", "awaiting"]
    assert rows["Tyresö"] == ["unknown"]
    assert drawn["first"] is None


def test_of_a_past_day_nothing_is_told_that_was_decided_later(new):
    adopt(new, *but("tyreso"))
    planned(new, "tyreso", LATER)

    early = figure(runway(new, on=date(2027, 1, 15)))

    assert [row["marks"] for row in early["rows"] if row["name"] != "Tyresö"] == [[]] * 7
