"""Numbers, days and lists in words, in both languages."""

from datetime import UTC, date, datetime

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from sodertorn import words

FEBRUARY, APRIL = date(2027, 2, 16), date(2027, 4, 1)


@pytest.fixture(autouse=True)
def swedish():
    with override("sv"):
        yield


def spaced(text):
    return text.replace(words.NBSP, " ")


@pytest.mark.parametrize(
    "count, swedish, english",
    [(1, "en", "one"), (2, "två", "two"), (8, "åtta", "eight"), (12, "tolv", "twelve")],
)
def test_small_numbers_are_written_in_words(count, swedish, english):
    assert words.number(count) == swedish
    with override("en"):
        assert words.number(count) == english


@pytest.mark.parametrize("count", [13, 80, 1000])
def test_large_numbers_are_written_in_figures(count):
    assert words.number(count) == str(count)


@given(st.integers(min_value=0, max_value=12))
def test_no_two_numbers_have_the_same_word(count):
    others = [words.number(other) for other in range(13) if other != count]

    assert words.number(count) not in others


def test_a_day_is_written_out():
    assert spaced(words.day(FEBRUARY)) == "16 februari 2027"
    assert spaced(words.the_day(FEBRUARY)) == "den 16 februari 2027"


def test_a_day_is_written_out_in_english():
    with override("en"):
        assert spaced(words.day(FEBRUARY)) == "16 February 2027"
        assert "den" not in words.the_day(FEBRUARY)


def test_a_day_is_never_broken_between_two_lines():
    assert " " not in words.day(FEBRUARY)
    assert " " not in words.paragraph("9")


@pytest.mark.parametrize(
    "first, last, written",
    [
        (FEBRUARY, APRIL, "16 februari–1 april 2027"),
        (date(2026, 12, 24), APRIL, "24 december 2026–1 april 2027"),
    ],
)
def test_days_between_two_days_name_a_year_once_if_they_share_it(first, last, written):
    assert spaced(words.interval(first, last)) == written


@pytest.mark.parametrize(
    "moment, written",
    [
        (datetime(2026, 12, 7, 13, 2, tzinfo=UTC), "7 december 2026 kl. 14.02"),
        (datetime(2026, 12, 31, 23, 30, tzinfo=UTC), "1 januari 2027 kl. 00.30"),
        (datetime(2026, 7, 1, 12, 5, tzinfo=UTC), "1 juli 2026 kl. 14.05"),
    ],
)
def test_a_moment_is_told_in_the_time_of_stockholm(moment, written):
    assert spaced(words.moment(moment)) == written


@pytest.mark.parametrize("written", ["9", "45 a", "250/18", "63/20"])
def test_a_paragraph_is_told_as_it_is_written(written):
    assert spaced(words.paragraph(written)) == f"§ {written}"


@pytest.mark.parametrize("written", ["9–10", "9, 12", "9 och 12"])
def test_several_paragraphs_have_two_signs(written):
    assert spaced(words.paragraph(written)) == f"§§ {written}"


@pytest.mark.parametrize(
    "items, swedish, english",
    [
        ([], "", ""),
        (["Salem"], "Salem", "Salem"),
        (["Salem", "Tyresö"], "Salem och Tyresö", "Salem and Tyresö"),
        (["Haninge", "Salem", "Tyresö"], "Haninge, Salem och Tyresö", "Haninge, Salem and Tyresö"),
    ],
)
def test_lists_end_with_and(items, swedish, english):
    assert words.listed(items) == swedish
    with override("en"):
        assert words.listed(items) == english


@pytest.mark.parametrize(
    "text, written",
    [("åtta av åtta", "Åtta av åtta"), ("i NYKVARN", "I NYKVARN"), ("", ""), ("2023", "2023")],
)
def test_a_sentence_begins_with_a_large_letter_and_keeps_the_others(text, written):
    assert words.sentence_case(text) == written


def test_in_english_all_days_of_an_interval_are_told_otherwise_than_an_unknown_day_in_it():
    with override("en"):
        assert spaced(words.stretch(FEBRUARY, APRIL)) == "from 16 February to 1 April 2027"
        assert spaced(words.interval(FEBRUARY, APRIL)) == "between 16 February and 1 April 2027"


def test_a_moment_has_a_colon_in_english():
    with override("en"):
        assert spaced(words.moment(datetime(2026, 12, 7, 13, 2, tzinfo=UTC))).endswith("at 14:02")
