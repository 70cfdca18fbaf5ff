"""A draft leaves no trace on any public page, nor does a person (R1, Persons and records)."""

import pytest

from adoption.models import Case, HandlingOfficer
from programme.models import Revision
from programme.models.structure import PartKind
from tests.factories import DetailFactory, PartFactory, RevisionFactory, UserFactory
from tests.pages.site import BOTH, browser, crawl, visit

pytestmark = [pytest.mark.usefixtures("real"), pytest.mark.any_database]

CANARY = "kanariefagel"
SLUG, NEVER = f"2027-2030-{CANARY}", "finns-inte-alls"
MOMENTS = ["", "?dag=2021-06-01", "?dag=2027-03-01&kand=2026-12-01"]


@pytest.fixture
def draft():
    """A draft that follows the programme that applies, with the canary in every field that takes words."""
    revision = RevisionFactory(
        slug=SLUG,
        title=f"Titel {CANARY}",
        period_first=2027,
        period_last=2030,
        not_before="2027-01-01",
        replaces=Revision.objects.get(slug="2023-2026"),
    )
    parts = {}
    for kind in PartKind:
        above = {PartKind.GOAL: PartKind.FOCUS_AREA, PartKind.POINT: PartKind.GOAL}.get(kind)
        words = {"heading": f"Rubrik {CANARY}", "text": f"Text {CANARY}", "key": f"{CANARY}/{kind}"}
        words["network"] = f"Nätverk {CANARY}" if kind == PartKind.FOCUS_AREA else ""
        parts[kind] = PartFactory(revision=revision, kind=kind, parent=parts.get(above), **words)
    return revision


@pytest.fixture
def adjustment():
    """The draft of an adjusted wording of the programme that applies."""
    adjusted = Revision.objects.get(slug="2023-2026")
    return RevisionFactory(
        slug=f"justerad-{CANARY}", kind="adjustment", title=f"Justerad {CANARY}", adjusts=adjusted
    )


@pytest.fixture
def people():
    """One who handles a matter, and one who registers a fact about it."""
    person = {"name": f"Person {CANARY}", "email": f"{CANARY}@example.se"}
    case = Case.objects.filter(revision__slug="2023-2026").first()
    HandlingOfficer.objects.create(case=case, **person)
    DetailFactory(case=case, by=UserFactory(**person))


def traces(pages):
    return [address for address, page in pages.items() if CANARY in page.html.lower()]


@pytest.mark.parametrize("query", MOMENTS)
def test_neither_draft_nor_person_leaves_a_trace_on_any_page(draft, adjustment, people, query):
    pages = crawl(f"/{query}", english=False)

    assert len(pages) > 50
    assert traces(pages) == []


@pytest.mark.parametrize("query", MOMENTS)
def test_they_leave_no_trace_on_pages_that_are_not_there(draft, adjustment, people, query):
    addresses = ["/program/finns-inte/", "/antagande/finns-inte/", "/kommuner/x/", "/beslut/0/", "/x/"]
    pages = {a: visit(a) for address in addresses for a in (address + query, f"/en{address}{query}")}

    assert [page.status for page in pages.values()] == [404] * 10
    assert traces(pages) == []


@pytest.mark.parametrize("query", MOMENTS)
def test_searching_finds_neither_draft_nor_person(draft, adjustment, people, query):
    said = "titel rubrik text nätverk justerad person 2027"
    pages = {at: visit(f"{at}{query}{'&' if query else '?'}q={said}") for at in ("/sok/", "/en/sok/")}

    assert all("result__title" in page.html for page in pages.values())
    assert traces(pages) == []


def test_what_is_followed_from_elsewhere_tells_of_neither(draft, adjustment, people):
    addresses = ("/folj/vad-som-galler.atom", "/folj/beslut.atom", "/folj/huddinge.atom", "/sitemap.xml")

    assert traces({at: visit(at) for at in addresses}) == []


@pytest.mark.parametrize("room", ["/program", "/antagande", "/kommuner", "/en/program", "/en/antagande"])
@pytest.mark.parametrize("query", MOMENTS)
def test_a_draft_answers_as_an_address_that_does_not_exist(draft, room, query):
    theirs = browser().get(f"{room}/{SLUG}/{query}")
    nothing = browser().get(f"{room}/{NEVER}/{query}")

    assert theirs.status_code == nothing.status_code == 404
    assert theirs.content.replace(SLUG.encode(), NEVER.encode()) == nothing.content
    assert theirs.headers.keys() == nothing.headers.keys()


@pytest.mark.proof_only
def test_a_draft_changes_no_page(real_pages, draft):
    # The page of checking shows the log's checksum, which is another each time a register is read in.
    same = [address for address in BOTH if not address.endswith("/kontrollera/")]

    assert [address for address in same if visit(address).html != real_pages[address].html] == []
