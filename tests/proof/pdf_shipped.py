"""The records of the register that is shipped are PDF/UA-1 and PDF/A-2a, by veraPDF's validator."""

import pytest

from tests.pages.site import BOTH, visit
from tests.proof.validator import RECORDS, faults, linked

pytest_plugins = ["tests.pages.conftest"]
pytestmark = pytest.mark.any_database


def test_a_record_of_each_kind(real, tmp_path):
    assert faults(linked([visit(address) for address in BOTH], RECORDS), tmp_path) == []
