"""The rows of every table as text, alike from SQLite and from PostgreSQL, and back again.

The tables are those of the migrations that a database has gone through, not those of the code
that reads them: so a register can be backed up just before it is brought to a newer version,
and restored by a version newer than the one that made the backup.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import timedelta

from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.db.migrations.loader import MigrationLoader
from django.db.models.functions import Now

from sodertorn.backup import Refused

LEFT_OUT = {"sessions.session", "adoption.started"}
"""Who is signed in, and what somebody has only begun to register, is not the register's to keep."""

TRIED_FOR = timedelta(days=4)
"""So long a mail is tried (sodertorn.mail): of a younger question it may not have gone out yet."""

LEFT_OUT_ROWS = {
    "sodertorn.mail": models.Q(private=True),
    "sodertorn.answered": models.Q(url__contains="/stammer-det/")
    | models.Q(url__contains="/stammer-uppgifterna/")
    | models.Q(url__contains="/aldre-beslut/"),
    "adoption.question": models.Q(
        asked__in=["appeal", "still_right"], said="", at__gt=Now() - models.Value(TRIED_FOR)
    ),
}
"""What lets somebody sign in, or answer for a municipality: whoever has the backup must not be able to; it is asked for anew.

So is a question whose mail, left out, may not have gone out.
"""

Key = tuple[str, str]  # of a migration: its app and its name


def migrations_of(loader: MigrationLoader) -> list[Key]:
    """Those that the database has gone through. Raises Refused when this code lacks one."""
    return known_here(loader, loader.applied_migrations)


def known_here(loader: MigrationLoader, keys: Iterable[Key]) -> list[Key]:
    """The same by this code's names, which may hold several of before in one. Raises Refused when it lacks one."""
    found = set(keys)
    for key, migration in loader.replacements.items():
        if found.issuperset(migration.replaces):
            found = found.difference(migration.replaces) | {key}
    if unknown := [".".join(key) for key in sorted(found - loader.graph.nodes.keys())]:
        raise Refused(
            "It belongs to a newer version of the register; take that version's code. "
            f"Unknown here: {', '.join(unknown)}."
        )
    return sorted(found)


def models_after(loader: MigrationLoader, migrations: list[Key]) -> list[type[models.Model]]:
    """The models as they are after those migrations, one for each table, without those that are left out."""
    known = loader.project_state(migrations).apps.get_models(include_auto_created=True)
    return sorted(
        (m for m in known if m._meta.managed and m._meta.label_lower not in LEFT_OUT),
        key=lambda model: model._meta.db_table,
    )


# A table as text: the names of its columns, then a row on each line


def rows_as_text(model: type[models.Model]) -> bytes:
    fields = model._meta.concrete_fields
    kept = model._base_manager.exclude(LEFT_OUT_ROWS.get(model._meta.label_lower, models.Q(pk=None)))
    found = sorted(kept, key=lambda row: row.pk)  # each database sorts words its own way
    lines = [[field.attname for field in fields], *([as_text(f, row) for f in fields] for row in found)]
    return "".join(json.dumps(line, ensure_ascii=False, sort_keys=True) + "\n" for line in lines).encode()


def as_text(field: models.Field, row: models.Model):
    value = field.value_from_object(row)
    return value if value is None or isinstance(value, bool | int) else field.value_to_string(row)


def rows_from_text(model: type[models.Model], text: bytes) -> Iterator[models.Model]:
    names, *lines = map(json.loads, text.decode().split("\n")[:-1])  # not splitlines: words may hold U+2028
    fields = {field.attname: field for field in model._meta.concrete_fields}
    for line in lines:
        stated = zip(names, line, strict=True)
        yield model(**{n: None if value is None else fields[n].to_python(value) for n, value in stated})


@transaction.atomic
def store(tables: Iterable[tuple[type[models.Model], bytes]]) -> None:
    """Put the rows of all tables into a database that has none. Raises Refused when they come out otherwise."""
    found = list(tables)
    for model, text in found:
        model._base_manager.bulk_create(rows_from_text(model, text), batch_size=500)
    for model, text in found:
        if rows_as_text(model) != text:
            raise Refused(f"The rows of {model._meta.db_table} did not come out as they went in.")
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [model for model, _ in found]):
            cursor.execute(statement)


# The files that rows name

HASHES_OF_TEXT = {"sodertorn.logline"}
"""Tables whose column sha256 names no file."""


def named_files(tables: Iterable[type[models.Model]]) -> list[str]:
    """The SHA-256 of each file that a row names: in every column called sha256, or …_sha256.

    Not of those that have been destroyed.
    """
    found: set[str] = set()
    gone: set[str] = set()
    for model in tables:
        for field in model._meta.concrete_fields:
            names = field.name == "sha256" or field.name.endswith("_sha256")
            if names and model._meta.label_lower not in HASHES_OF_TEXT:
                found |= set(model._base_manager.values_list(field.name, flat=True))
        if model._meta.label_lower == "adoption.followup":
            destroyed = model._base_manager.filter(step="extract_destroyed")
            gone |= set(destroyed.values_list("extract", flat=True))
    return sorted(found - gone - {"", None})
