"""Addresses and days that don't exist get a page that says so and helps; never an error of ours."""

from urllib.parse import quote

import pytest

from tests.pages.site import browser, visit

pytestmark = pytest.mark.usefixtures("real")

NO_DAYS = {
    "30 February": "2023-02-30",
    "29 February": "2023-02-29",
    "five figures": "20233-01-01",
    "short": "2023-2-3",
    "no dashes": "20230203",
    "a week": "2023-W05-5",
    "a moment": "2023-02-03T10:00",
    "year nought": "0000-01-01",
    "a space": "2023-02-03 ",
    "a blank": " ",
    "letters": "åäö",
    "other figures": "٢٠٢٣-٠٢-٠٣",
    "negative": "-2023-02-03",
    "markup": "<script>alert(1)</script>",
    "NUL": "\0",
    "NUL within": "2023-02\0-03",
    "half a character": "\udc80",
    "very long": "2023-02-03" * 5000,
}
NO_ADDRESSES = [
    "/finns-inte/",
    "/gallande/2023-02-30/",
    "/gallande/i-dag/",
    "/gallande/1899-12-31/",
    "/gallande/2200-01-01/",
    "/gallande/2021-01-14/2021-01-15/",
    "/program/finns-inte/",
    "/program/mal/",
    "/program/ny/",
    "/program/../",
    "/program/..%2f/",
    "/program/2023-2026/mal/",
    "/program/åäö/",
    "/program/%00/",
    "/antagande/finns-inte/",
    "/antagande/mal/",
    "/kommuner/stockholm/",
    "/kommuner/Tyreso/",
    "/kommuner/0138/",
    "/beslut/",
    "/beslut/0/",
    "/beslut/-1/",
    "/beslut/78.0/",
    "/beslut/åtta/",
    "/beslut/1/",
    "/beslut/77/",
    "/beslut/9999/",
    "/beslut/99999999999999999999/",
    f"/beslut/{'9' * 4000}/",
    "/en/program/finns-inte/",
    "/en/beslut/0/",
    "/sv/",
    "/de/",
]


def shown(text):
    return text if len(text) < 40 else f"{text[:20]}… ({len(text)})"


@pytest.mark.parametrize("clock", ["dag", "kand"])
@pytest.mark.parametrize("text", NO_DAYS.values(), ids=NO_DAYS)
def test_what_is_no_day_gets_a_page_that_helps(text, clock):
    page = visit(f"/?{clock}={quote(text, errors='surrogateescape')}")

    assert page.status == 404
    assert page.texts("h1") == ["Sidan finns inte"]
    assert "Skriv år" in page.main or "Registret svarar för dagar från 1900-01-01" in page.main
    assert "Läget den 1 december 2026" in page.text


def test_a_day_and_no_day_is_no_day():
    assert visit("/?dag=2021-06-01&kand=2023-02-30").status == 404


@pytest.mark.parametrize(
    "address", ["/program/", "/antagande/", "/kommuner/tyreso/", "/beslut/78/", "/om/", "/en/"]
)
def test_no_page_takes_what_is_no_day(address):
    assert visit(f"{address}?dag=2023-02-30").status == 404


def test_what_was_written_is_shown_as_text_and_not_all_of_it():
    page = visit("/?dag=" + quote("<script>alert(1)</script>" * 100))

    assert "<script" not in page.html
    assert page.html.count("alert(1)") == 1


@pytest.mark.parametrize("address", NO_ADDRESSES, ids=shown)
def test_an_address_that_leads_nowhere_gets_a_page_that_helps(address):
    page = visit(address)
    swedish = not address.startswith("/en/")

    assert page.status == 404
    assert page.texts("h1") == ["Sidan finns inte" if swedish else "Page not found"]
    assert ("/kommuner/" if swedish else "/en/kommuner/") in page.inside
    assert "Content-Security-Policy" in page.response
    assert not page.response.cookies


@pytest.mark.parametrize("address", ["/program", "/om", "/en", "/kommuner/tyreso", "/beslut/78"])
def test_a_forgotten_slash_is_forgiven(address):
    response = browser().get(f"{address}?dag=2021-06-01")

    assert (response.status_code, response["Location"]) == (301, f"{address}/?dag=2021-06-01")


@pytest.mark.parametrize(
    "query", ["?x=%00", "?dag=2021-06-01&x=%ff%fe", "?%00=%00", "?dag[]=1", "?" + "x=1&" * 900]
)
def test_what_the_page_does_not_ask_for_is_no_trouble(query):
    assert visit(f"/program/{query}").status == 200


def test_of_several_days_the_last_counts():
    assert "Läget den 1 juni 2021" in visit("/?dag=2015-01-01&dag=2021-06-01").text


def test_links_on_a_page_that_is_not_there_stay_at_the_day():
    page = visit("/program/finns-inte/?dag=2021-06-01")

    assert page.status == 404
    assert "/program/?dag=2021-06-01" in page.inside
