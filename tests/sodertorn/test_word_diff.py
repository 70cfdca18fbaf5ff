"""Two texts compared word by word."""

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from sodertorn.word_diff import ADDED, MOST_STEPS, REMOVED, SAME, Budget, word_diff

TEXTS = st.text(alphabet="ab åÖ1.,–\n", max_size=40)


@pytest.mark.parametrize(
    "before, after, pieces",
    [
        ("", "", []),
        ("Vi leder", "Vi leder", [(SAME, "Vi leder")]),
        ("", "Vi leder", [(ADDED, "Vi leder")]),
        ("Vi leder", "", [(REMOVED, "Vi leder")]),
        ("Vi leder.", "Vi följer.", [(SAME, "Vi "), (REMOVED, "leder"), (ADDED, "följer"), (SAME, ".")]),
        (
            "en hållbar tillväxt nu",
            "en snabb ökning nu",
            [(SAME, "en "), (REMOVED, "hållbar tillväxt"), (ADDED, "snabb ökning"), (SAME, " nu")],
        ),
        ("tåg, buss", "tåg och buss", [(SAME, "tåg"), (REMOVED, ","), (ADDED, " och"), (SAME, " buss")]),
        (
            "Vi bygger fler hus och planerar nya vägar.",
            "Vi skyddar all natur och vårdar många sjöar.",
            [
                (SAME, "Vi "),
                (REMOVED, "bygger fler hus och planerar nya vägar"),
                (ADDED, "skyddar all natur och vårdar många sjöar"),
                (SAME, "."),
            ],
        ),
        (
            "tåg och buss",
            "bil och cykel",
            [(REMOVED, "tåg"), (ADDED, "bil"), (SAME, " och "), (REMOVED, "buss"), (ADDED, "cykel")],
        ),
    ],
    ids=[
        "empty",
        "same",
        "added",
        "removed",
        "one word",
        "a phrase",
        "a comma",
        "a word kept amid",
        "two words",
    ],
)
def test_what_differs_is_told_in_reading_order(before, after, pieces):
    assert word_diff(before, after) == pieces


def test_a_sentence_that_stays_is_told_as_kept_however_short():
    kept = [
        words
        for kind, words in word_diff(
            "Mål för fler hus nu. Alla ska med. Vi bygger nya vägar här",
            "Krav på all natur då. Alla ska med. De skyddar många sjöar där",
        )
        if kind == SAME
    ]

    assert any("Alla ska med" in words for words in kept)


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_back(before, after):
    pieces = word_diff(before, after)

    assert "".join(words for kind, words in pieces if kind != ADDED) == before
    assert "".join(words for kind, words in pieces if kind != REMOVED) == after


def test_the_component_marks_what_went_and_came_and_escapes_words():
    html = render_to_string("components/word_diff.html", {"pieces": word_diff("a <b>", "a <i>")})

    assert "&lt;" in html and "<b>" not in html
    assert html.count("<del>") == html.count("<ins>") == 1


def test_a_long_text_is_still_told_word_by_word():
    sentences = [f"Mening {n} om de {n % 7} kommunerna och deras gemensamma nytta. " for n in range(400)]
    before = "".join(sentences)
    after = before.replace("Mening 200 om de", "Mening 200 för alla")

    assert [piece for piece in word_diff(before, after) if piece[0] != SAME] == [
        (REMOVED, "om de"),
        (ADDED, "för alla"),
    ]


def test_two_long_texts_without_a_word_in_common_are_told_whole():
    before, after = "ett två " * 2_500 + "slut", "tre fyra " * 2_500 + "fem"

    assert word_diff(before, after) == [(REMOVED, before), (ADDED, after)]


HOSTILE = {
    "the report's": ("a. " * 1600, "a. b. " * 800),
    "one sentence": ("a " * 10_000, "a b " * 5_000),
    "sentences that return": ("a. " * 6_600, "a. b. " * 3_300),
    "many words each": ("a b c d e. " * 1_800, "b a d c e f. " * 1_500),
    "no spaces": (".," * 10_000, ",.;" * 6_600),
    "many sentences": (
        "".join(f"m{n}. {'a ' * 40}{n}. " for n in range(220)),
        "".join(f"m{n}. {'b a ' * 20}. " for n in range(220)),
    ),
}


@pytest.mark.parametrize("before, after", HOSTILE.values(), ids=HOSTILE)
def test_no_pair_of_texts_takes_more_steps_than_three_passes_may(before, after, monkeypatch):
    spent = []
    spend = Budget.spend
    monkeypatch.setattr(Budget, "spend", lambda budget, steps: (spend(budget, steps), spent.append(steps)))

    pieces = word_diff("Början " + before + "slut", "Början " + after + "slut")

    assert sum(spent) <= 3 * MOST_STEPS
    assert "".join(words for kind, words in pieces if kind != ADDED) == f"Början {before}slut"
    assert "".join(words for kind, words in pieces if kind != REMOVED) == f"Början {after}slut"


def test_what_is_too_long_to_compare_is_one_removed_and_one_added_piece():
    assert word_diff("a. " * 6_600 + "c", "b. a. " * 3_300 + "d") == [
        (REMOVED, "a. " * 6_600 + "c"),
        (ADDED, "b. a. " * 3_300 + "d"),
    ]
