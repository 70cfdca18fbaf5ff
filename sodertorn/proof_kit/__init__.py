"""The proof kit of a programme: everything with which an auditor checks it offline, and how.

A zip with the canonical text, the annex, the entries about the programme with the salts of
their words, the reviewed extracts, the event log up to now, a page to read and a page of
plain Python that needs nothing else.
"""

import io
import json
import zipfile
from pathlib import Path

from django.core.files.storage import default_storage

from adoption.extracts import public_files
from adoption.models import FollowUp
from adoption.models.follow_ups import FollowUpKind
from programme.models import Placement
from programme.proving import form_in_register
from sodertorn import event_log
from sodertorn.desk import uploads
from sodertorn.desk.events import revision_of
from sodertorn.log_lines import LogLine, Salt
from sodertorn.verifying.saved_log import log_file

HERE = Path(__file__).parent


def proof_kit(register, placement: Placement) -> bytes:
    """The kit of a programme as a zip; the same register always gives the same bytes."""
    slug = placement.revision.slug
    files = {
        "LÄS-MIG.txt": (HERE / "LÄS-MIG.txt").read_bytes(),
        "README.txt": (HERE / "README.txt").read_bytes(),
        "check.py": (HERE / "check.py").read_bytes(),
        "log.jsonl": log_file(),
        "records.json": records(slug),
    }
    if form := form_in_register(register, slug):
        files["text.txt"] = form
    if (annex := placement.annex_sha256) and uploads.kept(annex):
        files[f"annex/{annex}.pdf"] = content_of(annex)
    files |= {f"extracts/{sha256}.pdf": content_of(sha256) for sha256 in public_extracts(register, slug)}
    return zipped(files)


def content_of(sha256: str) -> bytes:
    with default_storage.open(uploads.place(sha256)) as file:
        return file.read()


def public_extracts(register, slug: str) -> list[str]:
    """The extracts from minutes about a programme that may be read now, and whose files are kept."""
    filed = {
        said.extract_id
        for rows in register.follow_ups.values()
        for said in rows
        if said.step == FollowUpKind.EXTRACT_FILED
        and (decision := register.decisions.get(said.decision.entry.fact))
        and decision.case.revision.slug == slug
    }
    return sorted(sha256 for sha256 in filed & public_files(register) if uploads.kept(sha256))


def records(slug: str) -> bytes:
    """What the entries about a programme state, each word with the salt that opens its commitment."""
    facts = [f for f in event_log.facts_where(entry__line__isnull=False) if about(f) == slug]
    lines = dict(LogLine.objects.values_list("entry", "text"))
    salts: dict[int, dict[str, str]] = {}
    for salt in Salt.objects.filter(line__in=[fact.pk for fact in facts]):
        salts.setdefault(salt.line_id, {})[salt.path] = salt.salt
    found = []
    for record in event_log.recorded(facts):
        number = record.entry.pk
        stated = record.stated(Opened(salts.get(number, {})))
        found.append(with_commitments(stated, json.loads(lines[number])))
    return json.dumps(found, ensure_ascii=False, indent=1).encode() + b"\n"


def about(fact) -> str:
    revision = revision_of(fact)
    return revision.slug if revision else ""


CLOSED = ("by", "file_name", *FollowUp.NOT_PUBLIC)
"""What stays a commitment: who it was, what somebody called a file of theirs, and what only the office reads."""


class Opened:
    """Gives the words and their salt; of what is masked or closed, nothing."""

    def __init__(self, salts: dict[str, str]):
        self.salts = salts

    def __call__(self, path: str, words: str) -> dict:
        return {"words": words, "salt": self.salts[path]} if path in self.salts and path not in CLOSED else {}


def with_commitments(stated, line):
    """What is not opened stands as its commitment in the line."""
    if stated == {} and isinstance(line, dict):
        return line
    if isinstance(stated, dict) and isinstance(line, dict):
        return {name: with_commitments(value, line.get(name)) for name, value in stated.items()}
    if isinstance(stated, list) and isinstance(line, list):
        return [with_commitments(*pair) for pair in zip(stated, line, strict=False)]
    return stated


def zipped(files: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as kit:
        for name, content in files.items():
            kit.writestr(zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()
