"""All or nothing: each fault is listed with its place, and nothing is changed (R7, R8)."""

import pytest

from sodertorn.journal import Entry
from sodertorn.register_file.writer import register_file
from tests.register_files import OFFICE, SENT, faults, read, small

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def more(*entries):
    """The small file with further entries."""
    document = small()
    for entry in entries:
        document["entries"].append({"number": len(document["entries"]) + 1} | OFFICE | entry)
    return document


def decision(**stated):
    day = {"earliest": "2019-10-15", "latest": "2019-10-15"}
    return {"kind": "decision", "case": 3, "outcome": "adopted"} | day | stated


def follow_up(step, **stated):
    return {"kind": "follow_up", "decision": 4, "step": step} | stated


def correction(**stated):
    usual = {"act": "correct", "follows": 5, "correction": "typing_error", "reason": "Fel."}
    return decision(**usual | stated)


# What the schema says


@pytest.mark.parametrize(
    "change, place, what",
    [
        ({"title": None}, "entries[0] (händelse 1)", "Här saknas title."),
        ({"titel": "X"}, "entries[0] (händelse 1)", "Här finns ett namn som formatet inte känner: titel"),
        ({"case": 3}, "entries[0] (händelse 1)", "Här finns ett namn som formatet inte känner: case"),
        ({"title": ""}, "entries[0].title (händelse 1)", "Texten är tom"),
        ({"title": 2019}, "entries[0].title (händelse 1)", '2019 har fel typ; "string" väntas.'),
        ({"title": "x" * 301}, "entries[0].title (händelse 1)", "längre än 300 tecken"),
        ({"origin": "found"}, "entries[0].origin (händelse 1)", '"found" är inget av'),
        ({"seats": "alla"}, "entries[0].seats (händelse 1)", '"alla" har fel typ'),
        ({"seats": ["salem"]}, "entries[0].seats[0] (händelse 1)", "inte den form som väntas"),
        ({"seats": 2 * ["salem/board"]}, "entries[0].seats (händelse 1)", "Samma står två gånger."),
        ({"not_before": "2023-02-30"}, "entries[0].not_before (händelse 1)", "ingen dag i kalendern"),
        ({"not_before": "20233-01-01"}, "entries[0].not_before (händelse 1)", ""),
        ({"not_before": "1 maj 2023"}, "entries[0].not_before (händelse 1)", ""),
        ({"period_first": 20233}, "entries[0].period_first (händelse 1)", "för stort; högst 2199"),
        ({"annex_sha256": "AB" * 32}, "entries[0].annex_sha256 (händelse 1)", "inte den form som väntas"),
        ({"recorded": "2025-03-01"}, "entries[0].recorded (händelse 1)", "inte den form som väntas"),
        ({"number": 0}, "entries[0].number", "0 är för litet; minst 1"),
        ({"number": 10**15}, f"entries[0].number (händelse {10**15})", "för stort"),
        ({"number": -1}, "entries[0].number (händelse -1)", ""),
        ({"number": "1"}, "entries[0].number (händelse 1)", '"1" har fel typ'),
        ({"kind": "rumour"}, "entries[0].kind (händelse 1)", '"rumour" är inget av'),
    ],
)
def test_a_departure_from_the_schema_is_named_with_its_place(change, place, what):
    found = faults(small(entries={1: change}))

    assert what in found[0]
    assert {fault.partition(":")[0] for fault in found} == {place}


@pytest.mark.parametrize("value", [None, True, 1.5, 7, "text", [], {}])
@pytest.mark.parametrize("section", ["municipalities", "programmes", "entries"])
def test_a_section_of_the_wrong_type_is_a_fault(section, value):
    document = small() | {section: value}
    if value == []:
        document["municipalities"] = [None]

    assert faults(document)


def test_a_section_that_the_format_does_not_know_is_a_fault():
    (fault,) = faults(small() | {"drafts": []})

    assert fault == "Här finns ett namn som formatet inte känner: drafts"


# What the schema can't say


@pytest.mark.parametrize(
    "change, place, what",
    [
        ({"recorded": "2025-02-30T12:00:00Z"}, "entries[3].recorded", "finns inte"),
        ({"recorded": "2099-01-01T12:00:00Z"}, "entries[3].recorded", "framtiden"),
        ({"recorded": "2025-03-01T12:00:00Z"}, "entries[3].recorded", "bakåt"),
        ({"number": 3}, "entries[3].number", "Här väntas nummer 4."),
        ({"number": 5}, "entries[3].number", "Här väntas nummer 4."),
        ({"number": 10**9}, "entries[3].number", "Här väntas nummer 4."),
        ({"case": 99}, "entries[3].case", "”99” finns varken i filen eller i registret"),
        ({"case": 1}, "entries[3].case", "”1” finns varken"),
        ({"citations": [{"source": "brev"}]}, "entries[3].source", "”brev” finns varken"),
        ({"latest": "2019-10-11", "earliest": "2019-10-12"}, "entries[3]", "före den senaste"),
        ({"outcome": "noted"}, "entries[3]", "Bara ett antagande kan ha en osäker dag"),
        ({"paragraph": "9"}, "entries[3]", "Skriv paragrafen"),
    ],
)
def test_a_broken_rule_is_named_with_its_place(change, place, what):
    (fault,) = faults(small(entries={4: change}))

    assert fault.startswith(place)
    assert what in fault


REFUSED = {
    "a correction without its kind": correction(correction=None),
    "a correction without a reason": correction(reason=None),
    "a correction of what is not the newest": correction(follows=4),
    "a correction of another fact": correction(follows=2),
    "a correction of nothing": correction(follows=None),
    "a supplement that strikes": correction(
        act="supplement", correction=None, outcome="noted", earliest="2019-10-11", latest="2019-10-11"
    ),
    "an end without a day": follow_up("annulled"),
    "a ruling without a reason": follow_up("ruled", counts=True),
    "a lifting of nothing": follow_up("inhibition_lifted", on="2019-11-01"),
    "a second case": {"kind": "case", "revision": "2019", "body": "tyreso/board"},
    "a case of a body without a seat": {"kind": "case", "revision": "2019", "body": "committee"},
    "a withdrawal of a transcript": {
        "kind": "withdrawal",
        "revision": "2019",
        "on": "2019-11-01",
        "why": "x",
    },
    "a second placement": {"kind": "placement", "revision": "2019", "origin": "transcribed", "title": "x"},
    "a text twice": {"kind": "text", "part": "2019/vision", "text": "Vi följer"},
    "a text without words": {"kind": "text", "part": "2019/infra"},
    "a translation of another's text": {
        "kind": "translation",
        "revision": "2019",
        "part": "x/y",
        "text": "x",
    },
}


@pytest.mark.parametrize("entry", REFUSED.values(), ids=REFUSED)
def test_the_rules_of_the_acts_hold_for_files_too(entry):
    stated = {name: value for name, value in entry.items() if value is not None}

    (fault,) = faults(more(stated))

    assert fault.startswith("entries[6]")
    assert "(händelse 7)" in fault


def test_a_sent_programme_has_seats():
    assert faults(small(entries={1: SENT | {"seats": None}})) == [
        "entries[0].seats (händelse 1): Ange vilka som ska anta programmet."
    ]


def test_programmes_form_one_line():
    document = more({"kind": "placement", "revision": "2023", "origin": "transcribed", "title": "Nästa"})
    document["programmes"].append({"slug": "2023", "kind": "programme", "parts": []})

    (fault,) = faults(document)

    assert fault.startswith("entries[6].replaces (händelse 7): Programmen bildar inte en enda följd")


def test_a_programme_that_no_entry_places_is_a_fault_not_a_draft():
    document = small()
    document["programmes"].append({"slug": "2023", "kind": "programme", "parts": []})

    assert faults(document) == ["programmes[1].slug: Ingen händelse ger programmet dess plats i registret."]


def test_a_text_stands_after_the_one_that_it_belongs_to():
    document = small()
    document["programmes"][0]["parts"].reverse()

    assert faults(document) == ["programmes[0].parts[0].parent: Står inte före den text som hör till den."]


# Several at once, and no noise


def test_faults_of_the_schema_and_of_the_rules_are_listed_together():
    document = small(entries={2: {"text": None}, 5: {"earliest": "2019-10-12"}, 6: {"on": "2019-02-30"}})
    document["municipalities"].append({"code": "0126", "slug": "huddinge", "name": "Huddinge"})
    document["sources"].append({"key": "brev", "title": "Brevet", "kind": "message", "municipality": "9999"})

    assert [fault.split(":")[0] for fault in faults(document)] == [
        "entries[5].on (händelse 6)",
        "municipalities[2]",
        "sources[1].municipality",
        "entries[1] (händelse 2)",
        "entries[4] (händelse 5)",
    ]


def test_a_fault_elsewhere_hides_no_broken_line():
    document = with_a_successor()
    del document["entries"][6]["replaces"]
    document["sources"].append({"key": "brev", "kind": "message"})

    source, line = faults(document)

    assert source == "sources[1]: Här saknas title."
    assert line.startswith("entries[6].replaces (händelse 7): Programmen bildar inte en enda följd")


def test_a_gap_in_the_numbers_is_one_fault():
    document = small(entries={4: {"number": 14}, 5: {"number": 15, "follows": 14}})
    document["entries"][5] |= {"number": 16, "decision": 14}

    assert faults(document) == ["entries[3].number (händelse 14): Här väntas nummer 4."]


def with_a_successor():
    """The small file, and a programme that replaces its programme."""
    document = more(
        {
            "kind": "placement",
            "revision": "2023",
            "origin": "transcribed",
            "title": "Nästa",
            "replaces": "2019",
        },
        {"kind": "lineage", "later": "2023/infra/1", "earlier": "2019/infra/1"},
        follow_up("rescinded", on="2019-11-01"),
        follow_up("signed", act="correct", follows=6, correction="typing_error", reason="Fel."),
    )
    document["programmes"].append(document["programmes"][0] | {"slug": "2023"})
    return document


@pytest.mark.parametrize(
    "section, index, missing",
    [
        ("municipalities", 0, "name"),
        ("sources", 0, "title"),
        ("programmes", 0, "kind"),
        ("entries", 0, "title"),
        ("entries", 0, "kind"),
        ("entries", 0, "number"),
        ("entries", 2, "body"),
        ("entries", 3, "outcome"),
        ("entries", 5, "step"),
        ("entries", 6, "origin"),
    ],
)
def test_what_names_something_faulty_is_no_fault_of_its_own(section, index, missing):
    document = with_a_successor()
    del document[section][index][missing]

    (fault,) = faults(document)

    assert fault.startswith(f"{section}[{index}]")
    assert fault.endswith(f"Här saknas {missing}.")


def test_without_a_fault_the_file_is_read():
    assert read(with_a_successor()) == 10


def test_a_fault_in_the_last_entry_leaves_nothing_of_the_first():
    faults(small(entries={6: {"step": "ruled"}}))

    assert not Entry.objects.exists()


def test_a_faulty_file_leaves_a_register_with_content_as_it_was():
    read(small())
    before = register_file()

    assert faults(more(decision(case=99), follow_up("announced", on="2019-10-21")))
    assert register_file() == before


def test_a_check_finds_the_same_and_changes_nothing():
    assert read(small(), check_only=True) == 6

    assert not Entry.objects.exists()
    assert read(small()) == 6
