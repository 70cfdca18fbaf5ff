"""The room for sharing a draft: a link is made for somebody, seen to be opened, and ended."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from programme.models import PreviewLink
from tests.desk.rooms import boxes, desk_of, errors, read, send, strategist
from tests.factories import RevisionFactory, SentFactory

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

ROOM = "/admin/utkast/nasta/dela/"


@pytest.fixture
def desk():
    return desk_of(strategist(name="Siv"))


@pytest.fixture
def draft():
    return RevisionFactory(slug="nasta", title="Nästa program", texts=True)


def share(desk, **typed):
    usual = {"recipient": "ledningsgruppen", "until": in_days(21)}
    return send(desk, ROOM, **usual | typed)


def in_days(number):
    return (timezone.localdate() + timedelta(number)).isoformat()


def test_three_weeks_are_suggested(desk, draft):
    assert boxes(read(desk, ROOM))["until"] == in_days(21)


def test_a_link_is_made_and_shows_the_draft(desk, draft):
    assert share(desk).status == 302

    address = boxes(read(desk, ROOM))[""]
    assert address == f"http://testserver/utkast/{PreviewLink.objects.get().token}/"
    assert "Fler tåg" in Client().get(address).content.decode()


def test_it_is_seen_how_often_a_link_was_opened(desk, draft):
    share(desk)
    assert "Inte öppnad." in read(desk, ROOM).main

    Client().get(boxes(read(desk, ROOM))[""])
    Client().get(boxes(read(desk, ROOM))[""])

    assert "Öppnad två gånger, senast den" in read(desk, ROOM).main.replace("senast ", "senast den ", 1)


def test_the_same_form_twice_makes_one_link(desk, draft):
    share(desk)
    share(desk)

    assert PreviewLink.objects.count() == 1


def test_a_link_is_ended(desk, draft):
    share(desk)
    link = PreviewLink.objects.get()

    for _ in range(2):
        assert send(desk, ROOM, end=link.pk).status == 302

    page = read(desk, ROOM)
    assert "Länkar som inte visar någonting mer" in page.texts("h2")
    assert " av Siv." in page.main.partition("Avslutad")[2]
    assert Client().get(f"/utkast/{link.token}/").status_code == 410


@pytest.mark.parametrize(
    "wrong, words",
    [
        ({"recipient": ""}, "Till vem:"),
        ({"recipient": "x" * 201}, "201 tecken"),
        ({"recipient": "850709-9805"}, "personnummer"),
        ({"until": in_days(-1)}, "Dagen har redan varit."),
        ({"until": in_days(366)}, "högst ett år"),
        ({"until": "20233-01-01"}, "Till och med:"),
        ({"until": ""}, "Till och med:"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(desk, draft, wrong, words):
    typed = {"recipient": "ledningsgruppen", "until": in_days(21)} | wrong
    page = share(desk, **wrong)

    assert page.status == 200
    assert words in errors(page)
    assert {name: boxes(page).get(name, "") for name in typed} == typed
    assert not PreviewLink.objects.exists()


@pytest.mark.parametrize("number", ["0", "x", "²", "9" * 40])
def test_a_link_that_does_not_exist_is_not_ended(desk, draft, number):
    assert send(desk, ROOM, end=number).status == 404


def test_a_link_is_not_ended_under_another_draft(desk, draft):
    share(desk)
    RevisionFactory(slug="annat")

    assert send(desk, "/admin/utkast/annat/dela/", end=PreviewLink.objects.get().pk).status == 404


def test_what_is_sent_is_not_shared_any_more(desk):
    SentFactory(slug="sant")

    page = read(desk, "/admin/utkast/sant/dela/")
    assert page.status == 200
    assert "Gör en länk" not in page.main
    assert send(desk, "/admin/utkast/sant/dela/", recipient="x", until=in_days(1)).status == 200
    assert not PreviewLink.objects.exists()


def test_an_unknown_draft_is_not_there(desk):
    assert read(desk, ROOM).status == 404
