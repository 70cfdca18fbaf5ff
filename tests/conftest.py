"""What every test needs: the mode, hypothesis profiles, and a flush that the guards let through."""

import gc
import os
import tempfile
from pathlib import Path

os.environ["SODERTORN_MODE"] = "test"  # before Django loads the settings, whatever the shell says
os.environ["DJANGO_SETTINGS_MODULE"] = "sodertorn.settings"

import django  # noqa: E402
import hypothesis  # noqa: E402
import pytest  # noqa: E402
import time_machine  # noqa: E402
from django.db import connection  # noqa: E402
from django.utils import translation  # noqa: E402

from sodertorn.management.commands.prepare import compile_messages  # noqa: E402

compile_messages(Path(__file__).resolve().parent.parent / "locale")
django.setup()  # pytest-django itself waits until someone has read a setting, which may be nobody

# Random while one works, the same every time in CI: a change is not stopped by another's bad luck.
for name, examples in {"dev": 30, "quick": 200, "proof": 2000}.items():
    hypothesis.settings.register_profile(
        name,
        max_examples=examples,
        deadline=None,
        derandomize=os.environ.get("CI") == "true",
        suppress_health_check=[hypothesis.HealthCheck.too_slow],
    )
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))


LONGEST = {
    "test_whole_story.py",
    "test_first_day.py",
    "test_registering.py",
    "test_unsaved_text.py",
    "test_backup_drill.py",
}
"""Begun last, one of these would leave the other worker idle for most of a minute."""

NEEDS_DATABASE = {"db", "transactional_db", "live_server", "django_db_setup"}


def pytest_configure(config):
    config.addinivalue_line("markers", "database: asks a database; set on every test that does")
    config.addinivalue_line(
        "markers",
        "any_database: asks one for nothing in which they could differ; one of its file that does has `database`",
    )
    config.addinivalue_line("markers", "proof: make proof tries more of it; set on hypothesis's tests too")
    config.addinivalue_line("markers", "proof_only: takes long, and is left to make proof")
    config.addinivalue_line(
        "markers",
        "postgresql_in_proof: make proof asks PostgreSQL; make test does too where it has `database`",
    )


def pytest_collection_finish():
    """What is there before the first test stays until the last: to look for rubbish in it again and again costs time."""
    gc.freeze()
    gc.set_threshold(100_000)


def pytest_sessionfinish():
    """The lock of whoever sends mail lies beside a database that is gone now."""
    for lock in Path(tempfile.gettempdir()).glob(f"sodertorn-{os.getpid()}*-mail"):
        lock.unlink()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Mark what a database answers: the rest need not be tested again with another one.

    The longest come first, then the pages, so that one worker goes through all of a register's and keeps them.
    """
    items.sort(key=lambda item: (item.path.name not in LONGEST, item.path.parent.name != "pages"))
    for item in items:
        alone = item.get_closest_marker("proof_only")
        if alone and "HYPOTHESIS_PROFILE" not in os.environ:
            item.add_marker(pytest.mark.skip(reason="tried by make proof"))
        if alone or hypothesis.is_hypothesis_test(item.obj):
            item.add_marker("proof")
        asks = item.get_closest_marker("django_db") or NEEDS_DATABASE & set(item.fixturenames)
        if asks and not any(map(item.get_closest_marker, ("any_database", "postgresql_in_proof"))):
            item.add_marker("database")


@pytest.fixture(autouse=True)
def swedish():
    """Each test begins in Swedish, whatever page the one before asked for."""
    with translation.override("sv"):
        yield


@pytest.fixture(scope="module")
def shared(django_db_setup, django_db_blocker):
    """What a fixture with a file's scope makes after this is there for each of its tests, and undone after the last.

    It is there for those too that do not ask for it; a test that needs an empty register is in another file. What
    an act or a test may change in memory each test gets as a copy, which is what `deepcopy` is for.
    """
    from tests.pages.conftest import rolled_back

    with django_db_blocker.unblock(), rolled_back():
        yield


@pytest.fixture(scope="module")
def applied(shared):
    """Once for a file of tests: the programme for 2023–2026, which all eight have adopted."""
    from tests.adoption.renewal import RECORDED, applying

    with time_machine.travel(RECORDED, tick=False):
        return applying()


@pytest.fixture(scope="module")
def renewed(applied):
    """Once for a file of tests: the programme for 2027–2030, sent while that applies."""
    from tests.adoption.renewal import RECORDED, sent

    with time_machine.travel(RECORDED, tick=False):
        return sent()


@pytest.fixture(scope="session", autouse=True)
def guards_let_the_flush_through():
    """Append-only tables refuse to be emptied, which is how a test that commits ends.

    The guards are lifted around that flush only, and from here: the product has no way to do it.
    """
    operations = type(connection.ops)
    flush, lifted = operations.sql_flush, {"sqlite": on_sqlite, "postgresql": on_postgresql}

    def sql_flush(self, *args, **kwargs):
        statements = flush(self, *args, **kwargs)
        if not statements:
            return statements
        with self.connection.cursor() as cursor:
            lift, restore = lifted[self.connection.vendor](cursor)
        return [*lift, *statements, *restore]

    operations.sql_flush = sql_flush


def on_sqlite(cursor):
    cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    triggers = cursor.fetchall()
    return [f'DROP TRIGGER "{name}"' for name, _ in triggers], [sql for _, sql in triggers]


def on_postgresql(cursor):
    cursor.execute(
        "SELECT tgrelid::regclass, quote_ident(tgname), tgenabled FROM pg_trigger WHERE NOT tgisinternal"
    )
    triggers = cursor.fetchall()
    enable = {"A": "ENABLE ALWAYS", "R": "ENABLE REPLICA", "O": "ENABLE", "D": "DISABLE"}
    return (
        [f"ALTER TABLE {table} DISABLE TRIGGER {name}" for table, name, _ in triggers],
        [f"ALTER TABLE {table} {enable[how]} TRIGGER {name}" for table, name, how in triggers],
    )
