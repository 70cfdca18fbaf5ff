"""Spoils PDF files in many ways and has each looked into and read: `python -m tests.proof.fuzz_reading [seconds] [seed]`.

Whatever the file, the process that reads it works for two seconds and holds 300 MB at most, and what it
says is a reading or nothing. With HYPOTHESIS_PROFILE=quick ten seconds, else ten minutes; an hour with SECONDS=3600.
"""

import os
import random
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO

os.environ.setdefault("SODERTORN_MODE", "test")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sodertorn.settings")

import django  # noqa: E402

django.setup()

import pikepdf  # noqa: E402

from adoption.reading.process import as_json, asked_as_json, from_json  # noqa: E402
from adoption.reading.reader import read  # noqa: E402
from sodertorn.uploaded.limits import MEMORY, SECONDS, limit  # noqa: E402
from sodertorn.uploaded.pdf_look import look  # noqa: E402
from sodertorn.uploaded.pdf_text import texts  # noqa: E402
from tests.pdf_files import UNFIT, saying  # noqa: E402
from tests.reading.examples import first_set  # noqa: E402
from tests.reading.minutes import ASKED  # noqa: E402
from tests.reading.pdfs import pdf  # noqa: E402

SLACK = 0.5  # seconds: the limit is asked about once a second
EACH = 200
"""Every so many files one is read as the register reads it, in a process begun anew: that tells how much memory it held."""
WORDS = (
    b"/Length 99999999",
    b"/Count -1",
    b"/Kids [3 0 R]",
    b"/Filter /FlateDecode",
    b"/Parent 1 0 R",
    b"\xff" * 40,
)
WORDS += (
    b"(" * 2000,
    b"[" * 2000,
    b"<<" * 2000,
    b"BT" * 500,
    b"9" * 400,
    b"/ToUnicode 1 0 R",
    b"stream\n",
    b"endobj",
)
TELLING = """
import atexit, re, runpy, sys
def tell():
    sys.stderr.write("\\n" + re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1])
atexit.register(tell)
runpy.run_module("adoption.reading.process", run_name="__main__", alter_sys=True)
"""
"""What the process held is its own to tell: what the system tells afterwards holds also what began it."""


def seeds() -> list[bytes]:
    """Whole files: some of the first set, pressed and unpressed, and those that must not be kept."""
    whole = [pdf(example.pages) for example in first_set()[::9] if len(example.pages) < 5]
    plain = [saying("Protokoll\nKommunstyrelsen\n§ 9 Södertörns utvecklingsprogram 2027–2030")]
    return whole + [unpressed(one) for one in whole] + plain + [content for content, _word in UNFIT.values()]


def unpressed(content: bytes) -> bytes:
    written = BytesIO()
    with pikepdf.open(BytesIO(content)) as made:
        made.save(written, stream_decode_level=pikepdf.StreamDecodeLevel.all, compress_streams=False)
    return written.getvalue()


def spoiled(chance: random.Random, whole: list[bytes]) -> bytes:
    content = bytearray(chance.choice(whole))
    for _time in range(chance.choice((1, 1, 2, 5, 20, 100))):
        chance.choice((change, cut, insert, splice, repeat, renumber, end))(chance, content, whole)
    return bytes(content[: 20 * 1024 * 1024])


def place(chance: random.Random, content: bytearray) -> int:
    return chance.randrange(len(content) + 1)


def change(chance, content, whole):
    at = place(chance, content)
    content[at : at + 1] = bytes([chance.randrange(256)])


def cut(chance, content, whole):
    at = place(chance, content)
    del content[at : at + chance.choice((1, 10, 400))]


def insert(chance, content, whole):
    at = place(chance, content)
    content[at:at] = chance.choice(WORDS)


def splice(chance, content, whole):
    other, at = chance.choice(whole), place(chance, content)
    start = chance.randrange(len(other) + 1)
    content[at:at] = other[start : start + 600]


def repeat(chance, content, whole):
    at = place(chance, content)
    content[at:at] = bytes(content[at : at + 300]) * chance.choice((2, 30))


def renumber(chance, content, whole):
    at = place(chance, content)
    content[at : at + 8] = b"%08d" % chance.randrange(10**8)


def end(chance, content, whole):
    if chance.random() < 0.1:
        del content[place(chance, content) :]


def run(work: Callable[[bytes], str], content: bytes) -> tuple[str, float]:
    """What is said of a file in a process of its own, and its seconds of work.

    A copy of this process, so that none begins from nothing: its limit of memory is beside what this one holds.
    """
    reading, writing = os.pipe()
    pid = os.fork()
    if not pid:
        os.close(reading)
        with suppress(BaseException):
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
            limit(MEMORY + held_already())
            with os.fdopen(writing, "w") as told:
                told.write(work(content))
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as told:
        said = told.read()
    _pid, _status, used = os.wait4(pid, 0)
    return said, used.ru_utime + used.ru_stime


def held_already() -> int:
    """Bytes of addresses."""
    with open("/proc/self/statm") as told:
        return int(told.read().split()[0]) * resource.getpagesize()


def held_anew(content: bytes) -> int:
    """The most bytes of memory that the register's own process held for a file; 0 when its limit ended it."""
    command = [sys.executable, "-c", TELLING, asked_as_json(ASKED)]
    said = subprocess.run(command, input=content, capture_output=True, check=False).stderr.split(b"\n")[-1]
    return int(said) * 1024 if said.isdigit() else 0


def read_it(content: bytes) -> str:
    return as_json(read(texts(content), ASKED))


def fuzz(seconds: float, seed: int, most: int = 10**9) -> Counter:
    """Raises AssertionError at the first file that takes too much, or of which something is said that is no reading."""
    chance, whole, counts = random.Random(seed), seeds(), Counter()
    end = time.monotonic() + seconds
    while time.monotonic() < end and counts["files"] < most:
        content = spoiled(chance, whole)
        counts["files"] += 1
        for work in (look, read_it):
            said, worked = run(work, content)
            where = f"file {counts['files']} of seed {seed}: {work.__name__}"
            assert worked <= SECONDS + SLACK, f"{where} worked for {worked:.1f} s"
            counts["longest ms"] = max(counts["longest ms"], round(worked * 1000))
        if counts["files"] % EACH == 1:
            held = held_anew(content)
            assert held <= MEMORY, f"file {counts['files']} of seed {seed}: held {held >> 20} MB"
            counts["largest MB"] = max(counts["largest MB"], held >> 20)
        if said:
            counts[f"read as {from_json(said).kind}"] += 1
        else:
            counts["not readable"] += 1
    return counts


def main() -> None:
    usual = 10 if os.environ.get("HYPOTHESIS_PROFILE") == "quick" else 600
    seconds = float(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("SECONDS", usual))
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    counts = fuzz(seconds, seed)
    print(f"{counts['files']} spoiled files, none took too much; seed {seed}; {dict(counts)}")


if __name__ == "__main__":
    main()
