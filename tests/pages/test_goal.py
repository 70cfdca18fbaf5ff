"""The page of one goal: among its kin through all programmes, at an address that is its own for good."""

import pytest

from adoption.services import correct
from programme.models import TextRecord
from programme.text_services import add_place
from sodertorn.journal import Correction
from tests.factories import OFFICE, PartFactory, SentFactory, TranslationFactory
from tests.kinship import drafted, kin, part, sent
from tests.pages.site import visit

pytestmark = [pytest.mark.usefixtures("real"), pytest.mark.any_database]


def test_a_goal_stands_among_its_kin_through_all_programmes():
    page = visit("/program/2019/mal/2/")

    assert page.texts("h1") == ["Stödja ett kunskapsintensivt näringsliv"]
    assert page.texts_of("kinline__programme") == [
        "Södertörns utvecklingsprogram (2013)",
        "Södertörns utvecklingsprogram 2035",
        "Södertörns utvecklingsprogram 2035, justerad lydelse 2021",
    ]
    assert "Det här målet Stödja ett kunskapsintensivt näringsliv Oförändrad lydelse." in page.main
    assert "tillagt: Södertörn är det självklara valet för företagen" in page.texts("ins")
    assert {"/program/2013/mal/3/", "/program/2019-justerad-2021/mal/2/", "/program/2019/#nar-1"} <= set(
        page.inside
    )


def test_the_address_of_a_goal_is_its_own_for_good():
    """A goal that is entered later, in the middle, takes no other's number; one that never was keeps its."""
    numbers = {n: visit(f"/program/2019/mal/{n}/").texts("h1") for n in range(1, 6)}
    add_place(
        revision=part("2019", "infra").revision,
        kind="goal",
        parent=part("2019", "infra"),
        text="Ett mål i mitten",
        office=OFFICE,
    )
    first = TextRecord.objects.get(part=part("2019", "infra/1"))
    correct(fact=first, correction=Correction.NEVER_HAPPENED, reason="Fel.", office=OFFICE)

    assert {n: visit(f"/program/2019/mal/{n}/").texts("h1") for n in range(2, 6)} == {
        n: numbers[n] for n in range(2, 6)
    }
    assert visit("/program/2019/mal/1/").status == 404
    page = visit("/program/2019/mal/6/")
    assert page.texts("h1") == ["Ett mål i mitten"]
    assert page.texts_of("head__kicker")[0].startswith("Mål 1 av 5")
    assert "Numret i sidans adress, 6, är målets för gott" in page.main
    assert [link for link in visit("/program/2019/").inside if "/mal/" in link] == [
        f"/program/2019/mal/{n}/" for n in (6, 2, 3, 4, 5)
    ]


def test_a_goal_that_ended_says_where():
    page = visit("/program/2019/mal/4/")

    assert (
        "Utgått enligt vår bedömning i Södertörns utvecklingsprogram 2035, justerad lydelse 2021."
        in page.main
    )


def test_a_goal_that_is_not_entered_says_where_it_stands():
    page = visit("/program/2023-2026/mal/2/")

    assert page.texts("h1") == ["Mål 2"]
    assert "Ordalydelsen är ännu inte införd i registret." in page.main
    assert "Huddinges tjänsteutlåtande" in page.main


def test_a_merged_goal_shows_what_none_of_the_earlier_said(two):
    page = visit("/program/p2/mal/5/")

    assert page.texts("ins") == ["tillagt: och"]
    assert "Sammanfört, enligt vår bedömning, av målen före." in page.main


def test_a_goal_that_was_split_says_so_as_the_comparison_does(two):
    assert "Delat, enligt vår bedömning, i flera mål." in visit("/program/p2/mal/2/").main


def test_a_goal_with_the_same_words_and_another_point_is_not_called_unchanged():
    sent("q1", {"rum": {"a": "Gott om tåg"}})
    draft = drafted("q2", {"rum": {"a": "Gott om tåg"}})
    PartFactory(revision=draft, kind="point", key="a/1", parent=draft.parts.get(key="a"), text="Fler vagnar")
    SentFactory(revision=draft)
    kin("q2/a", "q1/a")

    main = visit("/program/q2/mal/1/").main
    assert "Målets ord är desamma, dess punkter inte." in main
    assert "Oförändrad lydelse" not in main


def test_a_goal_has_its_points_and_on_english_pages_its_translation(two):
    goal = part("p2", "a")
    TranslationFactory(revision=goal.revision, part=goal, text="Plenty of fast trains")

    assert "Fler vagnar" in visit("/program/p2/mal/1/").main
    assert "Unofficial translation: Plenty of fast trains" in visit("/en/program/p2/mal/1/").main
    assert "Plenty" not in visit("/program/p2/mal/1/").main


def test_goals_on_the_programme_page_lead_to_their_own():
    assert [f"/program/2019/mal/{n}/" for n in range(1, 6)] == [
        link for link in visit("/program/2019/").inside if "/mal/" in link
    ]
