"""The register followed from elsewhere: feeds, the sitemap, robots.txt, security.txt."""

import xml.etree.ElementTree as ET
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit

import pytest
import time_machine
from django.conf import settings
from django.test import override_settings

from adoption.models import Decision
from adoption.services import correct
from sodertorn.announcing import announce
from tests.factories import OFFICE, FollowUpFactory
from tests.pages.conftest import NOON
from tests.pages.site import browser

pytestmark = [pytest.mark.usefixtures("real"), pytest.mark.any_database]

ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = ("/folj/vad-som-galler.atom", "/folj/beslut.atom", "/folj/huddinge.atom")
BOTH = (*FEEDS, *(f"/en{address}" for address in FEEDS))


def feed(address) -> ET.Element:
    return ET.fromstring(browser().get(address).content)


def said(element, name) -> str:
    return element.findtext(ATOM + name)


def links(element) -> dict[str, str]:
    return {link.get("rel"): link.get("href") for link in element.findall(f"{ATOM}link")}


def entries(address) -> list[ET.Element]:
    return feed(address).findall(f"{ATOM}entry")


@pytest.mark.parametrize("address", BOTH)
def test_each_feed_is_valid_atom(address):
    announce(office=OFFICE)
    root = feed(address)

    assert browser().get(address)["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert root.tag == f"{ATOM}feed"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == ("en" if "/en/" in address else "sv")
    assert said(root, "id") == links(root)["self"] == settings.SITE_URL + address
    assert said(root, "title") and root.findtext(f"{ATOM}author/{ATOM}name")
    found = root.findall(f"{ATOM}entry")
    assert found
    for entry in found:
        published, updated = (datetime.fromisoformat(said(entry, name)) for name in ("published", "updated"))
        assert published <= updated <= datetime.fromisoformat(said(root, "updated"))
        assert said(entry, "id").startswith(settings.SITE_URL + "/")
        assert said(entry, "title") and said(entry, "summary")
        assert browser().get(urlsplit(links(entry)["alternate"]).path).status_code == 200
    assert len({said(entry, "id") for entry in found}) == len(found)


@pytest.mark.parametrize("address", FEEDS)
def test_a_feed_changes_only_when_the_register_does(address):
    before = browser().get(address)

    with time_machine.travel(NOON + timedelta(days=9)):
        after = browser().get(address, headers={"if-none-match": before["ETag"]})

    assert after.status_code == 304


def test_what_applies_is_told_with_how_sure_it_is():
    announce(office=OFFICE)
    (entry,) = entries("/folj/vad-som-galler.atom")

    assert said(entry, "title") == "Programmet för 2023–2026 gäller"
    assert "enligt registrerade beslut. Inget av besluten är ännu granskat" in said(entry, "summary")


def test_a_decision_is_told_with_its_strength_first_where_something_came_after_it():
    FollowUpFactory(decision=Decision.objects.get(pk=60), step="annulled", on=date(2020, 3, 1))

    for address in ("/folj/beslut.atom", "/folj/huddinge.atom"):
        first, *others = entries(address)
        assert said(first, "id") == f"{settings.SITE_URL}/beslut/60/"
        assert "Upphävt av domstol" in said(first, "summary")
        assert "Annan källa" in said(others[0], "summary")
        assert said(first, "title") in said(first, "summary")  # the day, the § and the programme
        assert said(first, "updated") > said(first, "published")


def test_a_decision_that_never_happened_stays_and_is_said_to_be_a_mistake():
    decision = Decision.objects.get(pk=72)
    correct(fact=decision, correction="never_happened", reason="Fel ärende", office=OFFICE)

    first, *others = entries("/folj/beslut.atom")

    assert said(first, "id") == f"{settings.SITE_URL}/beslut/72/"
    assert "beslutet har aldrig fattats. Fel ärende" in said(first, "summary")
    assert len(others) == 16


def test_pages_name_their_feeds():
    page = browser().get("/en/kommuner/tyreso/").content.decode()

    for address in ("vad-som-galler", "beslut", "tyreso"):
        assert f'href="/en/folj/{address}.atom"' in page


def test_an_unknown_municipality_has_no_feed():
    assert browser().get("/folj/uppsala.atom").status_code == 404


def test_the_sitemap_has_every_page_in_both_languages(real_pages):
    root = ET.fromstring(browser().get("/sitemap.xml").content)
    place = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    told = {one.text.removeprefix(settings.SITE_URL) for one in root.findall("s:url/s:loc", place)}
    pages = {address for address, page in real_pages.items() if page.status == 200}
    left_out = {at for at in pages if "i-en-spalt" in at or at.endswith("/sok/") or "/gallande/2" in at}

    assert pages - told <= left_out
    assert {at for at in told - pages if "/antagande/2013" not in at} == set()


def test_robots_txt_names_the_sitemap_and_hides_what_is_invented():
    assert f"Sitemap: {settings.SITE_URL}/sitemap.xml" in browser().get("/robots.txt").content.decode()
    with override_settings(DEMO=True):
        assert browser().get("/robots.txt").content.decode().splitlines() == ["User-agent: *", "Disallow: /"]


def test_whoever_finds_a_security_hole_is_told_whom_to_tell():
    assert browser().get("/.well-known/security.txt").status_code == 404

    with override_settings(OWNER=settings.OWNER | {"email": "registret@example.se"}):
        response = browser().get("/.well-known/security.txt")

    said = dict(line.split(": ", 1) for line in response.content.decode().splitlines())
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert said["Contact"] == "mailto:registret@example.se"
    assert said["Canonical"] == f"{settings.SITE_URL}/.well-known/security.txt"
    left = datetime.fromisoformat(said["Expires"]) - datetime.now(UTC)
    assert timedelta(days=30) < left < timedelta(days=365)
