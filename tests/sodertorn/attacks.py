"""Ways to change what is recorded: each is a name and something to do to a row, which must be refused."""

import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from io import StringIO

from django.core import serializers
from django.core.management import call_command
from django.db import connection
from django.db.models import F

from adoption.models import Citation, Seat
from sodertorn.guards import guards
from sodertorn.journal import Entry, Fact
from sodertorn.log_lines import Salt
from sodertorn.triggers import HISTORY_OF_SENT

Attack = tuple[str, Callable[[], object]]
quote = connection.ops.quote_name
UNUSED = 987654321
"""A key that no row has."""

GROWS = ("programme.Part", "programme.Saving", *HISTORY_OF_SENT)
"""What grows with a draft, until it is sent."""

APPENDED = (Fact, Seat, Citation, Salt)
"""What hangs on an entry: nothing more can be hung there once the entry has its line."""


def execute(statement: str, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def lift_all_guards():
    if connection.vendor == "postgresql":
        execute("SET CONSTRAINTS ALL IMMEDIATE")  # a table with checks to come can't be altered
    for guard in guards(connection.vendor):
        where = "" if connection.vendor == "sqlite" else f' ON "{guard.table}"'
        execute(f'DROP TRIGGER "{guard.name}"{where}')


def attacks(row) -> Iterator[Attack]:
    """All that are tried on a row, with this database."""
    yield from through_django(row)
    yield from in_sql(row)
    yield from {"sqlite": only_sqlite, "postgresql": only_postgresql}[connection.vendor](row)
    yield from more_rows(row)


def through_django(row) -> Iterator[Attack]:
    rows = type(row)._base_manager.filter(pk=row.pk)
    names = [f.name for f in row._meta.concrete_fields if not f.primary_key]
    key = row._meta.pk
    upsert = {"update_conflicts": True, "update_fields": names, "unique_fields": [key.name]}
    yield "save", row.save
    yield "update", lambda: rows.update(**{key.attname: F(key.attname)})
    yield "delete", lambda: rows._raw_delete(using="default")
    yield "bulk_update", lambda: type(row)._base_manager.bulk_update([row], names)
    yield "bulk_create", lambda: type(row)._base_manager.bulk_create([row], **upsert)
    yield "loaddata", lambda: load([row])


def load(rows) -> None:
    """Rows in a file, as `dumpdata` writes them."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        file.write(serializers.serialize("json", rows))
        file.flush()
        call_command("loaddata", file.name, stdout=StringIO())


def in_sql(row) -> Iterator[Attack]:
    table, columns, only = spelt(row)
    for column in columns:
        other = "NULL" if column != quote(row._meta.pk.column) else f"'{UNUSED}'"
        yield f"UPDATE {column}", partial(execute, f"UPDATE {table} SET {column} = {other} {only}")
    for field in row._meta.concrete_fields:
        if field.remote_field:
            yield f"move {field.column}", partial(move, row, field)
    yield "DELETE", partial(execute, f"DELETE FROM {table} {only}")
    said = ", ".join(f"{column} = excluded.{column}" for column in columns)
    upsert = f"ON CONFLICT ({quote(row._meta.pk.column)}) DO UPDATE SET {said}"
    yield "upsert", partial(execute, f"INSERT INTO {table} SELECT * FROM {table} {only} {upsert}")


def spelt(row) -> tuple[str, list[str], str]:
    """A row's table, its columns, and the words that pick the row."""
    columns = [quote(field.column) for field in row._meta.concrete_fields]
    key = row.pk if isinstance(row.pk, int) else f"'{row.pk}'"
    return quote(row._meta.db_table), columns, f"WHERE {quote(row._meta.pk.column)} = {key}"


def move(row, field) -> None:
    """Hang the row on something else."""
    table, _columns, only = spelt(row)
    others = field.related_model._base_manager.exclude(pk=getattr(row, field.attname) or 0)
    other = others.values_list("pk", flat=True).first()
    execute(f"UPDATE {table} SET {quote(field.column)} = %s {only}", other)


def only_sqlite(row) -> Iterator[Attack]:
    """REPLACE removes what is in the way; without recursive_triggers it does so past the trigger of DELETE."""
    table, columns, only = spelt(row)
    replace = f"INSERT OR REPLACE INTO {table} SELECT * FROM {table} {only}"
    yield "REPLACE", partial(execute, replace)
    yield "REPLACE past triggers", partial(past_triggers, replace)
    change = f"UPDATE OR REPLACE {table} SET {columns[0]} = {columns[0]} {only}"
    yield "UPDATE OR REPLACE", partial(past_triggers, change)
    for names in other_keys(row):
        yield f"REPLACE by {names}", partial(past_triggers, copied(row, "OR REPLACE", UNUSED))


def other_keys(row) -> list[str]:
    """What can be in a row's way beside its primary key, and is filled in."""
    found = [f.attname for f in row._meta.concrete_fields if f.unique and not f.primary_key]
    together = [c.fields for c in row._meta.constraints if getattr(c, "fields", ()) and not c.condition]
    found = [name for name in found if getattr(row, name) is not None]
    return found + [" and ".join(names) for names in together]


def past_triggers(statement: str) -> None:
    execute("PRAGMA recursive_triggers=OFF")
    try:
        execute(statement)
    finally:
        execute("PRAGMA recursive_triggers=ON")


def only_postgresql(row) -> Iterator[Attack]:
    """Beside common statements, what a replica is sent: it goes past common triggers."""
    table, columns, only = spelt(row)
    change, empty = f"UPDATE {table} SET {columns[0]} = {columns[0]} {only}", f"TRUNCATE {table} CASCADE"
    merge = f"MERGE INTO {table} USING (SELECT 1) AS one ON {only.removeprefix('WHERE ')} WHEN MATCHED THEN"
    yield "MERGE UPDATE", partial(execute, f"{merge} UPDATE SET {columns[0]} = {columns[0]}")
    yield "MERGE DELETE", partial(execute, f"{merge} DELETE")
    yield "TRUNCATE", partial(execute, empty)
    yield "replica UPDATE", partial(as_replica, change)
    yield "replica DELETE", partial(as_replica, f"DELETE FROM {table} {only}")
    yield "replica TRUNCATE", partial(as_replica, empty)
    if isinstance(row, APPENDED):
        yield "replica new row", partial(as_replica, one_more(row))


def as_replica(statement: str) -> None:
    execute("SET LOCAL session_replication_role = replica")
    execute(statement)


def more_rows(row) -> Iterator[Attack]:
    """A new row that hangs where nothing more may hang."""
    if isinstance(row, APPENDED) or row._meta.label in GROWS:
        yield "new row", partial(execute, one_more(row))


def one_more(row) -> str:
    """The same once more: a fact under an entry that states something else, the rest with another key."""
    if not isinstance(row, Fact):
        return copied(row, "", UNUSED)
    return copied(
        row, "", Entry.objects.exclude(kind=row.KIND).filter(line__isnull=False).latest("number").pk
    )


def copied(row, way: str, key: int) -> str:
    table, columns, only = spelt(row)
    own = quote(row._meta.pk.column)
    values = ", ".join(str(key) if column == own else column for column in columns)
    return f"INSERT {way} INTO {table} ({', '.join(columns)}) SELECT {values} FROM {table} {only}"
