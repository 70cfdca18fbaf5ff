"""Strategists and administrators need a second factor, and nothing of the desk opens without it."""

import time

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.test import Client

from programme.models import TermOfOffice
from sodertorn import mail
from sodertorn.outbox import Mail
from sodertorn.users import User

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

EMAIL, PASSWORD, SECRET = "asa@example.se", "en mening som är lätt att minnas", "JBSWY3DPEHPK3PXP"
SIGN_IN, CODE = "/logga-in/losenord/", "/logga-in/kod/"
TERM = "/admin/programme/termofoffice/add/"
TYPED = {"label": "2030–2034", "election": "2030-09-08", "council_from": "2030-10-15", "_save": "Spara"}


@pytest.fixture(autouse=True)
def demanded(settings):
    settings.SECOND_FACTOR = True


@pytest.fixture
def strategist(db):
    return User.objects.create_user(EMAIL, PASSWORD, is_staff=True)


@pytest.fixture
def with_app(strategist):
    TOTP.activate(strategist, SECRET)
    return strategist


def code(secret: str = SECRET) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def with_password(client: Client):
    return client.post(SIGN_IN, {"login": EMAIL, "password": PASSWORD})


def test_one_who_has_none_is_led_to_making_one_and_then_gets_in(client, strategist):
    with_password(client)
    begun = client.get("/admin/", follow=True)
    assert begun.redirect_chain == [("/konto/app/?next=%2Fadmin%2F", 302)]
    assert b"<svg" in begun.content

    client.post("/konto/app/", {"code": code(client.session["mfa.totp.secret"])})

    secret = Authenticator.objects.get(type="totp").wrap().instance.data["secret"]
    confirm = client.get("/admin/").url
    assert confirm == "/konto/bekrafta/kod/?next=%2Fadmin%2F"
    assert client.post(confirm, {"code": code(secret), "next": "/admin/"}).url == "/admin/"
    assert client.get("/admin/").status_code == 200


def test_the_password_alone_opens_nothing(client, with_app):
    assert with_password(client).url == CODE
    assert client.get("/admin/").url.startswith(SIGN_IN)

    assert client.post(CODE, {"code": "000000"}).status_code == 200
    assert client.get("/admin/").url.startswith(SIGN_IN)

    assert client.post(CODE, {"code": code()}).url == "/admin/"
    assert client.get("/admin/").status_code == 200


def test_a_code_is_good_once(with_app):
    with time_machine.travel("2026-12-01T12:00:00+01:00", tick=False):
        for client, entered in ((Client(), True), (Client(), False)):
            with_password(client)
            client.post(CODE, {"code": code()})
            assert ("_auth_user_id" in client.session) == entered


def test_guessing_codes_and_passwords_is_limited(with_app):
    client = Client()
    with_password(client)
    for _guess in range(6):
        client.post(CODE, {"code": "000000"})
    assert client.post(CODE, {"code": code()}).status_code == 200
    assert "_auth_user_id" not in client.session

    another = Client()
    for _guess in range(6):
        another.post(SIGN_IN, {"login": EMAIL, "password": "fel"})
    assert "_auth_user_id" not in another.session
    assert with_password(another).status_code == 200


def test_a_session_that_ended_goes_on_with_password_and_code(client, with_app):
    again = TYPED | {"sign_in_email": EMAIL, "sign_in_password": PASSWORD}

    asked = client.post(TERM, again | {"sign_in_code": "000000"})
    assert asked.status_code == 403
    assert "2030–2034" in asked.content.decode()
    assert not TermOfOffice.objects.exists()

    assert client.post(TERM, again | {"sign_in_code": code()}).status_code == 302
    assert TermOfOffice.objects.get().label == "2030–2034"
    assert client.get("/admin/").status_code == 200


def test_a_new_password_does_not_go_round_it(client, with_app, arrived):
    client.post("/logga-in/nytt-losenord/", {"email": EMAIL})
    [letter] = arrived()
    [way] = [word for word in letter.body.split() if "nytt-losenord/" in word]
    assert way.startswith("http://127.0.0.1:8000/logga-in/")

    form = client.get(way.removeprefix("http://127.0.0.1:8000"), follow=True)
    new = "en annan mening som är lång"
    client.post(form.redirect_chain[-1][0], {"password1": new, "password2": new})

    assert client.get("/admin/").status_code == 302
    assert client.post(SIGN_IN, {"login": EMAIL, "password": new}).url == CODE


def test_a_new_password_is_in_the_outbox_when_the_page_has_answered_however_busy_the_sender_is(
    client, strategist, settings, monkeypatch
):
    settings.MAIL_AT_ONCE = True
    monkeypatch.setattr(mail.DELIVERY, "submit", lambda *work: None)  # as if it waited until it was killed

    for address in (EMAIL, "okand@example.se"):
        client.post("/logga-in/nytt-losenord/", {"email": address})

    assert [letter.to for letter in Mail.objects.all()] == [EMAIL]


def test_where_it_is_not_demanded_a_password_is_enough(client, strategist, settings):
    settings.SECOND_FACTOR = False

    assert with_password(client).url == "/admin/"
    assert client.get("/admin/").status_code == 200
