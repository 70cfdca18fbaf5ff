"""A register that knows no programme which all had adopted: it says so, and never that there was none."""

import pytest
import time_machine

from tests.adoption.renewal import NOON, said, sent
from tests.factories import EIGHT, DecisionFactory, SentFactory, TranscriptFactory, answer, day

pytestmark = pytest.mark.django_db


def required():
    return [seat for programme in answer(20).required for seat in programme.seats]


def test_seven_of_eight_is_not_all():
    sent = SentFactory(seats=EIGHT, adopted_by=list(EIGHT)[:7])

    assert answer(20).kind == "none known"
    assert required() == ["tyreso"]

    DecisionFactory(case__placement=sent, case__slug="tyreso", on=day(12))

    assert (answer(12).kind, answer(12).programme) == ("applies", sent.revision.slug)
    assert answer(11).kind == "none known"
    assert required() == []


@pytest.fixture
def today():
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.mark.any_database
def test_none_known_names_what_is_not_entered(today):
    TranscriptFactory(slug="2013", title="Programmet (2013)", seats=())

    assert said() == [
        "Registret känner inget program som alla hade antagit den dagen. Besluten om Programmet (2013) är inte införda."
    ]


@pytest.mark.any_database
def test_the_register_never_says_that_there_was_none(today):
    sent()

    assert said() == ["Registret känner inget program som alla hade antagit den dagen."]
