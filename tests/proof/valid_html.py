"""The Nu checker finds no error on any page, in both languages: pytest tests/proof/valid_html.py.

Public pages of three registers at several moments, the pages of whoever does everything at the desk and of a
registrar, signing in, forms that were refused, pages of faults. The checker is had from npm at a fixed version
and kept in npm's own cache; it needs Java 11 or newer.
"""

import json
import re
import subprocess
from pathlib import Path
from urllib.parse import quote

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.utils.translation import override

from tests.desk.test_who_may_what import NAMED
from tests.pages.site import Page, visit
from tests.pages.test_rich_register import rich_pages

pytest_plugins = ["tests.pages.conftest", "tests.pages.test_rich_register", "tests.desk.test_who_may_what"]
pytestmark = pytest.mark.any_database

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


def test_every_public_page(real_pages, past_pages, tmp_path):
    assert errors(html_of(past_pages) | html_of(real_pages), tmp_path) == []


def test_every_public_page_of_the_demonstration(demo_pages, tmp_path):
    english = {f"/en{address}": visit(f"/en{address}") for address in demo_pages}

    assert errors(html_of(demo_pages | english), tmp_path) == []


def test_every_public_page_of_a_register_with_one_of_everything(rich, tmp_path):
    pages = rich_pages() | rich_pages("?dag=2025-03-05")

    assert errors(html_of(pages), tmp_path) == []


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("person", ["somebody not signed in", "both", "a registrar of Huddinge, with a link"])
@pytest.mark.django_db
def test_every_page_with_a_name(world, people, person, prefix, tmp_path):
    """As it is opened, then after an empty form was sent to it."""
    client, pages = Client(), {}
    client.cookies.load(people[person][1])
    for send in (client.get, client.post):
        for name in (name for name in NAMED if name != "account_logout"):
            address = world.address(name)
            response = send(address if address.startswith("/en/") else prefix + address)
            if response.get("Content-Type", "").startswith("text/html") and not response.streaming:
                pages[f"{name} {send.__name__}"] = Page(response)

    assert len(html_of(pages)) > 20
    assert errors(html_of(pages), tmp_path) == []


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_page_of_faults(language, tmp_path):
    with override(language):
        pages = {name: render_to_string(f"{name}.html") for name in ("400", "429", "500")}

    assert errors(pages, tmp_path) == []


def test_the_checker_finds_what_is_wrong(tmp_path):
    (found,) = errors({"/": f"{HTML}><html lang=sv><title>Fel</title><p><div></p>"}, tmp_path)[:1]

    assert re.match(r".*:1: ", found)
