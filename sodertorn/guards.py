"""The database itself refuses to change or remove what is recorded.

Triggers on SQLite and PostgreSQL, made anew after each migration because SQLite drops them
silently when it rebuilds a table. What is append-only takes new rows and nothing else. What
is frozen, the texts and particulars of a programme that has its place in the register and the
versions of its draft, takes no change; only a transcript may get a new place for a text. Once
an entry has its line in the event log, nothing more can hang on it; once a programme is sent,
its edit history ends. Words can be masked (R8b), which means: replaced by
the mask and nothing else, where a masking is recorded. They bind the role that the
application runs as, not the database's owner; every act asks whether they stand.
"""

from collections import defaultdict
from functools import cache

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import connections, models, transaction
from django.utils.translation import gettext as _

from sodertorn.triggers import (
    Guard,
    postgresql_append_only,
    postgresql_frozen,
    sqlite_append_only,
    sqlite_frozen,
)

APPEND_ONLY = (
    "sodertorn.Entry",
    "sodertorn.LogLine",
    "sodertorn.Salt",
    "adoption.Body",
    "adoption.Seat",
    "adoption.Citation",
    "adoption.Extract",
)
"""Beside these, every subclass of `Fact` and every edit history."""

FROZEN = {
    "programme.Revision": "id",
    "programme.Part": "revision_id",
    "programme.Saving": "revision_id",
}
"""Models whose rows are frozen with their programme, and the column that names it."""

UNGUARDED = "unguarded"
"""The code of the ValidationError that refuses to record while a guard is missing."""


def guarded_models() -> list[type[models.Model]]:
    """Those that are append-only."""
    from sodertorn.journal import fact_kinds

    histories = [model for model in apps.get_models() if hasattr(model, "instance_type")]
    return [*(apps.get_model(label) for label in APPEND_ONLY), *fact_kinds(), *histories]


@cache
def guards(vendor: str) -> list[Guard]:
    """Every guard that belongs in a database of the vendor."""
    append_only, frozen = {
        "sqlite": (sqlite_append_only, sqlite_frozen),
        "postgresql": (postgresql_append_only, postgresql_frozen),
    }[vendor]
    found = [guard for model in guarded_models() for guard in append_only(model)]
    return found + [g for label, column in FROZEN.items() for g in frozen(apps.get_model(label), column)]


# Making them, and asking whether they stand


def install(using: str = "default") -> None:
    """Make every guard that doesn't stand on the tables that exist, all or none: nothing slips between two."""
    connection = connections[using]
    with transaction.atomic(using), connection.cursor() as cursor:
        absent, tables = missing(using), set(connection.introspection.table_names(cursor))
        for guard in guards(connection.vendor):
            if guard.name in absent and guard.table in tables:
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
    "postgresql": "SELECT tgname, pg_get_triggerdef(pg_trigger.oid, true) || prosrc FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid"
    " WHERE NOT tgisinternal AND tgenabled = 'A'",
}


def standing(using: str = "default") -> dict[str, str]:
    """The triggers that stand, with what makes them and what they do; one query.

    Two of one name on PostgreSQL, where a name is a table's own, are together another than the one expected.
    """
    connection, found = connections[using], defaultdict(str)
    with connection.cursor() as cursor:
        cursor.execute(STANDING[connection.vendor])
        for name, made in cursor.fetchall():
            found[name] += made
    return found


def missing(using: str = "default") -> list[str]:
    """The guards that don't stand as they should, by name; one query."""
    there = standing(using)
    vendor = connections[using].vendor
    return [g.name for g in guards(vendor) if there.get(g.name) != g.statement + g.body]


def refuse_unguarded() -> None:
    """Read on, but record nothing, while the database would let what is recorded be changed. Raises ValidationError."""
    if lacking := missing():
        words = _("Databasens skydd mot ändringar saknas (%s). Inget registreras förrän det är återställt.")
        raise ValidationError(words % ", ".join(lacking[:5]), code=UNGUARDED)


def lift_before_migrate(sender, using, plan, **kwargs) -> None:
    """SQLite renames no table while a guard names one that is being rebuilt; until the end nothing is recorded."""
    connection = connections[using]
    if sender.label == "adoption" and plan and connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            for guard in guards("sqlite"):
                cursor.execute(f'DROP TRIGGER IF EXISTS "{guard.name}"')


def install_after_migrate(sender, using, **kwargs) -> None:
    """Runs once for each migrate, after the last app's tables are there."""
    if sender.label == "adoption":
        install(using)
