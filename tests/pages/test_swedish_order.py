"""Municipalities stand in Swedish order everywhere, whatever the database sorts by (domain.md, Municipalities)."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sodertorn.register import Register
from sodertorn.swedish import sort_key
from tests.factories import MunicipalityFactory
from tests.pages.site import visit

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ"
EIGHT = ["Botkyrka", "Haninge", "Huddinge", "Nykvarn", "Nynäshamn", "Salem", "Södertälje", "Tyresö"]
MADE_UP = ["Ölanda", "Ärla", "Åker", "Ånge", "Zätra", "Aneby", "Sala", "Sälen", "Sålla"]
ALL = [
    "Aneby",
    *EIGHT[:5],
    "Sala",
    "Salem",
    "Sålla",
    "Sälen",
    "Södertälje",
    "Tyresö",
    "Zätra",
    "Åker",
    "Ånge",
]
ALL += ["Ärla", "Ölanda"]

letters = st.sampled_from(ALPHABET)
words = st.text(st.sampled_from(ALPHABET + ALPHABET.lower() + " -"), max_size=8)


@pytest.fixture
def strangers(real):
    for number, name in enumerate(MADE_UP):
        MunicipalityFactory(name=name, slug=f"kommun-{number}")


@pytest.mark.parametrize(
    "address, component",
    [
        ("/kommuner/", "places__name"),
        ("/kommuner/", "map__label"),
        ("/antagande/2023-2026/", "roll__name"),
        ("/antagande/2019/", "records__name"),
        ("/", "roll__name"),
    ],
)
def test_the_eight_stand_in_order(real, address, component):
    assert visit(address).texts_of(component) == EIGHT


def test_others_find_their_place_among_them(strangers):
    assert visit("/kommuner/").texts_of("places__name") == ALL
    assert visit("/kommuner/").texts_of("map__label") == ALL


def test_the_sentence_about_them_has_the_same_order(strangers):
    assert f"{', '.join(ALL[:-1])} och {ALL[-1]} antar programmet var för sig." in visit("/kommuner/").main


def test_the_register_names_the_committee_last(strangers):
    assert list(Register().seat_names.values()) == [*ALL, "samarbetskommittén"]


def test_the_alphabet_is_in_order():
    assert sorted("ÖZÄBÅA", key=sort_key) == list("ABZÅÄÖ")


@pytest.mark.parametrize(
    "first, second", [("Ek", "Ål"), ("É", "F"), ("Ü", "V"), ("W", "X"), ("Salem", "Sälen"), ("A", "AA")]
)
def test_the_first_comes_before_the_second(first, second):
    assert sort_key(first) < sort_key(second)


@given(words, letters, letters, words, words)
@example("S", "A", "Ö", "lem", "dertälje")
def test_words_are_sorted_by_the_first_letter_that_differs(same, one, other, rest, end):
    order = (ALPHABET.index(one) > ALPHABET.index(other)) - (ALPHABET.index(one) < ALPHABET.index(other))
    first, second = sort_key(same + one + rest), sort_key(same + other + end)

    if order:
        assert (first > second) - (first < second) == order


@given(words)
def test_upper_and_lower_case_are_sorted_alike(word):
    assert sort_key(word.upper()) == sort_key(word.lower()) == sort_key(word)


@given(st.text())
def test_composed_and_decomposed_letters_are_sorted_alike(text):
    assert sort_key(unicodedata.normalize("NFD", text)) == sort_key(unicodedata.normalize("NFC", text))


@given(words, words)
def test_a_word_comes_before_what_it_begins(word, rest):
    assert sort_key(word) <= sort_key(word + rest)
