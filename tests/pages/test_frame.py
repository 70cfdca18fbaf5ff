"""What every public page has in common, in both languages."""

import json
import re
from collections import Counter
from datetime import date, timedelta

import pytest
from django.conf import settings

from programme.models import Placement
from tests.pages.languages import foreign
from tests.pages.site import BOTH, browser, not_marked

pytestmark = [pytest.mark.usefixtures("real"), pytest.mark.any_database]

REGISTER = json.loads((settings.BASE_DIR / "sodertorn" / "data" / "register.json").read_text())
CHANGES = ["2019-09-18", "2019-10-11", "2021-01-14", "2023-02-15", "2023-05-16", "2027-01-01"]
STRICT = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "manifest-src": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
    "object-src": ["'none'"],
}


@pytest.fixture
def pages(real_pages):
    """Redirects are tested with the links."""
    return {address: page for address, page in real_pages.items() if page.status != 302}


NEXT = ("2013/jamfor/2019", "2019/jamfor/2019-justerad-2021", "2019/jamfor/2023-2026")
"""The comparisons that pages lead to: of programmes next to each other; the chooser leads to all."""


def days():
    """The days on which the answer changes, the days before them, and today: what pages of days lead to."""
    changes = [date.fromisoformat(day) for day in CHANGES]
    return {*changes, *(day - timedelta(days=1) for day in changes), date(2026, 12, 1)}


def swedish_addresses():
    programmes = [programme["slug"] for programme in REGISTER["programmes"]]
    goals = {"2013": 3, "2019": 5, "2019-justerad-2021": 4, "2023-2026": 2}
    decisions = [entry["number"] for entry in REGISTER["entries"] if entry["kind"] == "decision"]
    return {
        *("/", "/gallande/", "/program/", "/jamfor/", "/kommuner/", "/sa-avgors/", "/om/"),
        *("/handelser/", "/kontrollera/", "/sok/", "/folj/", "/ord/", "/tillganglighet/"),
        *(f"/gallande/{day}/" for day in days()),
        *(f"/program/{slug}/" for slug in programmes),
        *(f"/program/{slug}/mal/{n}/" for slug, count in goals.items() for n in range(1, count + 1)),
        *(f"/program/{two}/{way}" for two in NEXT for way in ("", "i-en-spalt/")),
        *(f"/antagande/{slug}/" for slug in programmes if slug != "2013"),  # nobody is known to decide
        *(f"/kommuner/{municipality['slug']}/" for municipality in REGISTER["municipalities"]),
        *(f"/beslut/{number}/" for number in decisions),
    }


def wrong(pages, right):
    """The addresses of the pages that are not right."""
    return [address for address, page in pages.items() if not right(page)]


def test_links_lead_to_every_page_in_both_languages(pages):
    swedish = swedish_addresses()

    assert set(pages) == swedish | {f"/en{address}" for address in swedish}


def test_every_page_is_there(pages):
    assert wrong(pages, lambda page: page.status == 200) == []


@pytest.mark.parametrize("address", ["/antagande/2013/", "/en/antagande/2013/"])
def test_a_programme_whose_decisions_are_not_entered_has_an_adoption_page(address):
    assert browser().get(address).status_code == 200


def test_every_page_has_one_first_heading_with_words(pages):
    headings = {address: page.texts("h1") for address, page in pages.items()}

    assert [address for address, texts in headings.items() if len(texts) != 1 or not texts[0]] == []


def test_headings_leave_out_no_level(pages):
    def steps(page):
        levels = [int(element.name[1]) for element in page.elements("h1", "h2", "h3", "h4")]
        return all(later - earlier <= 1 for earlier, later in zip(levels, levels[1:], strict=False))

    assert wrong(pages, steps) == []


def test_every_page_says_its_language(pages):
    for address, page in pages.items():
        language = "en" if address.startswith("/en/") else "sv"
        assert page.values("html", "lang") == [language], address
        assert page.response["Content-Language"] == language, address


def test_the_address_alone_decides_the_language():
    response = browser().get("/", headers={"accept-language": "en"})

    assert '<html lang="sv">' in response.content.decode()
    assert "Accept-Language" not in response.get("Vary", "")  # else a cache keeps one for each browser


def test_every_page_has_a_title_of_its_own(pages):
    titles = Counter(
        (address.startswith("/en/"), title)
        for address, page in pages.items()
        for title in page.texts("title")[:1]
    )

    assert [title for title, count in titles.items() if count > 1] == []
    assert wrong(pages, lambda page: re.match(r"\w", page.texts("title")[0])) == []


def test_every_page_has_a_description(pages):
    assert wrong(pages, lambda page: len(page.meta("description") or "") > 50) == []


def test_no_page_sets_a_cookie_or_depends_on_one(pages):
    assert wrong(pages, lambda page: not page.response.cookies) == []
    assert wrong(pages, lambda page: "cookie" not in page.response.get("Vary", "").lower()) == []


def test_every_page_has_the_strict_policy(pages):
    def policy(page):
        directives = [d.split() for d in page.response["Content-Security-Policy"].split(";")]
        return {name: sources for name, *sources in directives} == STRICT

    assert wrong(pages, policy) == []


def test_no_page_holds_style_or_script_of_its_own(pages):
    own = {"style", "srcdoc", "onclick", "onload", "onsubmit", "onchange"}

    assert wrong(pages, lambda page: not own & {name for each in page.attributes() for name in each}) == []
    assert wrong(pages, lambda page: not page.elements("style", "script")) == []


def test_no_page_loads_anything_from_elsewhere(pages):
    def ours(page):
        loaded = [*page.values("img", "src"), *page.values("script", "src")]
        loaded += [
            link["href"]
            for link in page.attributes("link")
            if link["rel"] in ("icon", "preload", "stylesheet")
        ]
        return all(address.startswith("/static/") for address in loaded)

    assert wrong(pages, ours) == []


def test_every_page_names_the_day_that_it_tells_of(pages):
    for address, page in pages.items():
        if not re.search("/gallande/[0-9]", address):
            day = "on 1 December 2026" if address.startswith("/en/") else "Läget den 1 december 2026"
            assert day in " ".join(page.texts("header")), address


def test_every_page_says_that_minutes_prevail(pages):
    words = "Skiljer sig registret från ett justerat protokoll gäller protokollet."
    swedish = {address: page for address, page in pages.items() if not address.startswith("/en/")}

    assert wrong(swedish, lambda page: words in " ".join(page.texts("footer"))) == []


def test_every_english_page_says_that_minutes_prevail(pages):
    english = {address: page for address, page in pages.items() if address.startswith("/en/")}

    assert wrong(english, lambda page: "the minutes prevail" in " ".join(page.texts("footer"))) == []


def test_swedish_on_english_pages_is_marked_as_swedish(pages):
    names = [municipality["name"] for municipality in REGISTER["municipalities"]]
    names = re.compile("|".join([r"Södertörns?(samverkan| utvecklingsprogram)?", *names]))

    def marked(address, page):
        body = not_marked(page.elements("body")[0], "sv")
        return not address.startswith("/en/") or not re.search("[åäöÅÄÖ]", names.sub("", body))

    assert [address for address, page in pages.items() if not marked(address, page)] == []


def test_no_page_says_a_word_of_the_other_languages_interface(pages):
    titles = Placement.objects.values_list("title", flat=True)
    said = {address: foreign(page, titles) for address, page in pages.items()}

    assert {address: words for address, words in said.items() if words} == {}


def test_no_name_of_a_place_is_used_twice_on_a_page(pages):
    assert wrong(pages, lambda page: len(page.places) == len(set(page.places))) == []


def test_every_picture_and_table_has_a_name(pages):
    def named(page):
        captions = all(page.texts("caption"))
        headers = all(page.texts("th"))
        drawn = [each for each in page.attributes("svg") if each.get("aria-hidden") != "true"]
        return captions and headers and all(each.get("aria-label") for each in drawn)

    assert wrong(pages, named) == []


def test_head_answers_as_get_without_the_page(pages):
    for address in BOTH:
        response = browser().head(address)
        assert (response.status_code, response.content) == (200, b""), address
        assert response["Content-Length"] == pages[address].response["Content-Length"], address


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_pages_are_only_for_reading(method):
    send = getattr(browser(), method)

    assert [address for address in (*BOTH, "/antagande/") if send(address).status_code != 405] == []


def test_a_page_that_has_not_changed_is_not_sent_again(pages):
    for address in BOTH:
        seen = browser().get(address)["ETag"]  # the log of a register that was read anew has other salts
        assert browser().get(address, headers={"if-none-match": seen}).status_code == 304, address
