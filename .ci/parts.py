"""Run every part of `make test`, `make lint` or `make proof` and end with a table of all, and what failed.

A failing part stops no other. The end is also added to the file that CLOSING names, if any. A part
that this machine can't run is named as *not run*, with the reason: a remark on a developer's machine, a failure with CI=true. What asks no database is tested
once, with SQLite; beside PostgreSQL it is counted as deselected (the marker is set in tests/conftest.py).
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

ROOT = Path(__file__).resolve().parent.parent
PROOF = "quick" if os.environ.get("QUICK") else "proof"

PYTEST = "-m pytest -n 2 --dist worksteal"  # a file's tests stay together, and so does what they share
DATABASE = f"{PYTEST} --ignore=tests/browser"

ALONE = "-n 0 --last-failed --last-failed-no-failures none"
FEW = 3
"""So few tests in the browser that fail are tried once more, alone: on a busy machine a page may come late.
One that then passes is named as unsteady, in the table and with what it said. No other has a second try."""

SAYING = "-rP --show-capture=stdout"  # what passing tests print is shown: their counts


@dataclass
class Part:
    name: str
    arguments: str  # to Python
    lacks: Callable[[], str] = str  # what this machine lacks for it, or nothing
    profile: str = ""  # how many examples hypothesis tries


def gettext() -> str:
    return "" if shutil.which("xgettext") else "gettext is not installed"


def chromium() -> str:
    if not any(map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))):
        return "chromium is not installed"
    driver = subprocess.run([sys.executable, "-m", "playwright", "--version"], capture_output=True, text=True)
    return "" if driver.returncode == 0 else f"Playwright does not start: {driver.stderr.strip()}"


def node() -> str:
    return "" if shutil.which("npm") else "npm is not installed"


def java() -> str:
    return node() or ("" if shutil.which("java") else "java is not installed")


def validator() -> str:
    jaxb = Path("/usr/share/java/jaxb-runtime.jar")  # veraPDF needs it, and Java has it no longer
    lacking = "" if shutil.which("javac") else "javac (a JDK) is not installed"
    return node() or lacking or ("" if jaxb.exists() else "libjaxb-java is not installed")


LINT = [
    Part("lint", "-m ruff check"),
    Part("format", "-m ruff format --check"),
    Part("templates", "-m djhtml --check templates"),
    Part("sizes", ".ci/sizes.py"),
    Part("migrations", "manage.py makemigrations --check --dry-run"),
    Part("messages", ".ci/messages.py", lacks=gettext),
]
GROUPS = {
    "lint": LINT,
    "test": [
        *LINT,
        Part("SQLite", DATABASE),
        Part("PostgreSQL", f".ci/postgresql.py {DATABASE} -m database"),
        Part("Chromium", f"{PYTEST} tests/browser", lacks=chromium),
    ],
    "proof": [
        Part("SQLite", f"{DATABASE} -m proof {SAYING} --hypothesis-show-statistics", profile=PROOF),
        Part("PostgreSQL", f".ci/postgresql.py {DATABASE} -m postgresql_in_proof {SAYING}", profile=PROOF),
        Part("spoiled", "-m tests.proof.fuzz_reading", profile=PROOF),
        Part("kills", "-m tests.proof.kills sqlite", profile=PROOF),
        Part("kills PG", "-m tests.proof.kills postgresql", profile=PROOF),
        Part("Chromium", f"{PYTEST} tests/browser -m proof", lacks=chromium, profile=PROOF),
    ],
}
if PROOF == "proof":  # `.ci/run` needs neither Node nor Java, and has little time
    GROUPS["proof"] += [
        Part(
            "readers",
            f"{PYTEST} tests/browser/test_how_readers_set_their_browser.py",
            lacks=chromium,
            profile=PROOF,
        ),
        Part(
            "valid pages",
            f"{PYTEST} -o python_files=valid_*.py -W ignore::pytest.PytestAssertRewriteWarning tests/proof {SAYING}",
            lacks=java,
            profile=PROOF,
        ),
        Part(
            "valid PDF",
            f"{PYTEST} -o python_files=pdf_*.py -W ignore::pytest.PytestAssertRewriteWarning tests/proof {SAYING}",
            lacks=validator,
            profile=PROOF,
        ),
        Part("Lighthouse", "-m tests.proof.lighthouse", lacks=lambda: node() or chromium(), profile=PROOF),
    ]


def run(part: Part) -> tuple[str, str, list[str]]:
    """How it went: ok, FAILED or not run; in figures; the lines that tell what failed."""
    if lack := part.lacks():
        return "not run", lack, []
    start = monotonic()
    code, said = told(part, part.arguments)
    state = {0: "ok", 77: "not run"}.get(code, "FAILED")
    how = figures("".join(said), state, monotonic() - start)
    failures = what_failed(said) if state == "FAILED" else []
    tests = [line.split()[1] for line in failures if line.startswith("FAILED ")]
    if part.lacks is chromium and 0 < len(tests) <= FEW and told(part, f"{part.arguments} {ALONE}")[0] == 0:
        state, how = "ok", f"{how}; UNSTEADY, passed when tried alone: {', '.join(tests)}"
    return state, how, failures


def told(part: Part, arguments: str) -> tuple[int, list[str]]:
    """The exit code, and the lines that were printed, which are passed on as they come."""
    environment = os.environ | {"SODERTORN_MODE": "test", "PYTHONUNBUFFERED": "1"}
    environment.pop("DATABASE_URL", None)  # a shell that serves the real register may run this
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # what is compiled once is not compiled by each part
    if part.profile:
        environment["HYPOTHESIS_PROFILE"] = part.profile
    process = subprocess.Popen(
        [sys.executable, *arguments.split()],
        cwd=ROOT,
        env=environment,
        text=True,
        errors="replace",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    said = []
    for line in process.stdout:
        print(line, end="", flush=True)
        said.append(line)
    return process.wait(), said


def what_failed(said: list[str]) -> list[str]:
    """Which tests failed and what their assertions say; of a tool that is no test, its last lines."""
    lines = [line.rstrip() for line in said if re.match(r"(FAILED|ERROR) |E  |_{3,} .* _{3,}$", line)]
    return lines[:200] or [line.rstrip() for line in said[-20:]]


def figures(said: str, state: str, seconds: float) -> str:
    if state == "not run":
        return said.strip().splitlines()[-1]
    closing = re.findall(r"^.*\d (?:passed|failed|skipped|error).* in [\d.]+s", said, re.MULTILINE)
    counts = re.findall(r"\d+ [a-z]+(?=,| in )", closing[-1]) if closing else []
    examples = sum(map(int, re.findall(r"(\d+) passing", said)))
    attacks = sum(map(int, re.findall(r"(\d+) attacks, all refused", said)))
    asked = sum(map(int, re.findall(r"(\d+) requests, as the table says", said)))
    kills = re.findall(r"^\d+ (?:kills of|spoiled files).*?(?=; )", said, re.MULTILINE)
    files = re.findall(r"^(\d+) PDF files, (\d+) assertions", said, re.MULTILINE)
    validated, assertions = (
        (sum(map(int, column)) for column in zip(*files, strict=True)) if files else (0, 0)
    )
    tried = (
        (examples, "examples"),
        (attacks, "attacks"),
        (asked, "requests"),
        (validated, "PDF files"),
        (assertions, "assertions"),
    )
    tried = [f"{n} {what}" for n, what in tried if n]
    return ", ".join([*counts, *tried, *kills, f"{seconds:.0f} s"])


def main(group: str) -> int:
    rows = []
    for part in GROUPS[group]:
        print(f"\n=== {part.name}: python {part.arguments}", flush=True)
        rows.append((part.name, *run(part)))
    closing = [f"\nmake {group}"]
    for name, state, how, failures in rows:
        closing += [f"  {name:<12}{state:<9}{how}", *(f"    {line}" for line in failures)]
    print("\n".join(closing))
    if path := os.environ.get("CLOSING"):
        with open(path, "a", encoding="utf-8") as file:
            print("\n".join(closing), file=file)
    bad = {"FAILED", "not run"} if os.environ.get("CI") == "true" else {"FAILED"}
    return int(any(state in bad for _, state, *_ in rows))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
