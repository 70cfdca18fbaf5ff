"""A full disk, a read-only one, a database that is down: said plainly, what was typed is kept, reading goes on."""

import errno
from contextlib import contextmanager
from datetime import timedelta
from unittest import mock

import psycopg
import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.db.utils import OperationalError
from django.test import Client
from django.utils.timezone import now

from programme.models import TermOfOffice
from sodertorn.journal import Entry
from sodertorn.outages import Outage, outage
from tests.desk.decided import NEW, awaiting_three, is_there, message
from tests.desk.rooms import boxes, errors, strategist
from tests.pages.site import Page
from tests.pdf_files import pdf, upload

pytestmark = pytest.mark.django_db(transaction=True)
FULL, READ_ONLY, DOWN = (
    "Registrets disk är full",
    "Registret kan just nu bara läsas",
    "Registret når inte sin databas",
)


@pytest.fixture
def desk():
    """A strategist whose browser shows the pages of faults."""
    client = Client(raise_request_exception=False)
    client.force_login(strategist())
    return client


def waits(response, title: str, typed: dict) -> bool:
    """Whether the page says what has happened and carries all that was typed."""
    page = Page(response)
    assert (page.status, response["Retry-After"], page.texts("h1")) == (503, "60", [title])
    assert "no-store" in response["Cache-Control"]
    held = boxes(page)
    return {name: held.get(name, "").strip() for name in typed} == typed


@contextmanager
def told_to(begin: str, end: str):
    with connection.cursor() as cursor:
        cursor.execute(begin)
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(end)


def no_room():
    """SQLite's database may grow no more; PostgreSQL says what it says when it can't write."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            free, size = (
                cursor.execute(f"PRAGMA {n}").fetchone()[0] for n in ("freelist_count", "page_size")
            )
            cursor.execute("CREATE TABLE filler (bytes blob)")  # where other tests have left room
            cursor.execute(f"INSERT INTO filler VALUES (zeroblob({free * size}))")
            pages = cursor.execute("PRAGMA page_count").fetchone()[0]
        return told_to(f"PRAGMA max_page_count = {pages}", "PRAGMA max_page_count = 1073741823")
    return says(psycopg.errors.DiskFull("could not extend file"), "INSERT")


def read_only():
    if connection.vendor == "sqlite":
        return told_to("PRAGMA query_only = ON", "PRAGMA query_only = OFF")
    begin = "SET default_transaction_read_only = on"
    return told_to(begin, "SET default_transaction_read_only = off")


def says(fault, to: str = ""):
    """The database answers with a fault, to the statements that begin so."""

    def ask(execute, sql, params, many, context):
        if sql.startswith(to):
            raise OperationalError(str(fault)) from fault
        return execute(sql, params, many, context)

    return connection.execute_wrapper(ask)


LONG = "x" * 9_000


def test_a_full_disk_keeps_what_was_typed_and_registers_nothing(desk):
    awaiting_three()
    before = Entry.objects.count()
    typed = message(text=LONG, step="confirm", seen="99999")

    with no_room():
        assert waits(desk.post(NEW, typed), FULL, typed)
        assert desk.get("/").status_code == desk.get(NEW).status_code == 200

    assert Entry.objects.count() == before
    desk.post(NEW, typed)
    assert Entry.objects.count() > before


def test_a_read_only_database_keeps_what_was_typed_and_reading_goes_on(desk):
    typed = {"label": "2030–2034", "election": "2030-09-08", "council_from": "2030-10-15", "_save": "Spara"}
    address = "/admin/programme/termofoffice/add/"

    with read_only():
        assert waits(desk.post(address, typed), READ_ONLY, typed)
        assert Client().get("/en/").status_code == desk.get(address).status_code == 200

    assert not TermOfOffice.objects.exists()


def test_a_clock_that_was_set_back_is_told_of_beside_what_was_typed(desk, time_machine):
    awaiting_three()
    typed = message(step="confirm", seen="99999", text="Kommunstyrelsen antar programmet.")

    time_machine.move_to(now() - timedelta(days=1))
    page = Page(desk.post(NEW, typed))

    assert "Serverns klocka går fel" in errors(page)
    assert is_there({"text": typed["text"], "paragraph": "7"}, page)
    assert Client().get("/").status_code == 200


def test_a_database_that_is_down_is_a_plain_page_in_the_readers_language(desk):
    with says(psycopg.OperationalError("server closed the connection")):
        swedish, english = (Page(desk.get(path)) for path in ("/", "/en/"))

    assert (swedish.status, swedish.texts("h1")) == (503, [DOWN])
    assert (english.status, english.texts("h1")) == (503, ["The register can’t reach its database"])
    assert swedish.elements("form") == []


def test_a_form_waits_while_the_database_is_down(desk):
    typed = message(step="review")

    with says(psycopg.OperationalError("server closed the connection")):
        assert waits(desk.post(NEW, typed), DOWN, typed)


@pytest.mark.parametrize(
    ("code", "title"), [(errno.ENOSPC, FULL), (errno.EROFS, READ_ONLY)], ids=["full", "read only"]
)
def test_a_file_that_can_not_be_kept_costs_nothing_that_was_typed(desk, code, title):
    awaiting_three()
    typed = message(step="review")

    with mock.patch.object(default_storage, "_save", side_effect=OSError(code, "no")):
        response = desk.post(NEW, typed | {"extract": upload(pdf(pages=7))})

    assert waits(response, title, typed)
    assert "Filen som du valde behöver väljas igen." in Page(response).html


def test_no_password_is_carried_along():
    typed = {"login": "asa@example.se", "password": "en hemlig mening"}

    with says(psycopg.OperationalError("server closed the connection")):
        page = Page(Client(raise_request_exception=False).post("/logga-in/losenord/", typed))

    assert page.status == 503
    assert "hemlig" not in page.html


def test_a_form_from_another_site_is_not_offered_again():
    strict = Client(raise_request_exception=False, enforce_csrf_checks=True)

    with says(psycopg.OperationalError("server closed the connection")):
        page = Page(strict.post(NEW, message(), headers={"origin": "https://evil.example"}))

    assert page.elements("textarea") == []


def test_a_fault_of_ours_is_no_outage():
    behind = OperationalError("no such table")

    assert outage(ValueError("a bug")) is None
    assert outage(behind) is None
    assert outage(OSError(errno.ENOENT, "no such file")) is None
    assert outage(OSError(errno.EDQUOT, "over quota")) is Outage.FULL
