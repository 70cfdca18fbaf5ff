"""Lighthouse gives every kind of public page 100 in all it measures, on a phone: python -m tests.proof.lighthouse.

The register is served as by `make run`. Lighthouse is had from npm at a fixed version and kept in npm's own
cache. Exit code 77: it can't be had here.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.browser.served import prepare, served
from tests.pages.site import KINDS

LIGHTHOUSE = "npm exec --yes --package=lighthouse@12.8.2 -- lighthouse"
FLAGS = "--headless=new --no-sandbox --disable-gpu"
ELSE = (
    *(
        "/program/2019/jamfor/2023-2026/i-en-spalt/",
        "/fel/",
        "/tillganglighet/meddela/",
    ),
    *("/en/", "/en/program/2019/", "/en/antagande/2023-2026/"),
)
"""Kinds that no link leads to, and some in English. What is found is not for search engines, the empty search is."""
TRIES = 3
"""How long a page takes is not the same each time, least of all where others work too."""


def measured(address: str, folder: Path) -> tuple[dict, dict[str, int]]:
    """What Lighthouse reports of a page, and its figures; none when the machine was too busy for it."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    report = folder / "report.json"
    report.unlink(missing_ok=True)
    command = [*LIGHTHOUSE.split(), address, "--quiet", "--output=json", f"--output-path={report}"]
    environment = os.environ | {"CHROME_PATH": chromium}
    subprocess.run([*command, f"--chrome-flags={FLAGS}"], check=False, env=environment, cwd=folder)
    found = json.loads(report.read_text()) if report.exists() else {"categories": {}}
    return found, {name: round(100 * (one["score"] or 0)) for name, one in found["categories"].items()}


def lacking(report: dict) -> list[str]:
    """The audits that cost points."""
    weighed = [
        one["id"] for each in report["categories"].values() for one in each["auditRefs"] if one["weight"]
    ]
    found = [report["audits"][name] for name in weighed]
    return [
        f"{one['id']} {one.get('displayValue', '')}"
        for one in found
        if (one["score"] or 1) < 1 or one["score"] == 0
    ]


def main() -> int:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        if subprocess.run([*LIGHTHOUSE.split(), "--version"], cwd=folder, capture_output=True).returncode:
            print("lighthouse can't be had from npm")
            return 77
        prepare("local", folder / "register")
        paths, worse = (*KINDS, *ELSE), 0
        with served("local", folder / "register") as site:
            for path in paths:
                for _again in range(TRIES):
                    report, found = measured(site + path, folder)
                    good = min(found.values(), default=0) == 100
                    if good:
                        break
                worse += not good
                print(path, found, *([] if good else lacking(report)), flush=True)
    print(f"{len(paths) - worse} of {len(paths)} pages with 100 in all")
    return int(worse > 0)


if __name__ == "__main__":
    sys.exit(main())
