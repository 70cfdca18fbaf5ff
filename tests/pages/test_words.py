"""The words of the trade are told once, and the labels of the pages lead to them; and how accessible it all is."""

from html import unescape

import pytest
from django.utils.translation import override

from sodertorn.accessibility import DIGG
from sodertorn.words_of_the_trade import GROUPS
from tests.pages.site import visit

pytestmark = [pytest.mark.usefixtures("real"), pytest.mark.any_database]

WORDS = [word for _name, group in GROUPS for word in group]


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_every_word_stands_on_the_page_once(prefix):
    page = visit(f"{prefix}/ord/")

    assert len(page.elements("dt")) == len({word.key for word in WORDS}) == len(WORDS)
    assert {word.key for word in WORDS} <= set(page.places)


def test_an_english_word_stands_beside_the_swedish():
    assert "Refer back återremittera" in visit("/en/ord/").texts("dt")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_label_is_explained_by_two_words(language):
    with override(language):
        told = {(str(label).casefold(), word.key) for word in WORDS for label in word.labels}

    assert len(told) == len({label for label, _key in told})


@pytest.mark.parametrize(
    "address, label, key",
    [
        ("/beslut/78/?dag=2023-06-01", "Organ", "kommunstyrelse"),
        ("/en/beslut/78/?dag=2023-06-01", "Body", "kommunstyrelse"),
        ("/antagande/2023-2026/?dag=2023-06-01", "Antaget", "anta"),
    ],
)
def test_a_label_leads_to_its_word_and_keeps_the_readers_day(address, label, key):
    page = visit(address)

    links = {page.texts("a", node=a)[0]: unescape(dict(a.attributes)["href"]) for a in page.elements("a")}
    prefix = "/en" if address.startswith("/en") else ""
    assert links[label] == f"{prefix}/ord/?dag=2023-06-01#{key}"
    assert key in visit(links[label]).places


@pytest.mark.parametrize("prefix, owner", [("", "Saknas"), ("/en", "Missing")])
def test_the_statement_names_no_owner_that_there_is_not(prefix, owner):
    facts = visit(f"{prefix}/tillganglighet/").texts("dd")

    assert facts[0].startswith(owner)


def test_the_statement_says_all_that_the_law_asks_for(settings):
    settings.OWNER = settings.OWNER | {"name": "En kommun", "email": "registret@example.se"}

    page = visit("/tillganglighet/")

    said = dict(zip(page.texts("dt"), page.texts("dd"), strict=True))
    assert said["Offentlig aktör"] == "En kommun"
    assert said["Digital service"] == "Registret för Södertörns utvecklingsprogram"
    assert said["Följer lagkraven"] in {"helt förenlig", "delvis förenlig", "inte förenlig"}
    assert "den 26 november 2026" in (said["Bedömningen gjordes"], said["Redogörelsen uppdaterades senast"])
    assert {DIGG, "/tillganglighet/meddela/", "mailto:registret@example.se"} <= set(page.values("a", "href"))
    assert {
        "Innehåll som inte är tillgängligt",
        "Oskäligt betungande anpassning",
        "Innehåll som inte omfattas av lagen",
        "Hur webbplatsen är prövad",
    } <= set(page.texts("h2"))
