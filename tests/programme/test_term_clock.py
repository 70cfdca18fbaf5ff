"""The term clock: the programme's term of office, when the next is due, and what applies until then."""

from datetime import date

import pytest
import time_machine

from programme.models import TermOfOffice
from programme.term_clock import term_clock
from sodertorn.register import Register
from tests.adoption.renewal import plain, sent
from tests.factories import EIGHT, DecisionFactory, TermFactory, TranscriptFactory

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

BEFORE, AFTER = date(2026, 10, 14), date(2027, 2, 20)


@pytest.fixture
def terms():
    years = {"2022–2026": (2022, 11), "2026–2030": (2026, 13), "2030–2034": (2030, 8)}
    return {
        label: TermFactory(label=label, election=date(year, 9, day), council_from=date(year, 10, 15))
        for label, (year, day) in years.items()
    }


@pytest.fixture
def old(terms):
    stated = {
        "title": "Programmet 2040",
        "period_first": 2023,
        "period_last": 2026,
        "term": terms["2022–2026"],
    }
    placement = TranscriptFactory(slug="2023-2026", seats=tuple(EIGHT), **stated)
    for slug in EIGHT:
        DecisionFactory(case__placement=placement, case__slug=slug, on=date(2023, 5, 16))
    return placement


def clock(day):
    with time_machine.travel(f"{day} 12:00+0100", tick=False):
        return term_clock(Register(), day, lambda *name: "/")


def said(day):
    return plain([clock(day)["sentence"]])[0]


def test_in_its_own_term(old):
    assert said(BEFORE) == (
        "Programmet för 2023–2026 hör till mandatperioden 2022–2026 och räknas som gällande till dess "
        "ett nytt börjar gälla. Det nya ska tas fram efter valet den 13 september 2026."
    )


def test_in_the_term_after_its_own(old):
    assert said(AFTER) == (
        "Programmet för 2023–2026 hör till mandatperioden 2022–2026. Nu pågår mandatperioden 2026–2030, och för den "
        "är inget program sänt. Tills ett nytt börjar gälla räknas programmet för 2023–2026 som gällande, "
        "enligt registrets regel."
    )


def test_when_the_next_is_sent(old, terms):
    with time_machine.travel(f"{AFTER} 12:00+0100", tick=False):
        sent(revision__term=terms["2026–2030"])

    assert said(AFTER).endswith(
        "och programmet för 2027–2030 är sänt för antagande. "
        "Tills det börjar gälla räknas programmet för 2023–2026 som gällande, enligt registrets regel."
    )
    assert len(clock(AFTER)["line"]["bars"]) == 2


def test_terms_are_data(old):
    TermOfOffice.objects.filter(label="2030–2034").update(council_from=None, election=date(2027, 1, 10))

    line = clock(AFTER)["line"]

    assert [term["label"] for term in line["terms"] if term["now"]] == ["2030–2034"]


def test_where_nothing_applies_or_no_term_is_known_there_is_none(old):
    assert clock(date(2022, 12, 1)) is None
    TermOfOffice.objects.exclude(label="2022–2026").delete()
    old.refresh_from_db()

    assert "hör till mandatperioden 2022–2026." in said(AFTER)
