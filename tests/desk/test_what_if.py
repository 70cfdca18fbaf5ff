"""The runway at the desk: what is planned, and what if a board comes later or refers the matter back?"""

from datetime import date, timedelta

import pytest
import time_machine

from tests.adoption.renewal import LAST, NOON, adopt, but, noted, plain, planned
from tests.desk.rooms import boxes, desk_of, errors, read, strategist

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

RUNWAY, SOON = "/admin/program/2027-2030/sammantraden/", date(2027, 2, 24)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def desk():
    return desk_of(strategist())


@pytest.fixture
def new(renewed, db):
    return renewed


def runway(desk, **asked):
    return read(desk, RUNWAY + "?" + "&".join(f"{name}={value}" for name, value in asked.items()))


def test_what_if_a_board_comes_later_or_refers_it_back(desk, new):
    adopt(new, *but("salem", "tyreso"))
    planned(new, "salem", SOON)
    planned(new, "tyreso", SOON)
    as_planned = {"dag-salem": SOON, "dag-tyreso": SOON}

    later = runway(desk, **as_planned | {"dag-tyreso": "2027-03-16"})
    back = runway(desk, **as_planned, **{"ater-tyreso": "on"})
    again = runway(desk, **as_planned, **{"ater-tyreso": "on", "igen-tyreso": "2027-03-16"})

    told = " kan programmet börja gälla tidigast den 16 mars 2027, 20 dagar senare än planerat."
    assert later.texts_of("runway__answer") == [
        "Om kommunstyrelsen i Tyresö antar det den 16 mars 2027" + told
    ]
    assert "ingen dag är känd för kommunstyrelsen i Tyresö" in back.texts_of("runway__answer")[0]
    first = (
        "Om kommunstyrelsen i Tyresö återremitterar eller bordlägger det den 24 februari 2027 och antar det"
    )
    assert again.texts_of("runway__answer") == [f"{first} den 16 mars 2027{told}"]
    assert runway(desk, **as_planned).texts_of("runway__answer") == []
    assert "Som det är planerat: Programmet kan börja gälla tidigast den 24 februari 2027" in later.main


def test_picture_table_and_sentence_say_the_same_of_what_is_supposed(desk, new):
    planned(new, "salem", SOON)
    planned(new, "tyreso", SOON)
    days = {"dag-salem": "2027-03-09", "dag-tyreso": SOON, "ater-tyreso": "on", "igen-tyreso": "2027-03-16"}

    page = runway(desk, **days)

    moved = "I så fall antaget 9 mar 2027"
    back = "I så fall återremitterat eller bordlagt 24 feb 2027, antaget 16 mar 2027"
    assert {"Salem": moved, "Tyresö": back}.items() <= drawn(page).items()
    assert table(page)["Salem"][-1] == f"24 feb 2027 {moved}"
    assert table(page)["Tyresö"][-1] == f"24 feb 2027 {back}"
    labels = [mark["aria-label"] for mark in page.attributes("svg") if "aria-label" in mark]
    assert "Salem: I så fall antaget den 9 mars 2027" in plain(labels)
    assert "Återremitterat" not in page.texts_of("line__key")[0]
    assert drawn(runway(desk))["Salem"] == "Planerat 24 feb 2027"


def drawn(page):
    """What stands beside each municipality in the picture."""
    return dict(text.split(" ", 1) for text in page.texts_of("line__title"))


def table(page):
    rows = (page.texts("th", "td", node=row) for row in page.elements("tr"))
    return {cells[0]: cells[1:] for cells in rows if cells}


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"dag-tyreso": "2027-02-01"}, "Den 1 februari 2027 har redan varit."),
        (
            {"ater-tyreso": "on", "igen-tyreso": "2027-02-22"},
            "Det ligger inte efter sammanträdet den 24 februari",
        ),
        ({"igen-tyreso": "2027-03-16"}, "Kryssa i att ärendet återremitteras eller bordläggs"),
    ],
)
def test_an_impossible_course_is_told_with_whose_it_is_and_not_counted(desk, new, asked, told):
    planned(new, "tyreso", SOON)

    page = runway(desk, **{"dag-tyreso": SOON} | asked)

    assert told in errors(page)
    assert "Kommunstyrelsen i Tyresö. Antar det" in errors(page)
    assert "inte medräknat: bilden visar det som är planerat" in page.texts_of("runway__answer")[0]
    assert boxes(page).items() >= {k: str(v) for k, v in asked.items() if v != "on"}.items()


def test_years_are_not_told_in_days(desk, new):
    adopt(new, *but("tyreso"))
    planned(new, "tyreso", SOON)

    page = runway(desk, **{"dag-tyreso": "2031-04-07"})

    assert "den 7 april 2031, mer än 4 år senare än planerat." in page.texts_of("runway__answer")[0]
    assert page.texts_of("line__year") == ["2027", "2028", "2029", "2030"]


def test_the_last_day_for_papers_is_told_when_it_has_been(desk, new):
    planned(new, "tyreso", SOON)
    noted(new, "tyreso", "deadline", LAST)

    page = runway(desk)

    assert table(page)["Tyresö"][2] == "16 feb 2027, har varit"
    assert "Manusstopp 16 feb 2027, har varit" in page.main
    assert page.texts_of("head__kicker") == ["Programmet för 2027–2030, läget den 20 februari 2027"]


def test_the_table_holds_what_the_picture_shows(desk, new):
    adopt(new, "salem", on=LAST)
    planned(new, "tyreso", SOON)
    noted(new, "tyreso", "deadline", SOON - timedelta(days=2))

    page = runway(desk)
    assert table(page)["Salem"] == ["Antaget", "16 feb 2027", "–", "–"]
    waits = "Väntar på beslut Kommunstyrelsen i Tyresö"
    assert table(page)["Tyresö"] == [waits, "–", "22 feb 2027", "24 feb 2027"]
    assert table(page)["Haninge"][-2:] == ["inte känt", "inte känt"]


def test_no_line_of_the_picture_crosses_the_name_of_a_month(desk, new):
    planned(new, "tyreso", SOON)

    lines = [line for line in runway(desk, **{"dag-tyreso": SOON}).attributes("line") if line["y2"] == "100%"]

    assert {line["y1"] for line in lines if line["class"] != "line__tick"} == {"24"}
