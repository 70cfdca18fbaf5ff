"""The sentences on top count what is marked on the page, whatever two programmes look like."""

import re
from collections import Counter
from itertools import count
from xml.etree import ElementTree

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from programme.compared_points import Fate
from programme.comparison import Comparison, Side
from programme.comparison_page import body
from programme.comparison_rows import Frame
from programme.comparison_sentences import sentences
from programme.models import Part, TextRecord
from programme.texts import ProgrammeText
from sodertorn.words import number

NUMBERS = {"ett": 1} | {number(n): n for n in range(1, 13)}
WORDS = st.sampled_from(["Tåg", "Spår", "Bad och sim"])


def text(kind, key, words, children=(), *, record=False, heading="", network=""):
    """A text; one of a transcript has a record, and is not entered when that has no words."""
    part = Part(kind=kind, key=key, text="" if record else words, heading=heading, network=network)
    said = TextRecord(part=part, text=words, heading=heading, network=network) if record else None
    return ProgrammeText(part, said or part, "", said, list(children))


@st.composite
def sides(draw, name):
    """A programme: an original, or a transcript in which words may not be entered."""
    whole, keys = draw(st.booleans()), count(1)
    words = WORDS if whole else st.one_of(WORDS, st.just(""))

    def new(kind, children=(), **more):
        return text(kind, f"{name}{next(keys)}", draw(words), children, record=not whole, **more)

    def goal():
        return new("goal", [new("point") for _n in range(draw(st.integers(0, 3)))])

    areas = [
        new(
            "focus_area",
            [goal() for _n in range(draw(st.integers(0, 3)))],
            network=draw(st.sampled_from(["", "N"])),
        )
        for _n in range(draw(st.integers(0, 2)))
    ]
    singles = [new(kind) for kind in ("vision", "overall_goal", "purpose") if draw(st.booleans())]
    sections = [
        new("section", heading=draw(st.sampled_from(["Syfte", "Uppföljning"])))
        for _n in range(draw(st.integers(0, 2)))
    ]
    return Side(1, name, [*singles, *sections, *areas], whole)


@st.composite
def comparisons(draw):
    """Two programmes with any kinship, any of it judged."""
    old, new = draw(sides("a")), draw(sides("b"))
    kin, judged = set(), set()
    for kind in ("focus_area", "goal"):
        keys = [[found.part.key for found in side.of_kind(kind)] for side in (old, new)]
        pairs = [(later, earlier) for later in keys[1] for earlier in keys[0]]
        kin |= draw(st.sets(st.sampled_from(pairs), max_size=4)) if pairs else set()
        judged |= set(keys[1]) if draw(st.booleans()) else set()
    return Comparison(old, new, kin, judged | {later for later, _earlier in kin})


def page(comparison, **more):
    """The page as a tree of elements."""
    values = body(Frame(comparison, address=lambda side, goal: "", **more))
    return ElementTree.fromstring(f"<div>{render_to_string('components/compared.html', values)}</div>")


def of_class(tree, name):
    return [one for one in tree.iter() if name in one.get("class", "").split()]


def words_of(element):
    return re.sub(r"\s+", " ", "".join(element.itertext())).strip()


@pytest.mark.parametrize("one_column", [False, True])
@given(comparison=comparisons())
def test_the_points_are_counted_as_they_are_marked(one_column, comparison):
    tree, said = page(comparison, one_column=one_column), " ".join(sentences(comparison))
    marks = Counter()
    for side, places in (("earlier", ("ended",)), ("later", ("changed", "new", "reordered", "unchanged"))):
        for cell in [*of_class(tree, f"pair__cell--{side}"), *of_class(tree, "pair__cell--joined")]:
            marks.update({fate: len(of_class(cell, f"point--{fate}")) for fate in places})
    moved = words_of(tree).count("Stod tidigare under mål")
    assert moved == words_of(tree).count("Står senare under mål")
    marks["moved"] = moved

    for fate in Fate:
        assert told_of(points(said), POINTS[fate]) == marks[fate], (fate, said)


def points(said):
    """The sentence about the points."""
    return next(
        (one for one in re.findall(r"[^.]*\.", said) if "under målen" in one and "jämförs" not in one), ""
    )


def told_of(sentence, clause):
    found = re.search(rf"(\w+)(?: punkt(?:er)? under målen)? {clause}", sentence)
    return NUMBERS[found[1].lower()] if found else 0


POINTS = {
    Fate.CHANGED: "har ny lydelse",
    Fate.NEW: "är nya?[ ,.]",
    Fate.ENDED: "har utgått",
    Fate.MOVED: "har flyttats från",
    Fate.REORDERED: "har flyttats inom",
    Fate.UNCHANGED: "är oförändrade?",
}


@given(comparisons())
def test_goals_are_counted_as_they_are_marked(comparison):
    tree, marks = page(comparison, one_column=False), Counter()
    for row in of_class(tree, "pair"):
        if row.find(".//h4") is not None:
            state, *more = [words_of(one) for one in of_class(row, "pair__state")]
            places = [len(of_class(cell, "pair__place")) for cell in of_class(row, "pair__cell")]
            marks[state] += places[0] if state in MANY else 1
            marks[f"{state} efter"] += places[-1] if state in MANY else 0
            marks.update(more)
    said = [one for one in sentences(comparison) if re.search(r"\bmål\b", one) and "under målen" not in one]

    for label, clause in GOALS.items():
        found = re.search(clause, " ".join(said), re.IGNORECASE)
        counted = [NUMBERS[word.lower()] for word in found.groups()] if found else [0, 0]
        wanted = [marks[label], marks[f"{label} efter"]]
        assert counted == wanted[: len(counted)], (label, said)


MANY = ("Sammanfört", "Delat", "Omfördelat")
GOALS = {
    "Ny lydelse": r"(\w+)(?: mål)? har ny lydelse",
    "Nytt mål": r"(\w+)(?: mål)? är (?:nytt|nya)\b",
    "Utgått": r"(\w+)(?: mål)? har utgått",
    "Sammanfört": r"(\w+)(?: mål)? har förts samman till (\w+)",
    "Delat": r"(\w+)(?: mål)? har delats i (\w+)",
    "Omfördelat": r"(\w+)(?: mål)? har fördelats om på (\w+)",
    "Oförändrad lydelse": r"(\w+)(?: mål)? har oförändrad lydelse",
    "Släktskapet är inte bedömt": r"för (\w+) mål är det inte bedömt",
    "Kan inte jämföras": r"(\w+) mål kan inte jämföras",
    "Flyttat till ett annat fokusområde": r"(\w+) mål står i ett annat",
}


@given(comparisons())
def test_the_other_texts_are_counted_as_they_are_marked(comparison):
    tree, marks = page(comparison, one_column=False), Counter()
    for row in of_class(tree, "pair"):
        if (head := row.find(".//h2")) is not None:
            name = "avsnitt" if head.get("lang") else SINGLES[head.text]
            marks[words_of(of_class(row, "pair__state")[0]), name] += 1
    said, counted = " ".join(sentences(comparison)), Counter()
    for who, state in re.findall(rf"((?:{TEXT}|, | och )+) ({'|'.join(TEXTS)})", said, re.IGNORECASE):
        for name in re.findall(TEXT, who, re.IGNORECASE):
            many, _space, kind = (
                name.lower().rpartition(" ") if "avsnitt" in name else ("ett", "", name.lower())
            )
            counted[TEXTS[state], kind] = NUMBERS[many]

    assert counted == marks


SINGLES = {"Vision": "visionen", "Övergripande mål": "det övergripande målet", "Syfte": "syftet"}
TEXT = r"visionen|det övergripande målet|syftet|\w+ avsnitt"
TEXTS = {
    "har ny lydelse": "Ny lydelse",
    "har tillkommit": "Ny text",
    "har utgått": "Utgått",
    "har oförändrad lydelse": "Oförändrad lydelse",
    "kan inte jämföras": "Kan inte jämföras",
}


@given(comparisons())
def test_the_areas_are_counted_as_they_are_marked(comparison):
    tree = page(comparison, one_column=False)
    shown = [
        " ".join(words_of(one) for one in area if one.tag == "p") for area in of_class(tree, "compared__area")
    ]
    said = " ".join(
        one for one in sentences(comparison) if "fokusområde" in one.lower() and " mål " not in one
    )

    for mark, clause in AREAS.items():
        found = re.search(clause, said, re.IGNORECASE)
        assert (NUMBERS[found[1].lower()] if found else 0) == sum(mark in area for area in shown), (
            mark,
            said,
        )
    if "Fokusområdenas släktskap" not in said:
        found = re.search(r"För (\w+) fokusområden? är släktskapet", said)
        assert (NUMBERS[found[1]] if found else 0) == sum("Släktskapet är inte" in area for area in shown)


AREAS = {
    "hade tidigare namnet": r"(\w+)(?: fokusområden?)? har nytt namn",
    "Nytt fokusområde.": r"(\w+)(?: fokusområden?)? är (?:nytt|nya)",
    "har utgått": r"(\w+)(?: fokusområden?)? har utgått",
    "Oförändrat fokusområde.": r"(\w+)(?: fokusområden?)? har oförändrat namn",
    "Namnet är inte infört": r"(\w+) fokusområden? kan inte jämföras",
    "Nätverk:": r"(\w+) fokusområden? har (?:ett annat|andra) nätverk",
}
