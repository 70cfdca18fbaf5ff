"""The real programmes, as far as they are known, and the answers that they must give."""

from datetime import date, timedelta

import pytest

from adoption.facts import COMMITTEE, UNNAMED, Decision, Programme
from adoption.in_force import answer

from .story import EIGHT, Story, says

HUDDINGE = "Huddinge"
OTHERS = [seat for seat in EIGHT if seat != HUDDINGE]


def register() -> Story:
    story = Story()
    story.transcript("2013", seats=())
    story.transcript("2019", replaces="2013")
    adopted = {"programme": "2019", "body": UNNAMED, "adopts": True}
    exact = date(2019, 9, 18)
    story.write(Decision, seat=HUDDINGE, earliest=exact, latest=exact, paragraph="9", **adopted)
    for seat in OTHERS:
        story.write(Decision, seat=seat, latest=date(2019, 10, 11), **adopted)
    adjustment(story)
    story.transcript("2023-2026", replaces="2019")
    for seat in EIGHT:
        paper = date(2023, 2, 15) if seat == HUDDINGE else None
        days = {"earliest": paper, "latest": date(2023, 5, 16)}
        story.write(Decision, programme="2023-2026", seat=seat, adopts=True, **days)
    return story


def adjustment(story):
    slug, on = "2019-justerad-2021", date(2021, 1, 14)
    story.write(Programme, slug=slug, adjusts="2019", seats=frozenset({COMMITTEE}))
    days = {"earliest": on, "latest": on}
    story.write(Decision, programme=slug, seat=COMMITTEE, body=COMMITTEE, adopts=True, **days)


def on(*when):
    return answer(register().facts, date(*when))


@pytest.mark.parametrize(
    "first, last, told",
    [
        ((2015, 1, 1), (2015, 12, 31), "none known"),
        ((2019, 9, 1), (2019, 9, 17), "none known"),
        ((2019, 9, 18), (2019, 10, 10), "none known or 2019 applies"),
        ((2019, 10, 11), (2019, 11, 1), "2019 applies"),
        ((2021, 1, 1), (2021, 2, 1), "2019 applies"),
        ((2023, 2, 1), (2023, 2, 14), "2019 applies"),
        ((2023, 2, 15), (2023, 5, 15), "2019 applies or 2023-2026 applies"),
        ((2023, 5, 16), (2023, 6, 1), "2023-2026 applies"),
        ((2026, 12, 31), (2027, 1, 2), "2023-2026 applies"),
    ],
    ids=lambda value: "-".join(map(str, value)) if isinstance(value, tuple) else value,
)
def test_the_real_data_give(first, last, told):
    facts, day = register().facts, date(*first)

    while day <= date(*last):
        assert says(answer(facts, day)) == told
        day += timedelta(days=1)


def test_in_2015_the_programme_whose_decisions_are_not_entered_is_named():
    assert on(2015, 6, 1).unentered == ("2013",)


@pytest.mark.parametrize(
    "when, adjustment",
    [
        ((2019, 10, 11), None),
        ((2021, 1, 13), None),
        ((2021, 1, 14), "2019-justerad-2021"),
        ((2023, 2, 14), "2019-justerad-2021"),
        ((2023, 2, 15), None),
        ((2023, 5, 16), None),
    ],
    ids=lambda value: "-".join(map(str, value)) if isinstance(value, tuple) else value,
)
def test_the_adjusted_wording_of_2021_is_used_from_its_day(when, adjustment):
    found = on(*when).adjustment

    assert (found and found.programme) == adjustment


def test_the_programme_of_2019_applies_since_some_day_between_huddinges_and_the_news():
    since = on(2021, 1, 14).since

    assert (since.earliest, since.latest) == (date(2019, 9, 18), date(2019, 10, 11))
    assert not since.exact


def test_the_programme_of_2023_applies_since_some_day_between_the_paper_and_the_news():
    told = on(2027, 1, 1)

    assert (told.since.earliest, told.since.latest) == (date(2023, 2, 15), date(2023, 5, 16))
    assert len(told.because) == 8
    assert told.checked == 0
    assert told.required == ()


def test_nobody_is_told_to_have_been_the_last_when_the_day_is_not_known():
    assert on(2019, 10, 11).completed_by == ()
    assert on(2023, 5, 16).completed_by == ()


@pytest.mark.parametrize(
    "when, seats",
    [((2019, 9, 18), OTHERS), ((2023, 2, 15), EIGHT), ((2023, 5, 15), EIGHT)],
    ids=["2019: the other seven", "2023: all eight", "2023: all eight, last day"],
)
def test_the_missing_days_are_named(when, seats):
    assert [d.seat for d in on(*when).undated] == list(seats)
