"""People sign in with an e-mail address, found whatever its case; there is no user name."""

import pytest
from django.contrib.auth import authenticate
from django.core.management import call_command
from django.db.models import ProtectedError

from sodertorn.users import User
from tests.factories import DetailFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_a_user_has_an_address_and_no_user_name():
    user = User.objects.create_user("anna@example.se", "hemligt ord som är långt")

    assert user.check_password("hemligt ord som är långt")
    assert not (user.is_staff or user.is_superuser)
    assert "username" not in {field.name for field in User._meta.fields}


@pytest.mark.parametrize("email", ["", None])
def test_a_user_needs_an_address(email):
    with pytest.raises(ValueError, match="needs an e-mail address"):
        User.objects.create_user(email)


def test_a_user_without_a_password_cannot_sign_in():
    assert not UserFactory(password=None).has_usable_password()


@pytest.mark.parametrize("typed", ["anna@example.se", "Anna@Example.SE", "ANNA@EXAMPLE.SE"])
def test_an_address_is_found_whatever_its_case(typed):
    user = UserFactory(email="Anna@example.se", password="hemligt")

    assert authenticate(username=typed, password="hemligt") == user
    assert authenticate(username=typed, password="fel") is None


def test_who_is_inactive_cannot_sign_in():
    UserFactory(email="anna@example.se", password="hemligt", is_active=False)

    assert authenticate(username="anna@example.se", password="hemligt") is None


def test_an_administrator_is_made_at_the_command_line(monkeypatch):
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", "hemligt ord som är långt")

    call_command("createsuperuser", email="kansli@example.se", interactive=False, verbosity=0)

    user = User.objects.get()
    assert user.is_staff and user.is_superuser
    assert user.check_password("hemligt ord som är långt")


@pytest.mark.parametrize("name, shown", [("Anna Ek", "Anna Ek"), ("", "anna@example.se")])
def test_a_user_is_shown_by_name_or_address(name, shown):
    user = User(email="anna@example.se", name=name)

    assert {str(user), user.get_full_name(), user.get_short_name()} == {shown}


def test_edits_are_kept_but_never_a_password():
    user = UserFactory(name="Anna Ek", password="hemligt")
    user.name = "Anna Berg"
    user.save()

    assert [version.name for version in user.history.all()] == ["Anna Berg", "Anna Ek"]
    kept = {field.name for field in user.history.model._meta.fields}
    assert not {"password", "last_login"} & kept


def test_who_has_recorded_something_is_not_removed():
    clerk = UserFactory()
    DetailFactory(by=clerk)

    with pytest.raises(ProtectedError):
        clerk.delete()
