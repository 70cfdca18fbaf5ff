"""The municipalities, their bodies and what is known of them."""

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError

from adoption.models import Body, Municipality
from tests.factories import EIGHT, BodyFactory, ExtractFactory, MunicipalityFactory, SentFactory

pytestmark = pytest.mark.django_db


def test_the_eight_stand_in_swedish_order():
    for slug in reversed(EIGHT):
        MunicipalityFactory(slug=slug)
    MunicipalityFactory(slug="orebro", name="Örebro")
    MunicipalityFactory(slug="amal", name="Åmål")
    MunicipalityFactory(slug="almhult", name="Älmhult")

    names = [municipality.name for municipality in Municipality.objects.in_swedish_order()]

    assert names == [*(name for _code, name, _full in EIGHT.values()), "Åmål", "Älmhult", "Örebro"]


@pytest.mark.parametrize("code", ["126", "012A", "01260", "", "０１２６"])
def test_a_code_is_four_digits(code):
    with pytest.raises(ValidationError) as refusal:
        Municipality(code=code, slug="a", name="A", full_name="A kommun").full_clean()

    assert "code" in refusal.value.error_dict


def test_a_code_keeps_its_leading_zero():
    MunicipalityFactory(slug="huddinge")

    assert Municipality.objects.get(code="0126").name == "Huddinge"


def test_only_a_name_and_a_code_must_be_known():
    Municipality(code="0126", slug="huddinge", name="Huddinge", full_name="Huddinge kommun").full_clean()


def test_a_body_is_named_with_its_municipality():
    assert str(BodyFactory(slug="tyreso", kind="council")) == "kommunfullmäktige, Tyresö"
    assert str(BodyFactory(committee=True)) == "samarbetskommittén"


def test_a_body_has_the_seat_of_its_municipality():
    assert {body.seat for body in (BodyFactory(), BodyFactory(kind="council"))} == {"huddinge"}
    assert BodyFactory(committee=True).seat == "committee"


@pytest.mark.parametrize("model", [Municipality, Body])
def test_who_has_a_seat_is_not_removed(model):
    SentFactory()

    with pytest.raises(ProtectedError):
        model.objects.all().delete()


def test_a_municipality_s_edits_are_kept():
    municipality = MunicipalityFactory()
    municipality.paper = "tjänsteskrivelse"
    municipality.save()

    assert [version.paper for version in municipality.history.all()] == ["tjänsteskrivelse", ""]


@pytest.mark.parametrize("sha256", ["", "a" * 63, "A" * 64, "g" * 64, "a" * 63 + "\n"])
def test_an_extract_is_kept_by_its_hash(sha256):
    with pytest.raises(ValidationError) as refusal:
        ExtractFactory.build(sha256=sha256).full_clean()

    assert "sha256" in refusal.value.error_dict
