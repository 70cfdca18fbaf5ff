"""The table of permissions holds at every address, with every method, for every kind of person.

A draft holds a canary, which nobody meets who may not read drafts.
"""

import os
import re
from datetime import timedelta
from fnmatch import fnmatchcase
from functools import partial
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import connection, transaction
from django.test import Client, override_settings
from django.urls import URLPattern, get_resolver, reverse
from django.utils import timezone
from django.utils.http import urlencode

from adoption.models import Registrar, SignInLink
from sodertorn import permissions
from sodertorn.middleware import LINK
from sodertorn.permissions import READER, STRATEGIST, TABLE, Verdict, decide, roles_of, rule_for
from tests.desk.world import CANARY, World
from tests.factories import UserFactory

# The table is the same beside every database; the pages themselves are opened with each.
pytestmark = [pytest.mark.django_db, pytest.mark.any_database, pytest.mark.proof]

METHODS = ("GET", "POST")
PROOF = bool(os.environ.get("HYPOTHESIS_PROFILE"))
OTHER_METHODS = ("HEAD", "PUT", "PATCH", "DELETE", "OPTIONS") if PROOF else ("PUT",)
PEOPLE = {
    "somebody not signed in": None,
    "an account without a role": {},
    "a strategist who has left": {"is_staff": True, "is_active": False},
    "a strategist": {"is_staff": True},
    "a strategist without the second factor": {"is_staff": True},
    "a strategist who signed in with a link": {"is_staff": True, "reads_drafts": True},
    "an administrator": {"is_superuser": True},
    "both": {"is_staff": True, "is_superuser": True},
    "a reader of drafts": {"reads_drafts": True},
    "a registrar of Huddinge, with a link": {"registers": "huddinge"},
    "a registrar of Tyresö, with a password": {"registers": "tyreso"},
}
ENDS = ("somebody not signed in", "both")
"""Those who may least and most: for them every method is tried, and the pages that are the same for all."""
OWN = ("mfa_", "account_")
"""Pages about oneself: to whom they are open they may still have nothing to show, such as a key to rename."""
FOR_EACH_OFFICE = {"registering:asked"}
"""All other addresses of registering name a case, and here that is Huddinge's."""
ELSEWHERE = "a registrar of Tyresö, with a password"
"""To whom the pages about Huddinge are not there, though their own municipality's are."""


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
    owned = {"SECOND_FACTOR": True, "OWNER": settings.OWNER | {"email": "registret@example.se"}}
    with django_db_blocker.unblock(), transaction.atomic(), override_settings(**owned):
        yield World()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def people(world, django_db_blocker):
    """The user and the cookies of each kind of person, who has signed in once."""
    with django_db_blocker.unblock():
        return {person: arrive(world, person, **(PEOPLE[person] or {})) for person in PEOPLE}


def arrive(world: World, person: str, registers: str = "", **account):
    if PEOPLE[person] is None:
        return AnonymousUser(), {}
    client, user = (
        Client(),
        UserFactory(email=f"{len(person)}{len(account)}{registers}@example.se", **account),
    )
    if registers:
        Registrar.objects.create(user=user, municipality=world.cases[registers].body.municipality)
    client.force_login(user)
    session = client.session
    if "with a link" in person:
        case = world.cases[registers] if registers else None
        until = None if case else timezone.now() + timedelta(days=1)
        user.link = SignInLink.objects.create(user=user, case=case, until=until)
        session[LINK] = user.link.pk
    elif "without the second factor" in person:
        user.half_signed_in = True
    elif user.is_active:
        record = {"method": "mfa", "type": "totp", "at": 0}
        session["account_authentication_methods"] = [record]
        session["account_authentication_methods_user"] = str(user.pk)
    session.save()
    cookies = {name: cookie.value for name, cookie in client.cookies.items()}
    return user if user.is_active else AnonymousUser(), cookies


def test_only_what_django_brings_and_nobody_needs_is_not_in_the_table():
    records = "decision|followup|placement|entry|revision"
    brought = re.compile(
        rf"admin:(\(no name\)|logout|password_change(_done)?|autocomplete|app_list|view_on_site|\w+_delete|\w+_({records})_add)"
    )

    assert [name for name in VIEWS if rule_for(name) is None and not brought.fullmatch(name)] == []


def test_every_row_of_the_table_is_an_address():
    assert [rule.view for rule in TABLE if not any(fnmatchcase(name, rule.view) for name in VIEWS)] == []


def test_what_the_table_does_not_name_is_not_there():
    assert decide("desk:forgotten", "GET", AnonymousUser()) is Verdict.HIDDEN


@pytest.mark.parametrize("name", NAMED)
def test_the_table_holds(world, people, name):
    """By `make proof` everybody opens the page and sends a form, otherwise one of each who may not, and the first who may opens it."""
    address, wrong, tried, sent = world.address(name), [], 0, set()
    for person in ENDS if permissions.open_to_anyone(name, "GET") else PEOPLE:
        (user, cookies), client = people[person], Client()
        client.cookies.load(cookies)
        for method in METHODS + (OTHER_METHODS if person in ENDS else ()):
            wanted = expected(name, method, person, user)
            sends = wanted == "open" and method != "GET"
            if not PROOF and (sends or (method, wanted) in sent and person not in ENDS):
                continue
            sent.add((method, wanted))
            response, tried = client.generic(method, address), tried + 1
            found = answer(response, address)
            if found != wanted and not (wanted == "open" and name.startswith(OWN)):
                wrong.append((person, method, found, wanted))
            if CANARY in body(response) and not may_read_drafts(user) and name != "preview":
                wrong.append((person, method, CANARY))

    assert wrong == []
    print(f"{name}: {tried} requests, as the table says")


@pytest.mark.database
@pytest.mark.skipif(connection.vendor == "sqlite", reason="make proof opens them all")
def test_every_page_opens(world, people):
    client = Client()
    client.cookies.load(people["both"][1])

    found = {name: client.get(world.address(name)).status_code for name in NAMED}

    assert sum(status == 200 for status in found.values()) > 100
    assert [name for name, status in found.items() if status not in (200, 302, 403, 404, 405)] == []


def answer(response, address: str) -> str:
    """What became of a request, as the table would say it."""
    if response.status_code == 302 and response.url.endswith(urlencode({"next": address})):
        return "second factor" if response.url.startswith("/konto/") else "sign in"
    if response.status_code == 403:
        return "sign in" if b"sign_in_email" in response.content else "forbidden"
    return {405: "no such method", 404: "not there"}.get(response.status_code, "open")


def expected(name: str, method: str, person: str, user) -> str:
    verdict = decide(name, method, user)
    of_huddinge = name.startswith("registering:") and name not in FOR_EACH_OFFICE
    if person == ELSEWHERE and of_huddinge and verdict is Verdict.OPEN:
        return "not there"
    asked_again = verdict is Verdict.SECOND_FACTOR and method == "POST"  # with the form that was sent
    return "sign in" if asked_again else verdict.value


def body(response) -> str:
    content = b"".join(response) if response.streaming else response.content
    return content.decode(errors="replace").lower()


def may_read_drafts(user) -> bool:
    return bool(roles_of(user) & (STRATEGIST | READER))


@pytest.mark.parametrize(
    ("case", "person", "status"),
    [
        ("huddinge", "a registrar of Huddinge, with a link", 200),
        ("tyreso", "a registrar of Huddinge, with a link", 404),
        ("huddinge", "a registrar of Tyresö, with a password", 404),
        ("tyreso", "a registrar of Tyresö, with a password", 200),
        ("huddinge", "a strategist", 200),
        ("tyreso", "a strategist", 200),
    ],
)
def test_another_municipalitys_case_is_not_there(world, people, case, person, status):
    """Huddinge has decided, Tyresö has not."""
    client = Client()
    client.cookies.load(people[person][1])
    address = reverse("registering:case", args=[world.cases[case].pk])
    nothing = reverse("registering:case", args=[9999])

    response = client.get(address)

    assert response.status_code == status
    if status == 404:
        there = client.get(nothing).content.decode()
        for written in (str, partial(quote, safe="")):  # the page's own address stands in it in both ways
            there = there.replace(written(nothing), written(address))
        assert there == response.content.decode()


def test_a_reader_reads_a_draft_and_nothing_that_was_sent(world, people):
    client = Client()
    client.cookies.load(people["a reader of drafts"][1])

    assert CANARY in client.get(reverse("draft_to_read", args=[world.draft.slug])).content.decode()
    assert client.get(reverse("draft_to_read", args=[world.decision.case.revision.slug])).status_code == 404


def test_the_page_for_people_is_the_table():
    page = Path(permissions.__file__).resolve().parent.parent / "docs" / "who-may-what.md"

    assert page.read_text() == permissions.page()
