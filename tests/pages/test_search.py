"""Searching the public register: the same answers on both databases, the right page first."""

import pytest
from django.utils.http import urlencode

from adoption.models import Decision
from tests.factories import DetailFactory
from tests.pages.site import Page, browser, visit

pytestmark = pytest.mark.usefixtures("real")

FIRST = {
    "Södertörns utvecklingsprogram": "/",
    "vad gäller idag": "/gallande/",
    "2021-01-14": "/gallande/2021-01-14/",
    "alla program": "/program/",
    "jämförelse": "/jamfor/",
    "händelselogg": "/handelser/",
    "kontrollsumman": "/kontrollera/",
    "dataskyddsombud": "/om/",
    "program 2023-2026": "/program/2023-2026/",
    "justerade lydelser": "/program/2019-justerad-2021/",
    "vision": "/program/2023-2026/",
    "hållbar TILLVÄXT": "/program/2023-2026/",
    "infrastrukturens": "/program/2023-2026/#infra",
    "högskolor": "/program/2019-justerad-2021/#nar",
    "kunskapsintensiva näringslivet": "/program/2019/mal/2/",
    "klimatmål": "/program/2019/#klimat",
    "tyreso": "/kommuner/tyreso/",
    "0126": "/kommuner/huddinge/",
    "§9": "/beslut/60/",
    "Huddinges beslut 2023": "/beslut/78/",
    "fullmäktiges beslut i styrelsens ställe": "/sa-avgors/#fullmaktige",
    "laga kraft": "/ord/#laga-kraft",
    "innan det har fått laga kraft": "/sa-avgors/#laga-kraft",
    "återremitterades": "/ord/#aterremittera",
    "återremiss": "/ord/#aterremittera",
    "revideringen": "/ord/#revidera",
    "huddinges beslut": "/kommuner/huddinge/",
    "annan källa": "/ord/#annan-kalla",
    "skärmläsare": "/tillganglighet/",
}
"""Twenty queries and a few more, as people put them: inflected, in capitals, without dots; and what they look for."""


def search(query, address="/sok/", **more) -> Page:
    return visit(f"{address}?{urlencode({'q': query, **more})}")


def answers(page: Page) -> list[str]:
    """Where the results lead, the best first."""
    titles = [one for one in page.elements("h2") if "result__title" in dict(one.attributes).get("class", "")]
    links = [link for title in titles for link in page.elements("a", node=title)]
    return [dict(link.attributes)["href"] for link in links]


@pytest.mark.parametrize(("query", "address"), FIRST.items(), ids=FIRST)
def test_the_right_page_comes_first(query, address):
    assert answers(search(query))[0] == address


@pytest.mark.any_database
@pytest.mark.parametrize(
    ("query", "address"),
    {
        "what applied": "/en/gallande/",
        "municipality of Tyresö": "/en/kommuner/tyreso/",
        "infrastruktur": "/en/program/2023-2026/#infra",
        "adjusted wordings": "/en/program/2019-justerad-2021/",
        "accessibility": "/en/tillganglighet/",
    }.items(),
)
def test_english_pages_find_both_languages(query, address):
    assert answers(search(query, "/en/sok/"))[0] == address


@pytest.mark.any_database
def test_the_words_are_marked_where_they_are_found():
    assert search("hållbar tillväxt").texts("mark") == ["hållbara", "tillväxt"]


@pytest.mark.any_database
def test_what_has_only_some_of_the_words_is_said_to():
    page = search("infrastruktur rymdraket")

    assert "Inget i registret har alla orden" in page.main
    assert answers(page)[0] == "/program/2023-2026/#infra"


@pytest.mark.any_database
@pytest.mark.parametrize("query", ["", "   ", "xyzzy", "\0", "%%%", "<script>", "§", "och", "2023-02-30"])
def test_a_query_without_an_answer_gets_a_page_that_helps(query):
    page = search(query)

    assert page.status == 200
    assert "Du kan söka på" in page.main or answers(page)
    assert "<script>" not in page.html


@pytest.mark.any_database
@pytest.mark.parametrize("query", ["a" * 50_000, "infrastruktur " * 4_000, "å" * 199 + "!" * 900])
def test_a_huge_query_is_cut_and_says_so(query):
    page = search(query)

    assert page.status == 200
    assert "bara de första 200 tecknen är lästa" in page.main
    assert len(page.html) < 40_000


@pytest.mark.any_database
def test_a_reference_number_leads_to_its_decision():
    decision = Decision.objects.get(pk=78)
    DetailFactory(case=decision.case, detail="number", on=None, words="KS-2023/417.211")

    assert answers(search("KS-2023/417.211"))[0] == "/beslut/78/"


@pytest.mark.any_database
def test_the_day_and_knowledge_of_the_address_are_kept_and_respected():
    before = search("programmet 2023–2026", dag="2019-11-01", kand="2026-11-30")

    assert answers(before)
    assert not [to for to in answers(before) if "?dag=2019-11-01&kand=2026-11-30" not in to]
    assert not [to for to in answers(before) if to.startswith("/beslut/78/")]
    assert answers(search("vision", kand="2020-01-01")) == []


@pytest.mark.any_database
def test_what_was_searched_for_is_kept_in_the_other_language_and_on_another_day():
    page = search("högskola", dag="2021-01-14")

    assert "/en/sok/?dag=2021-01-14&q=h%C3%B6gskola" in page.inside
    assert "/sok/?q=h%C3%B6gskola" in page.inside  # back to today
    assert page.html.count('name="q" value="högskola"') == 2  # in the form, and where another day is chosen


@pytest.mark.any_database
def test_answers_are_not_for_search_engines_and_the_page_is():
    assert browser().get("/sok/?q=vision")["X-Robots-Tag"] == "noindex"
    assert "X-Robots-Tag" not in browser().get("/sok/")
