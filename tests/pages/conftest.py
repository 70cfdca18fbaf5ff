"""The registers that the pages are tested with, each loaded once for a file of tests.

No test changes them: what it adds is rolled back at its end, and so is the register after the
last test of the file. The clock stands still, so that "today" is always the same day.
"""

from contextlib import contextmanager
from datetime import datetime
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings

from tests.pages.site import crawl

NOON = datetime(2026, 12, 1, 12, tzinfo=ZoneInfo("Europe/Stockholm"))
REGISTER = settings.BASE_DIR / "sodertorn" / "data" / "register.json"
CRAWLED = {}


@contextmanager
def rolled_back():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module", autouse=True)
def first_of_december():
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture(scope="module")
def real_register(django_db_setup, django_db_blocker, first_of_december):
    with django_db_blocker.unblock(), rolled_back():
        call_command("import_register", REGISTER, stdout=StringIO())
        yield


@pytest.fixture
def real(real_register, db):
    """The register that is shipped: four programmes, the last complete since 2023."""
    assert not settings.DEMO, "a file of tests has one of the registers, not both"


@pytest.fixture(scope="module")
def demo_register(real_register):
    with override_settings(DEMO=True):
        call_command("build_demo", stdout=StringIO())
        yield


@pytest.fixture
def demo(demo_register, db):
    """The demonstration: beside the real programmes an invented one in the midst of its adoption."""


def crawled(name, start):
    """All pages of a register at a moment: they are the same each time, so they are read once."""
    if name not in CRAWLED:
        CRAWLED[name] = crawl(start)
    return CRAWLED[name]


@pytest.fixture
def real_pages(real):
    return crawled("real", "/")


@pytest.fixture
def past_pages(real):
    """The real register on a day when the adjusted wording was used."""
    return crawled("past", "/?dag=2021-06-01&kand=2026-11-30")


@pytest.fixture
def demo_pages(demo):
    return crawled("demo", "/")
