"""The register announces what applies when that has changed, and never twice."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from adoption.services import correct, follow_up, register, supplement
from programme.models import Announcement, Revision
from sodertorn.announcing import announce
from sodertorn.journal import Entry
from sodertorn.verifying.rule import announcements
from tests.desk.decided import NEW, message
from tests.desk.rooms import confirmed, desk_of, send, strategist
from tests.factories import OFFICE, DecisionFactory, SentFactory, day
from tests.pages.conftest import REGISTER

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


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


def test_a_programme_is_replaced_though_for_a_while_it_was_not_known_by_which_day():
    SentFactory(slug="2025", adopted_by=["huddinge", "tyreso"])
    announce(office=OFFICE)
    sent = SentFactory(slug="2026", adopted_by=["huddinge"], adopted_by__on_day=20)
    some_day = DecisionFactory(
        case__placement=sent, case__slug="tyreso", on=None, earliest=day(20), latest=None
    )
    announce(office=OFFICE)
    supplement(fact=some_day, latest=day(22), office=OFFICE)

    announce(office=OFFICE)

    assert [what for what, *_which in said()] == ["applies", "not_known", "replaced", "applies"]
    assert announcements().faults == []


def test_a_programme_that_loses_an_adoption_is_announced():
    sent = SentFactory(slug="2025", adopted_by=["huddinge"])
    adoption = DecisionFactory(case__placement=sent, case__slug="tyreso", on=day(10))
    announce(office=OFFICE)
    follow_up(decision=adoption, step="annulled", on=day(30), office=OFFICE)

    announce(office=OFFICE)

    assert said()[1:] == [("unsettled", "2025", day(30))]


@pytest.mark.database
def test_the_daily_command_announces_what_a_day_brought(capsys):
    SentFactory(slug="2025", adopted_by=["huddinge", "tyreso"])

    call_command("announce")

    assert said() == [("applies", "2025", day(10))]


# From the doors through which facts come in


@pytest.mark.database
def test_the_last_adoption_is_announced_in_its_own_act():
    SentFactory(slug="2025", adopted_by=["huddinge"])
    desk = desk_of(strategist())
    typed = message(revision="2025", paragraph="22")

    confirmed(desk, NEW, **typed)

    announcement, act = Entry.objects.order_by("-number")[:2]
    assert [act.kind, announcement.kind] == ["decision", "announcement"]
    assert (announcement.by, said()) == (act.by, [("applies", "2025", day(10))])
    assert announcements().faults == []


def test_what_a_desk_only_foresees_is_not_announced():
    SentFactory(slug="2025", adopted_by=["huddinge"])

    send(desk_of(strategist()), NEW, step="review", seen="999", **message(revision="2025"))

    assert said() == []


def test_what_changes_nothing_that_applies_is_not_announced():
    SentFactory(slug="2025", seats=["huddinge", "tyreso", "salem"])

    confirmed(desk_of(strategist()), NEW, **message(revision="2025"))

    assert said() == []


def test_what_is_imported_is_announced_and_what_is_only_checked_is_not():
    call_command("import_register", REGISTER, check=True, stdout=StringIO())
    checked = said()
    call_command("import_register", REGISTER, stdout=StringIO())

    assert checked == []
    assert said() == [("applies", "2023-2026", date(2023, 5, 16))]


def test_what_never_applied_after_all_has_not_been_replaced():
    SentFactory(slug="2025", adopted_by=["huddinge", "tyreso"])
    announce(office=OFFICE)
    later = SentFactory(slug="2026", adopted_by=["huddinge"])
    mistaken = DecisionFactory(case__placement=later, case__slug="tyreso", on=day(20))
    announce(office=OFFICE)
    never = {"correction": "never_happened", "reason": "Fel program.", "office": OFFICE}
    correct(fact=mistaken, **never)

    announce(office=OFFICE)

    assert said()[-2:] == [("applies", "2026", day(20)), ("applies", "2025", day(10))]
    assert announcements().faults == []


@pytest.mark.parametrize("slug", ["2025", "2026"])
def test_verify_finds_a_replacement_that_was_none(slug):
    SentFactory(slug="2025", adopted_by=["huddinge", "tyreso"])
    SentFactory(slug="2026")

    untrue = Announcement(announced="replaced", revision=Revision.objects.get(slug=slug), day=day(60))
    register(fact=untrue, office=OFFICE)

    assert len(announcements().faults) == 1
