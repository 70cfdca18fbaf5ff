"""Into a register with content a file only adds; what is there already must be the same (R8)."""

import json
from copy import deepcopy

import pytest

from adoption.models import Municipality, Source
from programme.models import Revision
from sodertorn.journal import Entry
from sodertorn.register import Register
from sodertorn.register_file.writer import register_file
from tests import rich_register
from tests.factories import RevisionFactory, SourceFactory
from tests.register_files import OFFICE, RICH, SENT, SMALL, faults, read, small

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
CLASH = "Registret har redan detta, men med annat innehåll."


def cut(content: bytes, after: int) -> dict:
    """The file as it was when the register held so many entries."""
    document = json.loads(content)
    document["entries"] = document["entries"][:after]
    placed = {entry["revision"] for entry in document["entries"] if entry["kind"] == "placement"}
    document["programmes"] = [p for p in document["programmes"] if p["slug"] in placed]
    return document


@pytest.mark.database
def test_the_same_file_again_adds_nothing():
    read(RICH)

    assert read(RICH) == 0
    assert register_file() == RICH


def test_a_file_that_goes_on_adds_the_rest():
    read(cut(RICH, 50))

    assert read(RICH) == len(json.loads(RICH)["entries"]) - 50
    assert register_file() == RICH


def test_an_older_file_adds_nothing():
    read(RICH)

    assert read(cut(RICH, 30)) == 0


@pytest.mark.database
def test_a_file_with_only_what_is_new_goes_on():
    read(small())
    number = {"number": 7, "kind": "case_detail", "case": 3, "detail": "number", "words": "KS 1"}

    assert read({"format": SMALL["format"], "entries": [number | OFFICE]}) == 1
    assert Entry.objects.count() == 7


def test_a_register_made_by_the_acts_takes_its_own_export():
    rich_register.build()

    assert read(register_file()) == 0


# Said otherwise, but the same


def said_in_full():
    """The small file with everything stated that is meant when it is left out, and in another order."""
    usual = {"act": "register", "paragraph_kind": "not_known", "document": "not_stated", "conditional": False}
    document = small(entries={4: usual})
    document["entries"][3]["citations"][0]["stance"] = "states"
    document["entries"][0]["seats"].reverse()
    document["entries"][5] = dict(reversed(document["entries"][5].items()))
    document["entries"][2]["citations"] = []
    return document


@pytest.mark.parametrize(("first", "second"), [(small, said_in_full), (said_in_full, small)])
def test_what_is_meant_counts_not_how_it_is_said(first, second):
    read(first())

    assert read(second()) == 0


def test_an_export_of_what_was_written_by_hand_is_the_same():
    read(small())

    assert read(register_file()) == 0
    assert read(small()) == 0


def test_a_moment_is_the_same_with_and_without_decimals():
    moments = ["2025-03-01T12:00:00Z", "2025-03-01T12:00:00.000Z", "2025-03-01T12:00:00.000000Z"]
    files = [small(entries={number: {"recorded": moment} for number in range(1, 7)}) for moment in moments]

    assert [read(file) for file in files] == [6, 0, 0]


def test_a_source_that_nothing_cites_yet_may_be_in_the_file():
    SourceFactory(key="protokoll", title="Protokollet", kind="minutes")

    assert read(small()) == 6
    assert Source.objects.count() == 1


# Programmes that are held


def with_more(document, **part):
    document["programmes"][0]["parts"].append({"key": "syfte", "kind": "purpose"} | part)
    return document


def test_a_transcript_may_get_more_texts():
    read(small())
    document = with_more(small())
    document["entries"].append({"number": 7, "kind": "text", "part": "2019/syfte", "text": "Nytta"} | OFFICE)

    assert read(document) == 1
    assert Register().texts["2019"][1].words.text == "Nytta"


def test_the_words_of_a_transcript_are_entries():
    read(small())

    assert faults(with_more(small(), text="Nytta")) == [
        "programmes[0].parts: I en avskrift är orden egna uppgifter, inte delar (R11)."
    ]


def test_a_sent_programme_gets_no_more_texts():
    document = small(entries={1: SENT, 2: {"kind": "translation", "revision": "2019", "part": None}})
    read(document)

    assert faults(with_more(document)) == [
        "programmes[0].parts: Ett programs text är fryst när det har sänts (R1)."
    ]


# Clashes


@pytest.mark.parametrize(
    "section, index, change",
    [
        ("municipalities", 0, {"name": "Tyresö stad"}),
        ("municipalities", 0, {"paper": "tjänsteskrivelse"}),
        ("sources", 0, {"kind": "other"}),
        ("programmes", 0, {"kind": "adjustment"}),
        ("programmes", 0, {"parts": [{"key": "vision", "kind": "purpose"}]}),
        ("entries", 1, {"title": "Ett annat"}),
        ("entries", 1, {"seats": ["tyreso/board"]}),
        ("entries", 1, {"note": "Något nytt"}),
        ("entries", 1, {"office": "Salems kommun"}),
        ("entries", 1, {"recorded": "2025-03-01T12:00:00Z"}),
        ("entries", 4, {"latest": "2019-10-12"}),
        ("entries", 4, {"citations": None}),
        ("entries", 6, {"step": "announced"}),
    ],
)
def test_something_else_under_the_same_name_is_a_clash(section, index, change):
    read(small())

    (fault,) = faults(small(**{section: {index: change}}))

    place = f"entries[{index - 1}] (händelse {index})" if section == "entries" else f"{section}[{index}]"
    assert fault == f"{place}: {CLASH}"


def test_another_s_entries_with_our_numbers_are_a_clash():
    read(small())
    theirs = small()
    theirs["entries"].append(
        {"number": 6, "kind": "follow_up", "decision": 4, "step": "announced", "on": "2019-10-21"} | OFFICE
    )

    assert faults(theirs) == [f"entries[6] (händelse 6): {CLASH}"]


def test_a_name_that_another_row_has_is_a_fault():
    read(small())
    document = small(municipalities={0: {"code": "9999"}})

    assert {fault.split(".")[0].split(":")[0] for fault in faults(document)} == {"municipalities[0]"}
    assert Municipality.objects.count() == 2


@pytest.mark.database
def test_a_draft_that_has_the_programme_s_address_is_in_the_way():
    RevisionFactory(slug="2019", title="Utkastet")

    assert any(fault.startswith("programmes[0].slug") for fault in faults(small()))
    assert Revision.objects.get().title == "Utkastet"


def test_the_file_in_hand_is_not_changed():
    document = small()
    before = deepcopy(document)

    read(document)

    assert document == before
