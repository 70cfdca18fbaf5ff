"""The line through time says of every day what the register answers for that day."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from adoption.answers import Kind
from adoption.in_force import Reading, answer_of
from programme.line import AFTER, KNOWN, UNKNOWN, UNSETTLED, Line
from sodertorn.register import Register
from tests.adoption.rule.histories import histories
from tests.adoption.rule.oracle import ASKED
from tests.register_files import SHIPPED, read


def register_of(facts, period_last):
    """A register of plain facts, without a database; each programme has a last year, or none."""
    register = SimpleNamespace(late=Reading(facts, cautious=True), early=Reading(facts, cautious=False))
    years = dict(zip(sorted(p.slug for p in facts.programmes), period_last, strict=False))
    by_slug = {p.slug: p for p in facts.programmes}
    register.placements = {
        slug: SimpleNamespace(period_last=years.get(slug), adjusts=p.adjusts and by_slug[p.adjusts])
        for slug, p in by_slug.items()
    }
    register.answer = lambda day: answer_of(register.late, register.early, day)
    return register


def told_of(spans, day):
    return [span.kind for span in spans if span.first <= day < span.until]


def expected(register, slug, day):
    """What the answer for the day says of a programme."""
    answer, placement = register.answer(day), register.placements[slug]
    if placement.adjusts:
        used = answer.adjustment is not None and answer.adjustment.programme == slug
        over = register.placements[placement.adjusts.slug].period_last or 9999
        return [AFTER if day.year > over else KNOWN] if used else None
    if answer.kind == Kind.NOT_KNOWN:
        applies = (slug, Kind.APPLIES) in [(state.programme, state.kind) for state in answer.between]
        return [UNKNOWN] if applies else []
    if answer.programme != slug:
        return []
    if answer.kind == Kind.UNSETTLED:
        return [UNSETTLED]
    return [AFTER if day.year > (placement.period_last or 9999) else KNOWN]


def agrees(register, line, day):
    """Whether every span that holds the day says what the answer for the day says."""
    for slug, placement in register.placements.items():
        if slug not in {p.slug for p in register.late.programmes}:
            continue
        spans = line.adjusted_spans(slug) if placement.adjusts else line.drawn(slug)
        told, right = told_of(spans, day), expected(register, slug, day)
        assert told in ([], [UNKNOWN]) if right is None else told == right, (slug, day)
        if right is None and register.answer(day).kind == Kind.APPLIES and told:
            assert placement.adjusts.slug == register.answer(day).programme


@given(histories(), st.lists(st.sampled_from([2026, 2027, None]), max_size=4))
def test_in_every_history_the_spans_agree_with_the_answer_of_every_day(story, years):
    register = register_of(story.facts.at(None), years)
    line = Line(register, ASKED[-1])

    for day in ASKED:
        agrees(register, line, day)
        assert line.run(day).told == line.told(day)


@pytest.fixture(scope="module")
def shipped(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        read(SHIPPED)
        yield Register()
        transaction.set_rollback(True)


@pytest.fixture
def real(shipped, db):
    """The register that is shipped, read once for all."""
    return shipped


def test_the_real_runs_are_those_that_the_domain_states(real):
    def said(told):
        words = " or ".join(f"{s.programme or ''} {s.kind}".strip() for s in told.states)
        return words + (" adjusted" if told.adjustment else "") + (" over" if told.over else "")

    runs = [(run.first, said(run.told)) for run in Line(real, date.max).runs]

    assert runs == [
        (date.min, "none known"),
        (date(2019, 9, 18), "none known or 2019 applies"),
        (date(2019, 10, 11), "2019 applies"),
        (date(2021, 1, 14), "2019 applies adjusted"),
        (date(2023, 2, 15), "2019 applies or 2023-2026 applies"),
        (date(2023, 5, 16), "2023-2026 applies"),
        (date(2027, 1, 1), "2023-2026 applies over"),
    ]


def test_the_real_spans_agree_with_the_answers_around_every_change_and_in_every_month(real):
    line = Line(real, date(2028, 12, 31))
    months = {date(year, month, 1) for year in range(2013, 2029) for month in range(1, 13)}
    around = {run.first + timedelta(days=n) for run in line.runs[1:] for n in (-2, -1, 0, 1, 2)}

    for day in sorted(months | around):
        agrees(real, line, day)


def test_an_adjusted_wording_is_perhaps_used_while_it_is_not_known_whether_its_programme_applies(real):
    spans = Line(real, date(2026, 12, 1)).adjusted_spans("2019-justerad-2021")

    assert [(span.first, span.until, span.kind) for span in spans] == [
        (date(2021, 1, 14), date(2023, 2, 15), KNOWN),
        (date(2023, 2, 15), date(2023, 5, 16), UNKNOWN),
    ]


def test_spans_go_no_further_than_the_day_of_the_page(real):
    spans = Line(real, date(2020, 1, 1)).spans("2019")

    assert [(span.first, span.until) for span in spans][-1] == (date(2019, 10, 11), date(2020, 1, 2))
