"""Two people edit the same thing in the administration: nothing is overwritten silently."""

import pytest

from adoption.models import Municipality
from tests.desk.rooms import desk_of, read, strategist
from tests.factories import MunicipalityFactory
from tests.pages.site import Page

pytestmark = pytest.mark.django_db


@pytest.fixture
def salem():
    return MunicipalityFactory(slug="salem")


@pytest.fixture
def address(salem):
    return f"/admin/adoption/municipality/{salem.pk}/change/"


def opened(client, address) -> dict:
    """The form as it was given, as a browser sends it back."""
    return {
        field["name"]: field.get("value", "")
        for field in read(client, address).attributes("input")
        if "name" in field
    }


def test_the_second_who_saves_sees_what_the_first_saved_and_decides(address, salem):
    asa, berit = desk_of(strategist(name="Åsa")), desk_of(strategist(name="Berit"))
    first, second = opened(asa, address), opened(berit, address)
    asa.post(address, first | {"paper": "tjänsteutlåtande"})

    page = Page(berit.post(address, second | {"paper": "tjänsteskrivelse"}))

    assert Municipality.objects.get(pk=salem.pk).paper == "tjänsteutlåtande"
    assert "Åsa sparade" in page.html
    assert "”tjänsteutlåtande”" in page.html
    again = {field["name"]: field.get("value", "") for field in page.attributes("input") if "name" in field}
    assert again["paper"] == "tjänsteskrivelse"
    assert berit.post(address, again).status_code == 302
    assert Municipality.objects.get(pk=salem.pk).paper == "tjänsteskrivelse"


def test_an_old_form_does_not_empty_what_somebody_else_filled_in(address, salem):
    asa, berit = desk_of(strategist()), desk_of(strategist())
    first, second = opened(asa, address), opened(berit, address)
    asa.post(address, first | {"contact_email": "kommun@example.se"})

    response = berit.post(address, second | {"paper": "tjänsteskrivelse"})

    assert response.status_code == 200
    assert Municipality.objects.get(pk=salem.pk).contact_email == "kommun@example.se"


def test_one_alone_saves_as_before(address, salem):
    client = desk_of(strategist())

    assert client.post(address, opened(client, address) | {"paper": "tjänsteskrivelse"}).status_code == 302
    assert client.post(address, opened(client, address) | {"paper": "tjänsteutlåtande"}).status_code == 302
    assert Municipality.objects.get(pk=salem.pk).paper == "tjänsteutlåtande"
