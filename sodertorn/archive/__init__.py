"""An archive of the register: a zip that is read and checked without the register's own programs.

The register file with its schema, the event log, the records as PDF/A, the documents that were sent, the
extracts that may be public, and checksums of all. Extracts that may not be read by anybody are named by
their checksum and left out, also for the archive authority: an archive is handed on, whether an extract
may be is a person's decision for each (domain.md, Persons and records), and its original is in the
municipality's own archive. Everything, unreviewed too, is in a `backup`, which stays with the owner.
"""

import hashlib
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from django.urls import reverse
from django.utils import translation
from django.utils.timezone import localdate

from adoption.extracts import Publicity, file_states
from adoption.record import adoption_record, municipality_record
from programme.proving import form_in_register, public_annex
from programme.record import programme_record
from sodertorn.desk.uploads import kept
from sodertorn.moments import Moment
from sodertorn.one_moment import one_moment
from sodertorn.proof_kit import content_of
from sodertorn.record import record
from sodertorn.register import Register
from sodertorn.register_file.reader import SCHEMA_FILE
from sodertorn.register_file.writer import register_file
from sodertorn.storage import whole_or_not
from sodertorn.verifying.saved_log import log_file

HERE = Path(__file__).parent
SUMS = "SHA256SUMS"


class Taken(Exception):
    """There is a file already where the archive should be written."""


def write_archive(target: Path) -> dict[str, str]:
    """Write the archive to a file that is not there yet; its files with their checksums. Raises Taken, OSError."""
    if target.exists():
        raise Taken(f"{target} is there already; an archive never takes another's place.")
    sums = {}
    with whole_or_not(target) as beside, zipfile.ZipFile(beside, "w") as archive:
        with one_moment(), translation.override("sv"):
            for name, content in files(Register()):
                archive.writestr(name, content, zipfile.ZIP_DEFLATED)
                sums[name] = hashlib.sha256(content).hexdigest()
        archive.writestr(SUMS, "".join(f"{sha256}  {name}\n" for name, sha256 in sorted(sums.items())))
    return sums


def files(register: Register) -> Iterator[tuple[str, bytes]]:
    """All that is in it, in Swedish, as the register is today."""
    today = localdate()
    for name in ("LASMIG.txt", "README.txt"):
        yield name, (HERE / name).read_bytes()
    yield "register/register.json", register_file()
    yield "register/schema.json", SCHEMA_FILE.read_bytes()
    yield "register/handelser.jsonl", log_file()
    if register.exists:
        yield from records(register, Moment(today))
        yield from documents(register, Moment(today))
    yield from extracts(register)


def records(register: Register, moment: Moment) -> Iterator[tuple[str, bytes]]:
    """Each programme, its adoption, and what each municipality has decided, as PDF/A."""
    day, made = moment.day, partial(record, register, moment)
    for slug in shown(register, moment):
        yield f"handlingar/program-{slug}.pdf", made(programme_record(register, slug, day, address))
        yield f"handlingar/antagande-{slug}.pdf", made(adoption_record(register, slug, day, address))
    for one in register.municipalities:
        yield f"handlingar/beslut-{one.slug}.pdf", made(municipality_record(register, one, day, address))


def shown(register: Register, moment: Moment) -> list[str]:
    return [slug for slug in register.placements if register.shows(slug, moment.day)]


def address(name: str, *args) -> str:
    return reverse(name, args=args)


def documents(register: Register, moment: Moment) -> Iterator[tuple[str, bytes]]:
    """What was sent, to the byte: the document and the form that its checksum is of."""
    for slug in shown(register, moment):
        if form := form_in_register(register, slug):
            yield f"text/{slug}.txt", form
        if sha256 := public_annex(register, slug):
            yield f"bilagor/{slug}-{sha256}.pdf", content_of(sha256)


def extracts(register: Register) -> Iterator[tuple[str, bytes]]:
    """The extracts that may be read, and which others there are and why they are not here."""
    said = (one for rows in register.follow_ups.values() for one in rows)
    left_out = []
    for sha256, state in sorted(file_states(said).items()):
        if state.publicity == Publicity.PUBLIC and kept(sha256):
            yield f"utdrag/{sha256}.pdf", content_of(sha256)
        else:
            left_out.append(f"{sha256}  {state.publicity}\n")
    yield "utdrag/UTELAMNADE.txt", "".join(left_out).encode()
