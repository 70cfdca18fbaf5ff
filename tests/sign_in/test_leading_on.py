"""Whoever was asked to sign in comes to the very page that was asked for, whichever way they sign in."""

import re
from urllib.parse import urlencode

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client

from tests.factories import UserFactory
from tests.pages.site import Page
from tests.sign_in.test_second_factor import SECRET, code

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

PASSWORD = "en mening som är lätt att minnas"


@pytest.fixture
def asked_for(two):
    """The form of Huddinge's case."""
    return f"/registrera/{two.cases['huddinge'].pk}/beslut/"


def links_in(mail) -> list[str]:
    return re.findall(r"http://127.0.0.1:8000(\S+/lank/\S+)", mail.body)


def led_by_a_mail(address: str, email: str, arrived) -> list[str]:
    """Where each link of the mail leads that somebody gets who asks for a page and then for a link."""
    client = Client()
    asking = client.get(address).url
    client.post(asking, {"email": email})
    return [client.post(link).url for link in links_in(arrived()[-1])]


def test_a_link_by_mail_leads_to_the_page_that_was_asked_for(two, arrived, asked_for):
    user = two.registrar()

    assert led_by_a_mail(asked_for, user.email, arrived) == [asked_for]
    assert led_by_a_mail("/registrera/", user.email, arrived) == ["/registrera/"]
    assert led_by_a_mail(f"/en{asked_for}", user.email, arrived) == [f"/en{asked_for}"]


def test_its_page_says_so_and_its_button_keeps_it(two, arrived, asked_for):
    client, user = Client(), two.registrar()
    client.post(client.get(asked_for).url, {"email": user.email})
    [link] = links_in(arrived()[-1])

    page = Page(client.get(link))

    assert "den sida som du var på väg till" in page.main
    assert [form.get("action") for form in page.attributes("form")] == [None]


def test_only_the_link_of_that_municipality_leads_there(two, arrived, asked_for):
    user = two.registrar(two.huddinge, two.tyreso)

    led = led_by_a_mail(asked_for, user.email, arrived)

    assert sorted(led) == sorted([asked_for, f"/registrera/{two.cases['tyreso'].pk}/"])


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://example.se/registrera/",
        "//example.se/registrera/",
        "/\\example.se",
        "/admin/",
        "/logga-ut/",
        "/konto/",
        "/lasa/",
        "/nowhere/",
        f"/registrera/{'9' * 40}/",
        "javascript:alert(1)",
    ],
)
def test_no_link_leads_where_it_opens_nothing(two, arrived, elsewhere):
    client, user = Client(), two.registrar()
    client.post("/logga-in/?" + urlencode({"next": elsewhere}), {"email": user.email})
    [link] = links_in(arrived()[-1])

    assert "next" not in link
    there = client.post(f"{link}?{urlencode({'next': elsewhere})}")
    assert there.url == f"/registrera/{two.cases['huddinge'].pk}/"


def test_a_reader_of_drafts_is_led_to_them(db, arrived):
    reader = UserFactory(reads_drafts=True)

    assert led_by_a_mail("/lasa/", reader.email, arrived) == ["/lasa/"]


def test_a_password_leads_there_too_from_the_page_that_asks_for_a_link(two, asked_for):
    two.registrar(email="a@example.se", password=PASSWORD)
    client = Client()
    [way] = [url for url in Page(client.get(asked_for, follow=True)).values("a", "href") if "losenord" in url]
    back = [url for url in Page(client.get(way)).values("a", "href") if url.startswith("/logga-in/?")]

    typed = {name: value for name, value in held_in(client, way).items() if name == "next"}
    done = client.post("/logga-in/losenord/", {"login": "a@example.se", "password": PASSWORD, **typed})

    assert done.url == asked_for
    assert back == ["/logga-in/?" + urlencode({"next": asked_for})]


def held_in(client, address) -> dict:
    boxes = Page(client.get(address)).attributes("input")
    return {box["name"]: box.get("value", "") for box in boxes if "name" in box}


def test_the_second_factor_leads_there_too(two, asked_for, settings):
    settings.SECOND_FACTOR = True
    user = two.registrar(email="asa@example.se", password=PASSWORD, is_staff=True)
    TOTP.activate(user, SECRET)
    client = Client()

    client.post("/logga-in/losenord/", {"login": user.email, "password": PASSWORD, "next": asked_for})

    assert client.post("/logga-in/kod/", {"code": code()}).url == asked_for


def test_who_is_told_that_a_link_is_sent_may_write_another_address(two, asked_for):
    client = Client()
    sent = client.post(client.get(asked_for).url, {"email": "x@example.se"}, follow=True)

    assert "/logga-in/?" + urlencode({"next": asked_for}) in Page(sent).values("a", "href")
