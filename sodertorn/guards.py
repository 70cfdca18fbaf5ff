"""The database itself refuses to change or remove what is recorded.

Triggers on every append-only table, on SQLite and PostgreSQL, made anew after each
migration because SQLite drops them silently when it rebuilds a table. On SQLite they
also stop INSERT OR REPLACE, as long as the connection has recursive_triggers on (see
settings). They bind the role that the application runs as, not the database's owner.
"""

from django.apps import apps
from django.db import connections, models

APPEND_ONLY = ("sodertorn.Entry", "adoption.Seat", "adoption.Citation", "adoption.Extract")
"""Beside these, every subclass of `Fact`."""

MESSAGE = "append-only: correct it with a new entry"


def guarded_models() -> list[type[models.Model]]:
    from sodertorn.journal import Fact

    facts = [model for model in apps.get_models() if issubclass(model, Fact)]
    return [*(apps.get_model(label) for label in APPEND_ONLY), *facts]


def sqlite_triggers(table: str) -> dict[str, str]:
    """Each trigger's name with the statement that makes it."""
    return {
        f"{table}_no_{event.lower()}": (
            f'CREATE TRIGGER "{table}_no_{event.lower()}" BEFORE {event} ON "{table}" '
            f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
        )
        for event in ("UPDATE", "DELETE")
    }


POSTGRESQL_FUNCTION = f"""
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'integrity_constraint_violation'; END $$
"""


def install(using: str = "default") -> None:
    """Make every guard that belongs on the tables that exist; harmless when they stand already."""
    connection = connections[using]
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        guarded = [model._meta.db_table for model in guarded_models() if model._meta.db_table in tables]
        if connection.vendor == "postgresql":
            cursor.execute(POSTGRESQL_FUNCTION)
        for table in guarded:
            if connection.vendor == "sqlite":
                for name, statement in sqlite_triggers(table).items():
                    cursor.execute(f'DROP TRIGGER IF EXISTS "{name}"')
                    cursor.execute(statement)
            else:
                cursor.execute(f'DROP TRIGGER IF EXISTS "{table}_append_only" ON "{table}"')
                cursor.execute(
                    f'CREATE TRIGGER "{table}_append_only" BEFORE UPDATE OR DELETE ON "{table}" '
                    "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
                )
                cursor.execute(f'ALTER TABLE "{table}" ENABLE ALWAYS TRIGGER "{table}_append_only"')


def install_after_migrate(sender, using, **kwargs) -> None:
    """Runs once for each migrate, after the last app's tables are there."""
    if sender.label == "adoption":
        install(using)
