"""What people paste becomes plain, and what must not be public is refused."""

import unicodedata

import pytest
from django.core.exceptions import ValidationError

from sodertorn.plain_text import clean, personal_number, plain


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("rad ett\r\nrad två", "rad ett\nrad två"),
        ("ett\u00a0hårt\u2009blanksteg", "ett hårt blanksteg"),
        ("av\u00adstav\u200bning", "avstavning"),
        ("\uf0b7\tförsta\n\u2022 andra", "– första\n– andra"),
        ("\u2022\tEtt mål ur en lista", "Ett mål ur en lista"),
        ("A\u030angest", "Ångest"),
        ("  mycket   luft  \n\n\n\n slut ", "mycket luft\n\nslut"),
        ("rad\vbruten i Word", "rad\nbruten i Word"),
        ("rad\u2028bruten\u2029på webben", "rad\nbruten\npå webben"),
    ],
    ids=[
        "line ends",
        "hard spaces",
        "soft hyphens",
        "bullets",
        "one bullet",
        "composed",
        "air",
        "line breaks",
        "line separators",
    ],
)
def test_pasted_formatting_becomes_plain_text(pasted, kept):
    assert plain(pasted) == kept


def test_words_are_never_changed():
    text = "Södertörn ”leder” – §9, 45 a; 3,5 % (2040)!"

    assert clean(text, 100) == text


def test_a_control_character_is_refused_with_its_place():
    with pytest.raises(ValidationError, match="efter ”Vision”"):
        clean("Vision\x07en", 100)


def test_an_endless_text_is_refused_with_both_lengths():
    with pytest.raises(ValidationError, match="101 tecken; högst 100"):
        clean("x" * 101, 100)


@pytest.mark.parametrize(
    "number",
    ["811218-9876", "8112189876", "19811218-9876", "198112189876", "811278-9873", "121212+1212"],
)
def test_a_personal_number_is_found(number):
    assert personal_number(f"Handläggare {number}, tel") == number


@pytest.mark.parametrize(
    "number", ["811218\u20139876", "811218\u20119876", "811218 9876", "19811218\u22129876"]
)
def test_a_personal_number_with_a_dash_or_space_of_word_s_is_found(number):
    assert personal_number(f"Handläggare {number}, tel")


def test_plain_text_stays_as_it_is():
    once = plain("A\u200b\u030angest \u2022 x\u00ad  y")

    assert plain(once) == once
    assert unicodedata.is_normalized("NFC", once)


@pytest.mark.parametrize(
    "number",
    [
        "811218-9875",
        "556036-0793",
        "212000-0142",
        "811318-9876",
        "5811218-98761",
        "2017KSM0604 301",
        "2026-11-24",
    ],
    ids=["check digit", "company", "municipality", "month", "inside a longer", "reference number", "date"],
)
def test_other_numbers_are_let_through(number):
    assert personal_number(f"Dnr {number}, tel") == ""


def test_a_personal_number_in_a_text_is_refused_without_repeating_it():
    with pytest.raises(ValidationError, match="personnummer") as refused:
        clean("Anmält av 811218-9876.", 100)

    assert "9876" not in str(refused.value)
