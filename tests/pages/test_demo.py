"""The demonstration: an invented programme in the midst of its adoption, and said to be invented everywhere."""

import re
from datetime import date
from io import BytesIO
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command
from django.test import override_settings
from pypdf import PdfReader

from adoption.appeal import is_day_off
from sodertorn.demo import Demo
from sodertorn.journal import Entry
from sodertorn.users import User
from tests.pages.languages import foreign, names
from tests.pages.site import browser, crawl, visit

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.any_database]

BANNER = {"sv": "Demonstration. Uppgifterna är påhittade.", "en": "Demonstration. The facts are invented."}


@pytest.fixture
def adoption():
    return visit("/antagande/2027-2030/")


@pytest.fixture
def rows(adoption):
    """The table of decisions: each row's cells in words, by the name of the municipality."""
    rows = [adoption.texts("th", "td", node=row) for row in adoption.elements("tr")[1:]]
    return {name: cells for name, *cells in rows}


def without_banner(pages):
    banners = {a: BANNER[page.values("html", "lang")[0]] for a, page in pages.items()}
    return [a for a, page in pages.items() if banners[a] not in page.texts("p")]


def test_every_page_says_that_the_data_are_invented(demo_pages):
    pages = {address: page for address, page in demo_pages.items() if page.status == 200}

    assert len(pages) > 40
    assert without_banner(pages) == []


@pytest.mark.parametrize(
    "address",
    ["/finns-inte/", "/en/finns-inte/", "/?dag=2023-02-30", "/?kand=2020-01-01", "/en/antagande/2027-2030/"],
)
def test_pages_without_facts_and_english_ones_say_it_too(address):
    assert without_banner({address: visit(address)}) == []


@override_settings(DEMO=False)
def test_the_real_register_does_not_say_it():
    assert "Demonstration" not in visit("/").html


@pytest.mark.parametrize("prefix", ["", "/en"], ids=["sv", "en"])
def test_what_is_in_its_midst_is_told_in_one_language(prefix):
    programme = ("/program/2027-2030/", "/program/2023-2026/jamfor/2027-2030/", "/handelser/")
    papers = "/antagande/2027-2030/handlingar/nynashamn/"
    for address in ("/", "/antagande/2027-2030/", papers, "/kommuner/haninge/", *programme):
        assert foreign(visit(prefix + address), names()) == set()


def test_every_page_of_the_demonstration_is_there(demo_pages):
    assert [a for a, page in demo_pages.items() if page.status not in (200, 302)] == []
    assert {"/program/2027-2030/", "/antagande/2027-2030/"} <= set(demo_pages)


@pytest.mark.parametrize(
    "today", [date(2026, 11, 26), date(2027, 1, 6), date(2027, 3, 28), date(2027, 6, 27)]
)
def test_boards_meet_on_working_days_whatever_today_is(today):
    days = [Demo.days(SimpleNamespace(today=today), count) for count in (*range(-41, 0), *range(1, 36))]

    assert not any(map(is_day_off, days)) and days == sorted(days)
    assert days[40] < today < days[41]


def test_five_of_eight_have_adopted(adoption):
    assert adoption.texts("h1") == ["Fem av åtta har antagit programmet för 2027–2030"]


def test_both_totals_are_told(adoption):
    totals = dict(zip(adoption.texts("dt"), adoption.texts("dd"), strict=False))

    assert totals["Har antagit"] == "Fem av åtta"
    assert totals["Granskade mot justerat protokoll"] == "Tre av åtta"


def test_each_municipality_has_its_state(rows):
    assert {name: cells[0].split(" kan överklagas ")[0] for name, cells in rows.items()} == {
        "Botkyrka": "Antaget",
        "Haninge": "Antaget rättat den 1 december 2026",
        "Huddinge": "Antaget",
        "Nykvarn": "Antaget",
        "Nynäshamn": "Väntar på beslut",
        "Salem": "Antaget",
        "Södertälje": "Återremitterat",
        "Tyresö": "Hos fullmäktige",
    }


def test_each_decision_has_its_strength(rows):
    checked = [name for name, cells in rows.items() if cells[3].startswith("Granskat mot justerat protokoll")]
    stated = [name for name, cells in rows.items() if cells[3].startswith("Kommunens egen uppgift")]

    assert (checked, stated) == (
        ["Botkyrka", "Huddinge", "Salem"],
        ["Haninge", "Nykvarn", "Södertälje", "Tyresö"],
    )
    assert rows["Nynäshamn"][2:] == ["ingen än", "inget än"]


def test_what_was_referred_back_is_told_with_the_next_meeting(rows):
    assert (
        rows["Södertälje"][1]
        == "25 november 2026; nytt sammanträde planerat till 28 december 2026 Kommunstyrelsen i Södertälje"
    )
    assert rows["Södertälje"][2] == "§ 45 a"


def test_what_was_passed_on_waits_for_the_council(adoption, rows):
    waited = (
        "Programmet för 2027–2030 är sänt för antagande. Ännu inte antaget av kommunstyrelsen i Nynäshamn, "
        "kommunstyrelsen i Södertälje och kommunfullmäktige i Tyresö."
    )

    assert waited in adoption.texts("p")
    assert rows["Tyresö"][1].startswith("26 november 2026; fullmäktige planerat till 4 januari 2027")


def test_the_earliest_day_is_that_of_the_last_planned_meeting(adoption):
    assert (
        "Programmet kan börja gälla tidigast den 4 januari 2027, om alla antar det vid de planerade sammanträdena."
        in adoption.texts("p")
    )


def test_the_day_when_answers_are_wanted_is_told(adoption):
    assert "Svar önskas senast den 5 januari 2027." in adoption.texts("p")


def test_the_start_page_still_tells_of_the_programme_that_applies():
    page = visit("/")

    assert "Programmet för 2023–2026 gäller" in page.texts("h2")
    assert "kommunfullmäktige i Tyresö" in page.main


def test_when_the_period_is_over_the_start_page_names_what_is_not_adopted():
    words = "Perioden 2023–2026 är slut och programmet för 2027–2030 är inte antaget av alla åtta."

    assert words in visit("/?dag=2027-03-01").main


@pytest.fixture
def corrected(adoption):
    """The page of Haninge's decision, whose § was mistyped and then corrected."""
    return visit(next(link for link in adoption.inside if visit(link).elements("s")))


def test_the_corrected_paragraph_stands(corrected, rows):
    assert corrected.texts("h1") == [
        "Kommunstyrelsen i Haninge antog programmet för 2027–2030 den 17 november 2026 (§ 14)."
    ]
    assert rows["Haninge"][2] == "§ 14"


def test_the_old_paragraph_is_struck_through_and_can_be_read(corrected):
    struck = "Kommunstyrelsen i Haninge antog programmet för 2027–2030 den 17 november 2026 (§ 41)."

    assert corrected.texts("s") == [struck]
    assert (corrected.texts("del"), corrected.texts("ins")) == (["41"], ["14"])


def test_the_correction_says_what_kind_of_error_it_was_and_why(corrected):
    assert "Vårt skrivfel: Siffrorna hade bytt plats." in corrected.texts("p")


def test_the_number_of_the_correction_leads_to_the_decision(corrected):
    decision = corrected.response.request["PATH_INFO"]
    correction = Entry.objects.get(correction="typing_error").number

    response = browser().get(f"/beslut/{correction}/?dag=2026-12-01")

    assert (response.status_code, response["Location"]) == (
        302,
        f"{decision}?dag=2026-12-01#handelse-{correction}",
    )
    assert f"handelse-{correction}" in corrected.places


def test_a_reference_number_that_came_later_strikes_nothing(corrected):
    assert "KS 2026/451" in corrected.main
    assert "KS 2026/451" not in " ".join(corrected.texts("ins"))


@pytest.mark.parametrize(
    "query",
    ["?dag=2026-10-26", pytest.param("?kand=2026-11-30", marks=pytest.mark.proof_only)],
    ids=["not yet sent", "not yet known"],
)
def test_before_it_was_sent_or_known_the_programme_leaves_no_trace(query):
    pages = crawl(f"/{query}", english=False)

    assert len(pages) > 50
    assert [address for address, page in pages.items() if re.search("2027[-–]2030", page.html)] == []
    assert visit(f"/program/2027-2030/{query}").status == visit(f"/antagande/2027-2030/{query}").status == 404


def test_english_pages_show_the_unofficial_translation_and_swedish_ones_do_not():
    words = "Södertörn grows together, close to nature and close to one another"

    assert words in visit("/en/program/2027-2030/").main
    assert words not in visit("/program/2027-2030/").main


@override_settings(DEMO=False)
def test_the_demonstration_is_built_in_its_own_mode_only():
    entries = Entry.objects.count()

    with pytest.raises(CommandError, match="SODERTORN_MODE=demo"):
        call_command("build_demo")

    assert Entry.objects.count() == entries


def test_nobody_who_registered_is_named(demo_pages):
    names = [word for user in User.objects.all() for word in (user.name, user.email)]

    assert len(names) > 2
    assert [address for address, page in demo_pages.items() if any(name in page.html for name in names)] == []


@pytest.mark.parametrize(
    ("slug", "stands"),
    [
        ("sodertalje", "Återremitterat. Planerat "),
        ("nynashamn", "Planerat "),
        ("tyreso", "Hos fullmäktige. "),
    ],
)
def test_a_municipality_that_has_not_decided_reads_first_what_lies_before_it(slug, stands):
    [said] = [
        text for text in visit(f"/kommuner/{slug}/").texts("p") if text.startswith("Programmet för 2027")
    ]

    assert stands in said
    assert not [text for text in visit("/kommuner/huddinge/").texts("p") if "Planerat" in text]


HEADS = r'(?m)^ *<(?:title>|meta (?:name="description"|property="og:(?:title|description)") content=")(.*)'
AWAY = {
    "/folj/beslut.atom": r"<title>(.*?)</title>",
    "/en/folj/tyreso.atom": r"<title>(.*?)</title>",
    "/kommuner/tyreso/sammantraden.ics": r"(?:SUMMARY|X-WR-CALNAME):(.*)",
    "/data.jsonld": r'"(?:description|name)": "(.*?Södertörn.*?)"',
    "/program/2027-2030/data.jsonld": r'"name": "(.*?Södertörn.*?)"',
    "/antagande/2027-2030/": HEADS,
    "/en/": HEADS,
    "/kommuner/tyreso/": r'cite__text">(.*)',
}


@pytest.mark.parametrize(("address", "named"), AWAY.items(), ids=AWAY)
def test_what_is_read_away_from_its_page_begins_by_saying_so(address, named):
    found = re.findall(named, browser().get(address).content.decode())

    assert found and [name for name in found if not name.startswith("Demonstration. ")] == []


@pytest.mark.parametrize("query", ["arbetsgivaren", "arbetgivare"])
def test_a_slip_and_what_it_should_read_are_found(query):
    [found] = [link for link in visit(f"/sok/?q={query}").inside if "#rattelse-" in link]

    page, place = found.split("#")
    assert page.startswith("/program/2027-2030/") and place in visit(page).places


def test_the_document_that_goes_out_says_so_too():
    pdf = b"".join(browser().get("/program/2027-2030/bilaga.pdf"))
    first = " ".join(PdfReader(BytesIO(pdf)).pages[0].extract_text().split())

    assert "Demonstration. Södertörns utvecklingsprogram" in first
    assert BANNER["sv"] in first
