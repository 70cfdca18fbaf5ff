"""What the register lacks of older decisions it asks for itself, in letters made from the gaps, which a strategist words."""

import pytest

from adoption.asking.letters import lacks
from adoption.asking.past import gaps
from adoption.models import Letter, Municipality
from sodertorn.outbox import Mail
from sodertorn.register import Register
from tests.desk.decided import held
from tests.desk.rooms import desk_of, read, send, strategist
from tests.pages.site import visit

pytestmark = [pytest.mark.usefixtures("real"), pytest.mark.any_database]
LETTER = "/admin/brev/2023-2026/huddinge/"


@pytest.fixture
def desk():
    Municipality.objects.filter(slug__in=["huddinge", "nykvarn"]).update(contact_email="ks@kommun.example.se")
    return desk_of(strategist())


def test_one_mail_to_each_asks_for_all_its_older_decisions(desk):
    page = read(desk, "/admin/kommuner/aldre-beslut/")
    assert "Programmet för 2023–2026: dag och § är kända för " in page.main

    codes = [gap.municipality.pk for gap in gaps(Register())]
    reached = Municipality.objects.filter(pk__in=codes).exclude(contact_email="")
    send(desk, "/admin/kommuner/aldre-beslut/", municipalities=[m.pk for m in reached], text="Hej på er!")

    letters = Mail.objects.filter(subject__startswith="Äldre beslut")
    assert letters.count() == reached.count() == Letter.objects.filter(wanted="past").count() == 2
    assert "/registrera/" in Letter.objects.first().text
    assert all("Hej på er!" in one.text and "/aldre-beslut/" in one.text and one.private for one in letters)
    page = read(desk, "/admin/kommuner/aldre-beslut/")
    assert "Frågad" in page.main and "Huddinge, frågad den" in page.main
    assert "municipalities" not in held(page)  # nobody is asked twice by one press of the button


def test_how_many_are_known_stands_on_the_public_page():
    assert "Dag och § är kända för" in visit("/antagande/2023-2026/").main
    assert "Dag och § är kända för" in visit("/antagande/2019/").main


def test_a_letter_names_what_is_asked_for_and_the_right_to_it(desk):
    page = read(desk, LETTER).main

    assert "2 kap. 1 och 16 §§ tryckfrihetsförordningen" in page
    assert "protokollsutdraget från ert beslut om Södertörns utvecklingsprogram" in page
    assert (
        "(kommunstyrelsen i Huddinge" in page and "antog" not in page
    )  # the register doesn't know that it did
    assert "bilagan till samma beslut" in page
    assert "Handlingar som saknas, med färdiga brev" in read(desk, "/admin/").main


def test_a_letter_is_worded_then_printed_or_sent(desk):
    typed = {"subject": "En fråga", "text": "Hej!\n\nEn annan text."}

    assert "<p>En annan text.</p>" in desk.post(LETTER, typed | {"print": ""}).content.decode()
    assert not Mail.objects.filter(subject="En fråga").exists()
    send(desk, LETTER, send="", **typed)

    assert "En annan text." in Mail.objects.get(subject="En fråga").text
    assert "Ett sådant brev skickades" in read(desk, LETTER).main
    assert "frågad den" in read(desk, "/admin/vantar/handlingar/").main
    (kept,) = Letter.objects.all()
    assert "En annan text." in read(desk, "/admin/kommuner/").main

    send(desk, "/admin/kommuner/", mask=kept.pk)
    assert "En annan text." not in read(desk, "/admin/kommuner/").main and "█" in Letter.objects.get().text


def test_a_municipality_without_an_address_gets_its_letter_on_paper(desk):
    page = read(desk, "/admin/brev/2023-2026/salem/")

    assert "Ingen adress är känd" in page.main and "Skicka brevet" not in page.main


def test_nothing_is_asked_for_that_is_there():
    assert {(lack.slug, lack.municipality.slug) for lack in lacks(Register())} >= {("2023-2026", "huddinge")}
    assert read(desk_of(strategist()), "/admin/brev/2023-2026/nobody/").status == 404
