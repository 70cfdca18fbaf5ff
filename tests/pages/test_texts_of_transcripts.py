"""What the public page says of a transcript's texts: that somebody else checked them, why goals are kin, the annex."""

import pytest

from adoption.services import correct
from programme.lineage_services import state_lineage
from programme.models import Part, TextRecord
from programme.text_services import attach_annex, check_text, enter_text
from sodertorn.journal import Correction
from sodertorn.words import NBSP
from tests.factories import OFFICE, UserFactory
from tests.pages.site import visit

pytestmark = [pytest.mark.usefixtures("real"), pytest.mark.any_database]

CHECKED = "Kontrollerad mot källan av en annan person."


def part(name) -> Part:
    slug, _slash, key = name.partition("/")
    return Part.objects.get(revision__slug=slug, key=key)


def check(name, checker="Bo Kontrollant"):
    text = TextRecord.objects.filter(part=part(name)).latest("entry")
    return check_text(record=text, office=OFFICE, by=UserFactory(name=checker))


@pytest.mark.parametrize("name", ["2023-2026/vision", "2019/infra", "2019/infra/1"])
def test_a_checked_text_says_so_without_a_name(name):
    page = f"/program/{name.partition('/')[0]}/"
    assert CHECKED not in visit(page).main

    check(name)

    assert visit(page).main.count(CHECKED) == 1
    assert "Bo Kontrollant" not in visit(page).html


def test_a_text_that_was_corrected_since_is_not_checked():
    check("2023-2026/vision")
    text = TextRecord.objects.get(part=part("2023-2026/vision"))

    correct(fact=text, note="Osäkert.", correction=Correction.TYPING_ERROR, reason="Fel.", office=OFFICE)

    assert CHECKED not in visit("/program/2023-2026/").main


def test_checked_points_are_counted():
    points = [part(f"2019/infra/1/{n}") for n in (1, 2)]
    for point in points:
        enter_text(part=point, text=f"Punkten {point.key}", note="", office=OFFICE)
    check("2019/infra/1/1")
    assert "En av två punkter är kontrollerad mot källan" in visit("/program/2019/").main

    check("2019/infra/1/2")
    assert "Punkterna är kontrollerade mot källan" in visit("/program/2019/").main


def test_an_annex_that_is_attached_is_not_missing():
    assert "Registret har den inte" in visit("/program/2023-2026/").main

    attach_annex(revision=part("2023-2026/vision").revision, sha256="ab" * 32, office=OFFICE)

    page = visit("/program/2023-2026/").main
    assert "Bilagan finns som fil hos registret." in page
    assert " ".join(["abababab"] * 8) in page
    assert "Registret har den inte" not in page


def test_several_ancestors_are_shown_with_their_reason_once():
    earlier = [part("2019/infra/1"), part("2019/klimat/1")]
    state_lineage(later=part("2023-2026/infra/1"), earlier=earlier, why="Båda ingår.", office=OFFICE)

    page = visit("/program/2023-2026/").main

    assert page.count("Motsvarar enligt vår bedömning i") == 2
    assert page.count("Skäl: Båda ingår.") == 1


def test_kin_whose_words_are_not_entered_is_called_by_its_place():
    state_lineage(later=part("2023-2026/infra"), earlier=[part("2019/infra")], why="", office=OFFICE)
    state_lineage(later=part("2023-2026/infra/2"), earlier=[part("2019/infra/1")], why="", office=OFFICE)

    page = visit("/program/2019/").html

    assert f">långsiktigt mål{NBSP}2</a>" in page
    assert "”infra" not in page


def test_a_new_area_is_said_to_be_new():
    state_lineage(later=part("2023-2026/infra"), earlier=[], why="Delas annorlunda.", office=OFFICE)

    page = visit("/program/2023-2026/").main

    assert "Nytt fokusområde enligt vår bedömning." in page
    assert "Skäl: Delas annorlunda." in page
