"""The board: what each municipality has done, what is late and why, and a letter to it."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import now

from adoption.models import HandlingOfficer, Letter, Municipality, Question, Registrar
from sodertorn.outbox import Mail
from tests.adoption.renewal import LAST, NOON, TODAY, adopt, applying, but, planned, sent
from tests.desk.rooms import boxes, desk_of, errors, read, send, strategist
from tests.factories import CaseFactory, DetailFactory, FollowUpFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

BOARD, RUNWAY = "/admin/program/2027-2030/laget/", "/admin/program/2027-2030/sammantraden/"
LETTER = f"{BOARD}tyreso/skriv/"
SOON = date(2027, 2, 24)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def desk():
    return desk_of(strategist(name="Kim Strateg"))


@pytest.fixture
def new():
    applying()
    return sent()


def noted(placement, slug, detail, on=None, words=""):
    DetailFactory(case=CaseFactory(placement=placement, slug=slug), detail=detail, on=on, words=words)


def rows(desk, address=BOARD):
    """Each municipality's row: its own cell, and the others by their names."""
    page = read(desk, address)
    found = {}
    for row in page.elements("tr"):
        cells = page.elements("th", "td", node=row)
        if "board__row" in dict(row.attributes).get("class", ""):
            texts = page.texts("th", "td", node=row)
            names = [dict(cell.attributes).get("data-label", "") for cell in cells]
            found[texts[0].split()[0]] = dict(zip(names, texts, strict=True))
    return found


def test_eight_rows_from_sent_to_checked(desk, new):
    (adopted,) = adopt(new, "tyreso", on=LAST, paragraph="22")
    for step, on in (("signed", LAST), ("checked", TODAY)):
        FollowUpFactory(decision=adopted, step=step, on=on, by=UserFactory())
    noted(new, "salem", "number", words="KS 2027/64")
    noted(new, "salem", "deadline", SOON - timedelta(days=3))
    planned(new, "salem", SOON)
    HandlingOfficer.objects.create(case=CaseFactory(placement=new, slug="salem"), name="Karin Berglund")

    board = rows(desk)

    assert len(board) == 8
    tyreso, salem = board["Tyresö"], board["Salem"]
    assert tyreso["Beslut"] == "klart: § 22 , Tyresö"
    assert (tyreso["Justerat"], tyreso["Granskat"]) == ("klart: 16 feb 2027", "klart: 20 feb 2027")
    assert (salem["Diariefört"], salem["Handläggare"]) == ("klart: KS 2027/64", "klart: Karin Berglund")
    assert (salem["Manusstopp"], salem["Sammanträde"]) == ("på väg: 21 feb 2027", "på väg: 24 feb 2027")
    assert (salem["Beslut"], board["Haninge"]["Sammanträde"]) == ("– inte än", "inte känt")


@pytest.mark.parametrize(
    ("state", "told"),
    [
        (
            lambda p: planned(p, "tyreso", LAST),
            "Sammanträdet var den 16 februari 2027; beslutet är inte registrerat.",
        ),
        (
            lambda p: noted(p, "tyreso", "deadline", LAST),
            "Manusstopp var den 16 februari 2027, och inget diarienummer är känt.",
        ),
        (lambda p: adopt(p, "tyreso", on=LAST, outcome="postponed"), "Ingen ny dag är känd."),
        (
            lambda p: planned(p, "tyreso", date(2027, 3, 2)),
            "Sammanträdet är efter den 26 februari 2027, då svar önskas.",
        ),
        (
            lambda p: adopt(p, "tyreso"),
            "Protokollet skulle ha justerats till den 16 februari 2027; dagen är inte känd.",
        ),
    ],
)
def test_what_is_late_says_why(desk, new, state, told):
    state(new)

    assert told in rows(desk)["Tyresö"][""]
    assert "Försenat i Tyresö." in read(desk, BOARD).texts("p")


def test_nothing_is_late_of_what_is_not_due(desk, new):
    planned(new, "tyreso", SOON)
    adopt(new, "salem", on=LAST)

    assert "Ingenting är försenat." in read(desk, BOARD).texts("p")


def test_when_the_reply_was_wished_for(desk, new):
    with time_machine.travel(NOON + timedelta(days=10), tick=False):
        assert "Svar önskades till den 26 februari 2027." in rows(desk_of(strategist()))["Tyresö"][""]


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ({"outcome": "rejected", "text_change": "not_stated"}, "Avslaget"),
        ({"text_change": "changed"}, "Ändrad text, räknas inte"),
    ],
)
def test_a_no_is_an_answer_and_nothing_more_is_late(new, registrar, stated, said):
    planned(new, "tyreso", date(2027, 3, 9))
    adopt(new, "tyreso", on=LAST, **stated)

    with time_machine.travel(NOON + timedelta(days=10), tick=False):
        desk = desk_of(strategist())
        tyreso, typed = rows(desk)["Tyresö"], boxes(read(desk, LETTER))

    assert tyreso["Beslut"].startswith(f"inte antaget: {said}")
    assert (tyreso["Sammanträde"], tyreso["Diariefört"]) == ("klart: 16 feb 2027", "inte känt")
    assert "önskades" not in tyreso[""] and "Ingen ny dag" not in tyreso[""]
    assert "Tas ärendet upp igen?" in typed["text"]


def test_a_planned_day_is_past_and_not_done_and_one_after_the_decision_never_came(desk, new):
    noted(new, "tyreso", "preparation", LAST - timedelta(days=4))
    noted(new, "tyreso", "deadline", SOON)
    adopt(new, "tyreso", on=LAST)

    tyreso = rows(desk)["Tyresö"]

    assert tyreso["Beredning"] == "har varit: 12 feb 2027"
    assert (tyreso["Manusstopp"], tyreso["Handläggare"]) == ("inte känt", "inte känt")


def test_an_adoption_that_was_passed_on_all_the_same_is_told_as_both(desk, new):
    adopt(new, "tyreso", on=LAST)
    adopt(new, "tyreso", on=TODAY, outcome="to_council", paragraph="12")
    planned(new, "tyreso", SOON, kind="council")

    tyreso = rows(desk)["Tyresö"]

    assert "Antaget av kommunstyrelsen; hos fullmäktige" in tyreso[""]
    assert tyreso["Sammanträde"] == "på väg: 24 feb 2027"


# In touch


@pytest.fixture
def registrar():
    user = UserFactory(email="registrator@tyreso.example.se", last_login=now() - timedelta(days=3))
    Registrar.objects.create(user=user, municipality=Municipality.objects.get(slug="tyreso"))


def test_a_letter_is_suggested_edited_sent_and_kept(desk, new, registrar):
    planned(new, "tyreso", LAST)
    assert "Inget brev är känt" in rows(desk)["Tyresö"]["Kontakt"]
    typed = boxes(read(desk, LETTER))
    assert "tog kommunstyrelsen i Tyresö upp programmet för 2027–2030 den 16 februari 2027" in " ".join(
        typed["text"].split()
    )
    assert typed["text"].strip().endswith("Kim Strateg")

    for _twice in range(2):
        send(desk, LETTER, **typed | {"text": "Hej! Hur gick det?"})

    (letter,) = Letter.objects.all()
    (mail,) = Mail.objects.all()
    assert (letter.text, mail.to) == ("Hej! Hur gick det?", "registrator@tyreso.example.se")
    assert "Hur gick det?" in mail.text
    kept = rows(desk)["Tyresö"]["Kontakt"]
    assert "Vi skrev 20 feb 2027" in kept and "Inloggad 17 feb 2027" in kept
    assert "Hej! Hur gick det?" in read(desk, LETTER).main


def test_a_letter_that_can_not_be_sent_keeps_what_was_typed(desk, new, registrar):
    page = send(desk, LETTER, subject="Om programmet", text="Ring 640823-3234")

    assert "personnummer" in errors(page)
    assert "640823-3234" in boxes(page)["text"]
    assert not Letter.objects.exists() and not Mail.objects.exists()


def test_where_no_address_is_known_the_way_to_one_is_shown(desk, new):
    page = read(desk, LETTER)

    assert "Registret har ingen adress dit." in page.main
    assert "/admin/adoption/municipality/" in page.html


def test_the_mails_of_the_register_itself_are_contact_too(desk, new, registrar):
    adopt(new, *but("tyreso"))
    to, haninge = "Registrator@tyreso.example.se", Municipality.objects.get(slug="haninge")
    mail = Mail.objects.create(message_id="1", to=to, subject="Påminnelse")
    assert "Inget brev är känt" in rows(desk)["Tyresö"]["Kontakt"]  # it hasn't gone out

    Mail.objects.update(sent_at=mail.written_at, due_at=None)
    Registrar.objects.create(user=Registrar.objects.get().user, municipality=haninge)
    salem = Municipality.objects.get(slug="salem")
    Question.objects.create(asked="still_right", municipality=salem, at=NOON - timedelta(days=60))

    board = rows(desk)
    assert "Registret skrev 20 feb 2027" in board["Tyresö"]["Kontakt"]
    assert "Registret skrev 20 feb 2027" in board["Haninge"]["Kontakt"]
    assert "Registret skrev 22 dec 2026" in board["Salem"]["Kontakt"]


# The runway at the desk


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

    assert later.texts_of("runway__answer") == [
        "Då kan programmet börja gälla tidigast den 16 mars 2027, 20 dagar senare än planerat."
    ]
    assert "ingen dag är känd för kommunstyrelsen i Tyresö" in back.texts_of("runway__answer")[0]
    assert again.texts_of("runway__answer") == later.texts_of("runway__answer")
    assert runway(desk, **as_planned).texts_of("runway__answer") == []
    assert "Tidigast den 24 februari 2027" in later.main


def test_the_table_holds_what_the_picture_shows(desk, new):
    adopt(new, "salem", on=LAST)
    planned(new, "tyreso", SOON)
    noted(new, "tyreso", "deadline", SOON - timedelta(days=2))

    page = runway(desk)
    table = {
        cells[0]: cells[1:] for row in page.elements("tr") if (cells := page.texts("th", "td", node=row))
    }

    assert table["Salem"] == ["Antaget", "16 feb 2027", "–", "–"]
    waits = "Väntar på beslut Kommunstyrelsen i Tyresö"
    assert table["Tyresö"] == [waits, "–", "22 feb 2027", "24 feb 2027"]
    assert table["Haninge"][-2:] == ["inte känt", "inte känt"]


def test_a_day_that_has_been_is_told_beside_its_field(desk, new):
    planned(new, "tyreso", SOON)

    page = runway(desk, **{"dag-tyreso": "2027-02-01"})

    assert "har redan varit" in errors(page)
    assert "inte medräknat: bilden visar det som är planerat" in page.texts_of("runway__answer")[0]
    assert boxes(page)["dag-tyreso"] == "2027-02-01"


@pytest.mark.parametrize("address", [BOARD, RUNWAY, LETTER])
def test_a_programme_that_was_not_sent_has_neither(desk, new, address):
    assert read(desk, address.replace("2027-2030", "2023-2026")).status == 404
    assert read(desk, LETTER.replace("tyreso", "kiruna")).status == 404


@pytest.mark.parametrize("address", [BOARD, RUNWAY])
def test_they_ask_as_many_questions_whatever_there_is(desk, new, registrar, address):
    def asked():
        with CaptureQueriesContext(connection) as captured:
            read(desk, address)
        return len(captured)

    adopt(new, "botkyrka")
    planned(new, "salem", SOON)
    before = asked()
    for slug in but("botkyrka", "salem"):
        (decision,) = adopt(new, slug)
        FollowUpFactory(decision=decision)
        noted(new, slug, "number", words="KS 1")

    assert asked() == before
