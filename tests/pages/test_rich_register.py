"""A register that holds one of everything is shown whole, on any day and at any knowledge."""

import pytest

from tests import rich_register
from tests.pages.conftest import crawled, rolled_back
from tests.pages.languages import foreign, names
from tests.pages.site import visit

pytestmark = pytest.mark.postgresql_in_proof
MOMENTS = [
    "?dag=2025-03-21&kand=2025-04-03",
    "?dag=2024-12-20",
    "?dag=2025-03-05",
    "?kand=2025-04-01",
]


@pytest.fixture(scope="module")
def rich_register_built(django_db_setup, django_db_blocker, first_of_december):
    with django_db_blocker.unblock(), rolled_back():
        rich_register.build()
        yield


@pytest.fixture
def rich(rich_register_built, db):
    """The register that holds one of everything."""


def rich_pages(query=""):
    return crawled(f"rich{query}", f"/{query}", english=not query)


@pytest.mark.parametrize(
    "query", ["", *(pytest.param(moment, marks=pytest.mark.proof_only) for moment in MOMENTS)]
)
def test_every_page_is_there_and_whole(rich, query):
    pages = {address: page for address, page in rich_pages(query).items() if page.status != 302}

    assert len(pages) > 20
    assert [address for address, page in pages.items() if page.status != 200] == []
    assert [
        address for address, page in pages.items() if len(page.texts("h1")) != 1 or not page.texts("h1")[0]
    ] == []
    assert [address for address, page in pages.items() if len(page.places) != len(set(page.places))] == []


def test_what_sources_and_minutes_say_is_text_and_not_markup(rich):
    pages = rich_pages()
    odd = [page for page in pages.values() if "&lt;b&gt;&amp;amp;" in page.html]

    assert len(odd) > 5
    assert [address for address, page in pages.items() if "<b>" in page.html] == []


def test_no_page_says_a_word_of_the_other_languages_interface(rich):
    said = {address: foreign(page, names()) for address, page in rich_pages().items() if page.status == 200}

    assert {address: words for address, words in said.items() if words} == {}


def test_its_draft_leaves_no_trace(rich):
    assert [address for address, page in rich_pages().items() if rich_register.CANARY in page.html] == []


def test_a_withdrawn_programme_keeps_its_page(rich):
    for address in ("/program/2025-b/", "/antagande/2025-b/"):
        page = visit(address)
        assert page.status == 200
        assert "Programmet återkallades den 25 mars 2025 och gäller inte någon dag." in page.main
