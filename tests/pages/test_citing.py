"""A page is cited by its permanent address, the register's state and the day on which it was read."""

import re

import pytest
from django.conf import settings

from sodertorn.event_log import newest_line
from tests.pages.site import visit

pytestmark = [pytest.mark.usefixtures("real"), pytest.mark.any_database]

CITED = [
    "/gallande/",
    "/gallande/2021-06-01/",
    "/program/",
    "/program/2019/",
    "/program/2019/mal/2/",
    "/program/2019/jamfor/2019-justerad-2021/",
    "/kommuner/",
    "/antagande/2023-2026/",
    "/kommuner/tyreso/",
    "/beslut/78/",
    "/",
    "/sa-avgors/",
    "/handelser/",
]
PERMANENT = {
    "/gallande/": "/gallande/2026-12-01/?kand=2026-12-01",
    "/gallande/2021-06-01/": "/gallande/2021-06-01/?kand=2026-12-01",
    "/kommuner/tyreso/": "/kommuner/tyreso/?dag=2026-12-01&kand=2026-12-01",
    "/kommuner/tyreso/?dag=2021-06-01": "/kommuner/tyreso/?dag=2021-06-01&kand=2026-12-01",
    "/kommuner/tyreso/?dag=2021-06-01&kand=2026-11-30": "/kommuner/tyreso/?dag=2021-06-01&kand=2026-11-30",
}


def citation(address):
    (text,) = visit(address).texts_of("cite__text")
    return text


@pytest.mark.parametrize("address", CITED)
def test_it_says_what_was_read_in_which_state_and_when(address):
    head = newest_line()

    text = citation(address)

    assert text.startswith("Registret för Södertörns utvecklingsprogram. ”")
    assert f"händelse {head.pk}," in text and head.sha256 in text
    assert "som registret kände det den 1 december 2026" in text
    assert text.endswith("(läst 1 december 2026)")


@pytest.mark.parametrize("address, permanent", PERMANENT.items())
def test_its_address_goes_on_showing_the_same(address, permanent):
    text = citation(address)

    (cited,) = re.findall(rf"{re.escape(settings.SITE_URL)}(\S+)", text)
    assert cited == permanent
    assert visit(cited).texts("h1") == visit(address).texts("h1")
    assert citation(cited) == text


def test_what_was_known_earlier_is_cited_with_the_event_of_then():
    known = visit("/handelser/?kand=2026-11-30").texts_of("chain__head")[0]

    assert re.search(r"händelse (\d+)", citation("/beslut/78/?kand=2026-11-30")).group(1) in known


def test_in_english_it_is_english_and_the_title_stays_swedish():
    page = visit("/en/program/2019/")

    (text,) = page.texts_of("cite__text")
    assert "as the register knew it" in text or "as known" in text
    (title,) = [e for e in page.elements("span") if "“" in " ".join(map(str, e.children))]
    assert dict(title.attributes)["lang"] == "sv"


def test_the_owner_is_its_author(settings):
    settings.OWNER = settings.OWNER | {"name": "En kommun"}

    assert citation("/beslut/78/").startswith("En kommun. Registret")


def sources_of(address):
    return [one for one in visit(address).elements("div") if dict(one.attributes).get("class") == "source"]


@pytest.mark.parametrize("address", ["/program/2023-2026/", "/antagande/2023-2026/", "/antagande/2019/"])
def test_each_source_is_listed_once_with_all_that_it_says(address):
    page, found = visit(address), sources_of(address)
    titles = [page.texts("cite", node=one) for one in found]
    quotes = [quote for one in found for quote in page.texts("blockquote", node=one)]

    assert len(titles) == len({title for (title,) in titles}) > 0
    assert quotes


def test_what_only_bounds_a_fact_is_marked_as_such():
    page, found = visit("/antagande/2023-2026/"), sources_of("/antagande/2023-2026/")
    words = [text for one in found for text in page.texts_of("source__said--bounds")]

    assert words and all(text.startswith("Säger inte uppgiften") for text in words)
