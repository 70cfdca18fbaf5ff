"""The comments on a draft as a document, to be sent or filed."""

from io import BytesIO

import pytest
from django.utils import timezone
from docx import Document

from programme.comment_services import settle_comment, withdraw_comment, write_comment
from tests.desk.rooms import desk_of, strategist
from tests.factories import PartFactory, RevisionFactory, day

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def person():
    return strategist(name="Siv")


@pytest.fixture
def desk(person):
    return desk_of(person)


@pytest.fixture
def draft():
    return RevisionFactory(slug="nasta", title="Nästa program", texts=True)


def write(draft, by, **said):
    usual = {"part": None, "sender": "management", "sender_words": "", "on": day(10), "text": "Nämn cykel."}
    return write_comment(revision=draft, by=by, **usual | said)[0]


def paper(desk):
    response = desk.get("/admin/utkast/nasta/synpunkter/dokument/")
    return response, Document(BytesIO(response.content))


def test_the_document_holds_every_comment(desk, draft, person):
    goal = write(draft, person, part=draft.parts.get(key="infra/1"))
    settle_comment(comment=goal, how="Nämnd.", on=day(12), by=person, seen=1)
    write(draft, person, text="Fler bilder.")
    other = write(draft, person, sender="other", sender_words="Region Stockholm", text="Kortare.")
    withdraw_comment(comment=other, why="Fel.", on=day(13), by=person, seen=1)

    words = [p.text.replace("\u00a0", " ") for p in paper(desk)[1].paragraphs]

    assert words[0] == "Synpunkter på Nästa program"
    assert words[2] == "Tre synpunkter. En väntar på att tas om hand. En är tillbakadragen."
    assert words[3:] == [
        "Utkastet som helhet",
        "Ledningsgruppen, den 10 februari 2025",
        "Synpunkt: Fler bilder.",
        "Väntar på att tas om hand.",
        "Region Stockholm, den 10 februari 2025 (tillbakadragen)",
        "Synpunkt: Kortare.",
        "Drogs tillbaka den 13 februari 2025: Fel.",
        "Fokusområde 1, mål 1",
        "Ledningsgruppen, den 10 februari 2025",
        "Texten löd: Spår",
        "Synpunkt: Nämn cykel.",
        "Togs om hand den 12 februari 2025: Nämnd.",
    ]


def test_it_has_a_name_in_swedish_and_says_what_it_is(desk, draft):
    response, document = paper(desk)

    today = timezone.localdate()
    assert response["Content-Type"].endswith("wordprocessingml.document")
    assert response["Content-Disposition"] == (
        f"attachment; filename*=utf-8''Synpunkter%20p%C3%A5%20N%C3%A4sta%20program%20{today}.docx"
    )
    assert document.core_properties.title == "Synpunkter på Nästa program"
    assert (document.core_properties.author, document.core_properties.language) == ("", "sv-SE")


def test_it_can_only_be_read(desk, draft):
    address = "/admin/utkast/nasta/synpunkter/dokument/"

    assert desk.post(address).status_code == 405
    assert desk.head(address).status_code == 200


def test_words_that_no_document_can_hold_do_not_stop_it(desk, draft, person):
    part = PartFactory(revision=draft, kind="section", heading="Rub\x0brik", text="\x01x\ufffe")
    write(draft, person, part=part)

    assert "Texten löd: Rubrik\nx" in [p.text for p in paper(desk)[1].paragraphs]
