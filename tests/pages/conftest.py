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
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction
from django.test import override_settings

from programme.models import Placement
from sodertorn.log_lines import LogLine, Salt
from tests.factories import PartFactory, SentFactory
from tests.kinship import drafted, kin, sent
from tests.pages.site import crawl

NOON = datetime(2026, 12, 1, 12, tzinfo=ZoneInfo("Europe/Stockholm"))
REGISTER = settings.BASE_DIR / "sodertorn" / "data" / "register.json"
CRAWLED, IMPORTED = {}, {}


@contextmanager
def rolled_back():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


LAST = (Placement, Salt, LogLine)
"""They seal what they tell of."""


def all_rows():
    """Every row that an import records, by its model, in an order that the guards let through."""
    ours = [
        m for app in ("adoption", "programme", "sodertorn") for m in apps.get_app_config(app).get_models()
    ]
    in_order = [*(model for model in ours if model not in LAST), *LAST]
    return {model: list(model._base_manager.all()) for model in in_order}


def put_back(rows):
    """What was imported once comes back as it was, in a tenth of the time."""
    for model, recorded in rows.items():
        model._base_manager.bulk_create(recorded)
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(rows)):
            cursor.execute(statement)


@pytest.fixture(scope="module", autouse=True)
def first_of_december():
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture(scope="module")
def real_register(django_db_setup, django_db_blocker, first_of_december):
    with django_db_blocker.unblock(), rolled_back():
        if IMPORTED:
            put_back(IMPORTED)
        else:
            call_command("import_register", REGISTER, stdout=StringIO())
            IMPORTED.update(all_rows())
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


def crawled(name, start, **how):
    """All pages of a register at a moment: they are the same each time, so they are read once."""
    if name not in CRAWLED:
        CRAWLED[name] = crawl(start, **how)
    return CRAWLED[name]


@pytest.fixture
def real_pages(real):
    return crawled("real", "/")


@pytest.fixture
def past_pages(real):
    """The real register on a day when the adjusted wording was used, in Swedish."""
    return crawled("past", "/?dag=2021-06-01&kand=2026-11-30", english=False)


@pytest.fixture
def demo_pages(demo):
    return crawled("demo", "/", english=False)


@pytest.fixture
def two():
    """After the real ones: a goal split in two, two merged, one moved, one ended, one new."""
    sent(
        "p1",
        {"rum": {"a": "Gott om tåg", "b": "Gods", "m": "Ro"}, "bad": {"c": "Bad", "d": "Sim", "x": "Slut"}},
    )
    draft = drafted("p2", {"rum": {"a": "Gott om snabba tåg", "b1": "Gods på räls", "b2": "Gods till sjöss"}})
    area = PartFactory(revision=draft, kind="focus_area", key="bad", text="Vatten", position=2)
    for place, (key, words) in enumerate({"m": "Ro", "cd": "Bad och Sim", "n": "Nytt"}.items(), 1):
        PartFactory(revision=draft, kind="goal", key=key, parent=area, text=words, position=place)
    PartFactory(revision=draft, kind="point", key="a/1", parent=draft.parts.get(key="a"), text="Fler vagnar")
    SentFactory(revision=draft)
    for later, *earlier in (
        ("p2/rum", "p1/rum"),
        ("p2/bad", "p1/bad"),
        ("p2/a", "p1/a"),
        ("p2/b1", "p1/b"),
        ("p2/b2", "p1/b"),
        ("p2/m", "p1/m"),
        ("p2/cd", "p1/c", "p1/d"),
        ("p2/n",),
    ):
        kin(later, *earlier, why="Samma sak" if earlier else "Ur motionen")
