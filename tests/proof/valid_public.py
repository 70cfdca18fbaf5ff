"""The Nu checker finds no error on any public page, at two moments."""

import pytest

from tests.proof.checker import errors, html_of

pytest_plugins = ["tests.pages.conftest"]
pytestmark = pytest.mark.any_database


def test_every_public_page(real_pages, past_pages, tmp_path):
    assert errors(html_of(past_pages) | html_of(real_pages), tmp_path) == []
