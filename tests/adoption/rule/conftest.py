"""How the stories begin."""

import pytest

from .story import SEVEN, TYRESO, Story


@pytest.fixture
def story():
    """The old programme applies; the new one, which replaces it, was sent to the eight on day 1."""
    story = Story()
    story.transcript("old", adopted=-9)
    story.send("new", replaces="old", on=1)
    return story


@pytest.fixture
def seven(story):
    """As `story`; all but Tyresö adopted the new programme on day 2."""
    story.all_adopt("new", 2, SEVEN)
    return story


@pytest.fixture
def alone():
    """The new programme, the first of its line, was sent to Tyresö alone on day 1."""
    story = Story()
    story.send("new", on=1, seats=[TYRESO])
    return story


@pytest.fixture
def followed(alone):
    """As `alone`; Tyresö adopted it on day 2, and the next one was sent to Tyresö on day 3."""
    alone.adopt("new", TYRESO, 2)
    alone.send("next", replaces="new", on=3, seats=[TYRESO])
    return alone
