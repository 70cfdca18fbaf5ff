"""The database itself refuses to change or remove what is recorded.

Triggers on SQLite and PostgreSQL, made anew after each migration because SQLite drops them
silently when it rebuilds a table. What is append-only takes new rows and nothing else. What
is frozen, the texts and particulars of a programme that has its place in the register, takes
no change; only a transcript may get a new place for a text. They bind the role that the
application runs as, not the database's owner; every act asks whether they stand.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import connections, models
from django.utils.translation import gettext as _

APPEND_ONLY = ("sodertorn.Entry", "adoption.Seat", "adoption.Citation", "adoption.Extract")
"""Beside these, every subclass of `Fact` and every edit history."""

FROZEN = {"programme.Revision": "id", "programme.Part": "revision_id"}
"""Models whose rows are frozen with their programme, and the column that names it."""

MESSAGE = "append-only: correct it with a new entry"
PLACED = "append-only: the programme has its place in the register"


@dataclass(frozen=True)
class Guard:
    """A trigger: its name, its table, the statement that makes it, and on PostgreSQL what its function does."""

    name: str
    table: str
    statement: str
    body: str = ""


def guarded_models() -> list[type[models.Model]]:
    """Those that are append-only."""
    from sodertorn.journal import Fact

    found = apps.get_models()
    recorded = [model for model in found if issubclass(model, Fact)]
    histories = [model for model in found if hasattr(model, "instance_type")]
    return [*(apps.get_model(label) for label in APPEND_ONLY), *recorded, *histories]


def guards(vendor: str) -> list[Guard]:
    """Every guard that belongs in a database of the vendor."""
    append_only, frozen = {
        "sqlite": (sqlite_append_only, sqlite_frozen),
        "postgresql": (postgresql_append_only, postgresql_frozen),
    }[vendor]
    found = [guard for model in guarded_models() for guard in append_only(model)]
    return found + [g for label, column in FROZEN.items() for g in frozen(apps.get_model(label), column)]


# SQLite


def sqlite_append_only(model) -> Iterator[Guard]:
    table, key = model._meta.db_table, model._meta.pk.column
    yield sqlite_guard(table, "UPDATE", MESSAGE)
    yield sqlite_guard(table, "DELETE", MESSAGE)
    # INSERT OR REPLACE, on a connection without recursive_triggers.
    yield sqlite_guard(table, "INSERT", MESSAGE, f'SELECT 1 FROM "{table}" WHERE "{key}" = NEW."{key}"')


def sqlite_frozen(model, column: str) -> Iterator[Guard]:
    table = model._meta.db_table
    placed = "SELECT 1 FROM programme_placement WHERE revision_id"
    yield sqlite_guard(table, "UPDATE", PLACED, f'{placed} IN (OLD."{column}", NEW."{column}")')
    yield sqlite_guard(table, "DELETE", PLACED, f'{placed} = OLD."{column}"')
    yield sqlite_guard(table, "INSERT", PLACED, f"{placed} = NEW.\"{column}\" AND origin = 'sent'")


def sqlite_guard(table: str, event: str, message: str, there_is: str = "") -> Guard:
    name, when = f"{table}_no_{event.lower()}", f"WHEN EXISTS ({there_is}) " if there_is else ""
    statement = (
        f'CREATE TRIGGER "{name}" BEFORE {event} ON "{table}" '
        f"{when}BEGIN SELECT RAISE(ABORT, '{message}'); END"
    )
    return Guard(name, table, statement)


# PostgreSQL


def postgresql_append_only(model) -> Iterator[Guard]:
    table, body = model._meta.db_table, f"BEGIN {refusal(MESSAGE)} END"
    yield postgresql_guard(table, "append_only", "UPDATE OR DELETE", "ROW", body)
    yield postgresql_guard(table, "no_truncate", "TRUNCATE", "STATEMENT", body)


def postgresql_frozen(model, column: str) -> Iterator[Guard]:
    table = model._meta.db_table
    placed = "EXISTS (SELECT 1 FROM programme_placement WHERE revision_id"
    body = (
        f"BEGIN IF TG_OP = 'INSERT' THEN "
        f"IF {placed} = NEW.\"{column}\" AND origin = 'sent') THEN {refusal(PLACED)} END IF; RETURN NEW; END IF; "
        f'IF {placed} = OLD."{column}") THEN {refusal(PLACED)} END IF; '
        f"IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; "
        f'IF {placed} = NEW."{column}") THEN {refusal(PLACED)} END IF; RETURN NEW; END'
    )
    yield postgresql_guard(table, "frozen", "INSERT OR UPDATE OR DELETE", "ROW", body)
    yield postgresql_guard(table, "no_truncate", "TRUNCATE", "STATEMENT", f"BEGIN {refusal(PLACED)} END")


def refusal(message: str) -> str:
    return f"RAISE EXCEPTION '{message}' USING ERRCODE = 'integrity_constraint_violation';"


def postgresql_guard(table: str, what: str, events: str, each: str, body: str) -> Guard:
    name = f"{table}_{what}"
    statement = (
        f'CREATE TRIGGER "{name}" BEFORE {events} ON "{table}" FOR EACH {each} EXECUTE FUNCTION "{name}"()'
    )
    return Guard(name, table, statement, body)


# Making them, and asking whether they stand


def install(using: str = "default") -> None:
    """Make every guard that belongs on the tables that exist; harmless when they stand already."""
    connection = connections[using]
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        for guard in guards(connection.vendor):
            if guard.table in tables:
                make(cursor, guard)


def make(cursor, guard: Guard) -> None:
    where = ""
    if guard.body:
        cursor.execute(
            f'CREATE OR REPLACE FUNCTION "{guard.name}"() RETURNS trigger LANGUAGE plpgsql AS $${guard.body}$$'
        )
        where = f' ON "{guard.table}"'
    cursor.execute(f'DROP TRIGGER IF EXISTS "{guard.name}"{where}')
    cursor.execute(guard.statement)
    if guard.body:
        cursor.execute(f'ALTER TABLE "{guard.table}" ENABLE ALWAYS TRIGGER "{guard.name}"')


STANDING = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname, prosrc FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid"
    " WHERE NOT tgisinternal AND tgenabled = 'A'",
}


def missing(using: str = "default") -> list[str]:
    """The guards that don't stand as they should, by name; one query."""
    connection = connections[using]
    with connection.cursor() as cursor:
        cursor.execute(STANDING[connection.vendor])
        standing = dict(cursor.fetchall())
    return [g.name for g in guards(connection.vendor) if standing.get(g.name) != (g.body or g.statement)]


def refuse_unguarded() -> None:
    """Read on, but record nothing, while the database would let what is recorded be changed. Raises ValidationError."""
    if lacking := missing():
        words = _("Databasens skydd mot ändringar saknas (%s). Inget registreras förrän det är återställt.")
        raise ValidationError(words % ", ".join(lacking[:5]), code="unguarded")


def install_after_migrate(sender, using, **kwargs) -> None:
    """Runs once for each migrate, after the last app's tables are there."""
    if sender.label == "adoption":
        install(using)
