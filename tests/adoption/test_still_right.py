"""Once a year each municipality is asked whether what the register knows of it is right."""

from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client

from adoption.asking import still_right
from adoption.asking.links import token_of
from adoption.asking.still_right import confirmed_on, object_to
from adoption.models import Question, StillRight
from adoption.services import correct
from sodertorn.edits import record_edit
from sodertorn.journal import Correction
from sodertorn.outbox import Mail
from tests.adoption.asked_by_mail import ANNOUNCED, answer, ask, decided_in_huddinge, links_in
from tests.desk.rooms import boxes, desk_of, read, send, strategist
from tests.factories import OFFICE, MunicipalityFactory, StillRightFactory

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def huddinge():
    return decided_in_huddinge().case.body.municipality


def test_each_is_asked_once_a_year_and_a_click_is_its_answer(huddinge):
    now = ANNOUNCED
    assert ask(now) == []  # the register is new
    [letter] = ask(now + timedelta(days=366))
    assert "kommun@huddinge.example.se" in letter.text
    assert ask(now + timedelta(days=400)) == []

    [link] = links_in(letter)
    with time_machine.travel(f"{now + timedelta(days=401)}T08:00:00+01:00"):
        assert "kommun@huddinge.example.se" in read(Client(), link).main
        assert not StillRight.objects.exists()
        for _time in range(2):
            answer(Client(), link, yes="")
        assert "Ni bekräftade uppgifterna" in read(Client(), link).main

    said = StillRight.objects.get()
    assert (said.entry.office, confirmed_on()) == ("Huddinge kommun", {huddinge.code: said.on})
    assert ask(now + timedelta(days=700)) == []
    assert len(ask(now + timedelta(days=401 + 366))) == 1


def test_one_that_was_a_mistake_is_struck(huddinge):
    fact = StillRightFactory(municipality=huddinge)
    correct(fact=fact, correction=Correction.NEVER_HAPPENED, reason="Fel kommun.", office=OFFICE)
    assert confirmed_on() == {}


def test_what_is_wrong_waits_at_the_desk_until_somebody_has_seen_to_it(huddinge):
    desk = desk_of(strategist())
    send(desk, "/admin/kommuner/", ask=huddinge.code)
    assert "Frågan är skickad till Huddinge kommun" in read(desk, "/admin/kommuner/").main
    [link] = links_in(Mail.objects.get(to="kommun@huddinge.example.se"))

    assert "Rätta eller fyll i något" in answer(Client(), link, no="").main
    answer(Client(), link, no="", office="stadskansliet")

    assert "uppgifterna stämmer inte" in Mail.objects.filter(to="strateg@example.se").get().subject
    assert "Uppgifter om kommuner som inte stämmer" in read(desk, "/admin/").main
    assert "stadskansliet" in read(desk, "/admin/kommuner/").main
    answer(desk, "/admin/kommuner/", settled=str(Question.objects.get(asked="still_right").pk))
    assert "stadskansliet" not in read(desk, "/admin/kommuner/").main
    object_to(question=Question.objects.get(asked="still_right"), words="Och adressen.")
    assert "Och adressen." in read(desk, "/admin/kommuner/").main


@pytest.fixture
def link(huddinge):
    """The link of a question to Huddinge."""
    still_right.ask(huddinge)
    [found] = links_in(Mail.objects.get(to="kommun@huddinge.example.se"))
    return found


def test_a_strategist_gives_neither_answer_in_its_name(link):
    desk = desk_of(strategist())

    assert "Skicka till samverkansstrategen" not in read(desk, link).main
    for typed in ({"yes": ""}, {"no": "", "more": "Fel."}):
        answer(desk, link, **typed)

    assert not StillRight.objects.exists() and not Question.objects.exclude(said="").exists()


def test_a_no_that_is_sent_twice_is_kept_and_mailed_once(link):
    client = Client()
    typed = boxes(read(client, link)) | {"no": "", "more": "Fel adress."}
    for _time in range(2):
        send(client, link, **typed)

    assert Question.objects.get().said == "Fel adress."
    assert Mail.objects.filter(subject__contains="stämmer inte").count() == 1


def test_the_last_answer_is_the_one_that_stands_and_is_shown_again(huddinge, link):
    desk = desk_of(strategist(email="strateg2@example.se"))
    answer(Client(), link, yes="")
    answer(Client(), link, no="", more="Fel adress.")

    page = read(Client(), link).main
    assert "Fel adress." in page and "Ni bekräftade" not in page
    assert "nej, något är fel" in read(desk, "/admin/kommuner/").main

    opened = boxes(read(Client(), link))
    object_to(question=Question.objects.get(), words="Fel webbplats.")
    send(Client(), link, **opened | {"yes": ""})
    assert Question.objects.get().said  # more was said than what was read

    answer(Client(), link, yes="")
    page = read(Client(), link).main
    assert "Ni bekräftade" in page and "Fel adress." not in page
    assert "nej, något är fel" not in read(desk, "/admin/kommuner/").main
    assert "Fel adress." in Mail.objects.filter(subject__contains="stämmer ändå").first().text


def test_yes_is_about_what_was_read(huddinge, link):
    """Somebody edits what is known while the page is open; an earlier yes of the day is not about that either."""
    answer(Client(), link, yes="")
    opened = boxes(read(Client(), link))

    def save():
        huddinge.contact_email = "ny@huddinge.example.se"
        huddinge.save()

    record_edit(row=huddinge, office=OFFICE, save=save)
    page = send(Client(), link, **opened | {"yes": ""}).main
    assert "ny@huddinge.example.se" in page and "ändrats" in page
    assert StillRight.objects.count() == 1

    answer(Client(), link, yes="")
    assert StillRight.objects.count() == 2


def test_what_should_read_otherwise_is_told_beside_what_it_is_now(huddinge, link):
    answer(
        Client(), link, no="", contact_email="ny@huddinge.example.se", website="https://huddinge.example.se"
    )

    assert Question.objects.get().said == (
        "Hit skickar vi brev: ”ny@huddinge.example.se”, inte ”kommun@huddinge.example.se”\n"
        "Er webbplats: ”https://huddinge.example.se”"
    )
    assert "giltig e-postadress" in answer(Client(), link, no="", contact_email="ny").main
    huddinge.refresh_from_db()
    assert huddinge.contact_email == "kommun@huddinge.example.se"  # the strategist sees to it


def test_what_the_office_edited_meanwhile_is_not_put_in_the_municipality_s_mouth(huddinge, link):
    opened = boxes(read(Client(), link))

    def save():
        huddinge.website = "https://ny.huddinge.example.se"
        huddinge.save()

    record_edit(row=huddinge, office=OFFICE, save=save)
    send(Client(), link, **opened | {"no": "", "paper": "tjänsteskrivelse"})

    assert Question.objects.get().said == "Så heter beslutsunderlaget hos er: ”tjänsteskrivelse”"


def test_of_a_municipality_of_which_nothing_is_known_it_is_not_asked_whether_all_is_right():
    """Only its registrar's address is known."""
    own = MunicipalityFactory(slug="salem", contact_email="")
    question = Question.objects.create(asked="still_right", municipality=own)

    page = read(Client(), f"/stammer-uppgifterna/{token_of(question)}/").main

    assert "Fyll i det ni vet" in page and "Ja, det som står stämmer" not in page


def test_only_what_was_read_is_settled(link):
    desk, question = desk_of(strategist()), Question.objects.get()
    object_to(question=question, words="Fel adress.")
    typed = boxes(read(desk, "/admin/kommuner/")) | {"settled": str(question.pk)}
    object_to(question=question, words="Fel webbplats.")

    send(desk, "/admin/kommuner/", **typed)

    assert "Fel webbplats." in read(desk, "/admin/kommuner/").main


def test_what_was_wrong_is_forgotten_a_month_after_it_was_settled(link):
    object_to(question=Question.objects.get(), words="Fel.")
    still_right.settle(question=Question.objects.get(), length=4)
    for days, said in ((29, "Fel."), (31, "")):
        ask(date.today() + timedelta(days=days))
        assert Question.objects.get().said == said
