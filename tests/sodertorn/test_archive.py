"""The archive is unpacked and checked with nothing of the register's own."""

import io
import json
import subprocess
import zipfile

import pytest
from django.core.management import CommandError, call_command
from pypdf import PdfReader

from sodertorn.desk import uploads
from tests.factories import (
    DecisionFactory,
    ExtractFactory,
    FollowUpFactory,
    PartFactory,
    RevisionFactory,
    SentFactory,
    TextFactory,
)
from tests.pdf_files import pdf, upload

pytestmark = [pytest.mark.django_db(transaction=True)]

CANARY = "kanariefagel"


@pytest.fixture
def unpacked(tmp_path):
    """A transcript, a programme that was sent, two extracts of which one is reviewed; and a draft."""
    annex, public, secret = (uploads.keep(upload(pdf(pages=pages))) for pages in (1, 2, 3))
    TextFactory(text="Ett mål")
    decision = DecisionFactory(case__placement=SentFactory(annex_sha256=annex))
    for sha256 in (public, secret):
        FollowUpFactory(decision=decision, step="extract_filed", extract=ExtractFactory(sha256=sha256))
    FollowUpFactory(decision=decision, step="extract_reviewed", extract_id=public)
    draft = RevisionFactory(slug=CANARY, title=f"Titel {CANARY}")
    PartFactory(revision=draft, kind="vision", key="vision", text=f"Text {CANARY}")
    call_command("export_archive", tmp_path / "arkiv.zip", stdout=io.StringIO())
    with zipfile.ZipFile(tmp_path / "arkiv.zip") as archive:
        archive.extractall(tmp_path / "arkiv")
    return tmp_path / "arkiv", annex, public, secret


def test_an_archive_is_whole_checkable_and_holds_nothing_that_is_not_public(unpacked):
    root, annex, public, secret = unpacked

    check = subprocess.run(
        ["sha256sum", "-c", "--strict", "SHA256SUMS"], cwd=root, capture_output=True, text=True
    )
    names = {str(file.relative_to(root)) for file in root.rglob("*") if file.is_file()} - {"SHA256SUMS"}

    assert check.returncode == 0, check.stdout + check.stderr
    assert {line.removesuffix(": OK") for line in check.stdout.splitlines()} == names
    assert json.loads((root / "register/register.json").read_text())["format"] == "sodertorn-register/1"
    assert [name for name in names if name.endswith(f"-{annex}.pdf")]
    assert f"utdrag/{public}.pdf" in names and f"utdrag/{secret}.pdf" not in names
    assert (root / "utdrag/UTELAMNADE.txt").read_text() == f"{secret}  unreviewed\n"
    assert not [name for name in names if CANARY in name or CANARY.encode() in (root / name).read_bytes()]
    records = sorted((root / "handlingar").iterdir())
    assert len(records) >= 6
    for file in records:
        check_record(PdfReader(file))


def check_record(file: PdfReader):
    """PDF/A-2a and PDF/UA-1 as far as the file itself says: tagged, titled, with language and bookmarks."""
    root, meta = file.trailer["/Root"], file.trailer["/Root"]["/Metadata"].get_data()

    assert b"<pdfaid:part>2" in meta and b"<pdfaid:conformance>A" in meta and b"<pdfuaid:part>1" in meta
    assert root["/Lang"] in ("sv", "sv-SE") and root["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in root
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] and file.metadata.title and file.outline
    assert CANARY not in "".join(page.extract_text() for page in file.pages)


def test_an_archive_takes_no_others_place(tmp_path):
    (tmp_path / "arkiv.zip").write_text("mitt")

    with pytest.raises(CommandError, match="is there already"):
        call_command("export_archive", tmp_path / "arkiv.zip")

    assert (tmp_path / "arkiv.zip").read_text() == "mitt"
