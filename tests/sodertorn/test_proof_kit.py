"""A programme's proof kit is checked by a Python that has nothing of ours."""

import io
import subprocess
import sys
import zipfile

import pytest
from django.core.files.storage import default_storage

from programme.models import Placement
from sodertorn.desk import uploads
from sodertorn.masking import mask
from sodertorn.proof_kit import proof_kit
from sodertorn.register import Register
from tests.factories import OFFICE, DecisionFactory, ExtractFactory, FollowUpFactory, SentFactory, UserFactory
from tests.pdf_files import upload

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def kit(tmp_path):
    """A programme that was adopted in secret words, unpacked."""
    annex = uploads.keep(upload())
    sent = SentFactory(slug="2025", annex_sha256=annex)
    decision = DecisionFactory(case__placement=sent, note="Greta", text="Bifalles.", by=UserFactory())
    extract = ExtractFactory(sha256=annex, size=default_storage.size(uploads.place(annex)))
    for step in ("extract_filed", "extract_reviewed"):
        FollowUpFactory(decision=decision, step=step, extract=extract)
    mask(entry=decision.entry, field="note", law="OSL", reason="Hälsa.", office=OFFICE)
    content = proof_kit(Register(), Placement.objects.get())
    zipfile.ZipFile(io.BytesIO(content)).extractall(tmp_path)
    return tmp_path


def check(kit):
    command = [sys.executable, "-I", "-S", str(kit / "check.py")]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_kit_agrees_with_itself(kit):
    done = check(kit)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "2 files checked" in done.stdout


def test_a_kit_names_neither_masked_words_nor_people(kit):
    everything = b"".join(path.read_bytes() for path in kit.rglob("*") if path.is_file())

    assert b"Greta" not in everything
    assert b"@example" not in everything


@pytest.mark.parametrize("name", ["text.txt", "records.json", "log.jsonl", "annex", "extracts"])
def test_one_altered_byte_is_found(kit, name):
    path = next((kit / name).glob("*")) if (kit / name).is_dir() else kit / name
    content = path.read_bytes()
    altered = content.replace(b"Bifalles", b"Avslaget") if name == "records.json" else content
    altered = content.replace(b'"adopted"', b'"noted"') if name == "log.jsonl" else altered
    path.write_bytes(altered if altered != content else content[:-2] + b"x" + content[-1:])

    done = check(kit)

    assert done.returncode == 1
    assert "WRONG" in done.stdout
