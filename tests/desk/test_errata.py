"""A slip in a programme that was sent, at the desk (R1b): entered, filled in, answered, corrected."""

import pytest

from adoption.services import restate
from programme.models import Erratum, ErratumAnswer
from programme.services import withdraw
from tests.desk.rooms import boxes, confirmed, desk_of, errors, read, send, strategist
from tests.factories import OFFICE, ErratumFactory, SentFactory, SourceFactory, day

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
WHY = {"correction": "typing_error", "reason": "Fel i protokollet."}


@pytest.fixture
def desk():
    return desk_of(strategist())


@pytest.fixture
def sent():
    return SentFactory(slug="2027-2030", title="Programmet")


@pytest.fixture
def erratum(sent):
    return ErratumFactory(part=goal(sent), stands="Spår", reads="Spår,", told_on=None)


def goal(sent):
    return sent.revision.parts.get(key="infra/1")


def room(erratum, *way):
    return "/".join(["/admin/program/2027-2030/rattelser", str(erratum.entry.fact), *way, ""])


SENT = "/admin/program/2027-2030/"
NEW = f"{SENT}rattelser/ny/"
DECIDED = {"decided_on": "2025-02-04", "paragraph": "§ 14", "minutes": "Protokoll 2025-02-04"}


def typed(sent, **stated):
    words = {"part": goal(sent).pk, "stands": "Spår", "reads": "Spår,", "slip": "punctuation"}
    return words | DECIDED | stated


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ({"reads": "Vägar och spår", "slip": "spelling"}, "Mer än ett ord ändras."),
        ({"reads": "Spår,", "slip": "spelling"}, "ett annat slags fel: skiljetecken"),
    ],
)
def test_what_may_be_no_evident_slip_is_confirmed_with_a_reason(desk, sent, words, told):
    assert told in send(desk, NEW, **typed(sent, **words), step="confirm", seen="9999").main
    assert not Erratum.objects.exists()

    confirmed(desk, NEW, **typed(sent, **words), odd_reason="Kommittén kallar det så.")
    assert Erratum.objects.get().entry.reason == "Kommittén kallar det så."


def test_an_erratum_is_entered_and_says_first_what_the_register_will_say(desk, sent):
    asked = send(desk, NEW, **typed(sent), step="review")
    assert "”Långsiktigt mål 1, Infrastruktur”: ”Spår” ska läsas ”Spår,”." in asked.main
    assert "Ännu inte meddelad kommunerna." in asked.main
    assert "Den frysta texten, dess kontrollsumma och vad som gäller ändras inte." in asked.main
    assert not Erratum.objects.exists()

    done = confirmed(desk, NEW, **typed(sent))

    number = Erratum.objects.get().pk
    assert done.response["Location"] == f"{SENT}#rattelse-{number}"
    page = read(desk, SENT)
    assert f"rattelse-{number}" in page.places
    assert "”Spår” ska läsas ”Spår,”" in page.main
    assert "Beslutad av samarbetskommittén den 4 februari 2025 (§ 14)." in page.main


@pytest.mark.parametrize(
    "wrong, said",
    [
        ({"stands": "Tåg", "reads": "Tåget"}, "Orden står inte så i den frysta texten."),
        ({"reads": "Spår"}, "Orden är desamma."),
        ({"part": ""}, "I vilken text"),
        ({"told_on": "2025-02-03"}, "meddelad innan den beslutades"),
        ({"decided_on": "2025-01-03"}, "inte sänt den dagen"),
        ({"paragraph": "§"}, "paragrafens nummer"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_typed_is_lost(desk, sent, wrong, said):
    page = send(desk, NEW, **typed(sent, **wrong), step="review")

    assert said in errors(page)
    assert boxes(page)["minutes"] == "Protokoll 2025-02-04"


def test_that_the_eight_were_told_is_filled_in_and_another_day_takes_a_reason(desk, erratum):
    as_it_is = {**DECIDED, "slip": "spelling", "minutes": erratum.decided_minutes}

    confirmed(desk, room(erratum, "ratta"), **as_it_is, told_on="2025-02-06")
    assert Erratum.objects.latest("entry").entry.act == "supplement"

    another = as_it_is | {"told_on": "2025-02-07"}
    assert "Välj varför det är fel" in errors(send(desk, room(erratum, "ratta"), **another, step="review"))
    confirmed(desk, room(erratum, "ratta"), **another, **WHY)
    assert Erratum.objects.latest("entry").told_on == day(7)


def test_an_erratum_that_was_never_decided_is_struck_and_can_be_read(desk, erratum):
    confirmed(desk, room(erratum, "ratta"), correction="never_happened", reason="Bara ett förslag.")

    assert "Rättelsen är struken." in read(desk, SENT).main
    assert read(desk, SENT).texts("s") == ["”Spår” ska läsas ”Spår,”"]


ANSWER = {"answer": "changes_substance", "on": "2025-02-08"}


def test_an_answer_takes_a_source_and_disputes_or_accepts(desk, erratum):
    address = room(erratum, "svar", "tyreso")
    assert "Källa: Meddelande från Tyresö kommun" in send(desk, address, **ANSWER, step="review").main

    sourced = ANSWER | {"source": SourceFactory(title="Brev").pk}
    asked = send(desk, address, **sourced, step="review")
    assert "att rättelsen ändrar programmet i sak." in asked.main
    assert "återstår bara att sända ett nytt program." in asked.main
    confirmed(desk, address, **sourced)
    assert "bestridd" in read(desk, SENT).main

    confirmed(desk, address, **ANSWER | {"answer": "accepts"}, **WHY)
    assert ErratumAnswer.objects.latest("entry").entry.act == "correct"
    assert "En av två kommuner har godtagit den." in read(desk, SENT).main


def test_an_answer_from_before_the_municipalities_were_told_is_explained(desk, erratum):
    restate(known=erratum, told_on=day(9), office=OFFICE)
    source = {"source": SourceFactory(title="Brev").pk}

    asked = send(desk, room(erratum, "svar", "tyreso"), **ANSWER, **source, step="review")

    assert "Kommunerna fick veta om rättelsen först den 9 februari 2025." in asked.main


def test_an_answer_that_was_never_given_is_struck_and_may_be_given_again(desk, erratum):
    address, source = room(erratum, "svar", "tyreso"), {"source": SourceFactory().pk}
    confirmed(desk, address, **ANSWER, **source)

    confirmed(desk, address, correction="never_happened", reason="Fel kommun.")
    assert "Ingen av två kommuner" in read(desk, SENT).main

    confirmed(desk, address, **ANSWER, **source, **WHY)
    assert "bestridd" in read(desk, SENT).main


def test_what_is_not_there_is_told(desk, erratum):
    assert read(desk, room(erratum, "svar", "nykvarn")).status == 404
    assert read(desk, f"{SENT}rattelser/999/ratta/").status == 404

    withdraw(revision=erratum.part.revision, on=day(9), why="Ett mål saknades.", office=OFFICE)
    assert desk.get(NEW)["Location"] == SENT
