"""The board of who was last in touch: what we wrote about this programme, what the register did, what the municipality said."""

from datetime import timedelta

import pytest
import time_machine
from django.utils.timezone import now

from adoption.letter_services import write_letter
from adoption.models import Municipality, Question, Registrar
from programme.models import Revision
from sodertorn.outbox import Mail
from tests.adoption.renewal import NOON, adopt, but
from tests.desk.rooms import desk_of, strategist
from tests.desk.test_board import rows
from tests.factories import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def desk():
    return desk_of(strategist())


@pytest.fixture
def new(renewed, db):
    return renewed


@pytest.fixture
def registrar():
    user = UserFactory(email="registrator@tyreso.example.se")
    Registrar.objects.create(user=user, municipality=Municipality.objects.get(slug="tyreso"))


def test_the_mails_of_the_register_itself_are_contact_too(desk, new, registrar):
    adopt(new, *but("tyreso"))
    to, haninge = "Registrator@tyreso.example.se", Municipality.objects.get(slug="haninge")
    mail = Mail.objects.create(message_id="1", to=to, subject="Påminnelse")
    assert "Registrets" not in rows(desk)["Tyresö"]["Kontakt"]  # it hasn't gone out

    Mail.objects.update(sent_at=mail.written_at, due_at=None)
    Registrar.objects.create(user=Registrar.objects.get().user, municipality=haninge)
    salem = Municipality.objects.get(slug="salem")
    Question.objects.create(asked="still_right", municipality=salem, at=NOON - timedelta(days=60))

    board = rows(desk)
    assert "Registrets senaste brev 20 feb 2027" in board["Tyresö"]["Kontakt"]
    assert "Registrets senaste brev 20 feb 2027" in board["Haninge"]["Kontakt"]
    assert "Registrets senaste brev 22 dec 2026" in board["Salem"]["Kontakt"]


def test_what_was_written_about_other_programmes_is_no_letter_about_this_one(desk, new, registrar):
    older = Revision.objects.get(slug="2023-2026")
    stated = {"by": UserFactory(), "municipality": Municipality.objects.get(slug="tyreso"), "text": "Hej!"}
    for about in ({"wanted": "past"}, {"wanted": "papers", "revision": older}):
        write_letter(subject="Äldre beslut", **about, **stated)
    Mail.objects.update(sent_at=now(), due_at=None, text="")

    contact = rows(desk)["Tyresö"]["Kontakt"]

    assert "Vi har inte skrivit" in contact
    assert "Registrets" not in contact


def test_a_wrong_fact_is_told(desk, new):
    own = Municipality.objects.get(slug="tyreso")
    Question.objects.create(asked="still_right", municipality=own, said="Vår adress är fel.")

    contact = rows(desk)["Tyresö"]["Kontakt"]

    assert "Uppgifterna stämmer inte, säger kommunen" in contact
