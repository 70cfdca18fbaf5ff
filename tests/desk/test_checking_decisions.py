"""A decision is checked against signed minutes, by another person than those who recorded it (R13)."""

import pytest
from django.core.exceptions import ValidationError

from adoption.decision_services import check_decision
from adoption.models import FollowUp
from adoption.services import supplement
from sodertorn.desk.uploads import keep
from tests.desk.decided import address
from tests.desk.rooms import confirmed, desk_of, errors, opened, read, send, strategist
from tests.factories import OFFICE, DecisionFactory, ExtractFactory, FollowUpFactory, SentFactory, answer
from tests.pdf_files import saying, upload

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def person():
    return strategist(name="Strateg Ett")


@pytest.fixture
def desk(person):
    return desk_of(person)


@pytest.fixture
def another():
    return desk_of(strategist(name="Strateg Två"))


@pytest.fixture
def adoption(person):
    """The only seat's, by which the programme applies since day 10; its minutes are signed."""
    made = DecisionFactory(case__placement=SentFactory(seats=["huddinge"]), by=person)
    FollowUpFactory(decision=made, step="signed", by=person)
    return made


def test_to_check_against_minutes_that_the_register_knows_nothing_of_asks(another, person):
    unknown = DecisionFactory(case__placement=SentFactory(seats=["huddinge"]), by=person)
    there, said = address(unknown, "granska/"), {"compared": "on", "step": "confirm"}

    asked = send(another, there, **said, **opened(another, there))
    assert "varken protokollet" in asked.main and answer(20).checked == 0
    send(another, there, **said, **opened(another, there), odd_reason="Läst hos kommunen.")

    assert FollowUp.objects.get().entry.reason == "Läst hos kommunen."


def test_another_person_checks(another, adoption):
    confirmed(another, address(adoption, "granska/"), compared="on", words="Protokoll 2/2025")

    assert answer(20).checked == 1


def test_all_that_is_to_be_compared_stands_beside_the_form(another, adoption):
    minutes = saying("Protokoll", f"§ {adoption.paragraph} Programmet antas.")
    sha256 = keep(upload(minutes))
    FollowUpFactory(decision=adoption, step="extract_filed", extract=ExtractFactory(sha256=sha256))

    page = read(another, address(adoption, "granska/"))

    labels = {"Sammanträde", "Paragraf", "Är texten oförändrad?", "Vilket dokument antogs?"}
    assert labels <= set(page.texts("dt"))
    assert f"/admin/utdrag/{sha256}/" in page.values("a", "href")
    assert page.texts("h3") == ["Sida 2"]
    assert f"§ {adoption.paragraph} Programmet antas." in page.texts("p")


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_registered_is_told_instead_of_asked(desk, adoption, method):
    page = getattr(desk, method)(address(adoption, "granska/"), {"compared": "on", "step": "confirm"})

    assert "Någon annan måste granska" in page.content.decode()
    assert answer(20).checked == 0


def test_who_supplemented_is_told_instead_of_asked(another, adoption):
    confirmed(another, address(adoption, "komplettera/"), document="sent")

    assert "Någon annan måste granska" in read(another, address(adoption, "granska/")).main


def test_what_is_checked_is_not_checked_again(another, adoption):
    typed = {"compared": "on", "step": "confirm", **opened(another, address(adoption, "granska/"))}
    send(another, address(adoption, "granska/"), **typed)

    assert "Beslutet är granskat" in send(another, address(adoption, "granska/"), **typed).main
    assert FollowUp.objects.filter(step="checked").count() == 1


def test_a_check_says_that_it_was_made(another, adoption):
    assert "compared" in str(send(another, address(adoption, "granska/"), step="confirm").attributes("a"))
    assert answer(20).checked == 0


def test_who_registered_strikes_a_check_but_can_not_restore_it(desk, another, adoption):
    confirmed(another, address(adoption, "granska/"), compared="on")
    there = address(adoption, f"uppfoljning/{FollowUp.objects.latest('entry').pk}/ratta/")

    page = send(desk, there, correction="typing_error", reason="Fel.", step="review")
    assert "Vad är fel?" in errors(page)
    confirmed(desk, there, correction="never_happened", reason="Fel protokoll.")

    restored = send(desk, there, correction="typing_error", reason="Fel.", step="confirm", seen="9999")
    assert "Granskningen är struken" in restored.main
    assert answer(20).checked == 0
    confirmed(another, address(adoption, "granska/"), compared="on")
    assert answer(20).checked == 1


def test_a_check_is_of_the_entry_that_was_compared(another, adoption):
    there = address(adoption, "granska/")
    old = opened(another, there)
    supplement(fact=adoption, text_change="unchanged", office=OFFICE)

    # What somebody has seen on the confirmation as news is still not what they compared.
    page = send(another, there, compared="on", step="confirm", **old | {"seen": "9999"})

    assert "har ändrats sedan du öppnade sidan" in errors(page)
    assert "checked" not in next(f for f in page.attributes("input") if f.get("name") == "compared")
    assert answer(20).checked == 0
    confirmed(another, there, compared="on")
    assert answer(20).checked == 1


def test_the_act_refuses_a_check_of_an_older_entry(adoption):
    supplement(fact=adoption, text_change="unchanged", office=OFFICE)

    with pytest.raises(ValidationError, match="nyare händelse"):
        check_decision(decision=adoption, compared=adoption.pk, office=OFFICE, by=strategist())
