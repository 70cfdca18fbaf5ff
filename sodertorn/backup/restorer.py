"""Brings a backup into an empty place: every hash is checked first, and what came out is checked at the end."""

import hashlib
import json
import zipfile
import zlib
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from sodertorn.backup import FORMAT, MANIFEST, SUMS, Refused, file_member, table_member
from sodertorn.backup.rows import Key, known_here, models_after, store
from sodertorn.desk.uploads import place
from sodertorn.outbox import hold_back

Members = dict[str, str]  # the SHA-256 of each, by its name


def checked(archive: zipfile.ZipFile) -> dict:
    """What a backup says of itself, when each of its parts has the hash that it should. Raises Refused."""
    if SUMS not in archive.namelist():
        raise Refused("This is no backup of the register.")
    sums = dict(reversed(line.split("  ", 1)) for line in archive.read(SUMS).decode().splitlines())
    there = set(archive.namelist()) - {SUMS}
    wrong = [f"{member}: not there" for member in sorted(sums.keys() - there)]
    wrong += [f"{member}: not in {SUMS}" for member in sorted(there - sums.keys())]
    wrong += [
        f"{member}: damaged" for member in sorted(there & sums.keys()) if not intact(archive, member, sums)
    ]
    if wrong:
        raise Refused("The backup is damaged; nothing was restored.\n  " + "\n  ".join(wrong))
    manifest = json.loads(archive.read(MANIFEST))
    if manifest["format"] != FORMAT:
        raise Refused(f"The backup has format {manifest['format']}, which this version can't read.")
    return manifest


def intact(archive: zipfile.ZipFile, member: str, sums: Members) -> bool:
    digest = hashlib.sha256()
    try:
        with archive.open(member) as part:
            while block := part.read(1 << 20):
                digest.update(block)
    except (zipfile.BadZipFile, zlib.error, EOFError):
        return False
    return digest.hexdigest() == sums[member]


def refuse_occupied() -> None:
    """Nothing is ever restored over something else."""
    if tables := connection.introspection.table_names():
        raise Refused(
            f"The database {connection.settings_dict['NAME']} is not empty: it has {len(tables)} tables. "
            "Name a new one in DATABASE_URL."
        )
    try:
        folders, files = default_storage.listdir("")
    except FileNotFoundError:
        return
    if folders or files:
        raise Refused(f"{default_storage.location} is not empty. Name a new folder in FILES_DIR.")


def restore(source: Path, *, check_only: bool = False) -> dict:
    """Restore a backup and give its manifest. Raises Refused, OSError."""
    try:
        with zipfile.ZipFile(source) as archive:
            manifest = checked(archive)
            if not check_only:
                refuse_occupied()
                bring_in(archive, manifest)
    except zipfile.BadZipFile:
        raise Refused(f"{source} is no whole backup.") from None
    return manifest


def bring_in(archive: zipfile.ZipFile, manifest: dict) -> None:
    """Files first, as the register itself does it; then the tables as they were; then what newer versions change."""
    executor = MigrationExecutor(connection)
    migrations = known_here(executor.loader, map(tuple, manifest["migrations"]))
    for member in archive.namelist():
        if member.startswith(file_member("")):
            keep(archive.read(member))
    executor.migrate(last_of_each_app(executor, migrations))  # without the guards: those come at the end
    tables = models_after(executor.loader, migrations)
    store((model, archive.read(table_member(model._meta.db_table))) for model in tables)
    call_command("migrate", interactive=False, verbosity=0)  # which also makes the guards anew
    hold_back()


def last_of_each_app(executor: MigrationExecutor, migrations: list[Key]) -> list[Key]:
    def is_last(key: Key) -> bool:
        later = executor.loader.graph.node_map[key].children
        return not any(child.key[0] == key[0] and child.key in migrations for child in later)

    return [key for key in migrations if is_last(key)]


def keep(content: bytes) -> None:
    default_storage.save(place(hashlib.sha256(content).hexdigest()), ContentFile(content))
