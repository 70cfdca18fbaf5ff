"""Anybody can recompute the checksum of a sent programme from docs/canonical-form.md, without our code."""

import hashlib
import re
import subprocess
import sys
import unicodedata
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from adoption.services import supplement
from programme.models import Placement
from programme.services import place
from sodertorn.register_file.writer import register_file
from tests.docs.pages import blocks, read
from tests.factories import OFFICE, PartFactory, RevisionFactory, SentFactory, TextFactory, boards, day

pytestmark = pytest.mark.django_db

PAGE = read("docs/canonical-form.md")
FORM, EXAMPLE = blocks(PAGE, "")
[PROGRAM] = blocks(PAGE, "python")


def rich_draft(slug="2027"):
    stated = {"period_first": 2027, "period_last": 2030, "horizon": 2040, "not_before": date(2027, 1, 1)}
    draft = RevisionFactory(slug=slug, title="A\u030angsto\u0308rn", texts=True, **stated)
    for number, (kind, words) in enumerate(
        [
            ("purpose", ""),
            ("section", "  En rad\r\n\r\nen till \n"),
            ("section", "Två\u2028rader"),
            ("annex", "x"),
        ]
    ):
        PartFactory(revision=draft, kind=kind, text=words, heading="Rubrik" * number, position=number + 1)
    area = PartFactory(revision=draft, kind="focus_area", text="Klimat", network="Chefer", position=2)
    for n in (2, 1):
        goal = PartFactory(revision=draft, kind="goal", parent=area, text=f"Mål {n}", position=n)
        PartFactory(revision=draft, kind="point", parent=goal, text="vision\n  Punkt")
    return draft


def by_hand(tmp_path, slug) -> bytes:
    """What the program on the page writes, in a Python of its own in which nothing is installed."""
    (tmp_path / "form.py").write_text(PROGRAM, "utf-8")
    (tmp_path / "register.json").write_bytes(register_file())
    command = [sys.executable, "-I", "-S", "form.py", "register.json", slug]
    return subprocess.run(command, cwd=tmp_path, capture_output=True, check=True).stdout


@pytest.mark.parametrize("annex", ["", "ab" * 32])
def test_the_program_on_the_page_recomputes_the_checksum(tmp_path, annex):
    sent = SentFactory(revision=rich_draft(), annex_sha256=annex)

    form = by_hand(tmp_path, "2027")

    assert Client().get("/program/2027/kanonisk.txt").content == form
    assert sent.fingerprint == hashlib.sha256(form).hexdigest()
    page = re.sub(r"<[^>]+>", "", Client().get("/program/2027/").content.decode())
    assert sent.fingerprint in page


def test_the_example_on_the_page_has_the_checksum_that_stands_below_it():
    assert f"Its SHA-256 is `{hashlib.sha256(EXAMPLE.encode()).hexdigest()}`" in PAGE
    assert EXAMPLE.startswith(FORM) and unicodedata.is_normalized("NFC", EXAMPLE)


def test_an_original_with_another_checksum_is_refused():
    draft = RevisionFactory(texts=True)
    stated = {"origin": "sent", "sent_on": day(1), "decided_on": day(1), "title": draft.title}

    with pytest.raises(ValidationError, match="stämmer inte med texten") as refusal:
        place(
            Placement(revision=draft, fingerprint="ab" * 32, **stated), boards=boards("salem"), office=OFFICE
        )

    assert set(refusal.value.error_dict) == {"fingerprint"}


def test_a_transcript_has_a_checksum_only_when_no_text_is_missing():
    record = TextFactory()
    address = f"/program/{record.part.revision.slug}/"

    missing = Client().get(address).content.decode()
    assert "ingen kontrollsumma så länge en text saknas" in missing
    assert Client().get(f"{address}kanonisk.txt").status_code == 404

    TextFactory(text="Vi leder", note="", part=PartFactory(revision=record.part.revision, text=""))
    supplement(fact=record, text="Spår till alla", office=OFFICE)
    form = Client().get(f"{address}kanonisk.txt").content
    assert b"  Vi leder\n" in form
    assert hashlib.sha256(form).hexdigest() in re.sub(r"<[^>]+>", "", Client().get(address).content.decode())
