"""What somebody with a screen reader meets on each kind of page: read through by people, kept here.

`make test` looks at a few, `make proof` at all. Where a change is meant: ACCEPT=1 pytest tests/browser/test_accessibility_trees.py, then read what Git shows.
"""

import os
import re
from difflib import unified_diff
from pathlib import Path

import pytest

from tests.browser.in_process import show
from tests.browser.looking import PROOF
from tests.pages.conftest import first_of_december, real, real_register  # noqa: F401 - fixtures
from tests.pages.site import KINDS, visit

pytestmark = [pytest.mark.usefixtures("real"), pytest.mark.any_database, pytest.mark.proof]

TREES = Path(__file__).parent / "trees"
CHECKSUM = re.compile("[0-9a-f]{64}")
"""Each import has salts of its own."""
ACCEPT = bool(os.environ.get("ACCEPT"))
WHOLE = ("/", "/en/")
"""Of other pages what is their own is kept."""
ELSE = ("/sok/?q=infrastruktur", "/finns-inte/", "/fel/", "/en/", "/en/antagande/2023-2026/", "/logga-in/")
FEW = ("/", "/program/2023-2026/", "/antagande/2023-2026/", "/beslut/78/", "/fel/", "/en/")


def file_of(path: str) -> Path:
    return TREES / f"{re.sub('[^a-z0-9]+', '-', path).strip('-') or 'start'}.yaml"


@pytest.mark.parametrize("path", [*KINDS, *ELSE] if PROOF or ACCEPT else FEW)
def test_the_tree_of_each_kind_of_page(page, path):
    show(page, path, visit(path))
    part, kept = "body" if path in WHOLE else "main", file_of(path)
    tree = CHECKSUM.sub("(kontrollsumma)", page.locator(part).aria_snapshot()) + "\n"
    if ACCEPT:
        kept.write_text(tree)

    told = kept.read_text() if kept.exists() else ""
    changed = "\n".join(unified_diff(told.splitlines(), tree.splitlines(), "kept", "now", lineterm="", n=2))

    assert not changed, f"{kept.name}: if this is meant, see the top of this file\n{changed}"
