"""The register asks by mail, once, what only the municipality knows; its links need no account and do nothing by themselves."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from adoption.models import FollowUp, Question
from adoption.services import correct, follow_up
from sodertorn.journal import Correction
from sodertorn.outbox import Mail
from tests.adoption.asked_by_mail import LAST, ask, decided_in_huddinge, links_in
from tests.desk.rooms import boxes, desk_of, read, send, strategist
from tests.factories import (
    OFFICE,
    FollowUpFactory,
    day,
)

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

NEVER = {"correction": Correction.NEVER_HAPPENED, "reason": "Fel kommun.", "office": OFFICE}


@pytest.fixture
def decision():
    return decided_in_huddinge()


@pytest.fixture
def links(decision):
    """The two links, as they came by mail the day after the last."""
    [letter] = ask(LAST + timedelta(days=1))
    return links_in(letter)


@pytest.fixture
def the_day_after():
    with time_machine.travel(f"{LAST + timedelta(days=1)}T09:00:00+01:00"):
        yield


def test_it_is_asked_once_the_day_after_the_last(decision):
    assert ask(LAST) == []
    [letter] = ask(LAST + timedelta(days=1))
    assert letter.subject.startswith("Har beslutet överklagats? Kommunstyrelsen i Huddinge antog")
    assert ask(LAST + timedelta(days=2)) == []


def test_until_then_the_decision_s_pages_say_until_when_it_may_be_appealed(decision):
    until = "överklagas till och med den 13 mars 2025"
    pages = (f"/beslut/{decision.entry.fact}/", f"/antagande/{decision.case.revision.slug}/")

    with time_machine.travel(f"{LAST}T08:00:00+01:00"):
        desk = desk_of(strategist())
        seen = [read(Client(), page) for page in pages]
        seen.append(read(desk, f"/admin/beslut/{decision.entry.fact}/"))
        seen.append(read(desk, f"/registrera/{decision.case_id}/"))

    assert all(until in page.main.replace("\xa0", " ") for page in seen)


@pytest.mark.parametrize("step", ["appealed", "legal_force", "judgment", "rescinded"])
def test_what_is_known_is_not_asked(decision, step):
    with time_machine.travel(f"{day(30)}T08:00:00+01:00"):
        FollowUpFactory(decision=decision, step=step, on=day(30))

    assert ask(LAST + timedelta(days=1)) == []


def test_of_old_decisions_and_without_an_address_nothing_is_asked(decision):
    assert ask(LAST + timedelta(days=90)) == []
    decision.case.body.municipality.contact_email = ""
    decision.case.body.municipality.save()
    assert ask(LAST + timedelta(days=1)) == []
    assert not Question.objects.filter(asked="appeal").exists()


def test_no_appeal_is_recorded_once_as_final_since_the_day_after_the_last(links, decision, the_day_after):
    none, appealed = links
    assert "laga kraft den 14" in read(Client(), none).main.replace("\xa0", " ")
    assert FollowUp.objects.count() == 1  # opening it did nothing

    for link in (none, appealed, none):
        send(Client(), link)

    said = FollowUp.objects.latest("entry")
    assert FollowUp.objects.count() == 2
    assert (said.step, said.on, said.entry.office) == (
        "legal_force",
        LAST + timedelta(days=1),
        "Huddinge kommun",
    )
    assert "fick laga kraft den" in read(Client(), appealed).main
    assert "Har fått laga kraft" in read(Client(), f"/beslut/{decision.entry.fact}/").main


def test_the_wrong_answer_is_corrected_through_the_other_link_once(links, decision, the_day_after):
    none, appealed = links
    send(Client(), none)
    assert appealed in read(Client(), none).values("a", "href")
    opened = boxes(read(Client(), appealed))
    assert FollowUp.objects.filter(step="appealed").count() == 0  # opening it did nothing

    for _time in range(2):
        send(Client(), appealed, **opened | {"words": "4711-25"})

    struck, said = FollowUp.objects.order_by("entry")[2:]
    assert (struck.step, struck.entry.void, said.step, said.words) == (
        "legal_force",
        True,
        "appealed",
        "4711-25",
    )
    assert struck.entry.reason == "Kommunen har ändrat sitt svar."
    assert Mail.objects.filter(to="strateg@example.se", subject__startswith="Struket: har fått laga kraft")
    page = read(Client(), none)
    assert "är överklagat" in page.main and "Skriv till oss" in page.main
    assert "Blev det fel?" not in page.main and not page.elements("form")


def test_what_can_no_longer_be_asked_is_not_answered_anew(links, decision, the_day_after):
    """The announcement was a slip: nobody knows until when it could be appealed."""
    send(Client(), links[0])
    announced = FollowUp.objects.get(step="announced")
    correct(fact=announced, **NEVER)

    page = read(Client(), links[1])

    assert "fick laga kraft" in page.main and "Blev det fel?" not in page.main


def test_only_its_own_answer_is_struck_through_a_link(links, decision, the_day_after):
    filed = FollowUpFactory(decision=decision, step="legal_force", on=LAST + timedelta(days=1))

    send(Client(), links[1], strikes=str(filed.pk))

    assert not FollowUp.objects.filter(step="appealed").exists()


def test_what_came_of_an_appeal_stands_on_the_adoption_and_on_the_decision(decision):
    """In the order of days, with what follows from them; a correction beside it hides nothing."""
    pages = (f"/beslut/{decision.entry.fact}/", f"/antagande/{decision.case.revision.slug}/")
    with time_machine.travel(f"{LAST}T08:00:00+01:00"):
        correct(fact=decision, correction="typing_error", reason="Fel §.", paragraph="77", office=OFFICE)
        row = read(Client(), pages[1]).main.replace("\xa0", " ")
        assert "rättat den 13 mars 2025, kan överklagas till och med den 13 mars 2025" in row
    with time_machine.travel(f"{day(120)}T08:00:00+01:00"):
        FollowUpFactory(decision=decision, step="judgment", on=day(110))
        FollowUpFactory(decision=decision, step="appealed", on=day(40))
        one, all_of_them = (read(Client(), page).main.replace("\xa0", " ") for page in pages)

    assert (
        one.index("Överklagat")
        < one.index("Dom")
        < one.index("Det finns en dom, som inte har fått laga kraft")
    )
    assert "överklagat, dom den" in all_of_them and "(inte laga kraft)" in all_of_them


def test_an_appeal_is_recorded_with_what_is_known_and_the_strategists_are_told(links, the_day_after):
    assert "Vilken dag" in send(Client(), links[1], on="i går").main
    send(Client(), links[1], on="", words="4711-26")

    said = FollowUp.objects.latest("entry")
    assert (said.step, said.on, said.words) == ("appealed", None, "4711-26")
    assert Mail.objects.get(to="strateg@example.se", subject__contains="verklagat").subject.startswith(
        "Överklagat: Kommunstyrelsen i Huddinge"
    )
    assert "Överklagade antaganden" in read(desk_of(strategist()), "/admin/").main


def test_what_was_recorded_meanwhile_is_told_in_place_of_the_button(links, decision, the_day_after):
    follow_up(decision=decision, step="taken_down", on=day(25), office=OFFICE)

    send(Client(), links[0])

    page = read(Client(), links[0])
    assert "för tidigt" in page.main and "Inget överklagande har" not in page.main
    assert not FollowUp.objects.filter(step="legal_force").exists()


def test_of_a_decision_that_was_struck_nothing_is_asked_any_longer(links, decision, the_day_after):
    correct(fact=decision, **NEVER)

    assert "struket" in (page := read(Client(), links[0]).main) and "Inget överklagande har" not in page
    assert ask(LAST + timedelta(days=2)) == []


def test_an_appeal_does_not_come_before_the_meeting(links, decision, the_day_after):
    page = send(Client(), links[1], on=str(decision.earliest - timedelta(days=1)), words="")

    assert "Beslutet fattades" in " ".join(page.texts_of("summary"))
    assert not FollowUp.objects.filter(step="appealed").exists()


def test_a_link_has_an_end_and_is_not_the_strategist_s(links, the_day_after):
    send(desk_of(strategist()), links[0])
    assert not FollowUp.objects.filter(step="legal_force").exists()
    assert read(Client(), links[0][:-7] + "inge/").status == 404
    assert read(Client(), links[0].replace(".", "x", 1)).status == 404
    with time_machine.travel(f"{LAST + timedelta(days=200)}T08:00:00+01:00"):
        ended = Client().get(links[0])
    assert ended.status_code == 404 and "halvår" in ended.content.decode()


def test_a_link_does_not_answer_a_question_that_got_its_number_in_a_restored_register(links):
    question = Question.objects.get()
    Question.objects.update(at=question.at + timedelta(minutes=1))

    assert read(Client(), links[0]).status == 404
