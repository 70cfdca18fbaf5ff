"""The desk's front page leads straight to what waits: a few by name, the rest counted, each where it is done."""

import re

import pytest

from tests.desk.decided import awaiting_three
from tests.desk.rooms import desk_of, read, strategist
from tests.desk.transcripts import missing
from tests.factories import (
    DecisionFactory,
    ErratumAnswerFactory,
    ErratumFactory,
    MunicipalityFactory,
    PartFactory,
    SentFactory,
    TextFactory,
    TranscriptFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

WAITING = re.compile(r'href="(/admin/vantar/[^"]+)">([^<]+)')


@pytest.fixture
def desk():
    return desk_of(strategist())


def with_missing_points(count):
    placement = TranscriptFactory(slug="2019")
    area = PartFactory(revision=placement.revision, kind="focus_area", key="infra", text="")
    TextFactory(part=area, text="Infrastruktur", note="")
    goal = missing(placement, kind="goal", key="infra/1", parent=area)
    return [
        missing(placement, kind="point", key=f"infra/1/{n}", parent=goal.part) for n in range(1, count)
    ] + [goal]


def forms(page, texts):
    """Those of the texts that the page leads to, what happened last apart."""
    shown = page.html.split("Det som hände sist")[0]
    return [text for text in texts if f'href="/admin/texter/2019/{text.part_id}/"' in shown]


def test_three_of_what_waits_are_named_and_lead_straight_to_their_form(desk):
    texts = with_missing_points(5)

    front = read(desk, "/admin/")
    named = forms(front, texts)

    assert len(named) == 3
    assert read(desk, f"/admin/texter/2019/{named[0].part_id}/").status == 200
    assert "Punkt 1, långsiktigt mål 1, Infrastruktur" in front.main


def test_the_rest_is_counted_and_leads_to_exactly_those(desk):
    texts = with_missing_points(5)

    [(address, words)] = WAITING.findall(read(desk, "/admin/").html)
    everything = read(desk, address)

    assert words == "och 2 till"
    assert len(forms(everything, texts)) == 5
    assert everything.main.count("Punkt") == 4


def test_nothing_more_is_counted_when_all_are_named(desk):
    with_missing_points(3)

    assert WAITING.findall(read(desk, "/admin/").html) == []


def test_decisions_wait_with_the_form_that_they_wait_for(desk):
    awaiting_three()

    front = read(desk, "/admin/")

    assert len(set(re.findall(r"/admin/beslut/\d+/granska/", front.html))) == 3
    assert "och 2 till" in front.main


def test_a_decision_that_does_not_count_is_registered_all_the_same(desk):
    placement = awaiting_three()
    for slug, stated in (("salem", {"text_change": "changed"}), ("tyreso", {"conditional": True})):
        DecisionFactory(case__placement=placement, case__slug=slug, **stated)

    front = read(desk, "/admin/")

    assert "/admin/beslut/nytt/?program=2027-2030&kommun=sodertalje" in front.values("a", "href")
    assert "Beslut som inte är registrerade 1" in front.main


def test_who_has_not_decided_is_named_with_the_form_for_its_decision(desk):
    awaiting_three()

    front = read(desk, "/admin/")

    assert "Beslut som inte är registrerade 3" in front.main
    assert "/admin/beslut/nytt/?program=2027-2030&kommun=salem" in front.values("a", "href")


def test_an_erratum_waits_for_the_municipalities_that_have_not_answered(desk):
    sent = SentFactory(seats=["salem", "tyreso"])
    erratum = ErratumFactory(part=sent.revision.parts.get(key="infra/1"))
    ErratumAnswerFactory(erratum=erratum, municipality=MunicipalityFactory(slug="salem"))

    assert "Svar om skrivfel som inte har kommit 1" in read(desk, "/admin/").main


def test_of_what_is_done_nothing_waits(desk):
    assert "Ingenting väntar här längre." in read(desk, "/admin/vantar/for-in/").main
    assert "Ingenting väntar." in read(desk, "/admin/").main
    assert read(desk, "/admin/vantar/nagot-annat/").status == 404


def test_the_card_of_a_sent_programme_leads_to_its_board_and_its_meetings(desk):
    SentFactory(slug="2027-2030", seats=("tyreso",))

    links = {link.get("href") for link in read(desk, "/admin/").attributes("a")}

    assert {"/admin/program/2027-2030/laget/", "/admin/program/2027-2030/sammantraden/"} <= links
