"""A municipality's own row is edited from the desk's page of them, or from a letter that lacks an address: saved, back there."""

import pytest

from tests.desk.rooms import desk_of, read, strategist
from tests.desk.test_administration_words import filled
from tests.factories import MunicipalityFactory

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def desk():
    return desk_of(strategist())


@pytest.fixture
def address():
    return f"/admin/adoption/municipality/{MunicipalityFactory(slug='tyreso').pk}/change/"


def saved(desk, address, query=""):
    return desk.post(address + query, filled(desk, address) | {"contact_email": "ks@tyreso.example.se"})


@pytest.mark.parametrize("query", ["", "?next=https://example.com/", "?next=//example.com/"])
def test_saved_it_leads_to_its_row_among_the_municipalities(desk, address, query):
    there = saved(desk, address, query)

    assert there.url == f"/admin/kommuner/#kommun-{address.split('/')[4]}"
    page = read(desk, there.url)
    assert "ks@tyreso.example.se" in page.main and "Ändrade kommun" in page.main
    assert there.url.partition("#")[2] in {row.get("id") for row in page.attributes("tr")}


def test_saved_it_leads_back_to_the_letter_that_lacked_an_address(desk, address):
    letter = "/admin/program/2027-2030/laget/tyreso/skriv/"

    assert saved(desk, address, f"?next={letter}").url == letter


def test_the_list_of_rows_is_headed_by_what_it_is_for(desk, address):
    assert read(desk, "/admin/adoption/municipality/").texts("h1") == ["Kommunernas uppgifter"]
