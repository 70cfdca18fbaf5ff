"""Until when a decision may be appealed, and what is said of it (domain.md, "Minutes, notice, appeal")."""

from datetime import date, timedelta

import pytest

from adoption.appeal import AppealState, appeal_note, appeal_of, appeal_words, days_off, last_day
from adoption.models import FollowUp
from sodertorn.journal import Entry

VECTORS = {
    "2023-05-02": "2023-05-23",
    "2017-08-25": "2017-09-15",
    "2018-04-03": "2018-04-24",
    "2026-03-13": "2026-04-07",
    "2026-04-23": "2026-05-15",
    "2026-05-29": "2026-06-22",
    "2026-12-03": "2026-12-28",
    "2026-12-16": "2027-01-07",
}


@pytest.mark.parametrize(("announced", "last"), VECTORS.items())
def test_the_last_day_is_the_same_weekday_or_the_next_that_is_none_of_the_days_off(announced, last):
    assert last_day(date.fromisoformat(announced)) == date.fromisoformat(last)


def easter(year: int) -> date:
    """Easter Sunday by Gauss's rule as Meeus gives it, which asks no library."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    m = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def saturday_from(day: date) -> date:
    return day + timedelta((5 - day.weekday()) % 7)


def by_law(year: int) -> set[date]:
    """The public holidays of lag (1989:253), 1 §, and the three eves of lag (1930:173), 2 §; Sundays left out."""
    fixed = [(1, 1), (1, 6), (5, 1), (6, 6), (12, 25), (12, 26), (12, 24), (12, 31)]
    midsummer = saturday_from(date(year, 6, 20))
    movable = [easter(year) + timedelta(days) for days in (-2, 1, 39)]
    return {
        *(date(year, month, day) for month, day in fixed),
        *movable,
        midsummer,
        midsummer - timedelta(days=1),
        saturday_from(date(year, 10, 31)),
    }


@pytest.mark.parametrize("year", range(2005, 2051))
def test_the_library_knows_exactly_the_days_of_the_law(year):
    days = [date(year, 1, 1) + timedelta(n) for n in range(366)]
    sundays = {day for day in days if day.weekday() == 6 and day.year == year}

    assert days_off(year) == by_law(year) | sundays


def test_through_all_years_the_last_day_is_the_first_working_day_from_the_same_weekday_on():
    day, longest = date(2005, 1, 1), timedelta()
    while day <= date(2050, 12, 31):
        same_weekday, last = day + timedelta(days=21), last_day(day)
        works = [d.weekday() < 5 and d not in by_law(d.year) for d in days_from(same_weekday, last)]
        assert works[-1] and not any(works[:-1])
        longest, day = max(longest, last - same_weekday), day + timedelta(days=1)

    assert longest == timedelta(days=5)  # julafton on a Wednesday


def days_from(first: date, last: date) -> list[date]:
    return [first + timedelta(n) for n in range((last - first).days + 1)]


def entry(number: int, about: int = 0) -> Entry:
    return Entry(number=number, fact=about or number)


UP = FollowUp(step="announced", on=date(2023, 5, 2))
INHIBITED = FollowUp(entry=entry(9), step="inhibition", on=date(2023, 6, 1))
SAID = {
    "not announced": ([], "2023-05-23", ""),
    "on the last day": ([UP], "2023-05-23", "Kan överklagas till och med den 23 maj 2023."),
    "the day after": (
        [UP],
        "2023-05-24",
        "Överklagandetiden gick ut den 23 maj 2023 (beräknat); registret har ingen uppgift om överklagande.",
    ),
    "taken down too early": (
        [UP, FollowUp(step="taken_down", on=date(2023, 5, 22))],
        "2024-01-01",
        "Tillkännagivandet togs ned den 22 maj 2023, för tidigt. Överklagandetiden har därför inte gått ut.",
    ),
    "taken down in time": ([UP, FollowUp(step="taken_down", on=date(2023, 5, 24))], "2023-05-23", "Kan"),
    "announced anew": (
        [
            UP,
            FollowUp(step="taken_down", on=date(2023, 5, 3)),
            FollowUp(step="announced", on=date(2023, 5, 9)),
        ],
        "2023-05-30",
        "Kan överklagas till och med den 30 maj 2023.",
    ),
    "appealed": (
        [UP, FollowUp(step="appealed")],
        "2024-01-01",
        "Beslutet är överklagat. Vad som räknas ändras bara om beslutet inhiberas eller upphävs.",
    ),
    "inhibited": (
        [UP, FollowUp(step="appealed"), INHIBITED],
        "2024-01-01",
        "",
    ),
    "no longer inhibited": (
        [
            UP,
            FollowUp(step="appealed"),
            INHIBITED,
            FollowUp(step="inhibition_lifted", lifts=INHIBITED, on=date(2023, 7, 1)),
        ],
        "2024-01-01",
        "Beslutet är överklagat. Vad som räknas ändras bara om beslutet inhiberas eller upphävs.",
    ),
    "judged": (
        [UP, FollowUp(step="judgment", on=date(2023, 9, 1))],
        "2024-01-01",
        "Det finns en dom, som inte har fått laga kraft såvitt registret vet.",
    ),
    "final after an appeal": (
        [
            UP,
            FollowUp(entry=entry(1), step="appealed", on=date(2023, 5, 20)),
            FollowUp(entry=entry(2), step="legal_force", on=date(2023, 10, 1)),
        ],
        "2024-01-01",
        "Beslutet överklagades och har sedan fått laga kraft.",
    ),
    "final after an appeal of which more became known": (
        [
            UP,
            FollowUp(entry=entry(3, about=1), step="appealed", on=date(2023, 5, 20), words="4711-23"),
            FollowUp(entry=entry(2), step="legal_force", on=date(2023, 10, 1)),
        ],
        "2024-01-01",
        "Beslutet överklagades och har sedan fått laga kraft.",
    ),
    "appealed although it was final": (
        [
            UP,
            FollowUp(entry=entry(1), step="legal_force", on=date(2023, 5, 24)),
            FollowUp(entry=entry(2), step="appealed", on=date(2023, 5, 20)),
        ],
        "2024-01-01",
        "Att beslutet är överklagat registrerades efter att det hade fått laga kraft enligt registret.",
    ),
    "final": ([UP, FollowUp(step="legal_force")], "2024-01-01", ""),
}


@pytest.mark.parametrize(("steps", "day", "words"), SAID.values(), ids=SAID)
def test_it_is_said_in_the_words_of_the_law(steps, day, words):
    said = appeal_words(appeal_of(steps, date.fromisoformat(day))).replace("\xa0", " ")

    assert said.startswith(words) if words else said == ""


@pytest.mark.parametrize(
    ("step", "on", "note"),
    [
        ("appealed", None, "överklagat"),
        ("judgment", date(2023, 9, 1), "överklagat, dom den 1 september 2023 (inte laga kraft)"),
        ("judgment", None, "överklagat, dom finns (inte laga kraft)"),
        ("legal_force", None, "har fått laga kraft"),
    ],
)
def test_beside_an_adoption_stands_what_came_of_an_appeal(step, on, note):
    after = [UP, FollowUp(entry=entry(1), step="appealed"), FollowUp(entry=entry(2), step=step, on=on)]

    appeal = appeal_of(after, date(2024, 1, 1))

    assert appeal_note(appeal).replace("\xa0", " ") == note


def test_final_only_when_it_is_recorded_and_a_judgment_says_more_than_an_appeal():
    after = [UP, FollowUp(step="appealed", on=date(2023, 5, 20))]
    judged = [*after, FollowUp(step="judgment", on=date(2023, 9, 1))]
    final = [*judged, FollowUp(step="legal_force", on=date(2023, 10, 1))]

    states = [appeal_of(steps, date(2024, 1, 1)).state for steps in (after, judged, final)]

    assert states == [AppealState.APPEALED, AppealState.JUDGED, AppealState.FINAL]
    assert appeal_of(final, date(2023, 5, 21)).state == AppealState.APPEALED
