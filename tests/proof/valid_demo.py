"""The Nu checker finds no error on any public page of the demonstration."""

import pytest

from tests.pages.site import visit
from tests.proof.checker import errors, html_of

pytest_plugins = ["tests.pages.conftest"]
pytestmark = pytest.mark.any_database


def test_every_public_page_of_the_demonstration(demo_pages, tmp_path):
    english = {f"/en{address}": visit(f"/en{address}") for address in demo_pages}

    assert errors(html_of(demo_pages | english), tmp_path) == []
