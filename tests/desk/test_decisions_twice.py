"""The same decision leads to the first, and a further one asks whether it takes back what stands."""

from importlib import import_module

import pytest
from django.test import Client

from adoption.models import Decision, FollowUp
from sodertorn.journal import Entry
from sodertorn.register import Register
from tests.desk.decided import NEW, held, message, of_tyreso, says
from tests.desk.rooms import confirmed, desk_of, errors, read, send, strategist
from tests.factories import DecisionFactory, FollowUpFactory, day

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def desk(programme) -> Client:
    return desk_of(strategist(name="Strateg"))


def review(desk, **other):
    return send(desk, NEW, step="review", seen="99999", **message(**other))


# Twice


def test_the_same_decision_again_leads_to_the_first(desk):
    confirmed(desk, NEW, **message())
    (first,) = of_tyreso()
    before = Entry.objects.count()

    again = review(desk)

    assert again.response.url == f"/admin/beslut/{first.entry.fact}/"
    assert f"Beslutet är redan registrerat (händelse {first.pk})." in read(desk, again.response.url).main
    assert Entry.objects.count() == before


def test_a_second_press_of_the_button_records_nothing(desk):
    sent = {"step": "confirm", "seen": "99999"} | message()
    send(desk, NEW, **sent)
    before = Entry.objects.count()

    assert send(desk, NEW, **sent).status == 302
    assert Entry.objects.count() == before


def test_what_somebody_else_recorded_meanwhile_is_shown_before_it_goes_on(desk, programme):
    seen = held(read(desk, NEW))["seen"]
    DecisionFactory(case__placement=programme, case__slug="salem", paragraph="31")

    page = send(desk, NEW, step="confirm", seen=seen, **message())

    assert "Kommunstyrelsen i Salem antog" in page.main
    assert of_tyreso() == []


def meanwhile(monkeypatch, programme, where: str) -> None:
    """Somebody else records Salem's decision the first time that a page has done something it does."""
    module, _dot, name = where.rpartition(".")
    does = getattr(import_module(module), name)

    def overtaken(*args):
        done = does(*args)
        if not Decision.objects.filter(paragraph="31").exists():
            DecisionFactory(case__placement=programme, case__slug="salem", paragraph="31")
        return done

    monkeypatch.setattr(where, overtaken)


def test_what_was_recorded_while_the_form_was_made_is_shown(desk, programme, monkeypatch):
    meanwhile(monkeypatch, programme, "adoption.desk.views.newest_first")
    seen = held(read(desk, NEW))["seen"]

    page = send(desk, NEW, step="confirm", seen=seen, **message())

    assert "Kommunstyrelsen i Salem antog" in page.main
    assert of_tyreso() == []


def test_what_was_recorded_while_the_confirmation_was_made_is_shown(desk, programme, monkeypatch):
    meanwhile(monkeypatch, programme, "sodertorn.desk.acts.news")
    seen = held(review(desk))["seen"]

    page = send(desk, NEW, step="confirm", seen=seen, **message())

    assert "Kommunstyrelsen i Salem antog" in page.main
    assert of_tyreso() == []


# A further decision where one stands


@pytest.fixture
def adopted(programme):
    return DecisionFactory(case__placement=programme, case__slug="tyreso", on=day(5), paragraph="9")


def test_the_form_asks_whether_the_first_is_taken_back(desk, adopted):
    page = review(desk, paragraph="20")

    asked = "Tar det nya beslutet tillbaka beslutet den 5 februari 2025 § 9?"
    assert f"{asked} Svara på om" in errors(page)
    assert asked in page.texts("legend")


def test_one_that_may_be_the_one_whose_day_was_not_known_is_asked_about_first(desk, programme):
    known = DecisionFactory(
        case__placement=programme, case__slug="tyreso", on=None, earliest=day(1), latest=day(20), paragraph=""
    )

    page = review(desk, paragraph="20")

    assert "Registret vet redan att kommunen har antagit programmet" in errors(page)
    ways = [button.get("formaction") for button in page.attributes("button")]
    assert ways.index(f"/admin/beslut/{known.pk}/komplettera/") < len(ways) - 1


def test_what_is_taken_back_ends_on_the_day_of_the_new_one(desk, adopted):
    confirmed(desk, NEW, **message(outcome="rejected", text_change="", takes_back=str(adopted.pk)))

    end = FollowUp.objects.get(step="rescinded")
    assert (end.decision, end.on) == (adopted, day(10))
    assert Register().late.adoption("2027-2030", "tyreso", day(11)) is None


def test_what_is_not_taken_back_stands(desk, adopted):
    confirmed(desk, NEW, **message(outcome="noted", text_change="", takes_back="no"))

    assert not FollowUp.objects.filter(step="rescinded").exists()


def test_an_adoption_that_has_ended_is_not_asked_about(desk, adopted):
    FollowUpFactory(decision=adopted, step="annulled", on=day(8))

    assert says(review(desk, paragraph="20"))[1].startswith("Sjätte av åtta")


def test_the_same_decision_again_is_not_asked_about_either(desk, adopted):
    assert review(desk, on=day(5).isoformat(), paragraph="9").response.url == f"/admin/beslut/{adopted.pk}/"


def test_what_is_the_same_decision_goes_on_as_a_supplement_with_all_that_was_typed(desk, adopted):
    page = review(desk, paragraph="20", text="Kommunstyrelsen antar programmet.")
    way = next(b["formaction"] for b in page.attributes("button") if "formaction" in b)

    typed = message(paragraph="20", text="Kommunstyrelsen antar programmet.")
    further = send(desk, way, step="edit", seen=held(page)["seen"], **typed)

    assert way == f"/admin/beslut/{adopted.pk}/komplettera/"
    assert "Komplettera beslutet" in further.texts("h1")
    assert "Kommunstyrelsen antar programmet." in held(further)["text"]


def test_two_decisions_whose_paragraphs_nobody_knows_are_two(desk, programme):
    first = {"case__placement": programme, "case__slug": "tyreso", "on": day(10)}
    DecisionFactory(
        outcome="postponed", text_change="not_stated", document="not_stated", paragraph="", **first
    )

    confirmed(desk, NEW, odd_reason="De beslutade två gånger.", **message(paragraph=""))

    assert len(of_tyreso()) == 2
