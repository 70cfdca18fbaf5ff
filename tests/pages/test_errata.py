"""An erratum stands beside the words that it is about, wherever they are shown (R1b)."""

import pytest

from tests.factories import (
    ErratumAnswerFactory,
    ErratumFactory,
    LineageFactory,
    SentFactory,
    day,
)
from tests.pages.site import visit

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def erratum():
    """About the point of a goal of 2027, that goes back to one of 2023."""
    before = SentFactory(slug="2023", adopted_by=["huddinge", "tyreso"])
    sent = SentFactory(slug="2027", on=day(20), decided_on=day(18))
    LineageFactory(
        later=sent.revision.parts.get(key="infra/1"), earlier=before.revision.parts.get(key="infra/1")
    )
    point = sent.revision.parts.get(key="infra/1/1")
    words = {"stands": "Fler tåg", "reads": "Fler tåg.", "slip": "punctuation"}
    return ErratumFactory(part=point, **words, decided_on=day(24), told_on=day(25))


PAGES = (
    "/program/2027/",
    "/program/2027/mal/1/",
    "/program/2023/mal/1/",
    "/program/2023/jamfor/2027/",
    "/program/2023/jamfor/2027/i-en-spalt/",
)


def test_it_stands_beside_the_words_and_the_words_stay(erratum):
    for address in PAGES:
        page = visit(address)
        assert page.status == 200, address
        [words] = page.texts_of("erratum")
        assert "Rättelse av skrivfel, punkt 1" in words, address
        assert "Beslutad av samarbetskommittén den 24 februari 2025 (§ 14)." in words
        assert page.texts_of("erratum__words") == ["Fler tåg", "Fler tåg."]
        assert "Ny lydelse" not in " ".join(page.texts_of("pair__state"))


def test_a_day_or_a_knowledge_before_shows_none(erratum):
    for address in PAGES:
        assert visit(f"{address}?dag=2025-02-23").texts_of("erratum") == []
        assert len(visit(f"{address}?dag=2025-02-24").texts_of("erratum")) == 1


def test_a_disputed_one_says_what_is_left(erratum):
    ErratumAnswerFactory(erratum=erratum, answer="changes_substance", on=day(30))

    [words] = visit("/program/2027/").texts_of("erratum")

    assert "Bestridd rättelse av skrivfel" in words
    assert "återstår bara att sända ett nytt program" in words
    assert "Bestridd" not in visit("/program/2027/?dag=2025-03-01").main


def test_the_events_tell_it_in_words_and_in_english(erratum):
    ErratumAnswerFactory(erratum=erratum, on=day(30))

    events = visit("/handelser/").main
    assert "”Fler tåg” ska läsas ”Fler tåg.”." in events
    assert "Huddinge godtog rättelsen av ”Fler tåg” i" in events
    assert "godtog" not in visit("/handelser/?dag=2025-03-01").main

    [words] = visit("/en/program/2027/").texts_of("erratum")
    assert "Erratum, point 1" in words
    assert "One of two municipalities has accepted it." in words
