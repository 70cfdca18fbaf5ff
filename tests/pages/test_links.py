"""Where pages lead: to pages of the same day and knowledge, in both languages."""

import re
from urllib.parse import urlsplit

import pytest
from django.conf import settings

from tests.pages.site import browser, visit

pytestmark = [pytest.mark.usefixtures("real"), pytest.mark.any_database]

CHOSEN = "dag=2021-06-01&kand=2026-11-30"
MOMENTS = {"both": f"?{CHOSEN}", "day": "?dag=2021-06-01", "known": "?kand=2026-11-30"}


def carried(link, chosen):
    """What a link must carry: one to the page of a day has the day in its path, and only the knowledge beside it."""
    return chosen.partition("&")[2] if re.search("/gallande/[0-9]", link) else chosen


def moment(link):
    """What a link carries of day and knowledge; one to the search may ask for words beside it."""
    return re.sub("&?q=.*", "", urlsplit(link).query)


def leads_to_today(page):
    return [found["href"] for found in page.attributes("a") if found.get("class") == "reading__today"]


def test_links_stay_at_the_day_and_knowledge(past_pages):
    for address, page in past_pages.items():
        astray = [link for link in page.inside if moment(link) != carried(link, CHOSEN)]
        assert astray == leads_to_today(page), address


def test_every_page_at_a_day_and_knowledge_is_there(past_pages):
    assert [address for address, page in past_pages.items() if page.status not in (200, 302)] == []


def test_no_page_is_lost_at_another_day(real_pages, past_pages):
    past = {urlsplit(address).path for address in past_pages}

    elsewhere = re.compile("/(en|beslut)/|/gallande/[0-9]")
    assert {address for address in real_pages if not elsewhere.match(address)} <= past


def test_every_page_of_another_day_leads_to_today(past_pages):
    for address, page in past_pages.items():
        if page.status == 200:
            assert leads_to_today(page) == [urlsplit(address).path]


@pytest.mark.parametrize("query", MOMENTS.values(), ids=MOMENTS)
def test_links_carry_what_was_chosen_and_no_more(query):
    page = visit(f"/antagande/2019/{query}")

    assert {urlsplit(link).query for link in page.inside} == {"", query[1:]}


def test_what_is_not_a_day_is_not_carried():
    page = visit("/?dag=2021-06-01&utm_source=brev")

    assert {urlsplit(link).query for link in page.inside} == {"", "dag=2021-06-01"}


def test_links_from_a_page_of_today_carry_nothing(real_pages):
    assert [
        address
        for address, page in real_pages.items()
        if any(moment(link) for link in page.inside) and not re.search("/gallande/[0-9]", address)
    ] == []


def test_every_place_that_a_link_names_is_there(real_pages):
    for address, page in real_pages.items():
        for link in page.inside:
            aim = urlsplit(link)
            if aim.fragment:
                assert aim.fragment in real_pages[aim.path].places, (address, link)


def test_pages_of_another_day_are_not_for_search_engines(past_pages):
    for address, page in past_pages.items():
        assert page.response["X-Robots-Tag"] == "noindex", address
        if page.status == 200:
            assert page.meta("robots") == "noindex", address


def test_pages_of_today_are_for_search_engines(real_pages):
    for address, page in real_pages.items():
        assert "X-Robots-Tag" not in page.response, address
        assert page.meta("robots") is None, address


def test_the_canonical_address_has_no_day(past_pages):
    for address, page in past_pages.items():
        if page.status == 200:
            canonical = [link["href"] for link in page.attributes("link") if link["rel"] == "canonical"]
            assert canonical == [settings.SITE_URL + urlsplit(address).path]


@pytest.mark.parametrize(
    ("address", "english"),
    [
        ("/handelser/?fore=60", "/en/handelser/?fore=60"),
        ("/fel/?sida=/om/", "/en/fel/?sida=%2Fom%2F"),
        ("/logga-in/?next=/registrera/", "/en/logga-in/?next=%2Fregistrera%2F"),
        ("/jamfor/?fran=2019", "/en/jamfor/?fran=2019"),
        ("/finns/inte/", "/en/finns/inte/"),
        ("/program/x/", "/en/program/x/"),
    ],
)
def test_what_a_page_was_asked_for_is_kept_in_the_other_language(real, address, english):
    assert english in visit(address).values("a", "href")
    assert address.split("?")[0] in {link.split("?")[0] for link in visit(english).values("a", "href")}


def test_the_other_language_is_the_same_page_at_the_same_day(past_pages):
    for address, page in past_pages.items():
        if page.status == 200:
            other = f"/en{address}"
            found = {
                name: [a["href"] for a in page.attributes(name) if "hreflang" in a] for name in ("link", "a")
            }
            assert found["link"] == [settings.SITE_URL + other]
            assert set(found["a"]) == {other}


@pytest.mark.parametrize(
    "address, aim",
    [
        ("/antagande/", "/antagande/2023-2026/"),
        ("/en/antagande/", "/en/antagande/2023-2026/"),
        (f"/antagande/?{CHOSEN}", f"/antagande/2019/?{CHOSEN}"),
        ("/antagande/?dag=2015-01-01", "/program/?dag=2015-01-01"),
    ],
)
def test_the_decisions_lead_to_the_programme_that_matters_on_the_day(address, aim):
    response = browser().get(address)

    assert (response.status_code, response["Location"]) == (302, aim)


def test_the_form_for_another_day_leads_there():
    page = visit("/antagande/2019/?dag=2021-06-01")

    fields = {found["name"]: found["value"] for found in page.attributes("input")}

    assert fields == {"dag": "2021-06-01", "kand": ""}
    assert page.values("form", "method") == ["get"]


def test_a_field_that_is_left_empty_chooses_nothing():
    page = visit("/?dag=2021-06-01&kand=")

    assert page.status == 200
    assert {urlsplit(link).query for link in page.inside} == {"", "dag=2021-06-01"}
