"""What was answered is said before it is registered, and a registered decision leads on to what is left to do."""

import pytest

from tests.desk.decided import held, of_tyreso
from tests.desk.rooms import read, send
from tests.factories import SentFactory, day
from tests.pages.site import spaces
from tests.pdf_files import saying, upload
from tests.registering.test_own_decision import decided, registered

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.mark.database
def test_while_the_minutes_wait_for_review_not_all_is_done(office):
    typed = decided(signed_on=day(17).isoformat())

    page = read(office.client, registered(office.client, office.new, extract=upload(), **typed).url)

    assert "Allt är klart" not in page.main and "granska protokollet" in page.main
    assert any(there.endswith("/granska/") for there in page.values("a", "href"))


def test_minutes_with_a_personal_number_lead_to_a_masked_copy(office):
    file = upload(saying("§ 7 811228-9874 fick ordet."))

    page = read(office.client, registered(office.client, office.new, extract=file, **decided()).url)

    assert "innehåller ett personnummer" in page.main
    assert any(there.endswith("/ersatt/") for there in page.values("a", "href"))


def test_when_a_case_asks_for_nothing_more_another_of_the_municipality_is_named(office):
    older = SentFactory(slug="2023-2026", seats=["tyreso"]).revision.cases.get()
    done = registered(office.client, office.new, **decided(signed_on=day(17).isoformat()))

    for page in (done.url, office.page):
        assert f"/registrera/{older.pk}/" in read(office.client, page).values("a", "href")


def test_before_it_is_registered_all_that_was_answered_is_said(office):
    asked = send(office.client, office.new, step="review", **decided())
    assert "Är texten oförändrad? Ordagrant." in asked.main
    assert "Vilket dokument antogs? Det som sändes." in asked.main
    registered(office.client, office.new, **decided())
    way = f"{office.new}{of_tyreso()[0].entry.fact}/ratta/"
    why = {"correction": "typing_error", "reason": "Vi slog fel."}

    typed = held(read(office.client, way)) | {"on": day(11).isoformat(), "paragraph": "8"} | why
    said = send(office.client, way, step="review", **typed).main

    assert "§: 8 (förut: 7)." in said and "Skälet som sparas: Vi slog fel." in said
    assert "Sammanträde: 11 februari 2025 (förut: 10 februari 2025)." in spaces(said)
