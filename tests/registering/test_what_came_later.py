"""What comes after a municipality's decision is a line each on its page."""

import pytest

from adoption.models import FollowUp
from sodertorn.outbox import Mail
from tests.desk.decided import of_tyreso
from tests.desk.rooms import read, send, strategist
from tests.factories import day
from tests.pages.site import spaces
from tests.registering.test_own_decision import decided, registered

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def test_what_came_later_is_a_line(office):
    registered(office.client, office.new, **decided())
    there = f"{office.new}{of_tyreso()[0].entry.fact}/justerat/"

    done = registered(office.client, there, on=day(17).isoformat())

    assert done.url == office.page
    assert "17 februari 2025" in read(office.client, office.page).main
    assert FollowUp.objects.get(step="signed").entry.office == "Tyresö kommun"


def test_an_appeal_and_its_judgment_are_told_with_their_numbers(office):
    registered(office.client, office.new, **decided())
    there = f"{office.new}{of_tyreso()[0].entry.fact}/"
    strategist(email="strateg@example.se")
    assert f"{there}dom/" not in read(office.client, office.page).values("a", "href")

    registered(office.client, f"{there}overklagat/", on=day(17).isoformat(), words="4711-25")
    assert f"{there}dom/" in read(office.client, office.page).values("a", "href")
    judged = {"on": day(19).isoformat(), "words": "4711-25, avslag"}
    asked = send(office.client, f"{there}dom/", step="review", **judged)
    assert "Visas offentligt: ”4711-25, avslag”." in asked.main
    registered(office.client, f"{there}dom/", **judged)

    page = spaces(read(office.client, office.page).main)
    assert "17 februari 2025, 4711-25" in page and "19 februari 2025, 4711-25, avslag" in page
    assert FollowUp.objects.get(step="judgment").entry.office == "Tyresö kommun"
    assert Mail.objects.filter(to="strateg@example.se", subject__startswith="Dom den 19").exists()
