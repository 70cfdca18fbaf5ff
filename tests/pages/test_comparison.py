"""The pages that compare two programmes, and that show one goal among its kin: what they say and where they lead."""

import re

import pytest

from adoption.services import correct, supplement
from programme.models import TextRecord
from sodertorn.journal import Correction
from tests.factories import OFFICE, PartFactory, SentFactory
from tests.kinship import drafted, kin, part
from tests.pages.site import browser, visit

pytestmark = [pytest.mark.usefixtures("real"), pytest.mark.any_database]

ADJUSTED = "/program/2019/jamfor/2019-justerad-2021/"
NO_AREAS = "Fokusområdenas släktskap är inte bedömt."
POINTS = "Punkter under målen jämförs bara där alla är införda."
MISSING = "Två mål kan inte jämföras, eftersom lydelsen ännu inte är införd i registret."


def said(page):
    """The sentences on top."""
    return " ".join(page.texts_of("head__lede") + page.texts_of("compared__more"))


# The real register


@pytest.mark.parametrize(
    "two, sentences",
    [
        (
            "2013/jamfor/2019",
            f"Tre mål har oförändrad lydelse. För två mål är det inte bedömt om de har någon motsvarighet."
            f" {POINTS} Visionen och det övergripande målet kan inte jämföras. {NO_AREAS}",
        ),
        (
            "2019/jamfor/2019-justerad-2021",
            f"Tre mål har ny lydelse, ett har utgått och ett har oförändrad lydelse. {POINTS}"
            f" Visionen kan inte jämföras och det övergripande målet kan inte jämföras, eftersom ordalydelsen är osäker. {NO_AREAS}",
        ),
        (
            "2013/jamfor/2019-justerad-2021",
            "Tre mål har ny lydelse. För ett mål är det inte bedömt om det har någon motsvarighet."
            f" {POINTS} Det övergripande målet kan inte jämföras. {NO_AREAS}",
        ),
        (
            "2019/jamfor/2023-2026",
            "Registret har fem mål i fyra fokusområden för det tidigare programmet och två mål i ett fokusområde"
            f" för det senare. För fem mål är det inte bedömt om de har någon motsvarighet. {MISSING}"
            f" Visionen, det övergripande målet och syftet kan inte jämföras. {NO_AREAS}",
        ),
    ],
)
def test_the_sentences_count_what_became_of_the_goals(two, sentences):
    assert said(visit(f"/program/{two}/")) == sentences


def test_what_is_known_comes_before_what_is_not_judged():
    lead = visit("/en/program/2019/jamfor/2023-2026/").texts_of("head__lede")

    assert lead == [
        "The register has five goals in four focus areas for the earlier programme and two goals in one"
        " focus area for the later."
    ]


def test_the_sentence_counts_right_in_english():
    assert said(visit(f"/en{ADJUSTED}")) == (
        "Three goals have new wording, one has ended and one has unchanged wording. Points under the goals are"
        " compared only where all of them have been entered. The vision cannot be compared and the overall goal"
        " cannot be compared, since the wording is uncertain. The lineage of the focus areas has not been judged."
    )


def test_words_are_marked_for_those_who_see_and_for_those_who_hear():
    page = visit(ADJUSTED)

    assert "borttaget: Utnyttja den nya infrastrukturen" in page.texts("del")
    assert "tillagt: Stark infrastruktur är en förutsättning för hållbar utveckling" in page.texts("ins")
    assert "borttaget: Nyttja tillgänglig kompetens i tillväxtsyfte" in page.texts("del")


def test_in_one_column_both_wordings_stand_in_one_text():
    page = visit(f"{ADJUSTED}i-en-spalt/")

    assert (
        "borttaget: Utnyttja den nya infrastrukturen tillagt: Stark infrastruktur är en förutsättning"
        " för hållbar utveckling" in page.texts_of("diff")
    )
    assert ADJUSTED in page.inside
    assert f"{ADJUSTED}i-en-spalt/" in visit(ADJUSTED).inside


def test_what_is_not_entered_is_not_marked_as_new_or_gone():
    page = visit("/program/2019/jamfor/2023-2026/")

    assert set(page.texts("ins") + page.texts("del")) == {"understruket", "överstruket"}
    assert page.main.count("Ordalydelsen är ännu inte införd i registret.") == 4
    assert "Nytt mål" not in page.texts_of("pair__state")


def test_a_goal_stands_with_the_place_that_it_had():
    (row,) = [row for row in visit(ADJUSTED).texts_of("pair") if "Leda omställningen" in row]

    assert row.startswith("Mål 4 Oförändrad lydelse tidigare Mål 5 , Klimat senare Mål 4 ")


def test_it_is_said_that_kinship_is_a_judgement_and_why():
    page = visit(ADJUSTED)

    assert "är vår bedömning" in page.main
    assert page.main.count("Områdenas släktskap är inte känt.") == 1


def test_the_other_way_round_leads_to_the_earlier_first():
    asked = "/program/2019-justerad-2021/jamfor/2019/?dag=2022-01-01"

    assert browser().get(asked)["Location"] == f"{ADJUSTED}?dag=2022-01-01"
    assert browser().get("/program/2019-justerad-2021/jamfor/2019/i-en-spalt/")["Location"] == (
        f"{ADJUSTED}i-en-spalt/"
    )


def test_the_same_programme_twice_is_told_plainly():
    page = visit("/program/2019/jamfor/2019/")

    assert page.status == 200
    assert "Det är samma program på båda sidor" in said(page)
    assert len(page.elements("select")) == 2


def test_what_the_register_learned_later_is_not_compared_before():
    text = TextRecord.objects.get(part=part("2019-justerad-2021", "infra/1"))
    correct(fact=text, text="Annat", correction=Correction.TYPING_ERROR, reason="Fel.", office=OFFICE)

    assert "tillagt: Annat" in visit(ADJUSTED).texts("ins")
    assert "Annat" not in visit(f"{ADJUSTED}?kand=2026-11-30").main


# Which two?


def test_the_chooser_leads_to_the_comparison_whatever_the_order():
    response = browser().get("/jamfor/?fran=2023-2026&till=2019&dag=2024-01-01&kand=2026-11-30")

    assert response["Location"] == "/program/2019/jamfor/2023-2026/?dag=2024-01-01&kand=2026-11-30"


def test_the_form_carries_the_day_along():
    page = visit("/jamfor/?dag=2024-01-01")

    assert {"type": "hidden", "name": "dag", "value": "2024-01-01"} in page.attributes("input")


@pytest.mark.parametrize("query", ["fran=2019", "fran=2019&till=finns-inte", "till=%00"])
def test_a_choice_that_is_none_is_asked_for_again(query):
    page = visit(f"/jamfor/?{query}")

    assert page.texts_of("notice--warning") == ["Välj två program i listorna."]


def test_programmes_lead_to_their_comparisons():
    page = visit("/program/2019/")

    assert "Jämför med programmet för 2023–2026" in page.texts("a")
    assert {"/program/2013/jamfor/2019/", ADJUSTED, "/program/2019/jamfor/2023-2026/", "/jamfor/"} <= set(
        page.inside
    )


@pytest.mark.parametrize(
    "address",
    [
        "/program/2019/jamfor/finns-inte/",
        "/program/finns-inte/jamfor/2019/",
        "/program/2019/mal/0/",
        "/program/2019/mal/6/",
        "/program/finns-inte/mal/1/",
    ],
)
def test_what_is_not_there_is_not_found(address):
    assert visit(address).status == 404


# Invented programmes


def test_everything_that_can_become_of_goals_is_counted(two):
    assert said(visit("/program/p1/jamfor/p2/")) == (
        "Ett mål har ny lydelse, ett är nytt, ett har utgått, två har förts samman till ett, ett har delats i två"
        " och ett har oförändrad lydelse. Ett mål står i ett annat fokusområde än tidigare."
        " En punkt under målen är ny. Ett fokusområde har nytt namn och ett har oförändrat namn."
    )


def test_and_shown(two):
    page = visit("/program/p1/jamfor/p2/")
    found = [re.sub(r"^Mål (\d( och \d)?) ", "", row) for row in page.texts_of("pair")][1:]

    assert [row for row in found if row.startswith("Ny lydelse")] == [
        "Ny lydelse Tidigare lydelse Mål 1 Gott om tåg Ny lydelse Mål 1 Gott om tillagt: snabba tåg tillagt: Fler vagnar"
    ]
    assert "Delat Tidigare lydelse Mål 2 Gods Ny lydelse Mål 2 Gods tillagt: på räls" in found[1]
    assert "Flyttat till ett annat fokusområde tidigare Mål 3 , Rum senare Mål 4 Ro" in found[2]
    assert (
        "Sammanfört Tidigare lydelse Mål 4 Bad Tidigare lydelse Mål 5 Sim Ny lydelse Mål 5 Bad tillagt: och Sim"
        in found[3]
    )
    assert found[4].startswith("Nytt mål Skäl: Ur motionen Ingen motsvarighet enligt vår bedömning.")
    assert found[5].startswith(
        "Tidigare mål 6 Utgått Tidigare lydelse Mål 6 borttaget: Slut Utgått enligt vår bedömning."
    )


@pytest.fixture
def with_points():
    """Two goals with points are merged; a point goes on below it, another moves to a goal of its own line."""
    for slug, goals in (
        ("p1", {"a": ("Tåg", ["Fler vagnar", "Tystare"]), "b": ("Buss", ["Elbussar"]), "c": ("Ro", [])}),
        ("p2", {"ab": ("Resor", ["Elbussar", "Billigare"]), "c": ("Ro", ["Tystare"])}),
    ):
        draft = drafted(slug, {"rum": {key: words for key, (words, _points) in goals.items()}})
        for key, (_words, points) in goals.items():
            for place, words in enumerate(points, 1):
                above = draft.parts.get(key=key)
                PartFactory(
                    revision=draft,
                    kind="point",
                    key=f"{key}/{place}",
                    parent=above,
                    text=words,
                    position=place,
                )
        PartFactory(revision=draft, kind="section", heading="Uppföljning", text="Varje år.")
        SentFactory(revision=draft)
    for later, *earlier in (("p2/rum", "p1/rum"), ("p2/ab", "p1/a", "p1/b"), ("p2/c", "p1/c")):
        kin(later, *earlier)


def test_the_points_of_merged_goals_say_where_they_stood_and_stand(with_points):
    page = visit("/program/p1/jamfor/p2/")

    assert page.texts_of("point") == [
        "borttaget: Fler vagnar",
        "Tystare Står senare under mål 2.",
        "Elbussar Står senare under mål 1.",
        "Elbussar Stod tidigare under mål 2.",
        "tillagt: Billigare",
        "Tystare Stod tidigare under mål 1.",
    ]
    assert (
        "En punkt under målen är ny, en har utgått och två har flyttats från ett mål till ett annat."
        in said(page)
    )


def test_it_is_said_where_sections_are_compared_by_their_headings(with_points):
    assert "Avsnitt jämförs efter sin rubrik." in visit("/program/p1/jamfor/p2/").main
    assert "Avsnitt jämförs" not in visit(ADJUSTED).main


def test_a_programme_that_is_not_sent_yet_is_not_compared(two):
    assert visit("/program/p1/jamfor/p2/?dag=2025-01-31").status == 404


def test_words_entered_later_are_compared_from_then_on():
    for key in ("infra/1", "infra/2"):
        text = TextRecord.objects.get(part=part("2023-2026", key))
        supplement(fact=text, text="Spår till alla", note="", office=OFFICE)
        kin(f"2023-2026/{key}", "2019/infra/1")

    page = visit("/program/2019/jamfor/2023-2026/")

    assert said(page).startswith("Fyra mål har utgått och ett har delats i två.")
