"""What readers have told waits at the desk, and is closed there with what was done."""

import pytest

from sodertorn.free_text import MASKED
from sodertorn.outbox import Mail
from sodertorn.report_services import receive
from sodertorn.reports import Report
from tests.desk.rooms import desk_of, read, strategist

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def desk():
    return desk_of(strategist())


@pytest.fixture
def report():
    said = {"page": "/om/", "words": "Namnet är felstavat.", "email": "lasare@example.se"}
    return receive(about="error", **said)


def test_a_message_waits_on_the_front_page(desk, report):
    page = read(desk, "/admin/")

    assert "Namnet är felstavat." in page.main
    assert f"/admin/meddelanden/{report.pk}/" in page.values("a", "href")


def test_its_page_shows_what_was_said_of_which_page_and_where_an_answer_goes(desk, report):
    page = read(desk, f"/admin/meddelanden/{report.pk}/")

    assert "Namnet är felstavat." in page.main
    assert {"/om/", "mailto:lasare@example.se"} <= set(page.values("a", "href"))


def test_a_page_that_is_none_of_ours_is_no_link(desk):
    strange = receive(about="error", page="javascript:alert(1)", words="Klicka här", email="")

    page = read(desk, f"/admin/meddelanden/{strange.pk}/")

    assert "javascript:alert(1)" in page.main
    assert "javascript:alert(1)" not in page.values("a", "href")


def test_it_is_closed_with_a_note_and_waits_no_more(desk, report):
    address = f"/admin/meddelanden/{report.pk}/"
    assert "måste fyllas i" in desk.post(address, {"note": " "}).content.decode()

    desk.post(address, {"note": "Namnet är rättat."})

    closed = Report.objects.get()
    assert (closed.note, closed.closed_by.is_staff, closed.email) == ("Namnet är rättat.", True, "")
    assert "Namnet är felstavat." not in read(desk, "/admin/").main
    assert "avslutat" in read(desk, "/admin/meddelanden/").main
    assert "Namnet är rättat." in read(desk, address).main


def test_words_that_may_not_be_kept_are_masked_for_good(desk, report):
    desk.post(f"/admin/meddelanden/{report.pk}/", {"mask": ""})

    assert "felstavat" not in read(desk, "/admin/meddelanden/").main
    kept = Report.objects.get()
    assert (kept.words, kept.page, kept.email) == (MASKED, "", "")
    assert not Mail.objects.filter(text__contains="felstavat").exists()


def test_closed_by_two_it_says_so_to_the_second(desk, report):
    address = f"/admin/meddelanden/{report.pk}/"
    desk.post(address, {"note": "Först."})

    page = desk.post(address, {"note": "Sedan."}, follow=True)

    assert "var redan avslutat" in page.content.decode()
    assert Report.objects.get().note == "Först."
