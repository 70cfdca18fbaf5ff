"""Mails that wait or did not arrive stand on the desk's front page, and can be sent from there."""

import pytest

from adoption.models import Registrar
from sodertorn import mail
from sodertorn.outbox import Mail
from tests.desk.rooms import desk_of, read, send, strategist
from tests.factories import MunicipalityFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def desk():
    return desk_of(strategist(email="strateg@example.se"))


def letter(number: int, **stated):
    one = mail.write(to=f"{number}@example.se", subject=f"Brev {number}", text="Kommunstyrelsen antog det.")
    Mail.objects.filter(pk=one.pk).update(**stated)
    return f"/admin/brev/{one.pk}/"


def test_what_did_not_arrive_is_shown_and_tried_again_at_another_address(desk):
    there = letter(1, due_at=None, fault="550 no such person")

    front = read(desk, "/admin/")
    assert "Brev som inte gick fram" in front.main and there in front.html
    page = read(desk, there)
    assert "550 no such person" in page.main and "Kommunstyrelsen antog det." in page.main
    assert "Till" in send(desk, there, again="", to="inte en adress").main

    desk.post(there, {"again": "", "to": "ny@example.se"})

    assert mail.send_due() == (1, 0)
    assert Mail.objects.get().to == "ny@example.se"
    assert "Brev som" not in read(desk, "/admin/").main
    assert "gick ut" in read(desk, there).main


def test_what_the_server_has_not_taken_yet_is_shown_until_it_has(desk):
    there = letter(1, tries=2)

    assert "Brev som inte har gått fram än" in read(desk, "/admin/").main

    desk.post(there, {"drop": ""})
    assert not Mail.objects.exists()


def test_what_waits_for_a_check_is_sent_now_all_of_it_by_somebody_who_is_named(desk):
    there = letter(1, held_for="2027-2030", due_at=None)
    letter(2, held_for="2027-2030", due_at=None)

    front = read(desk, "/admin/")
    assert front.main.count("Brev 1") + front.main.count("Brev 2") == 1
    assert "1@example.se, 2@example.se" in read(desk, there).main
    desk.post(there, {"now": ""})

    assert mail.send_due() == (2, 0)
    assert {m.released_by.email for m in Mail.objects.all()} == {"strateg@example.se"}


def test_what_would_let_somebody_in_is_shown_to_nobody_and_goes_to_nobody_else(desk):
    there = letter(1, private=True, due_at=None)

    assert "Kommunstyrelsen antog det." not in read(desk, there).html
    desk.post(there, {"again": "", "to": "strateg@example.se"})

    assert mail.send_due() == (1, 0)
    assert Mail.objects.get().to == "1@example.se"


def test_what_goes_with_a_mail_is_said(desk):
    there = letter(1, due_at=None, encloses="missiv/2027-2030/huddinge")

    assert "Missivet följer med" in read(desk, there).main


def test_a_municipality_that_no_mail_reaches_is_a_gap(desk):
    MunicipalityFactory(slug="salem", contact_email="kommun@salem.example.se")
    tyreso, huddinge = MunicipalityFactory(slug="tyreso"), MunicipalityFactory(slug="huddinge")
    Registrar.objects.create(user=UserFactory(), municipality=huddinge)
    Registrar.objects.create(user=UserFactory(is_active=False), municipality=tyreso)

    page = read(desk, "/admin/vantar/kommuner-utan-adress/").main

    assert "Tyresö" in page and "Huddinge" not in page and "Salem" not in page
