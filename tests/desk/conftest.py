"""What several files of tests at the desk begin with."""

import pytest

from tests.desk.decided import awaiting_three


@pytest.fixture(scope="module")
def programme_awaited(shared):
    """Made once for a file of tests: what a test adds is rolled back at its end."""
    return awaiting_three()


@pytest.fixture
def programme(programme_awaited, db):
    """A programme that three of the eight have not answered."""
    return programme_awaited
