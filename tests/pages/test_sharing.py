"""What other services show of a page: linked data and pictures."""

import json
from urllib.parse import urlsplit

import pytest
from django.conf import settings

from sodertorn.following.pictures import picture
from sodertorn.look import marks
from tests.pages.site import browser, visit

pytestmark = [pytest.mark.usefixtures("real"), pytest.mark.any_database]

PICTURES = {
    "/": "/bild/sidan/start.png",
    "/om/": "/bild/sidan/start.png",
    "/program/2019/": "/bild/program/2019.png",
    "/antagande/2023-2026/": "/bild/antagande/2023-2026.png",
    "/en/kommuner/tyreso/": "/en/bild/kommun/tyreso.png",
    "/beslut/78/": "/bild/beslut/78.png",
}
TYPES = {
    "Dataset",
    "DataDownload",
    "AdministrativeArea",
    "CreativeWork",
    "MediaObject",
    "GovernmentOrganization",
}


def shared(page) -> dict:
    return {one["property"]: one["content"] for one in page.attributes("meta") if "property" in one}


@pytest.mark.parametrize(("address", "picture"), PICTURES.items())
def test_a_page_names_a_picture_made_of_its_facts(address, picture):
    told = shared(visit(address))
    png = browser().get(picture)

    assert told["og:image"] == settings.SITE_URL + picture
    assert told["og:url"] == settings.SITE_URL + address
    assert told["og:title"] and told["og:description"]
    assert png["Content-Type"] == "image/png"
    assert png.content[16:24] == (1200).to_bytes(4, "big") + (630).to_bytes(4, "big")
    assert browser().get(picture, headers={"if-none-match": png["ETag"]}).status_code == 304


@pytest.mark.parametrize("address", ["/gallande/2015-01-01/", "/program/2019/?dag=2021-01-14"])
def test_a_page_of_another_day_has_no_picture_of_today(address):
    told = shared(visit(address))

    assert told["og:title"] and not [name for name in told if name.startswith("og:image")]


def test_each_state_is_drawn_as_on_the_pages():
    told = {"kicker": "", "title": "Åtta", "official": False, "sentence": ""}
    drawn = [picture(told | {"strokes": [{"state": state}] * 8}) for state in marks()]

    assert len(set(drawn)) == len(drawn) > 5


def test_there_is_no_picture_of_what_is_not_there():
    for which in (
        "program/x",
        "antagande/x",
        "kommun/x",
        "beslut/0",
        "beslut/99999999999",
        "sidan/x",
        "x/start",
    ):
        assert browser().get(f"/bild/{which}.png").status_code == 404


def nodes(node):
    """Every typed thing in a document."""
    if isinstance(node, list):
        return [found for one in node for found in nodes(one)]
    if not isinstance(node, dict):
        return []
    return [node] * ("@type" in node) + [
        found for key, one in node.items() if key != "@context" for found in nodes(one)
    ]


@pytest.mark.parametrize(
    "address", ["/data.jsonld", "/program/2019/data.jsonld", "/en/program/2023-2026/data.jsonld"]
)
def test_linked_data_is_whole_and_names_nothing_elsewhere(address):
    response = browser().get(address)
    data = json.loads(response.content)

    assert response["Content-Type"] == "application/ld+json"
    assert data["@context"]["@vocab"] == "https://schema.org/"
    assert {one["@type"] for one in nodes(data)} <= TYPES
    assert data["@id"].startswith(settings.SITE_URL) and data["name"]
    assert len(data["spatialCoverage"]) == 8
    for one in nodes(data):
        for key in ("@id", "url", "contentUrl"):
            if key in one:
                assert browser().get(urlsplit(one[key]).path).status_code == 200, one[key]


def test_a_thing_is_named_alike_in_both_languages():
    swedish, english = (
        json.loads(browser().get(f"{way}/program/2019/data.jsonld").content) for way in ("", "/en")
    )

    assert swedish["@id"] == english["@id"] != english["url"]
    assert [goal["@id"] for goal in swedish["hasPart"]] == [goal["@id"] for goal in english["hasPart"]]


def test_a_programme_says_what_it_replaces_and_its_goals():
    data = json.loads(browser().get("/program/2019/data.jsonld").content)

    assert data["dcterms:replaces"] == f"{settings.SITE_URL}/program/2013/"
    assert [goal["text"] for goal in data["hasPart"]][0] == "Utnyttja den nya infrastrukturen"
    assert 'type="application/ld+json" href="/program/2019/data.jsonld"' in visit("/program/2019/").html
