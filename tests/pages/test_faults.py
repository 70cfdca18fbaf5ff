"""A page that can't be shown says what happened and where to go, in the reader's language."""

import pytest
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils.translation import override

from sodertorn.outages import failed
from sodertorn.views import form_not_trusted
from tests.factories import UserFactory
from tests.pages.site import Page, visit

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def page_of(html: str) -> Page:
    return Page(HttpResponse(html))


@pytest.mark.parametrize("prefix, words", [("", "Säg till"), ("/en", "Tell us")])
def test_404_leads_on_and_to_whom_one_tells(prefix, words):
    page = visit(f"{prefix}/finns-inte/?dag=2021-06-01")

    assert page.status == 404
    told = next(dict(a.attributes)["href"] for a in page.elements("a") if page.texts("a", node=a) == [words])
    assert told == f"{prefix}/fel/?sida={prefix.replace('/', '%2F')}%2Ffinns-inte%2F%3Fdag%3D2021-06-01"


def test_404_says_why_first():
    assert visit("/?dag=2023-02-30").texts_of("head__lede")[0].startswith("”2023-02-30” är ingen dag")


def test_403_says_why_and_what_helps():
    client = Client()
    client.force_login(UserFactory())

    page = Page(client.get("/admin/"))

    assert page.status == 403
    assert {"/", "/logga-in/", "/fel/"} <= set(page.values("a", "href"))


def test_a_form_from_elsewhere_is_refused_with_the_reason():
    request = RequestFactory().post("/fel/", headers={"origin": "https://example.com"})

    page = Page(form_not_trusted(request))

    assert page.status == 403
    assert "kom inte från registrets egna sidor" in page.main


@pytest.mark.parametrize("name", ["400", "429", "500"])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_pages_without_a_request_lead_on(name, language, settings, django_assert_num_queries):
    settings.OWNER = settings.OWNER | {"email": "registret@example.se"}

    with override(language), django_assert_num_queries(0):
        page = page_of(render_to_string(f"{name}.html"))
        start = reverse("start")

    assert page.values("html", "lang") == [language]
    assert {start, "mailto:registret@example.se"} <= set(page.values("a", "href"))
    assert len(page.texts("h1")) == 1 and page.texts_of("head__lede")


@pytest.mark.django_db(databases=[])
def test_a_fault_of_ours_is_shown_without_the_database():
    request = RequestFactory().get("/en/")

    try:
        raise ZeroDivisionError
    except ZeroDivisionError:
        with override("en"):
            page = Page(failed(request))

    assert page.status == 500
    assert "/en/" in page.values("a", "href")
