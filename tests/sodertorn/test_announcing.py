"""The register announces what applies when that has changed, and never twice."""

import pytest
from django.core.management import call_command

from adoption.services import follow_up
from programme.models import Announcement
from sodertorn.announcing import announce
from tests.factories import OFFICE, DecisionFactory, SentFactory, day

pytestmark = pytest.mark.django_db


def said() -> list[tuple]:
    rows = Announcement.objects.order_by("entry").values_list("announced", "revision__slug", "since_latest")
    return list(rows)


def test_what_applies_is_announced_once():
    SentFactory(slug="2025", adopted_by=["huddinge", "tyreso"])

    announce(office=OFFICE)
    announce(office=OFFICE)

    assert said() == [("applies", "2025", day(10))]


def test_a_programme_that_is_replaced_is_announced_with_the_one_that_applies():
    SentFactory(slug="2025", adopted_by=["huddinge", "tyreso"])
    announce(office=OFFICE)
    SentFactory(slug="2026", adopted_by=["huddinge", "tyreso"], adopted_by__on_day=20)

    announce(office=OFFICE)

    assert said()[1:] == [("replaced", "2025", None), ("applies", "2026", day(20))]


def test_a_programme_that_loses_an_adoption_is_announced():
    sent = SentFactory(slug="2025", adopted_by=["huddinge"])
    adoption = DecisionFactory(case__placement=sent, case__slug="tyreso", on=day(10))
    announce(office=OFFICE)
    follow_up(decision=adoption, step="annulled", on=day(30), office=OFFICE)

    announce(office=OFFICE)

    assert said()[1:] == [("unsettled", "2025", day(30))]


def test_the_daily_command_announces_what_a_day_brought(capsys):
    SentFactory(slug="2025", adopted_by=["huddinge", "tyreso"])

    call_command("announce")

    assert said() == [("applies", "2025", day(10))]
