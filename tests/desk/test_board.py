"""The board: what each municipality has done, what is late and why, and a letter to it."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import now

from adoption.confirm_services import object_to
from adoption.models import HandlingOfficer, Letter, Municipality, Registrar
from sodertorn.outbox import Mail
from tests.adoption.renewal import LAST, NOON, TODAY, adopt, but, noted, planned
from tests.desk.rooms import boxes, desk_of, errors, read, send, strategist
from tests.factories import CaseFactory, FollowUpFactory, UserFactory

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
def new(renewed, db):
    return renewed


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
        (lambda p: annulled(p, "tyreso"), "Antagandet är upphävt, och ingen ny dag är känd."),
    ],
)
def test_what_is_late_says_why(desk, new, state, told):
    state(new)

    assert told in rows(desk)["Tyresö"][""]
    assert "Försenat i Tyresö." in read(desk, BOARD).texts("p")


def annulled(placement, slug):
    (decision,) = adopt(placement, slug)
    FollowUpFactory(decision=decision, step="signed", on=LAST)
    FollowUpFactory(decision=decision, step="annulled", on=LAST)


def test_an_annulled_adoption_shows_what_was_done_and_asks_for_a_new_day(desk, new, registrar):
    annulled(new, "tyreso")

    tyreso, letter = rows(desk)["Tyresö"], letter_of(desk)

    assert (tyreso["Sammanträde"], tyreso["Justerat"]) == ("försenat", "klart: 16 feb 2027")
    assert "En domstol har upphävt beslutet, och domen fick laga kraft den 16 februari 2027." in letter
    assert "Vilken dag tar kommunstyrelsen i Tyresö upp programmet för 2027–2030 igen?" in letter
    assert f"/registrera/{CaseFactory(placement=new, slug='tyreso').pk}/" in letter
    planned(new, "tyreso", SOON)
    assert rows(desk)["Tyresö"]["Sammanträde"] == "på väg: 24 feb 2027"


def test_a_decision_that_the_municipality_says_is_wrong_is_not_done(desk, new):
    (decision,) = adopt(new, "tyreso", on=LAST)
    object_to(decision=decision, words="Det var § 10.")

    tyreso = rows(desk)["Tyresö"]

    assert tyreso["Beslut"] == "stämmer inte, svarar kommunen: § 9 , Tyresö"
    assert "Kommunen har svarat att beslutet inte är rätt registrerat." in tyreso[""]
    assert "Hörde av sig 20 feb 2027" in tyreso["Kontakt"]
    lede = "Ingenting är försenat. Tyresö har svarat att beslutet inte är rätt registrerat."
    assert lede in read(desk, BOARD).texts("p")


def test_the_letter_is_about_all_that_the_row_waits_for(desk, new, registrar):
    noted(new, "tyreso", "deadline", LAST)
    planned(new, "tyreso", date(2027, 3, 2))

    letter = letter_of(desk)

    assert "den 2 mars 2027, men svar önskas till den 26 februari 2027. Går det att ta upp" in letter
    assert "Manusstopp var den 16 februari 2027, och registret saknar ärendets diarienummer." in letter


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


def letter_of(desk):
    return " ".join(boxes(read(desk, LETTER))["text"].split())


@pytest.fixture
def registrar():
    user = UserFactory(email="registrator@tyreso.example.se", last_login=now() - timedelta(days=3))
    Registrar.objects.create(user=user, municipality=Municipality.objects.get(slug="tyreso"))


def test_a_letter_is_suggested_edited_sent_and_kept(desk, new, registrar):
    planned(new, "tyreso", LAST)
    assert "Vi har inte skrivit" in rows(desk)["Tyresö"]["Kontakt"]
    typed = boxes(read(desk, LETTER))
    assert "tog kommunstyrelsen i Tyresö upp programmet för 2027–2030 den 16 februari 2027" in letter_of(desk)
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


def test_where_no_address_is_known_the_letter_is_worded_and_printed_and_the_way_to_one_is_shown(desk, new):
    page = read(desk, LETTER)

    assert "Ingen adress är känd. Brevet kan skrivas ut eller kopieras." in page.main
    assert "/admin/adoption/municipality/" in page.html
    typed = boxes(page)
    assert "Vilken dag tar kommunstyrelsen i Tyresö upp programmet för 2027–2030?" in typed["text"]
    assert [button.get("name") for button in page.attributes("button")][-1] == "print"
    printed = send(desk, LETTER, **typed | {"text": "En annan text.", "print": ""})
    assert "<p>En annan text.</p>" in printed.html
    assert "ingen adress till Tyresö kommun" in errors(send(desk, LETTER, **typed))
    assert not Letter.objects.exists()


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
