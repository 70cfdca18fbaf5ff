"""No page says a word of the other language's interface: what leads on, forms that are refused, faults.

Every page of a register with one of everything is asked the same in test_rich_register.py.
"""

import pytest
from django.core.cache import cache
from django.template.loader import render_to_string
from django.test import Client
from django.utils.translation import override

from tests.pages.languages import foreign, names
from tests.pages.site import Page, visit
from tests.pages.test_faults import page_of

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

FORMS = (
    "/fel/",
    "/tillganglighet/meddela/",
    "/logga-in/",
    "/logga-in/losenord/",
    "/logga-in/nytt-losenord/",
)
EMPTY = {"email": ""}
WRONG = {"email": "x", "login": "x@example.se", "password": "x", "page": "x" * 3000, "words": "x" * 30000}
FAULTS = (
    "/finns-inte/",
    "/?dag=2023-02-30",
    "/?kand=2000-01-01",
    "/gallande/2023-13-01/",
    "/beslut/999/",
    "/sok/?q=xyzzy",
    "/logga-in/lank/x/",
    "/stammer-det/x/",
)
LANGUAGES = pytest.mark.parametrize("prefix", ["", "/en"], ids=["sv", "en"])


@LANGUAGES
@pytest.mark.parametrize("address", FORMS)
def test_a_form_that_is_refused(real, address, prefix):
    cache.clear()  # who sends too much waits

    for typed in (EMPTY, WRONG):
        page = Page(Client().post(prefix + address, typed))
        assert page.texts_of("summary"), page.main
        assert foreign(page, names()) == set()


@LANGUAGES
@pytest.mark.parametrize("address", FAULTS)
def test_a_page_that_is_not_there(real, address, prefix):
    assert foreign(visit(prefix + address), names()) == set()


@pytest.mark.parametrize("name", ["400", "429", "500"])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_fault_without_a_request(name, language):
    with override(language):
        page = page_of(render_to_string(f"{name}.html"))

    assert foreign(page, names()) == set()


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize(
    "address", ["/", "/program/2019/", "/program/2019/mal/2/", "/program/2019/jamfor/2019-justerad-2021/"]
)
def test_an_english_page_with_texts_of_programmes_says_that_they_are_swedish_only(address):
    words = "The programmes’ texts exist in Swedish only. Translations, where shown, are unofficial."

    assert visit(f"/en{address}").texts("p").count(words) == 1
    assert "finns bara på svenska" not in visit(address).main


@pytest.mark.usefixtures("real")
def test_a_reason_that_several_goals_have_is_told_once():
    reasons = [text for text in visit("/program/2019-justerad-2021/").texts("p") if text.startswith("Skäl:")]

    assert len(reasons) == len(set(reasons)) > 0
