"""A municipality notes what is planned of a matter before its meeting."""

from datetime import date

import pytest

from adoption.models import CaseDetail
from tests.desk.decided import held
from tests.desk.rooms import errors, read, send
from tests.factories import day
from tests.pages.site import spaces
from tests.registering.test_own_decision import decided, registered

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def test_the_next_meeting_is_asked_for_when_the_plan_is_used_up(office):
    plan, later = f"{office.page}gang/", day(25).isoformat()
    send(office.client, plan, **held(read(office.client, plan)) | {"meeting": later})
    said = decided(outcome="postponed", text_change="not_stated", document="not_stated")
    registered(office.client, office.new, **said)

    assert "Anteckna sammanträdet." in read(office.client, office.page).main
    assert "25 februari" not in spaces(read(office.client, office.page).main)
    send(office.client, plan, **held(read(office.client, plan)) | {"meeting": later})

    assert "25 februari" in spaces(read(office.client, office.page).main)


def test_the_plan_is_noted_at_once(office):
    typed = {"number": "KS-2025/64", "officer": "Kim", "meeting": day(25).isoformat()}

    done = send(office.client, f"{office.page}gang/", **typed)

    assert done.response.url == office.page
    page = read(office.client, office.page).main
    assert "KS-2025/64" in page and "25 februari 2025" in page and "Kim" in page
    assert held(read(office.client, office.new))["numbers"] == "KS-2025/64"


def test_a_plan_that_another_noted_meanwhile_is_not_overwritten(office):
    there = f"{office.page}gang/"
    opened = held(read(office.client, there))
    send(office.client, there, **opened | {"meeting": day(25).isoformat(), "officer": "Kim"})

    send(office.client, there, **opened | {"number": "KS-2025/64"})  # its page showed neither
    page = read(office.client, office.page).main
    assert "25 februari 2025" in page and "Kim" in page and "KS-2025/64" in page

    both = send(office.client, there, **opened | {"meeting": day(27).isoformat()})
    assert f"Någon har antecknat {day(25).isoformat()}" in errors(both)
    send(office.client, there, **held(both))
    assert "27 februari 2025" in read(office.client, office.page).main


def test_on_its_own_day_the_meeting_that_referred_it_back_is_not_to_come(office):
    send(office.client, f"{office.page}gang/", **{"meeting": day(20).isoformat()})
    other = {"text_change": "not_stated", "document": "not_stated", "on": day(20).isoformat()}
    registered(office.client, office.new, **decided(outcome="referred_back", **other))

    assert "Anteckna nästa sammanträde" in read(office.client, office.page).main


def test_a_plan_keeps_what_leads_up_to_the_meeting_before_it(office):
    typed = {"meeting": day(30).isoformat(), "preparation": day(31).isoformat()}
    page = send(office.client, f"{office.page}gang/", **typed)

    assert "Det ligger efter sammanträdet den 2 mars 2025" in errors(page)
    assert not CaseDetail.objects.exists()


def test_a_holiday_is_asked_about_and_may_be_right(office):
    there, typed = f"{office.page}gang/", {"meeting": "2025-06-06", "officer": "Kim"}

    page = send(office.client, there, **typed)
    assert "Den 6 juni 2025 är helg (Nationaldagen). Är det rätt? Spara igen i så fall." in errors(page)
    other = send(office.client, there, **held(page) | {"meeting": "2025-06-07"})
    assert "helg (lördag)" in errors(other)
    send(office.client, there, **held(other))

    assert CaseDetail.objects.get().on == date(2025, 6, 7)


def test_a_later_meeting_that_was_noted_is_told_of_when_the_decision_comes(office):
    send(office.client, f"{office.page}gang/", meeting=day(31).isoformat())

    review = send(
        office.client, office.new, step="review", **held(read(office.client, office.new)) | decided()
    )

    assert "Sammanträdet som var antecknat till den 3 mars 2025 räknas inte längre." in review.main
    registered(office.client, office.new, **decided())
    assert "Sammanträde den 10 februari 2025" in read(office.client, office.page).main
