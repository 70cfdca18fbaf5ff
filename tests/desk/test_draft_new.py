"""A new draft: empty, or from a programme in the register."""

import pytest
from django.utils import timezone

from programme.models import DraftLineage, Revision
from programme.services import withdraw
from tests.desk.editor import Editor
from tests.desk.rooms import desk_of, strategist
from tests.desk.transcripts import missing
from tests.factories import (
    OFFICE,
    PartFactory,
    RevisionFactory,
    SentFactory,
    TextFactory,
    TranscriptFactory,
    day,
)
from tests.pages.site import Page

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def revision():
    return RevisionFactory(slug="2027-2030", title="Programmet", texts=True)


@pytest.fixture
def asa():
    return strategist(name="Åsa Strateg")


@pytest.fixture
def client(asa):
    return desk_of(asa)


def test_a_draft_begins_from_a_programme(client, asa):
    sent = SentFactory(slug="sant").revision
    page = Page(client.get("/admin/utkast/nytt/?fran=sant"))
    assert [o["value"] for o in page.attributes("option") if "selected" in o] == ["sant"]

    response = client.post("/admin/utkast/nytt/", {"title": "Nytt", "slug": "nasta", "source": "sant"})

    draft = Revision.objects.get(slug="nasta")
    assert (response["Location"], draft.replaces, draft.savings.get().by) == (
        "/admin/utkast/nasta/",
        sent,
        asa,
    )
    assert draft.savings.get().at <= timezone.now()
    assert Editor(client, "nasta")["text-infra/1"] == "Spår"


def test_a_draft_from_another_programme_than_it_replaces_says_why(client):
    for slug in ("forst", "sist"):
        SentFactory(slug=slug, title=f"Program {slug}", revision__texts=True)
    for source in ("forst", "sist"):
        typed = {"title": "Nytt", "slug": f"fran-{source}", "source": source}
        assert client.post("/admin/utkast/nytt/", typed).status_code == 302

    words = "började från Program forst men ersätter Program sist"
    assert words in Editor(client, "fran-forst").page.text
    assert "Därför skiljer det sig" not in Editor(client, "fran-sist").page.text


def test_a_draft_that_is_written_instead_of_a_withdrawn_one_began_from_that(client):
    SentFactory(slug="forst", title="Program forst", revision__texts=True)
    withdrawn = SentFactory(slug="sist", title="Program sist", revision__texts=True)
    withdraw(revision=withdrawn.revision, on=day(3), why="Fel bilaga.", office=OFFICE)
    client.post("/admin/utkast/nytt/", {"title": "Nytt", "slug": "nasta", "source": "sist"})

    editor = Editor(client, "nasta")
    assert "Utkastet började från Program sist" in editor.page.texts_of("draft__beginning")[0]


def test_a_reason_that_nobody_wrote_is_told_in_the_reader_s_language(client):
    SentFactory(slug="sant", title="Programmet")
    client.post("/en/admin/utkast/nytt/", {"title": "Nytt", "slug": "nasta", "source": "sant"})

    assert "Påbörjat från Programmet." in Page(client.get("/admin/utkast/nasta/versioner/")).text
    assert "Started from Programmet." in Page(client.get("/en/admin/utkast/nasta/historik/")).text


def test_a_draft_that_began_empty_began_from_nothing_though_its_goals_go_back_to_something(client):
    sent = SentFactory(revision__texts=True).revision
    client.post("/admin/utkast/nytt/", {"title": "Nytt", "slug": "nasta", "source": ""})
    goal = PartFactory(revision=Revision.objects.get(slug="nasta"), goal=True, text="Tåg")
    DraftLineage.objects.create(later=goal, earlier=sent.parts.get(key="infra/1"))

    assert "Utkastet började tomt." in Editor(client, "nasta").page.text


@pytest.mark.parametrize(
    "wrong, said",
    [
        ({"title": ""}, "Titel"),
        ({"slug": "nytt"}, "reserverad"),
        ({"slug": "År 2027"}, "Bara a–z"),
        ({"slug": "2027-2030"}, "används redan"),
        ({"source": "2027-2030"}, "Börja från"),
    ],
)
def test_what_cannot_begin_is_said_and_what_was_typed_stays(client, revision, wrong, said):
    typed = {"title": "Nytt program", "slug": "nasta", "source": ""} | wrong

    page = Page(client.post("/admin/utkast/nytt/", typed))

    assert said in " ".join(page.texts_of("summary"))
    assert typed["title"] in page.html and typed["slug"] in page.html
    assert not Revision.objects.filter(slug="nasta").exists()


def test_a_draft_that_is_begun_twice_is_one(client):
    typed = {"title": "Nytt", "slug": "nasta", "source": ""}

    answers = [client.post("/admin/utkast/nytt/", typed).status_code for _time in range(2)]

    assert answers == [302, 200]
    assert Revision.objects.count() == 1


def test_a_draft_with_empty_boxes_says_where_their_words_may_come_from(client):
    transcript = TranscriptFactory(slug="2019", title="Programmet 2019")
    missing(transcript)
    area = PartFactory(revision=transcript.revision, kind="focus_area", key="infra", text="")
    TextFactory(part=area, text="Infrastruktur", note="")
    goal = PartFactory(revision=transcript.revision, kind="goal", key="infra/1", parent=area, text="")
    TextFactory(part=goal, text="Spår", note="")
    missing(transcript, kind="point", key="infra/1/1", parent=goal)
    client.post("/admin/utkast/nytt/", {"title": "Nytt", "slug": "nasta", "source": "2019"})

    editor = Editor(client, "nasta")
    [said] = editor.page.texts_of("draft__beginning")

    assert "En av programmets texter är inte införd i registret ännu" in said
    assert "En punkt följde inte med" in said and "En tom ruta får stå tom" in said
    assert 'href="/admin/texter/2019/"' in editor.page.html
    assert "Det övergripande målet saknas." in editor.page.text

    editor.type(**{"text-vision": "V", "text-overall-goal": "Ö", "text-purpose": "S"}).save()
    assert editor.page.texts_of("draft__beginning") == []
