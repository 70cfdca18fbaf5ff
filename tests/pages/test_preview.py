"""A preview link shows a draft as the public page will, marked as a draft, to whoever has it, until its day."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from programme.models import DraftLineage, Part, PreviewLink, Revision
from programme.preview_services import end_link, share_draft
from programme.services import send
from tests.factories import OFFICE, PartFactory, RevisionFactory, UserFactory, boards
from tests.pages.site import BOTH, Page, browser, crawl, visit

pytestmark = [pytest.mark.usefixtures("real"), pytest.mark.any_database]

MARK = "Utkast, delas för synpunkter till och med den 22 december 2026. Det är inte antaget av någon."


@pytest.fixture
def draft():
    replaced = Revision.objects.get(slug="2023-2026")
    draft = RevisionFactory(
        slug="2027-2030",
        title="Södertörns utvecklingsprogram 2027–2030",
        period_first=2027,
        period_last=2030,
        horizon=2040,
        replaces=replaced,
        texts=True,
    )
    PartFactory(revision=draft, kind="section", heading="Uppföljning", text="Varje år.", position=2)
    return draft


@pytest.fixture
def link(draft):
    until = timezone.localdate() + timedelta(weeks=3)
    return share_draft(revision=draft, recipient="ledningsgruppen", until=until, by=UserFactory())


def address(link):
    return f"/utkast/{link.token}/"


def opened(link):
    return PreviewLink.objects.get(pk=link.pk).opened


def texts_shown(page):
    """The page's sections, without the facts about it and its sources."""
    html = page.html.partition("<h2>Om den här texten</h2>")[0]
    sections = re.findall(r'<(?:div|section) class="apart">.*?(?=<(?:div|section) class="apart")', html, re.S)
    assert "Fler tåg" in "".join(sections)
    return sections


# What is shown


def test_it_is_marked_as_a_draft_that_nobody_has_adopted(link):
    page = visit(address(link))

    assert page.status == 200
    assert page.texts_of("notice--warning") == [MARK]
    assert page.main.startswith(MARK)


def test_the_texts_are_those_that_the_public_page_will_show(draft, link):
    shared = visit(address(link))
    send(
        revision=draft,
        boards=boards("huddinge"),
        on=timezone.localdate(),
        decided_on=timezone.localdate(),
        office=OFFICE,
    )

    public = texts_shown(visit("/program/2027-2030/"))
    assert texts_shown(shared) == [
        re.sub(r'<a href="[^"]*/mal/\d+/">(.*?)</a>', r"\1", text) for text in public
    ]


def test_its_particulars_are_shown(link):
    rows = " ".join(visit(address(link)).texts_of("facts"))

    assert "Period 2027–2030" in rows
    assert "Målår 2040" in rows
    assert "Ersätter Södertörns utvecklingsprogram" in rows
    assert "Utkast. Texten kan ändras" in rows


def test_what_a_goal_goes_back_to_is_shown(draft, link):
    earlier = Part.objects.filter(revision__slug="2023-2026", kind="goal").first()
    DraftLineage.objects.create(later=draft.parts.get(kind="goal"), earlier=earlier)

    page = visit(address(link))

    assert "Motsvarar enligt vår bedömning" in page.main
    assert f"/program/2023-2026/#{earlier.key.replace('/', '-')}" in page.inside


def test_what_is_not_written_says_so(draft, link):
    draft.parts.filter(kind__in=["goal", "vision"]).update(text="")
    draft.parts.filter(kind="point").update(text="")

    page = visit(address(link))

    assert page.main.count("Texten är inte skriven.") == 2
    assert "införd" not in page.main.split("Om den här texten")[0]


def test_a_draft_without_texts_is_shown(draft, link):
    draft.parts.all().delete()

    assert "Målen är inte skrivna" in visit(address(link)).main


def test_it_is_shown_in_english_too(link):
    page = visit(f"/en{address(link)}")

    assert page.status == 200
    assert "Fler tåg" in page.main


# To whom


def test_its_address_is_kept_out_of_search_engines_caches_and_logs(link):
    page = visit(address(link))

    assert page.response["X-Robots-Tag"] == "noindex"
    assert page.response["Cache-Control"] == "no-store, private"
    assert page.response["Referrer-Policy"] == "no-referrer"
    assert "canonical" not in [found.get("rel") for found in page.attributes("link")]


def test_a_day_in_its_address_changes_nothing(link):
    assert visit(f"{address(link)}?dag=1999-01-01&kand=2020-01-01").texts_of("notice--warning") == [MARK]


@pytest.mark.any_database
def test_no_public_page_leads_to_it(link):
    assert [found for found in crawl("/", english=False) if "/utkast/" in found] == []
    assert [page for page in BOTH if link.token in visit(page).html] == []


def at(when):
    return time_machine.travel(
        datetime.fromisoformat(when).replace(tzinfo=ZoneInfo("Europe/Stockholm")), tick=False
    )


@pytest.mark.parametrize(
    "when, status", [("2026-12-22T23:59:59", 200), ("2026-12-23T00:00:00", 410)], ids=["last", "after"]
)
def test_it_is_open_through_its_last_day_in_stockholm(link, when, status):
    with at(when):
        assert visit(address(link)).status == status


def gone(kind, link):
    """The address of a link that shows nothing any more, and the answer to it."""
    if kind == "ended":
        end_link(link=link, by=link.made_by)
    if kind == "expired":
        PreviewLink.objects.update(until=timezone.localdate() - timedelta(days=1))
    if kind == "sent":
        today = timezone.localdate()
        send(revision=link.revision, boards=boards("huddinge"), on=today, decided_on=today, office=OFFICE)
    return "/utkast/finns-inte/" if kind == "unknown" else address(link)


@pytest.mark.parametrize("kind", ["ended", "expired", "sent", "unknown"])
def test_nobody_learns_why_a_link_shows_nothing(link, kind):
    nothing = browser().get("/utkast/finns-inte-heller/")

    theirs = browser().get(gone(kind, link))

    same = re.sub(rb"/utkast/[^/]+/", b"/utkast/x/", theirs.content)
    assert theirs.status_code == nothing.status_code == 410
    assert same == re.sub(rb"/utkast/[^/]+/", b"/utkast/x/", nothing.content)
    assert theirs.headers.items() - nothing.headers.items() <= {("Content-Length", theirs["Content-Length"])}
    assert "Fråga den som du fick länken av" in Page(theirs).main
    assert opened(link) == 0


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_it_can_only_be_read(link, method):
    assert getattr(browser(), method)(address(link)).status_code == 405


# How often it was opened


def test_each_opening_is_counted(link):
    visit(address(link))
    visit(f"/en{address(link)}")

    assert opened(link) == 2


def test_asking_for_its_head_is_no_opening(link):
    assert browser().head(address(link)).status_code == 200
    assert opened(link) == 0


@pytest.mark.parametrize("role, count", [("is_staff", 0), ("is_superuser", 0), (None, 1)])
def test_the_desks_own_openings_are_not_counted(link, role, count):
    own = Client()
    own.force_login(UserFactory(**{role: True} if role else {}))

    assert own.get(address(link)).status_code == 200
    assert opened(link) == count
