"""The Nu checker finds no error on any public page of a register with one of everything."""

import pytest

from tests.pages.test_rich_register import rich_pages
from tests.proof.checker import errors, html_of

pytest_plugins = ["tests.pages.conftest", "tests.pages.test_rich_register"]
pytestmark = pytest.mark.any_database


def test_every_public_page_of_a_register_with_one_of_everything(rich, tmp_path):
    pages = rich_pages() | rich_pages("?dag=2025-03-05")

    assert errors(html_of(pages), tmp_path) == []
