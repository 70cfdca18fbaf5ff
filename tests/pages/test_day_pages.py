"""The page of one day: a permanent address of what applied on it."""

import re
from urllib.parse import urlsplit

import pytest
from django.conf import settings

from tests.pages.site import browser, visit

pytestmark = [pytest.mark.usefixtures("real"), pytest.mark.any_database]

NOT_KNOWN = "Det är inte känt här vad som gällde"
HEADINGS = {
    "1900-01-01": "Inget program är känt för den här dagen",
    "2015-01-01": "Inget program är känt för den här dagen",
    "2019-09-17": "Inget program är känt för den här dagen",
    "2019-09-18": NOT_KNOWN,
    "2019-10-10": NOT_KNOWN,
    "2019-10-11": "Södertörns utvecklingsprogram 2035 gällde",
    "2023-02-14": "Södertörns utvecklingsprogram 2035 gällde",
    "2023-02-15": NOT_KNOWN,
    "2023-05-15": NOT_KNOWN,
    "2023-05-16": "Programmet för 2023–2026 gällde",
    "2026-12-01": "Programmet för 2023–2026 gäller",
    "2027-01-01": "Programmet för 2023–2026 gäller",
    "2199-12-31": "Programmet för 2023–2026 gäller",
}
CHANGES = ["2019-09-18", "2019-10-11", "2021-01-14", "2023-02-15", "2023-05-16", "2027-01-01"]


@pytest.mark.parametrize("day, heading", HEADINGS.items())
def test_a_day_has_its_answer(day, heading):
    page = visit(f"/gallande/{day}/")

    assert (page.status, page.texts("h1")) == (200, [heading])


def test_no_day_is_today():
    assert visit("/gallande/").texts("h1") == visit("/gallande/2026-12-01/").texts("h1")
    assert "Vad som gäller i dag" in visit("/gallande/").texts("title")[0]


def test_the_answer_is_the_one_that_the_start_page_gives():
    for day in HEADINGS:
        start = visit(f"/?dag={day}").texts_of("answers__one")[0]
        page = visit(f"/gallande/{day}/")
        answer = [*page.texts_of("head__lede"), *page.texts_of("day__more")]
        assert all(sentence in start for sentence in answer), day


def neighbours(page):
    links = [link for link in page.inside if re.search("/gallande/[0-9]", link)]
    return list(dict.fromkeys(urlsplit(link).path.split("/")[-2] for link in links))


def test_the_days_on_which_the_answer_changes_are_one_click_away():
    walked, day = [], "1900-01-01"
    while after := [other for other in neighbours(visit(f"/gallande/{day}/")) if other > day]:
        day = after[0]
        walked.append(day)

    assert walked == CHANGES


def test_the_days_before_are_one_click_away():
    assert {"2021-01-13", "2023-02-15"} < set(neighbours(visit("/gallande/2021-06-01/")))


def test_the_decisions_that_the_answer_rests_on_are_listed():
    assert len(visit("/gallande/2023-06-01/").texts("tr")) == 1 + 8
    assert "Besluten som svaret vilar på" in visit("/gallande/2021-06-01/").texts("h2")
    assert "14 januari 2021" in visit("/gallande/2021-06-01/").texts("table")[1]  # the adjusted wording
    assert "Besluten som det beror på" in visit("/gallande/2023-03-01/").texts("h2")
    assert "Huddinge" not in visit("/gallande/2019-10-01/").texts("table")[0]  # its day is known


def test_what_may_yet_change_is_said_for_days_to_come():
    page = visit("/gallande/2030-01-01/")

    assert "Läget den 1 januari 2030, om inget mer beslutas" in page.text
    assert "Det är registrets regel, inte något som kommunerna har beslutat." in page.main


@pytest.mark.parametrize(
    "asked, address",
    [
        ("/gallande/?dag=2021-01-14", "/gallande/2021-01-14/"),
        ("/gallande/?dag=2021-01-14&kand=", "/gallande/2021-01-14/"),
        ("/en/gallande/?dag=2021-01-14&kand=2026-11-30", "/en/gallande/2021-01-14/?kand=2026-11-30"),
        ("/gallande/2015-01-01/?dag=2021-01-14", "/gallande/2021-01-14/"),
    ],
)
def test_a_day_that_is_asked_for_in_the_form_has_its_address(asked, address):
    response = browser().get(asked)

    assert (response.status_code, response["Location"]) == (302, address)


def test_the_form_asks_the_page_of_today_and_holds_what_was_chosen():
    page = visit("/gallande/2021-01-14/?kand=2026-11-30")

    assert page.values("form", "action") == ["/gallande/"]
    assert [each["value"] for each in page.attributes("input")] == ["2021-01-14", "2026-11-30"]


def test_a_day_that_does_not_exist_gets_a_page_that_helps():
    page = visit("/gallande/2023-02-30/")

    assert page.status == 404
    assert "”2023-02-30” är ingen dag i kalendern. Skriv år, månad och dag: 2021-01-14." in page.main


def test_the_address_of_a_day_is_its_own_and_found_by_search_engines():
    page = visit("/gallande/2021-01-14/")
    canonical = [link["href"] for link in page.attributes("link") if link["rel"] == "canonical"]

    assert canonical == [f"{settings.SITE_URL}/gallande/2021-01-14/"]
    assert page.meta("robots") is None and "X-Robots-Tag" not in page.response
    assert "Södertörns utvecklingsprogram 2035 gällde" in page.meta("description")


def test_a_day_at_another_knowledge_is_not_for_search_engines():
    assert visit("/gallande/2021-01-14/?kand=2026-11-30").response["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("known, also", [("", ""), ("?kand=2026-11-30", "&kand=2026-11-30")])
def test_links_from_the_page_of_a_day_stay_at_the_day(known, also):
    page = visit(f"/gallande/2021-01-14/{known}")

    to_days = {link for link in page.inside if re.search("/gallande/[0-9]", link)}
    others = {urlsplit(link).query for link in page.inside if link not in to_days}
    assert {urlsplit(link).query for link in to_days} == {known[1:]}
    assert others == {"", f"dag=2021-01-14{also}"}
    today = [link["href"] for link in page.attributes("a") if link.get("class") == "reading__today"]
    assert today == ["/gallande/"]
    assert f"/en/gallande/2021-01-14/{known}" in page.inside


def test_before_its_first_entry_the_register_knew_no_answer():
    assert visit("/gallande/2021-01-14/?kand=2026-11-22").texts("h1") == ["Registret fanns inte då"]


def test_in_english():
    page = visit("/en/gallande/2023-03-01/")

    assert page.texts("h1") == ["It is not known here what applied"]
    assert "What applied on 1 March 2023" in page.texts("title")[0]


def test_the_line_of_programmes_draws_adoptions_as_they_are_known():
    html = visit("/program/").html.replace("\xa0", " ")  # days do not break

    assert 'line__adopted--day"><title>Huddinge: den 18 september 2019</title>' in html
    assert 'line__adopted--interval"><title>Huddinge: någon dag 15 februari–16 maj 2023</title>' in html
    assert 'line__adopted--open"><title>Botkyrka, Haninge, Nykvarn' in html
