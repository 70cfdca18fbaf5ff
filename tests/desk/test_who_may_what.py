"""The table of permissions holds at every address, with every method, for every kind of person."""

import re
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver

from sodertorn import permissions
from sodertorn.permissions import TABLE, Verdict, decide, rule_for
from tests.desk.world import World
from tests.factories import UserFactory

# The table is the same beside every database; the pages themselves are tested with each.
pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
PEOPLE = {
    "somebody not signed in": None,
    "an account without a role": {},
    "a strategist who has left": {"is_staff": True, "is_active": False},
    "a strategist": {"is_staff": True},
    "an administrator": {"is_superuser": True},
    "both": {"is_staff": True, "is_superuser": True},
}


def views(patterns=None, names=()) -> list[str]:
    """The name of every view that has an address."""
    found = []
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLPattern):
            found.append(":".join([*names, pattern.name or "(no name)"]))
        else:
            found += views(pattern.url_patterns, [*names, *filter(None, [pattern.namespace])])
    return sorted(set(found))


VIEWS = views()
NAMED = [name for name in VIEWS if "(no name)" not in name]


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """One of everything that an address can name, for the whole module."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield World()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def people(world, django_db_blocker):
    """The user and the cookies of each kind of person, who has signed in once."""
    with django_db_blocker.unblock():
        return {person: arrive(person) for person in PEOPLE}


def arrive(person: str):
    if PEOPLE[person] is None:
        return AnonymousUser(), {}
    client, user = Client(), UserFactory(email=f"{person.replace(' ', '-')}@example.se", **PEOPLE[person])
    client.force_login(user)
    cookies = {name: cookie.value for name, cookie in client.cookies.items()}
    return user if user.is_active else AnonymousUser(), cookies


def test_only_what_django_brings_and_nobody_needs_is_not_in_the_table():
    records = "decision|followup|placement|entry|revision"
    brought = re.compile(
        rf"admin:(\(no name\)|autocomplete|app_list|view_on_site|\w+_delete|\w+_({records})_add)"
    )

    assert [name for name in VIEWS if rule_for(name) is None and not brought.fullmatch(name)] == []


def test_every_row_of_the_table_is_an_address():
    assert [rule.view for rule in TABLE if not any(fnmatchcase(name, rule.view) for name in VIEWS)] == []


def test_what_the_table_does_not_name_is_not_there():
    assert decide("desk:forgotten", "GET", AnonymousUser()) is Verdict.HIDDEN


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("name", NAMED)
def test_the_table_holds(world, people, name, person):
    (user, cookies), client = people[person], Client()
    client.cookies.load(cookies)
    address = world.address(name)

    answers = {method: answer(client, method, address) for method in METHODS}

    assert answers == {method: expected(name, method, user) for method in METHODS}


def answer(client, method: str, address: str) -> str:
    """What became of a request, as the table would say it."""
    response = client.generic(method, address)
    if response.status_code == 302 and "/login/" in response.url:
        return "sign in"
    if response.status_code == 403:
        return "sign in" if b"sign_in_email" in response.content else "forbidden"
    return {405: "no such method", 404: "not there"}.get(response.status_code, "open")


def expected(name: str, method: str, user) -> str:
    return decide(name, method, user).value


def test_the_page_for_people_is_the_table():
    page = Path(permissions.__file__).resolve().parent.parent / "docs" / "who-may-what.md"

    assert page.read_text() == permissions.page()
