"""A session that ended while a form was being filled in loses nothing that was typed."""

import pytest
from django.test import Client
from django.urls import reverse

from programme.models import TermOfOffice
from sodertorn.users import User
from tests.pages.site import Page

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

EMAIL, PASSWORD = "asa@example.se", "en mening som är lätt att minnas"
TYPED = {"label": "2030–2034", "election": "2030-09-08", "council_from": "2030-10-15", "_save": "Spara"}
ADDRESS = "/admin/programme/termofoffice/add/"


@pytest.fixture
def strategist():
    return User.objects.create_user(EMAIL, PASSWORD, is_staff=True)


def hidden(page: Page) -> dict:
    """What the page carries along."""
    return {field["name"]: "" for field in page.attributes("textarea")}


def test_the_form_waits_on_a_page_that_asks_for_the_password(client, strategist):
    response = client.post(ADDRESS, TYPED)

    page = Page(response)
    assert response.status_code == 403
    assert "Logga in igen" in page.texts("h1")
    assert hidden(page).keys() == TYPED.keys()
    assert all(value in page.html for value in TYPED.values())


def test_with_the_right_password_the_form_is_saved_at_once(client, strategist):
    again = TYPED | {"sign_in_email": EMAIL, "sign_in_password": PASSWORD}

    response = client.post(ADDRESS, again)

    assert response.status_code == 302
    assert TermOfOffice.objects.get().label == "2030–2034"
    assert client.session["_auth_user_id"] == str(strategist.pk)


def test_with_a_wrong_password_nothing_is_saved_and_the_form_still_waits(client, strategist):
    response = client.post(ADDRESS, TYPED | {"sign_in_email": EMAIL, "sign_in_password": "fel"})

    page = Page(response)
    assert not TermOfOffice.objects.exists()
    assert hidden(page).keys() == TYPED.keys()
    assert "stämmer inte" in page.html


def test_one_who_may_not_do_it_does_not_get_it_done_by_signing_in(client):
    User.objects.create_user(EMAIL, PASSWORD, is_superuser=True)

    response = client.post(ADDRESS, TYPED | {"sign_in_email": EMAIL, "sign_in_password": PASSWORD})

    assert response.status_code == 403
    assert not TermOfOffice.objects.exists()


def test_the_waiting_form_is_safe_from_other_sites(strategist):
    strict = Client(enforce_csrf_checks=True)

    response = strict.post(ADDRESS, TYPED | {"sign_in_email": EMAIL, "sign_in_password": PASSWORD})

    assert response.status_code == 403
    assert not TermOfOffice.objects.exists()


def test_the_password_is_never_carried_along(client, strategist):
    page = Page(client.post(ADDRESS, TYPED | {"sign_in_email": EMAIL, "sign_in_password": "hemligt-och-fel"}))

    assert "hemligt-och-fel" not in page.html


def test_one_who_only_looks_is_sent_to_the_sign_in_page(client):
    response = client.get(ADDRESS)

    assert response.status_code == 302
    assert response.url == f"{reverse('account_login')}?next=%2Fadmin%2Fprogramme%2Ftermofoffice%2Fadd%2F"


def test_an_old_form_of_our_own_waits_to_be_sent_again(strategist):
    strict = Client(enforce_csrf_checks=True, headers={"origin": "http://testserver"})
    strict.force_login(strategist)

    page = Page(strict.post(ADDRESS, TYPED | {"csrfmiddlewaretoken": "x" * 64}))

    assert "Skicka formuläret igen" in page.texts("h1")
    assert hidden(page).keys() == TYPED.keys()
    assert not TermOfOffice.objects.exists()


def test_a_form_from_another_site_is_not_offered_again(strategist):
    strict = Client(enforce_csrf_checks=True, headers={"origin": "https://evil.example"})
    strict.force_login(strategist)

    page = Page(strict.post(ADDRESS, TYPED))

    assert page.status == 403
    assert "2030–2034" not in page.html


def test_no_password_is_written_out_in_a_page(client):
    passwords = {"oldpassword": "hemligt ett", "password1": "hemligt två", "password2": "hemligt två"}

    response = client.post("/konto/losenord/", passwords)

    assert "hemligt" not in response.content.decode()
    assert "no-store" in response["Cache-Control"]


def test_one_who_is_only_an_administrator_can_sign_in(client):
    User.objects.create_user(EMAIL, PASSWORD, is_superuser=True)

    response = client.post("/logga-in/losenord/", {"login": EMAIL, "password": PASSWORD})

    assert (response.status_code, response["Location"]) == (302, "/admin/")


def test_an_account_without_a_role_is_told_so(client):
    User.objects.create_user(EMAIL, PASSWORD)

    response = client.post("/logga-in/losenord/", {"login": EMAIL, "password": PASSWORD}, follow=True)

    assert response.redirect_chain == [("/konto/", 302)]
    assert "ingen behörighet ännu" in response.content.decode()
    assert client.get("/admin/").status_code == 403
