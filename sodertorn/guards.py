"""The database itself refuses to change or remove what is recorded.

Triggers on SQLite and PostgreSQL, made anew after each migration because SQLite drops them
silently when it rebuilds a table. What is append-only takes new rows and nothing else. What
is frozen, the texts and particulars of a programme that has its place in the register, takes
no change; only a transcript may get a new place for a text. Once an entry has its line in the
event log, nothing more can hang on it. Words can be masked (R8b), which means: replaced by
the mask and nothing else, where a masking is recorded. They bind the role that the
application runs as, not the database's owner; every act asks whether they stand.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import connections, models
from django.utils.translation import gettext as _

from sodertorn.free_text import MASKED, free_fields

APPEND_ONLY = (
    "sodertorn.Entry",
    "sodertorn.LogLine",
    "sodertorn.Salt",
    "adoption.Seat",
    "adoption.Citation",
    "adoption.Extract",
)
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
    from sodertorn.journal import fact_kinds

    histories = [model for model in apps.get_models() if hasattr(model, "instance_type")]
    return [*(apps.get_model(label) for label in APPEND_ONLY), *fact_kinds(), *histories]


def guards(vendor: str) -> list[Guard]:
    """Every guard that belongs in a database of the vendor."""
    append_only, frozen = {
        "sqlite": (sqlite_append_only, sqlite_frozen),
        "postgresql": (postgresql_append_only, postgresql_frozen),
    }[vendor]
    found = [guard for model in guarded_models() for guard in append_only(model)]
    return found + [g for label, column in FROZEN.items() for g in frozen(apps.get_model(label), column)]


def sealed_by(model) -> str:
    """The column that names the entry on which a row hangs; empty where it hangs on none."""
    return {"Seat": "placement_id"}.get(model.__name__, "entry_id") if hangs_on_an_entry(model) else ""


def hangs_on_an_entry(model) -> bool:
    from sodertorn.journal import Fact

    return issubclass(model, Fact) or model._meta.label in ("adoption.Seat", "adoption.Citation")


def masks(model) -> dict[str, str]:
    """The columns whose words can be masked, with their paths in the event log."""
    if model._meta.label == "sodertorn.Entry":
        return {"reason": "reason"}
    if model._meta.label == "adoption.Citation":
        return {name: f"citations.{name}" for name in free_fields(model)}
    return {name: name for name in free_fields(model)} if sealed_by(model) else {}


def only_masked(model, same: str) -> str:
    """The condition that a change of a row only replaces words by the mask, as a recorded masking lets it.

    `same` is how the database says that two values are the same, nothing included.
    """
    entry = sealed_by(model) or "number"
    masking = f'EXISTS (SELECT 1 FROM sodertorn_masking WHERE masked_id = OLD."{entry}"'
    paths, said = masks(model), [f"{masking})"]
    for field in model._meta.concrete_fields:
        column = field.column
        kept = f'NEW."{column}" {same} OLD."{column}"'
        if path := paths.get(column):
            kept = f"""({kept} OR NEW."{column}" = '{MASKED}' AND {masking} AND field = '{path}'))"""
        said.append(kept)
    return " AND ".join(said)


# SQLite


def sqlite_append_only(model) -> Iterator[Guard]:
    table, key = model._meta.db_table, model._meta.pk.column
    unless = f"NOT ({only_masked(model, 'IS')})" if masks(model) else ""
    yield sqlite_guard(table, "UPDATE", MESSAGE, unless)
    masked = (
        "NOT EXISTS (SELECT 1 FROM sodertorn_masking WHERE masked_id = OLD.line_id AND field = OLD.path)"
        if model._meta.label == "sodertorn.Salt"
        else ""
    )
    yield sqlite_guard(table, "DELETE", MESSAGE, masked)
    # INSERT OR REPLACE, on a connection without recursive_triggers.
    there = f'EXISTS (SELECT 1 FROM "{table}" WHERE "{key}" = NEW."{key}")'
    if entry := sealed_by(model):
        there += f' OR EXISTS (SELECT 1 FROM sodertorn_logline WHERE entry_id = NEW."{entry}")'
    yield sqlite_guard(table, "INSERT", MESSAGE, there)


def sqlite_frozen(model, column: str) -> Iterator[Guard]:
    table = model._meta.db_table
    placed = "EXISTS (SELECT 1 FROM programme_placement WHERE revision_id"
    yield sqlite_guard(table, "UPDATE", PLACED, f'{placed} IN (OLD."{column}", NEW."{column}"))')
    yield sqlite_guard(table, "DELETE", PLACED, f'{placed} = OLD."{column}")')
    yield sqlite_guard(table, "INSERT", PLACED, f"{placed} = NEW.\"{column}\" AND origin = 'sent')")


def sqlite_guard(table: str, event: str, message: str, condition: str = "") -> Guard:
    name, when = f"{table}_no_{event.lower()}", f"WHEN {condition} " if condition else ""
    statement = (
        f'CREATE TRIGGER "{name}" BEFORE {event} ON "{table}" '
        f"{when}BEGIN SELECT RAISE(ABORT, '{message}'); END"
    )
    return Guard(name, table, statement)


# PostgreSQL


def postgresql_append_only(model) -> Iterator[Guard]:
    table, body = model._meta.db_table, f"BEGIN {refusal(MESSAGE)} END"
    let = ""
    if masks(model):
        allowed = only_masked(model, "IS NOT DISTINCT FROM")
        let = f"IF TG_OP = 'UPDATE' THEN IF {allowed} THEN RETURN NEW; END IF; END IF; "
    if model._meta.label == "sodertorn.Salt":
        masked = "SELECT 1 FROM sodertorn_masking WHERE masked_id = OLD.line_id AND field = OLD.path"
        let = f"IF TG_OP = 'DELETE' THEN IF EXISTS ({masked}) THEN RETURN OLD; END IF; END IF; "
    yield postgresql_guard(
        table, "append_only", "UPDATE OR DELETE", "ROW", f"BEGIN {let}{refusal(MESSAGE)} END"
    )
    yield postgresql_guard(table, "no_truncate", "TRUNCATE", "STATEMENT", body)
    if entry := sealed_by(model):
        line = f'EXISTS (SELECT 1 FROM sodertorn_logline WHERE entry_id = NEW."{entry}")'
        sealed = f"BEGIN IF {line} THEN {refusal(MESSAGE)} END IF; RETURN NEW; END"
        yield postgresql_guard(table, "sealed", "INSERT", "ROW", sealed)


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


def standing(using: str = "default") -> dict[str, str]:
    """The triggers that stand, with what they do; one query."""
    connection = connections[using]
    with connection.cursor() as cursor:
        cursor.execute(STANDING[connection.vendor])
        return dict(cursor.fetchall())


def missing(using: str = "default") -> list[str]:
    """The guards that don't stand as they should, by name; one query."""
    there = standing(using)
    vendor = connections[using].vendor
    return [g.name for g in guards(vendor) if there.get(g.name) != (g.body or g.statement)]


def refuse_unguarded() -> None:
    """Read on, but record nothing, while the database would let what is recorded be changed. Raises ValidationError."""
    if lacking := missing():
        words = _("Databasens skydd mot ändringar saknas (%s). Inget registreras förrän det är återställt.")
        raise ValidationError(words % ", ".join(lacking[:5]), code="unguarded")


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
