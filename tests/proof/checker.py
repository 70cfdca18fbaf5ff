"""The Nu checker, had from npm at a fixed version and kept in npm's own cache; it needs Java 11 or newer."""

import json
import subprocess
from pathlib import Path
from urllib.parse import quote

from tests.pages.site import Page

CHECKER = "npm exec --yes --package=vnu-jar@26.9.27 -- vnu --errors-only --format json --exit-zero-always"
HTML = "<!doctype html"


def errors(pages: dict[str, str], folder: Path) -> list[str]:
    """What the checker finds, with the address of the page."""
    for address, html in pages.items():
        (folder / f"{quote(address, safe='')}.html").write_text(html)
    found = subprocess.run(
        [*CHECKER.split(), *map(str, folder.glob("*.html"))],
        capture_output=True,
        text=True,
        check=True,
        cwd=folder,
    )
    print(f"{len(pages)} pages checked")
    said = json.loads(found.stderr)["messages"]
    return sorted({f"{Path(one['url']).stem}:{one['lastLine']}: {one['message']}" for one in said})


def html_of(pages: dict[str, Page]) -> dict[str, str]:
    return {address: page.html for address, page in pages.items() if page.html.lower().startswith(HTML)}
