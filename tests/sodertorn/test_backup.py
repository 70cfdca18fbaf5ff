"""A backup is whole or there is none, and it says what it lacks; what is damaged or in the way stops a restore."""

import errno
import hashlib
import os
import zipfile
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.utils.timezone import now

from adoption.models import Question
from sodertorn import mail
from sodertorn.answered import Answered
from sodertorn.backup import Refused
from sodertorn.backup.restorer import restore
from sodertorn.desk.uploads import place
from sodertorn.outbox import Mail, hold_back
from tests.factories import CaseFactory, ExtractFactory, FollowUpFactory, MunicipalityFactory

pytestmark = pytest.mark.django_db(transaction=True)
CONTENT = b"%PDF-1.7 ett utdrag"
SHA256 = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def extract():
    """A register that holds one file."""
    default_storage.delete(place(SHA256))
    default_storage.save(place(SHA256), ContentFile(CONTENT))
    FollowUpFactory(step="extract_filed", extract=ExtractFactory(sha256=SHA256))


@pytest.fixture
def backup(extract, tmp_path):
    call_command("backup", tmp_path / "b.zip")
    return tmp_path / "b.zip"


def refusal(*command, **options) -> str:
    with pytest.raises(CommandError) as refused:
        call_command(*command, **options)
    return str(refused.value)


def altered(backup, member, content):
    """The backup with another content in one of its parts, or without it."""
    other = backup.with_name("altered.zip")
    with zipfile.ZipFile(backup) as old, zipfile.ZipFile(other, "w") as new:
        for name in old.namelist():
            if name != member:
                new.writestr(name, old.read(name))
        if content is not None:
            new.writestr(member, content)
    return other


def test_a_backup_holds_every_table_and_the_files_that_rows_name(backup, capsys):
    with zipfile.ZipFile(backup) as archive:
        assert archive.read(f"files/{place(SHA256)}") == CONTENT
        assert {"tables/sodertorn_entry.jsonl", "tables/adoption_historicalsource.jsonl"} <= {
            *archive.namelist()
        }
        assert "tables/django_session.jsonl" not in archive.namelist()
    call_command("restore", backup, check=True)
    assert "Whole: the backup of" in capsys.readouterr().out


def test_mails_are_kept_but_not_those_that_let_somebody_in_and_none_goes_out_again_by_itself(tmp_path):
    letter = {"to": "a@example.se", "text": "Hej"}
    mail.write(**letter, subject="Ett beslut")
    mail.write(**letter, subject="Logga in", private=True)
    for page in ("stammer-det", "stammer-uppgifterna", "aldre-beslut"):
        Answered.objects.create(form=page, url=f"/en/{page}/12.abc.def/", words="Tack.")

    call_command("backup", tmp_path / "b.zip")
    hold_back()

    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        kept = archive.read("tables/sodertorn_mail.jsonl").decode()
        assert b"/12.abc.def/" not in archive.read("tables/sodertorn_answered.jsonl")
    assert "Ett beslut" in kept and "Logga in" not in kept
    assert mail.send_due() == (0, 0)
    assert "kan redan ha gått ut" in Mail.objects.failed().first().fault


def test_a_question_whose_mail_may_not_have_gone_out_is_asked_again_by_the_restored_register(tmp_path):
    asked = {"asked": "appeal", "municipality": MunicipalityFactory()}
    Question.objects.create(**asked, about="17", at=now() - timedelta(days=5))
    Question.objects.create(**asked, about="18")

    call_command("backup", tmp_path / "b.zip")

    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        kept = archive.read("tables/adoption_question.jsonl").decode()
    assert '"17"' in kept and '"18"' not in kept


def test_only_its_owner_may_read_a_backup(backup):
    assert backup.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("there", ["", "another content"], ids=["gone", "damaged"])
def test_a_file_that_is_lacking_is_named_and_all_else_is_backed_up(extract, tmp_path, there):
    default_storage.delete(place(SHA256))
    if there:
        default_storage.save(place(SHA256), ContentFile(there))

    told = refusal("backup", tmp_path / "b.zip")

    assert f"{SHA256}: {'damaged' if there else 'not there'}" in told
    assert SHA256 in refusal("restore", tmp_path / "b.zip", check=True)
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        assert SHA256.encode() in archive.read("tables/adoption_extract.jsonl")


def test_a_backup_never_takes_anothers_place(backup):
    before = backup.read_bytes()

    assert "is there already" in refusal("backup", backup)
    assert backup.read_bytes() == before


def test_what_could_not_be_finished_leaves_nothing_behind(extract, tmp_path, monkeypatch):
    def full(file):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    assert "No space left" in refusal("backup", tmp_path / "b.zip")
    assert list(tmp_path.iterdir()) == []


def test_a_backup_that_is_not_as_it_was_made_is_refused(backup, tmp_path):
    pdf, listed = f"files/{place(SHA256)}", "SHA256SUMS"
    spoilt = {
        (member, content): f"{member}: {'not there' if content is None else 'damaged'}"
        for member in ("manifest.json", "tables/sodertorn_entry.jsonl", pdf)
        for content in (b"{}", None)
    }
    spoilt |= {
        (listed, None): "no backup",
        (listed, b""): "not in SHA256SUMS",
        ("files/x", b"x"): "files/x: not",
    }

    for (member, content), told in spoilt.items():
        with pytest.raises(Refused, match=told):
            restore(altered(backup, member, content))

    whole, half = backup.read_bytes(), tmp_path / "half.zip"
    flipped = bytearray(whole)
    flipped[whole.index(CONTENT) + 3] ^= 1
    for content, told in [(whole[:-100], "no whole"), (b"", "no whole"), (flipped, f"{pdf}: damaged")]:
        half.write_bytes(content)
        with pytest.raises(Refused, match=told):
            restore(half)


def test_nothing_is_restored_over_a_register(backup):
    assert "is not empty" in refusal("restore", backup)


def test_a_backup_goes_to_a_folder_under_a_name_of_its_moment(tmp_path, capsys):
    CaseFactory()

    call_command("backup", tmp_path)

    [made] = tmp_path.iterdir()
    assert made.name.startswith("register-20") and made.suffix == ".zip"
    assert str(made) in capsys.readouterr().out
