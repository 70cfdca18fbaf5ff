"""What a municipality has adopted, and what its own decision replaced there."""

import pytest

from tests.pages.site import visit

pytestmark = [pytest.mark.usefixtures("real"), pytest.mark.any_database]

LAST = "Dagen är ännu inte införd. I Tyresö ersatte det Södertörns utvecklingsprogram 2035."
P2035 = "Södertörns utvecklingsprogram 2035"
P2040 = "Södertörns utvecklingsprogram 2040 för perioden 2023–2026"


def own(address):
    """The rows of the table, each as the words of its cells, the links to decisions left out."""
    page = visit(address)
    tables = [t for t in page.elements("table") if "own" in dict(t.attributes)["class"].split()]
    rows = page.elements("tr", node=tables[0])[1:] if tables else []
    return [[text.split(" Beslutet,")[0] for text in page.texts("th", "td", node=row)] for row in rows]


def test_its_own_line_is_told_in_words_and_as_a_table():
    assert visit("/kommuner/tyreso/").texts_of("head__lede")[0].endswith(LAST)
    assert own("/kommuner/tyreso/") == [
        [P2040, "Någon dag till och med den 16 maj 2023", P2035, "Inte ersatt"],
        [P2035, "Någon dag till och med den 11 oktober 2019", "inte känt här", "Någon dag till och med den 16 maj 2023"],
    ]  # fmt: skip


def test_a_known_day_is_told_with_its_paragraph():
    row = own("/kommuner/huddinge/")[1]

    assert row[1:] == ["Den 18 september 2019 § 9", "inte känt här", "Någon dag 15 februari–16 maj 2023"]


def test_what_it_may_have_adopted_by_the_day_is_not_told_as_adopted():
    rows = own("/kommuner/tyreso/?dag=2021-06-01")

    assert [row[0] for row in rows] == [P2035]
    assert rows[0][3] == "Inte känt här om det är ersatt"
    assert own("/kommuner/tyreso/?dag=2015-01-01") == []


def test_the_decision_leads_to_what_applied_on_its_day():
    assert "/gallande/2019-09-18/" in visit("/beslut/60/").inside
    assert not [link for link in visit("/beslut/78/").inside if "/gallande/2" in link]  # its day is not known
