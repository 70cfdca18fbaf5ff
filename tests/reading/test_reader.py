"""The reader on invented minutes: it reads what one labelled place states, and nothing that stands beside it."""

import os

import pytest

from adoption.reading.days import days_in
from adoption.reading.reader import read
from adoption.reading.values import Kind
from tests.docs import pages
from tests.proof.fuzz_reading import fuzz
from tests.reading.examples import first_set
from tests.reading.minutes import ASKED, Facts
from tests.reading.report import of_first_set
from tests.reading.score import scored, texts

pytestmark = pytest.mark.proof
PROOF = os.environ.get("HYPOTHESIS_PROFILE") == "proof"
EVERY = 1 if PROOF else 30


@pytest.fixture(scope="module")
def score():
    return scored(first_set(), ASKED)


def test_nothing_is_read_wrong(score):
    assert len(first_set()) >= 60 and score.total("stated") >= 300
    assert score.wrong == []


def test_the_report_says_what_was_read(score):
    assert score.table() in pages.read("docs/reading.md")


def test_the_same_is_read_through_pdf_files():
    assert of_first_set(first_set()[::EVERY]).wrong == []


@pytest.mark.parametrize("name", ["whole protocol of 80 pages", "style 7, spelling 0"])
def test_length_and_divided_words_are_no_trouble_through_pdf_files(name):
    """The second has its heading's programme divided at a line's end, where PDFium has a sign of its own."""
    read_there = of_first_set([one for one in first_set() if one.name == name])

    assert (read_there.wrong, read_there.empty) == ([], [])


def test_each_value_names_its_place():
    example = next(one for one in first_set() if one.name == "whole protocol of 80 pages")

    place = read(texts(example.pages), ASKED).fields["paragraph"]

    assert example.expected["paragraph"] == place.value
    line = texts(example.pages)[place.page - 1].splitlines()[place.line - 1]
    assert line == place.words and line.startswith(f"§ {place.value} ")


def test_the_place_of_a_day_or_a_number_holds_it():
    """The words that are shown beside a field are what it is checked against, label and value."""
    for example in first_set():
        for name, place in read(texts(example.pages), ASKED).fields.items():
            days = {str(day) for one in days_in(place.words) for day in (one.first, one.last)}
            if name in ("on", "began", "signed_on", "announced_on"):
                assert place.value in days and place.words != place.value, (example.name, name, place.words)
            elif name == "numbers":
                assert place.value.split(", ")[0] in place.words, (example.name, place.words)


def test_pages_without_text_are_a_kind_of_their_own():
    assert read(["", "  \n"], ASKED).kind == Kind.NO_TEXT


def test_no_spoiled_file_takes_more_than_its_time_and_memory():
    assert fuzz(seconds=20, seed=3, most=5)["files"]


def test_the_facts_are_the_same_every_time():
    assert [one.pages for one in first_set()] == [one.pages for one in first_set()]
    assert Facts(3).expected() == Facts(3).expected()
