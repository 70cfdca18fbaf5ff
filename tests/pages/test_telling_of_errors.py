"""Anybody tells of an error, or of what can't be used: without an account, and nothing typed is lost."""

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import IntegrityError, connection, transaction
from django.test import Client

from sodertorn.outbox import Mail
from sodertorn.report_services import close
from sodertorn.reports import Report
from tests.factories import UserFactory
from tests.pages.site import Page, visit

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

DOORS = {"/fel/": "error", "/tillganglighet/meddela/": "accessibility"}
SAID = {
    "words": "Det står fel § i beslutet.",
    "page": "/beslut/78/?dag=2023-06-01",
    "email": "",
    "website": "",
}


@pytest.fixture(autouse=True)
def nothing_counted():
    cache.clear()


def tell(address="/fel/", client=None, **said):
    return (client or Client()).post(address, SAID | said, follow=True)


def test_every_page_leads_to_the_form_with_its_own_address():
    page = visit("/om/?dag=2021-06-01&kand=2026-11-30")

    link = next(each["href"] for each in page.attributes("a") if each["href"].startswith("/fel/"))
    form = visit(link.replace("&amp;", "&"))

    assert "/om/?dag=2021-06-01&kand=2026-11-30" in form.values("input", "value")


@pytest.mark.parametrize("address", DOORS)
@pytest.mark.parametrize("language", ["", "/en"])
def test_a_message_is_kept_and_told_of(address, language):
    UserFactory(email="strateg@example.se", is_staff=True)

    page = Page(tell(language + address))

    (kept,) = Report.objects.open()
    (letter,) = Mail.objects.all()
    assert (kept.about, kept.words, kept.page) == (DOORS[address], SAID["words"], SAID["page"])
    assert page.status == 200 and str(kept.pk) in page.main
    assert SAID["page"].replace("&", "&amp;") in page.values("a", "href")
    assert letter.to == "strateg@example.se"
    assert SAID["words"] in letter.text and f"/admin/meddelanden/{kept.pk}/" in letter.text


def test_an_address_is_kept_for_the_answer_and_is_in_no_mail():
    UserFactory(is_staff=True)

    tell(email="lasare@example.se")

    assert Report.objects.get().email == "lasare@example.se"
    assert "lasare" not in Mail.objects.get().text


@pytest.mark.parametrize(
    "field, typed, said",
    [
        ("words", "", "Skriv vad som är fel."),
        ("words", "Jag är 811228-9874.", "personnummer"),
        ("words", "x" * 5001, "högst 5000"),
        ("email", "ingen adress", "e-postadress"),
        ("website", "https://example.com", "Töm fältet"),
    ],
)
def test_what_is_refused_says_why_and_is_not_lost(field, typed, said):
    response = tell(**{"page": "/om/", field: typed})

    page = Page(response)
    assert Report.objects.count() == 0
    assert said in " ".join(page.texts_of("field__error"))
    assert typed in page.html and "/om/" in page.html


@pytest.mark.parametrize(
    ("address", "asked"), {"/fel/": "Vad är fel?", "/tillganglighet/meddela/": "Vad gäller det?"}.items()
)
def test_each_form_tells_what_it_asks_and_its_limit_before_it_is_filled_in(address, asked):
    page = visit(address)
    help_texts = " ".join(page.texts_of("field__help"))

    assert asked in page.texts("label")
    assert "5 000 tecken" in help_texts and "namn@exempel.se" in help_texts
    assert ("i en annan form" in help_texts) == (address != "/fel/")
    refused = Page(tell(address, words=""))
    assert ("Skriv vad som är fel." in refused.main) == (address == "/fel/")


def test_too_many_from_one_address_are_told_so_and_not_lost(settings):
    settings.OWNER = settings.OWNER | {"email": "register@kommun.example"}
    for number in range(10):
        tell(words=f"Fel {number}")

    response = tell(words="Det elfte felet")

    page = Page(response)
    assert page.status == 429
    assert response["Retry-After"] == "3600" and "skriva till register@kommun.example" in page.main
    assert "Skicka igen om en timme" in page.main and "Det elfte felet" in page.html
    assert tell(client=Client(REMOTE_ADDR="10.0.0.2")).status_code == 200
    assert Report.objects.count() == 11


def test_the_address_it_came_from_is_nowhere_kept():
    Client(REMOTE_ADDR="192.0.2.77").post("/fel/", SAID)

    with connection.cursor() as cursor:
        cursor.execute(f"SELECT cache_key FROM {settings.CACHES['default']['LOCATION']}")
        keys = " ".join(row[0] for row in cursor.fetchall())
    assert "report" in keys and "192.0.2.77" not in keys


def test_a_double_click_sends_one():
    client = Client()
    form = Page(client.get("/fel/"))
    token = next(each["value"] for each in form.attributes("input") if each.get("name") == "form_token")

    first, second = (tell(client=client, form_token=token) for _ in range(2))

    assert Report.objects.count() == 1
    assert first.redirect_chain == second.redirect_chain


@pytest.mark.parametrize(
    ("address", "site"),
    {"/fel/": "Södertörns utvecklingsprogram", "/en/fel/": "Södertörn development programme"}.items(),
)
def test_a_form_that_was_open_for_too_long_waits_on_a_public_page_with_what_was_written(address, site):
    strict = Client(enforce_csrf_checks=True, headers={"origin": "http://testserver"})

    page = Page(strict.post(address, SAID | {"website": "", "csrfmiddlewaretoken": "x" * 64}))

    assert page.status == 403
    assert [title.endswith(site) for title in page.texts("title")[:1]] == [True]
    assert SAID["words"] in page.texts("p") and SAID["page"] in page.texts("p")
    assert not {"/admin/", "Skrivbordet", "The desk"} & {*page.values("a", "href"), *page.texts("a")}
    assert "loggat in" not in page.main and "signed in" not in page.main
    again = {
        "csrfmiddlewaretoken": next(
            one["value"] for one in page.attributes("input") if one["name"] == "csrfmiddlewaretoken"
        )
    }
    assert strict.post(address, SAID | again).status_code == 302


@pytest.mark.parametrize(
    "asked", ["https://example.com/", "//example.com/", "/\\example.com", "javascript:alert(1)"]
)
def test_the_form_carries_no_address_of_others(asked):
    assert "example.com" not in visit(f"/fel/?sida={asked}").main


def test_our_own_address_is_kept_without_our_name():
    tell(page=f"{settings.SITE_URL}/om/?dag=2021-06-01")

    assert Report.objects.get().page == "/om/?dag=2021-06-01"


def test_a_message_is_closed_only_with_a_note_and_then_forgets_who_asked():
    tell(email="lasare@example.se")
    report = Report.objects.get()

    for change in ({"email": ""}, {"note": "Rättat", "email": "lasare@example.se"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Report.objects.update(closed_at=report.at, closed_by=UserFactory(), **change)
    assert close(report=report, note="Rättat.", by=UserFactory()) is True
    assert close(report=report, note="En gång till.", by=UserFactory()) is False

    report.refresh_from_db()
    assert (report.note, report.email) == ("Rättat.", "")
