"""The drill: back up while writes go on, restore elsewhere, and everything is equal there; from either database to either."""

import hashlib
import json
import os
import sqlite3
import zipfile
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from threading import Event, Thread

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection, connections
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from adoption.decision_services import receive_decision
from adoption.models import Decision, Extract
from sodertorn.backup.restorer import checked
from sodertorn.backup.writer import back_up
from sodertorn.desk.uploads import place
from sodertorn.register import Register
from sodertorn.register_file.writer import document
from tests.elsewhere import empty_postgresql, manage
from tests.factories import OFFICE, MunicipalityFactory, SentFactory, day
from tests.rich_register import build

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.proof,
    pytest.mark.postgresql_in_proof,
]
ON_SQLITE = connection.vendor == "sqlite"
ASK = "from tests.sodertorn.test_backup_drill import tell; tell()"


@pytest.fixture
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.STORAGES = settings.STORAGES | {"default": {"BACKEND": "sodertorn.storage.DurableStorage"}}
    return settings.MEDIA_ROOT


def told() -> str:
    """All that the register says to the public, and how it answers."""
    days = [date(2015, 1, 1), date(2025, 2, 20), date(2025, 6, 1), date(2027, 1, 1)]
    return json.dumps([document(), [repr(Register().answer(day)) for day in days]], sort_keys=True)


def tell() -> None:
    """What the restored register says, beside a backup of it; run there."""
    folder = Path(settings.MEDIA_ROOT).parent
    back_up(folder / "again.zip")
    (folder / "told").write_text(told())


def write(revision, number: int) -> None:
    """Write a decision with a file that comes with it."""
    content = b"%%PDF-1.7 %d" % number
    sha256 = hashlib.sha256(content).hexdigest()
    default_storage.save(place(sha256), ContentFile(content))
    receive_decision(
        revision=revision,
        municipality=MunicipalityFactory(slug="salem"),
        kind="board",
        outcome="noted",
        earliest=day(5),
        latest=day(5),
        paragraph=str(number),
        paragraph_kind="written",
        extract=Extract(sha256=sha256, size=len(content)),
        office=OFFICE,
    )


@contextmanager
def writes_going_on(revision):
    """Somebody who writes and writes; what is inside begins when the first is written."""
    begun, enough = Event(), Event()

    def go_on():
        try:
            for number in range(1, 500):
                write(revision, number)
                begun.set()
                if enough.is_set():
                    return
        finally:
            connections.close_all()

    writer = Thread(target=go_on)
    writer.start()
    assert begun.wait(30)
    yield
    enough.set()
    writer.join()


def parts(backup) -> dict[str, bytes]:
    with zipfile.ZipFile(backup) as archive:
        checked(archive)
        return {n: archive.read(n) for n in archive.namelist() if n.startswith(("tables/", "files/"))}


def rows(backup, table: str) -> list[dict]:
    names, *lines = map(json.loads, parts(backup)[f"tables/{table}.jsonl"].decode().split("\n")[:-1])
    return [dict(zip(names, line, strict=True)) for line in lines]


def test_a_backup_made_while_writes_go_on_is_the_register_at_one_moment(files, tmp_path):
    revision = SentFactory(slug="2027-2030", seats=["salem"]).revision
    backup = tmp_path / "b.zip"

    with writes_going_on(revision):
        made = back_up(backup)

    numbers = [row["number"] for row in rows(backup, "sodertorn_entry")]
    decisions = rows(backup, "adoption_decision")
    filed = rows(backup, "adoption_followup")
    assert made.lacking == {}
    assert numbers == [*range(1, len(numbers) + 1)]
    assert len(decisions) == len(filed) == sum(name.startswith("files/") for name in parts(backup))
    assert len(decisions) < Decision.objects.count()


def restored(backup, url, folder) -> tuple[dict, str]:
    """What a register that is restored there holds, and what it says."""
    folder.mkdir()
    done = manage(url, folder / "files", "restore", backup)
    asked = manage(url, folder / "files", "shell", "--no-imports", "-c", ASK)
    assert "Restored" in done.stdout, done.stderr
    assert asked.returncode == 0, asked.stderr
    return parts(folder / "again.zip"), (folder / "told").read_text()


@pytest.mark.skipif(
    ON_SQLITE and not os.environ.get("HYPOTHESIS_PROFILE"), reason="tried by make proof, and with PostgreSQL"
)
def test_everything_is_equal_where_it_is_restored(files, tmp_path):
    """From SQLite to SQLite; from PostgreSQL to SQLite and from there to PostgreSQL."""
    build()
    write(SentFactory(slug="2027-2030", seats=["salem"]).revision, 1)
    source = tmp_path / "source.zip"
    back_up(source)

    first = restored(source, f"sqlite:///{tmp_path}/r.sqlite3", tmp_path / "first")

    assert first == (parts(source), told())
    if not ON_SQLITE:
        with empty_postgresql(f"drill_{connection.settings_dict['NAME']}") as url:
            second = restored(tmp_path / "first" / "again.zip", url, tmp_path / "second")
        assert second == first


@pytest.mark.skipif(not ON_SQLITE, reason="the same on both")
@pytest.mark.proof_only
def test_a_backup_of_an_older_version_is_brought_to_this_one(tmp_path):
    old = f"sqlite:///{tmp_path}/old.sqlite3"
    manage(old, tmp_path / "files", "migrate", "adoption", "0001")
    manage(old, tmp_path / "files", "backup", tmp_path / "old.zip")

    new = f"sqlite:///{tmp_path}/new.sqlite3"
    done = manage(new, tmp_path / "files", "restore", tmp_path / "old.zip")

    assert done.returncode == 0, done.stderr
    with closing(sqlite3.connect(tmp_path / "new.sqlite3")) as there:
        gone_through = set(there.execute("SELECT app, name FROM django_migrations"))
    loader = MigrationLoader(connection)
    replaced = {key for migration in loader.replacements.values() for key in migration.replaces}
    assert gone_through == set(loader.graph.nodes) | replaced


def test_a_backup_of_a_newer_version_is_refused(tmp_path):
    recorder = MigrationRecorder(connection)
    recorder.record_applied("adoption", "9999_later")
    try:
        with pytest.raises(CommandError, match="9999_later"):
            call_command("backup", tmp_path / "b.zip")
    finally:
        recorder.record_unapplied("adoption", "9999_later")
    assert list(tmp_path.iterdir()) == []
