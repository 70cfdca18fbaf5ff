"""Versions of a draft: listed, named, looked at, compared, taken up again."""

import pytest

from programme.models import Revision
from programme.services import send
from tests.desk.editor import Editor
from tests.desk.rooms import desk_of, read, strategist
from tests.factories import OFFICE, RevisionFactory, SentFactory, boards, day
from tests.pages.conftest import rolled_back
from tests.pages.site import Page

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
HOME = "/admin/utkast/2027-2030/"
VERSIONS = f"{HOME}versioner/"


@pytest.fixture
def client():
    return desk_of(strategist(name="Åsa"))


@pytest.fixture(scope="module")
def written(django_db_setup, django_db_blocker):
    """Made once for the file: what a test adds is rolled back at its end."""
    with django_db_blocker.unblock(), rolled_back():
        revision = RevisionFactory(slug="2027-2030", title="Programmet", texts=True)
        editor = Editor(desk_of(strategist(name="Åsa")), "2027-2030")
        editor.type(**{"text-vision": "Första visionen"}).save()
        editor.type(**{"text-vision": "Andra visionen", "name": "Till kommittén", "why": "Kortare."}).save()
        editor.press("remove:infra").save()
        yield revision.pk


@pytest.fixture
def revision(written, db):
    """Three versions: the second has a name, the third lost its focus area."""
    return Revision.objects.get(pk=written)


def test_versions_are_listed_newest_first_with_when_who_and_why(client, revision):
    page = read(client, VERSIONS)

    assert page.texts_of("version__name") == ["Version 3", "Version 2, ”Till kommittén”", "Version 1"]
    assert "Åsa. Kortare." in page.texts_of("version")[1]


def test_a_version_is_named(client, revision):
    response = client.post(VERSIONS, {"number": "1", "name": "Början"})

    assert response["Location"] == f"{VERSIONS}#version-1"
    assert revision.savings.get(number=1).name == "Början"


def test_a_name_that_is_taken_is_refused_with_what_was_typed(client, revision):
    page = Page(client.post(VERSIONS, {"number": "1", "name": "Till kommittén"}))

    assert "redan det namnet" in page.texts_of("summary")[0]
    assert {"id": "name-1", "value": "Till kommittén"}.items() <= next(
        found.items() for found in page.attributes("input") if found.get("id") == "name-1"
    )
    assert revision.savings.get(number=1).name == ""


def test_a_version_shows_the_whole_draft_as_it_was(client, revision):
    page = read(client, f"{VERSIONS}1/")

    assert page.texts_of("picture__words") == ["Första visionen", "Infrastruktur", "Spår", "Fler tåg"]
    assert page.texts_of("picture__title") == ["Programmet"]


def test_an_earlier_version_is_taken_up_as_the_newest(client, revision):
    base = next(
        f["value"] for f in read(client, f"{VERSIONS}2/").attributes("input") if f.get("name") == "base"
    )

    response = client.post(f"{VERSIONS}2/", {"base": base})

    assert response["Location"] == HOME
    editor = Editor(client, "2027-2030")
    assert (editor["text-vision"], editor["text-infra/1"]) == ("Andra visionen", "Spår")
    assert revision.savings.count() == 4


def test_a_version_is_not_taken_up_past_one_that_nobody_has_seen(client, revision):
    page = Page(client.post(f"{VERSIONS}1/", {"base": "2"}))

    assert page.status == 409
    assert "Någon har sparat version 3" in page.text
    assert revision.savings.count() == 3


def test_taken_up_twice_it_is_one_version_more(client, revision):
    answers = [client.post(f"{VERSIONS}1/", {"base": "3"}).status_code for _time in range(2)]

    assert answers == [302, 302]
    assert revision.savings.count() == 4


def test_of_a_programme_that_is_sent_the_versions_are_only_read(client, revision):
    send(revision=revision, boards=boards("salem"), on=day(2), decided_on=day(1), office=OFFICE)

    assert "<button" not in read(client, f"{VERSIONS}1/").html.split('id="innehall"')[1]
    assert "inte längre ett utkast" in Page(client.post(f"{VERSIONS}1/", {"base": "3"})).text
    assert "inte längre ett utkast" in Page(client.post(VERSIONS, {"number": "1", "name": "Namn"})).text
    assert revision.savings.count() == 3


@pytest.mark.parametrize(
    "query, lede",
    [
        ("?fran=1&till=2", "Ett mål har oförändrad lydelse."),
        ("?fran=2&till=3", "Ett mål har utgått."),
        ("?fran=2&till=nu", "Ett mål har utgått."),
        ("?fran=3&till=nu", "Ingenting skiljer."),
        ("", "Ett mål har utgått."),
    ],
)
def test_two_versions_are_compared_word_by_word(client, revision, query, lede):
    page = read(client, f"{HOME}jamfor/{query}")

    assert page.texts_of("head__lede") == [lede]
    if query == "?fran=1&till=2":
        assert (page.texts("del"), page.texts("ins")) == (["borttaget: Första"], ["tillagt: Andra"])


def test_a_draft_is_compared_with_the_programme_that_it_replaces(client):
    sent = SentFactory(slug="sant").revision
    client.post("/admin/utkast/nytt/", {"title": sent.title, "slug": "nasta", "source": "sant"})
    Editor(client, "nasta").type(**{"text-infra/1": "Broar"}).save()

    page = read(client, "/admin/utkast/nasta/jamfor/")

    assert page.texts_of("pair__head") == ["Mål 1 Ny lydelse"]


@pytest.mark.parametrize(
    "address",
    [f"{VERSIONS}9/", f"{HOME}jamfor/?fran=9", f"{HOME}jamfor/?till=x", f"{HOME}jamfor/?fran=ersatt"]
    + [f"/admin/utkast/ingen/{page}" for page in ("versioner/", "versioner/1/", "jamfor/")],
)
def test_what_is_not_there_is_not_there(client, revision, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("typed", [{}, {"number": "1.5"}, {"number": "٣"}, {"number": "9999999"}])
def test_an_odd_number_names_no_version(client, revision, typed):
    assert client.post(VERSIONS, typed | {"name": "N"}).status_code == 400


def test_a_draft_is_compared_with_any_programme_in_the_register(client):
    earlier = SentFactory(revision__slug="tidigare", title="Ett tidigare program")
    draft = RevisionFactory(slug="utkastet", title="Utkastet")

    page = read(client, f"/admin/utkast/{draft.slug}/jamfor/?fran=program:{earlier.revision.slug}")

    assert page.status == 200
    assert "Ett tidigare program" in page.html
