"""What a sent programme still waits for, in the sentences of domain.md (Terms)."""

from datetime import date, timedelta

import pytest
import time_machine

from programme.services import withdraw
from sodertorn.register import Register
from tests.adoption.renewal import (
    LAST,
    NOON,
    TODAY,
    adopt,
    awaited,
    but,
    planned,
    said,
    sent,
    title,
)
from tests.factories import EIGHT, OFFICE, TranscriptFactory

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def old(applied, db):
    return applied


@pytest.fixture
def new(old):
    return sent()


def test_five_of_eight(new):
    adopt(new, *but("nynashamn", "sodertalje", "tyreso"))
    for slug, meeting in {
        "nynashamn": TODAY,
        "sodertalje": date(2027, 3, 1),
        "tyreso": date(2027, 3, 16),
    }.items():
        planned(new, slug, meeting)

    assert title(new) == "Fem av åtta har antagit programmet för 2027–2030"
    assert (
        "Programmet kan börja gälla tidigast den 16 mars 2027, om alla antar det vid de planerade sammanträdena."
        in awaited(new)
    )


def test_nothing_remains(new):
    adopt(new, *EIGHT)

    assert awaited(new) == ["Alla åtta har antagit det. Inga beslut återstår."]


def test_when_answers_are_wanted(new):
    assert "Svar önskas senast den 26 februari 2027." in awaited(new)


def test_a_withdrawn_programme_applies_on_no_day(new):
    withdraw(revision=new.revision, on=LAST, why="Bilagan var fel.", office=OFFICE)

    assert awaited(new) == [
        "Programmet återkallades den 16 februari 2027 och gäller inte någon dag.",
        "Bilagan var fel.",
    ]


def test_what_a_sent_programme_lacks(new):
    adopt(new, *but("nynashamn", "tyreso"))
    adopt(new, "tyreso", outcome="to_council")

    assert awaited(new)[0] == (
        "Programmet för 2027–2030 är sänt för antagande. "
        "Ännu inte antaget av kommunstyrelsen i Nynäshamn och kommunfullmäktige i Tyresö."
    )


def test_no_earliest_day_unless_all_have_planned_their_meeting(new):
    adopt(new, *but("nynashamn", "tyreso"))
    planned(new, "tyreso", date(2028, 1, 1))

    assert "börja gälla tidigast" not in " ".join(awaited(new))


def test_a_meeting_that_has_been_is_no_plan(new):
    adopt(new, *but("tyreso"))
    planned(new, "tyreso", TODAY - timedelta(days=1))

    assert "börja gälla tidigast" not in " ".join(awaited(new))


def test_the_newest_plan_is_the_plan(new):
    adopt(new, *but("tyreso"))
    planned(new, "tyreso", date(2028, 1, 1))
    planned(new, "tyreso", date(2027, 3, 2))

    assert (
        "Programmet kan börja gälla tidigast den 2 mars 2027, om alla antar det vid de planerade sammanträdena."
        in awaited(new)
    )


def test_a_transcript_asks_for_nothing(old):
    TranscriptFactory(slug="okand", seats=tuple(EIGHT))

    assert said()[0].startswith("Programmet 2040 gäller sedan den 16 maj 2023")
    assert not Register().answer(TODAY).required
