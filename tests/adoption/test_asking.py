"""The register asks by mail, once, what only the municipality knows; its links need no account and do nothing by themselves."""

import re
from datetime import date, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client

from adoption.asking import still_right
from adoption.asking.still_right import confirmed_on, object_to
from adoption.models import FollowUp, Question, StillRight
from adoption.services import correct, follow_up
from sodertorn.edits import record_edit
from sodertorn.journal import Correction
from sodertorn.outbox import Mail
from tests.desk.rooms import boxes, desk_of, read, send, strategist
from tests.factories import (
    OFFICE,
    DecisionFactory,
    FollowUpFactory,
    MunicipalityFactory,
    SentFactory,
    StillRightFactory,
    UserFactory,
    day,
)

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

ANNOUNCED, LAST = day(20), day(41)  # both Thursdays
NEVER = {"correction": Correction.NEVER_HAPPENED, "reason": "Fel kommun.", "office": OFFICE}


@pytest.fixture
def decision():
    with time_machine.travel(f"{ANNOUNCED}T08:00:00+01:00"):
        UserFactory(email="strateg@example.se", is_staff=True)
        MunicipalityFactory(slug="huddinge", contact_email="kommun@huddinge.example.se")
        decision = DecisionFactory(case__placement=SentFactory(seats=["huddinge"]))
        FollowUpFactory(decision=decision, step="announced", on=ANNOUNCED)
    return decision


def ask(on) -> list[Mail]:
    """What is asked on a day, and by nothing else."""
    Mail.objects.all().delete()
    with time_machine.travel(f"{on}T08:00:00+01:00"), pytest.MonkeyPatch.context() as patch:
        patch.setattr("sodertorn.management.commands.send_mail.send_due", lambda: (0, 0))
        call_command("send_mail")
        call_command("send_mail")
    return list(Mail.objects.filter(to="kommun@huddinge.example.se"))


def links_in(letter: Mail) -> list[str]:
    return re.findall(r"http://127.0.0.1:8000(/(?:overklagat|stammer-uppgifterna)/\S+)", letter.text)


@pytest.fixture
def links(decision):
    """The two links, as they came by mail the day after the last."""
    [letter] = ask(LAST + timedelta(days=1))
    return links_in(letter)


def answer(client: Client, address: str, **typed):  # with the form as it was opened
    return send(client, address, **(boxes(read(client, address)) | typed))


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
    assert "har fått laga kraft" in read(Client(), appealed).main
    assert "Har fått laga kraft" in read(Client(), f"/beslut/{decision.entry.fact}/").main


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


# Still right?


@pytest.fixture
def huddinge(decision):
    return decision.case.body.municipality


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
    correct(fact=fact, **NEVER)
    assert confirmed_on() == {}


def test_what_is_wrong_waits_at_the_desk_until_somebody_has_seen_to_it(huddinge):
    desk = desk_of(strategist())
    send(desk, "/admin/kommuner/", ask=huddinge.code)
    assert "Frågan är skickad till Huddinge kommun" in read(desk, "/admin/kommuner/").main
    [link] = links_in(Mail.objects.get(to="kommun@huddinge.example.se"))

    assert "Vad är fel?" in send(Client(), link, no="", words="").main
    send(Client(), link, no="", words="Kontoret heter numera stadskansliet.")

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

    assert "Vad är fel?" not in read(desk, link).main
    for typed in ({"yes": ""}, {"no": "", "words": "Fel."}):
        answer(desk, link, **typed)

    assert not StillRight.objects.exists() and not Question.objects.exclude(said="").exists()


def test_a_no_that_is_sent_twice_is_kept_and_mailed_once(link):
    client = Client()
    typed = boxes(read(client, link)) | {"no": "", "words": "Fel adress."}
    for _time in range(2):
        send(client, link, **typed)

    assert Question.objects.get().said == "Fel adress."
    assert Mail.objects.filter(subject__contains="stämmer inte").count() == 1


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
