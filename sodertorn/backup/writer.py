"""Makes a backup while the register is in use: written beside its place, synced, and only then given its name."""

import hashlib
import json
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

from django.core.files.storage import default_storage
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.utils import timezone

from sodertorn.backup import FORMAT, MANIFEST, SUMS, Refused, file_member, table_member
from sodertorn.backup.rows import migrations_of, models_after, named_files, rows_as_text
from sodertorn.desk.uploads import place
from sodertorn.one_moment import one_moment
from sodertorn.storage import whole_or_not


@dataclass
class Backup:
    """What is in a backup that is being made, and what should be but is not."""

    archive: zipfile.ZipFile
    sums: dict[str, str] = field(default_factory=dict)
    tables: dict[str, int] = field(default_factory=dict)
    lacking: dict[str, str] = field(default_factory=dict)

    def add(self, member: str, content: bytes, how: int = zipfile.ZIP_DEFLATED) -> None:
        self.archive.writestr(member, content, compress_type=how)
        self.sums[member] = hashlib.sha256(content).hexdigest()


def back_up(target: Path) -> Backup:
    """Write a backup to a file that is not there yet. Raises Refused, OSError."""
    if target.exists():
        raise Refused(f"{target} is there already; a backup never takes another's place.")
    with whole_or_not(target) as beside, zipfile.ZipFile(beside, "w") as archive:
        return filled(Backup(archive))


def filled(backup: Backup) -> Backup:
    manifest = {"format": FORMAT, "made": timezone.now().isoformat(), "database": connection.vendor}
    with one_moment():
        loader = MigrationLoader(connection)
        migrations = migrations_of(loader)
        models = models_after(loader, migrations)
        for model in models:
            text = rows_as_text(model)
            backup.tables[model._meta.db_table] = text.count(b"\n") - 1
            backup.add(table_member(model._meta.db_table), text)
        files = named_files(models)
    for sha256 in files:  # written before the rows that name them, and never changed: all are there by now
        add_file(backup, sha256)
    manifest |= {"migrations": migrations, "tables": backup.tables, "lacking": backup.lacking}
    backup.add(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1).encode() + b"\n")
    lines = "".join(f"{sha256}  {member}\n" for member, sha256 in sorted(backup.sums.items()))
    backup.archive.writestr(SUMS, lines)
    return backup


def add_file(backup: Backup, sha256: str) -> None:
    """The file, or why it is lacking: a backup without one file is still better than none."""
    try:
        with default_storage.open(place(sha256)) as file:
            content = file.read()
    except OSError as fault:
        backup.lacking[sha256] = "not there" if isinstance(fault, FileNotFoundError) else str(fault.strerror)
        return
    if hashlib.sha256(content).hexdigest() != sha256:
        backup.lacking[sha256] = "damaged: its content has another hash"
        return
    backup.add(file_member(place(sha256)), content, zipfile.ZIP_STORED)
