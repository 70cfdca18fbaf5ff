"""What differs between two drafts, what is missing, and what could be better."""

from dataclasses import replace

import pytest

from programme.draft_comparison import as_kin, compare, kin_of, summary
from programme.draft_hints import hints, missing
from programme.draft_reading import read_draft
from programme.draft_services import start_draft
from programme.drafting import add, move, remove
from sodertorn.word_diff import word_diff
from tests.factories import PartFactory, SentFactory, TermFactory
from tests.programme.drafts import draft, opened, with_text

BASE = draft(
    "vision: Vi leder",
    "area a: Spår",
    "goal g1 in a: Tåg",
    "goal g2 in a: Gods",
    "goal g3 in a: Bad",
    title="T",
)


def told(before, after):
    return [(found.kind, found.name, found.moved) for found in compare(before, after)]


@pytest.mark.django_db
def test_particulars_are_compared_in_words():
    terms = [TermFactory(label="2022–2026"), TermFactory(label="2026–2030")]
    before, after = (draft(term=str(term.pk), not_before="2027-01-01") for term in terms)

    (found,) = compare(before, after)

    assert (found.name, found.fields) == ("Mandatperiod", [("", word_diff("2022–2026", "2026–2030"))])


@pytest.mark.parametrize(
    "change, expected",
    [
        (lambda d: d, []),
        (lambda d: with_text(d, "g1", "Fler tåg"), [("changed", "Fokusområde 1, mål 1", False)]),
        (lambda d: remove(d, "g1"), [("removed", "Fokusområde 1, mål 1", False)]),
        (lambda d: add(d, "goal", "a", ())[0], [("added", "Fokusområde 1, mål 4", False)]),
        (lambda d: move(move(d, "g3", -1), "g3", -1), [("moved", "Fokusområde 1, mål 1", True)]),
        (
            lambda d: with_text(move(move(d, "g1", 1), "g1", 1), "g1", "Nytt"),
            [("changed", "Fokusområde 1, mål 3", True)],
        ),
        (lambda d: with_text(d, "vision", ""), [("removed", "Vision", False)]),
        (lambda d: with_text(d, "purpose", "Samla"), [("added", "Syfte", False)]),
        (
            lambda d: replace(d, particulars=d.particulars | {"title": "Ny"}),
            [("changed", "Titel", False)],
        ),
    ],
    ids=["nothing", "words", "removed", "added", "moved", "moved and changed", "emptied", "filled", "title"],
)
def test_each_text_that_differs_is_told_once(change, expected):
    assert told(BASE, change(BASE)) == expected


def test_the_summary_counts():
    after = remove(with_text(with_text(BASE, "g1", "Fler"), "vision", "Ny"), "g2")

    assert summary(compare(BASE, after)) == "2 ändringar och 1 borttagen text"
    assert summary([]) == ""


@pytest.mark.django_db
def test_a_draft_is_compared_with_the_programme_that_it_goes_back_to():
    sent = SentFactory().revision
    revision = start_draft(title=sent.title, slug="2027-2030", by=None, from_revision=sent)
    PartFactory(revision=revision, kind="focus_area", key="klimat", text="Klimat", position=2)
    goal = revision.parts.get(key="infra/1")
    goal.text = "Nya spår"
    goal.save()

    now, _base = opened(revision)
    before = as_kin(read_draft(sent), now, kin_of(revision, sent))

    assert [row[:2] for row in told(before, now) if row[1] != "Ersätter"] == [
        ("changed", "Fokusområde 1, mål 1"),
        ("added", "Fokusområde 2"),
    ]


@pytest.mark.django_db
def test_a_goal_that_is_said_to_go_back_to_nothing_is_new_whatever_its_key():
    sent = SentFactory().revision
    revision = start_draft(title=sent.title, slug="2027-2030", by=None, from_revision=sent)
    revision.parts.get(key="infra/1").draft_ancestry.all().delete()

    now, _base = opened(revision)
    kinds = [row[0] for row in told(as_kin(read_draft(sent), now, kin_of(revision, sent)), now)]

    assert {"added", "removed"} <= set(kinds)


# What is missing


def fields(value, follows=True):
    return [found.field for found in missing(value, follows=follows)]


WHOLE = replace(
    with_text(with_text(BASE, "overall-goal", "Lätt att leva"), "purpose", "Samla kommunerna"),
    particulars=BASE.particulars
    | {"period_first": "2027", "period_last": "2030", "term": "1", "replaces": "1"},
)


def test_nothing_is_missing_in_a_whole_draft():
    assert fields(WHOLE) == []


@pytest.mark.parametrize(
    "change, field",
    [
        *(
            (lambda d, n=n: replace(d, particulars=d.particulars | {n: ""}), n)
            for n in ("title", "term", "replaces")
        ),
        (lambda d: replace(d, particulars=d.particulars | {"period_first": ""}), "period_first"),
        (lambda d: with_text(d, "vision", "  "), "text-vision"),
        (lambda d: with_text(d, "overall-goal", ""), "text-overall-goal"),
        (lambda d: with_text(d, "purpose", ""), "text-purpose"),
        (lambda d: remove(d, "a"), "add-focus_area"),
        (lambda d: with_text(d, "a", ""), "text-a"),
        (lambda d: with_text(d, "g2", ""), "text-g2"),
        (lambda d: add(d, "focus_area", "", ())[0], "add-goal-fokusomrade-1"),
        (lambda d: add(d, "point", "g1", ())[0], "text-punkt-1"),
        (lambda d: add(d, "section", "", ())[0], "text-avsnitt-1"),
    ],
)
def test_what_is_missing_is_said_with_its_field(change, field):
    assert field in fields(change(WHOLE))


def test_the_first_programme_replaces_none():
    first = replace(WHOLE, particulars=WHOLE.particulars | {"replaces": ""})

    assert fields(first, follows=False) == []


# Hints


@pytest.mark.parametrize(
    "key, words, expected",
    [
        ("vision", "Södertörn leder.", []),
        ("vision", "V" * 201, ["201 tecken"]),
        ("g1", "M" * 301, ["301 tecken"]),
        ("g1", "Buss och och tåg", ["”och och”"]),
        ("g2", "Tåg går fort", ["samma ord som texten före: ”Tåg”"]),
        ("g1", "Tåg, tåg", []),
    ],
    ids=["short", "long vision", "long goal", "twice", "same beginning", "with a comma between"],
)
def test_hints_are_about_length_and_repeated_words(key, words, expected):
    value = with_text(BASE, key, words)

    found = hints(value, value.item(key))
    assert len(found) == len(expected)
    assert all(words in hint for words, hint in zip(expected, found, strict=True))
