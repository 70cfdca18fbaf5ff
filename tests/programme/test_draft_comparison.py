"""What differs between two drafts, what is missing, and what could be better."""

from dataclasses import replace

import pytest
from django.utils import timezone

from programme.comparison import programmes
from programme.comparison_sentences import sentences
from programme.draft_comparison import with_programme, with_version
from programme.draft_hints import hints, missing
from programme.draft_services import start_draft
from programme.drafting import add, move, remove
from programme.line import Line
from sodertorn.register import Register
from sodertorn.word_diff import word_diff
from tests.factories import PartFactory, RevisionFactory, SentFactory, TermFactory
from tests.programme.drafts import draft, opened, with_text

BASE = draft(
    "vision: Vi leder",
    "area a: Spår",
    "goal g1 in a: Tåg",
    "goal g2 in a: Gods",
    "goal g3 in a: Bad",
    title="T",
)


def rows(found):
    """Each row and each area that differs: its heading, what became of it, its words."""
    areas = [(area["said"], area["names"]) for area in found["areas"] if area["differs"]]
    goals = [row for area in found["areas"] for row in area["rows"]]
    return [(row["heading"], row["label"]) for row in (*found["texts"], *goals)] + areas


@pytest.fixture
def revision():
    return RevisionFactory()


@pytest.mark.django_db
def test_particulars_are_compared_in_words(revision):
    terms = [TermFactory(label="2022–2026"), TermFactory(label="2026–2030")]
    before, after = (draft(term=str(term.pk), not_before="2027-01-01") for term in terms)

    (row,) = with_version(revision, before, after)["texts"]

    assert row["heading"] == "Mandatperiod"
    assert row["cells"][0]["texts"][0]["pieces"] == word_diff("2022–2026", "2026–2030")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change, expected",
    [
        (lambda d: d, []),
        (lambda d: with_text(d, "g1", "Fler tåg"), [("Mål 1", "Ny lydelse")]),
        (lambda d: remove(d, "g1"), [("Tidigare mål 1", "Utgått")]),
        (lambda d: with_text(add(d, "goal", "a", ())[0], "mal-1", "Ro"), [("Mål 4", "Nytt mål")]),
        (lambda d: add(d, "goal", "a", ())[0], []),
        (lambda d: with_text(d, "g1", ""), [("Mål 1", "Ny lydelse")]),
        (lambda d: move(move(d, "g3", -1), "g3", -1), [("Mål 1", "Oförändrad lydelse")]),
        (lambda d: with_text(move(move(d, "g1", 1), "g1", 1), "g1", "Nytt"), [("Mål 3", "Ny lydelse")]),
        (lambda d: with_text(d, "vision", ""), [("Vision", "Utgått")]),
        (lambda d: with_text(d, "purpose", "Samla"), [("Syfte", "Ny text")]),
        (lambda d: replace(d, particulars=d.particulars | {"title": "Ny"}), [("Titel", "Ändrat")]),
        (
            lambda d: with_text(d, "a", "Spår", network="Trafik"),
            [("Oförändrat fokusområde.", [[("same", "Spår")]])],
        ),
    ],
    ids=[
        *("nothing", "words", "removed", "added", "added without words", "emptied goal", "moved"),
        *("moved and changed", "emptied", "filled", "title", "network"),
    ],
)
def test_each_text_that_differs_is_told_once(revision, change, expected):
    found = with_version(revision, BASE, change(BASE))

    assert rows(found) == expected
    assert found["count"] == len(expected)


@pytest.mark.django_db
def test_a_text_is_the_same_in_two_versions_whatever_its_words_or_heading(revision):
    before = draft("section s: Varje år.", "area a: Spår", "goal g in a: Tåg", "point p in g: Fler")
    after = with_text(with_text(before, "s", "Varje år.", heading="Uppföljning"), "p", "Flera")

    found = with_version(revision, before, after)

    assert rows(found) == [("Uppföljning", "Ny lydelse"), ("Mål 1", "Ny lydelse")]
    (section,), (goal,) = (
        row["cells"][0]["texts"] for row in (found["texts"][0], found["areas"][0]["rows"][0])
    )
    assert section["heading"] == [("added", "Uppföljning")]
    assert [point["pieces"] for point in goal["points"]] == [word_diff("Fler", "Flera")]
    assert not found["by_heading"]


@pytest.mark.django_db
def test_the_sentences_count(revision):
    after = remove(with_text(with_text(BASE, "g1", "Fler"), "vision", "Ny"), "g2")
    found = with_version(revision, BASE, after)

    assert found["sentences"] == [
        "Ett mål har ny lydelse, ett har utgått och ett har oförändrad lydelse.",
        "Visionen har ny lydelse.",
        "Ett fokusområde har oförändrat namn.",
    ]
    assert found["summary"] == "3 skillnader"
    assert with_version(revision, BASE, BASE)["sentences"] == ["Ingenting skiljer."]


@pytest.mark.django_db
def test_a_goal_that_stood_empty_is_not_new_when_it_gets_words(revision):
    empty = draft("area a: Spår", "goal g1 in a: ", "section s: ")
    full = with_text(with_text(empty, "g1", "Tåg"), "s", "Varje år.", heading="Uppföljning")

    found = with_version(revision, empty, full)

    assert rows(found) == [("Uppföljning", "Ny lydelse"), ("Mål 1", "Ny lydelse")]
    assert found["sentences"][:2] == ["Ett mål har ny lydelse.", "Ett avsnitt har ny lydelse."]
    assert with_version(revision, empty, empty)["sentences"] == ["Ingenting skiljer."]


@pytest.fixture
def begun():
    """A draft that goes on from a programme, with an area more and one goal in new words."""
    sent = SentFactory().revision
    revision = start_draft(title=sent.title, slug="2027-2030", by=None, from_revision=sent)
    PartFactory(revision=revision, kind="focus_area", key="klimat", text="Klimat", position=2)
    goal = revision.parts.get(key="infra/1")
    goal.text = "Nya spår"
    goal.save()
    return sent, revision


def against(sent, revision):
    """What became of each goal, and of each area, from the programme to the draft."""
    found = with_programme(revision, opened(revision)[0], Register(), sent.slug)
    return rows(found)


@pytest.mark.django_db
def test_a_draft_is_compared_with_the_programme_that_it_goes_back_to(begun):
    sent, revision = begun

    assert against(sent, revision) == [
        ("Mål 1", "Ny lydelse"),
        ("Fokusområde i det senare programmet. Släktskapet är inte bedömt.", [[("same", "Klimat")]]),
    ]
    assert revision.parts.get(key="klimat").draft_ancestry.create(earlier=None)
    assert against(sent, revision)[1] == ("Nytt fokusområde.", [[("added", "Klimat")]])


@pytest.mark.django_db
def test_the_lineage_of_a_draft_is_read_as_it_will_be_when_it_is_sent(begun):
    sent, revision = begun
    goal = revision.parts.get(key="infra/1")
    other = PartFactory(
        revision=revision, kind="goal", key="mal-1", parent=goal.parent, text="Spår", position=2
    )
    other.draft_ancestry.create(earlier=sent.parts.get(key="infra/1"), why="Samma sak")

    before = with_programme(revision, opened(revision)[0], Register(), sent.slug)
    SentFactory(revision=revision)
    after = programmes(Line(Register(), timezone.localdate()), sent.slug, revision.slug)

    assert before["sentences"][0] == sentences(after)[0] == "Ett mål har delats i två."


@pytest.mark.django_db
def test_a_goal_whose_kinship_nobody_has_stated_is_not_judged_whatever_its_key(begun):
    sent, revision = begun
    revision.parts.get(key="infra/1").draft_ancestry.all().delete()

    goals = [row for row in against(sent, revision) if "ål 1" in row[0]]
    assert goals == [(goal, "Släktskapet är inte bedömt") for goal in ("Mål 1", "Tidigare mål 1")]


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
        (lambda d: replace(d, particulars=d.particulars | {"period_last": ""}), "period_last"),
        (lambda d: with_text(d, "vision", "  "), "text-vision"),
        (lambda d: with_text(d, "overall-goal", ""), "text-overall-goal"),
        (lambda d: with_text(d, "purpose", ""), "text-purpose"),
        (lambda d: remove(d, "a"), "add-focus_area"),
        (lambda d: with_text(d, "a", ""), "text-a"),
        (lambda d: with_text(d, "g2", ""), "text-g2"),
        (lambda d: add(d, "focus_area", "", ())[0], "add-goal-fokusomrade-1"),
        (lambda d: add(d, "point", "g1", ())[0], "text-punkt-1"),
        (lambda d: add(d, "section", "", ())[0], "text-avsnitt-1"),
        (lambda d: with_text(add(d, "section", "", ())[0], "avsnitt-1", "Varje år."), "heading-avsnitt-1"),
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
