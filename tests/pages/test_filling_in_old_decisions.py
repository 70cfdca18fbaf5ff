"""The days and §§ of 2019 and 2023 are filled in one by one on the desk, and the public pages follow."""

import pytest

from sodertorn.register import Register
from tests.desk.rooms import confirmed, desk_of, read, strategist
from tests.pages.site import visit

pytestmark = [pytest.mark.usefixtures("real"), pytest.mark.any_database]

HANINGE_2023, HUDDINGE_2023 = 76, 78


def old(slug: str) -> list[int]:
    """The decisions of a programme whose day is not known."""
    return [
        number
        for number, decision in Register().decisions.items()
        if decision.case.revision.slug == slug and not decision.exact
    ]


def fill_in(desk, number: int, **typed):
    return confirmed(desk, f"/admin/beslut/{number}/komplettera/", **typed)


@pytest.fixture
def desk():
    return desk_of(strategist())


@pytest.mark.database
def test_one_day_and_its_paragraph(desk):
    fill_in(desk, HANINGE_2023, on="2023-03-13", paragraph="45")

    page = visit(f"/beslut/{HANINGE_2023}/")
    assert "13 mars 2023" in page.main
    assert "§ 45" in page.main


def test_a_day_before_the_earliest_that_is_known_is_refused(desk):
    page = desk.post(f"/admin/beslut/{HUDDINGE_2023}/komplettera/", {"on": "2023-02-14", "step": "confirm"})

    assert "rätta beslutet i stället" in page.content.decode()


def test_one_by_one_until_it_is_known_since_when_it_applies(desk):
    for place, number in enumerate(old("2023-2026")):
        assert "dagarna är ännu inte införda" in visit("/").main
        fill_in(
            desk, number, on=f"2023-03-{6 + place:02}", paragraph=str(place + 1), odd_reason="Så var det."
        )

    assert old("2023-2026") == []
    assert "gäller sedan den 13 mars 2023" in visit("/").main


def test_the_bodies_of_2019_are_named(desk):
    for number in old("2019"):
        fill_in(desk, number, on="2019-09-23", body="board")

    assert {d.case.body.kind for d in Register().decisions.values() if d.case.revision.slug == "2019"} == {
        "board",
        "unnamed",
    }
    assert "23 september 2019" in visit("/antagande/2019/").main


def test_the_list_leads_to_each(desk):
    links = read(desk, "/admin/beslut/").values("a", "href")

    assert {f"/admin/beslut/{number}/" for number in Register().decisions} <= set(links)
