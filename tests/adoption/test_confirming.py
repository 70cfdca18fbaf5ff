"""What others register for a municipality it is asked to confirm: by a link that needs no account, and does nothing by itself."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from adoption.models import FollowUp
from adoption.services import correct, follow_up, register_decision
from adoption.states import strength_of
from sodertorn.announcing import announces
from sodertorn.journal import Correction
from sodertorn.outbox import Mail
from sodertorn.register import Register
from tests.desk.rooms import desk_of, read, send, strategist
from tests.factories import OFFICE, CaseFactory, DecisionFactory, MunicipalityFactory, UserFactory, day

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def decision():
    MunicipalityFactory(slug="huddinge", contact_email="kommun@huddinge.example.se")
    strategist = UserFactory(email="strateg@example.se", is_staff=True)
    said = {"outcome": "adopted", "on": day(10), "paragraph": "9", "paragraph_kind": "written"}
    return announces(register_decision)(case=CaseFactory(), office=OFFICE, by=strategist, **said)


@pytest.fixture
def link(decision):
    """As it came by mail."""
    letter = Mail.objects.get(to="kommun@huddinge.example.se")
    [address] = re.findall(r"http://127.0.0.1:8000(/stammer-det/\S+)", letter.text)
    return address


def test_opening_the_link_does_nothing(link):
    page = read(Client(), link)

    assert "Kommunstyrelsen i Huddinge antog" in page.main and "§ 9" in page.main.replace("\xa0", " ")
    assert "Ja, det stämmer" in page.main
    assert not FollowUp.objects.exists()
    assert read(Client(), link[:-3] + "x/").status == 404


def test_yes_is_recorded_once_as_the_municipality_s_own_word(link, decision):
    before = read(Client(), f"/beslut/{decision.entry.fact}/").main

    for _time in range(2):
        send(Client(), link, yes="")

    said = FollowUp.objects.get()
    assert (said.step, said.entry.office, said.entry.by) == ("confirmed", "Huddinge kommun", None)
    assert strength_of(Register(), decision) == "stated"
    assert "inte bekräftat av kommunen" in before
    assert ", bekräftat av kommunen den" in read(Client(), f"/beslut/{decision.entry.fact}/").main
    assert "Ni bekräftade det" in read(Client(), link).main


def test_a_strategist_does_not_confirm_for_the_municipality(link):
    desk = desk_of(strategist())

    assert "Bara kommunen kan bekräfta" in read(desk, link).main
    send(desk, link, yes="")

    assert not FollowUp.objects.exists()


def test_a_page_for_the_recipient_alone_is_never_kept(link):
    refused = Client().post(link, {"no": "", "words": ""})

    assert refused.status_code == 200 and "no-store" in refused["Cache-Control"]


def test_no_tells_the_strategist_in_their_words(link):
    assert "Vad är fel?" in send(Client(), link, no="", words="").main
    send(Client(), link, no="", words="Det var § 8.")

    letter = Mail.objects.get(subject__contains="det stämmer inte")
    assert letter.to == "strateg@example.se" and "”Det var § 8.”" in letter.text
    assert not FollowUp.objects.exists()


def test_what_has_changed_since_is_not_confirmed_by_the_old_link(link, decision):
    correct(fact=decision, correction=Correction.TYPING_ERROR, reason="Fel §.", paragraph="8", office=OFFICE)

    page = send(Client(), link, yes="")

    assert not FollowUp.objects.exists()
    assert "har ändrats" in read(Client(), link).main and "Ja, det stämmer" not in read(Client(), link).main
    assert page.response.status_code == 302


def test_a_confirmation_lapses_with_the_entry_that_it_is_about(link, decision):
    send(Client(), link, yes="")
    correct(fact=decision, correction=Correction.TYPING_ERROR, reason="Fel §.", paragraph="8", office=OFFICE)

    assert "inte bekräftat av kommunen" in read(Client(), f"/beslut/{decision.entry.fact}/").main
    assert strength_of(Register(), Register().decisions[decision.entry.fact]) == "other"


def test_only_the_municipality_itself_can_confirm(decision):
    with pytest.raises(ValidationError, match="Bara kommunen själv"):
        follow_up(decision=decision, step="confirmed", on=day(11), office=OFFICE)


def test_what_a_municipality_registers_itself_it_is_not_asked_about(decision):
    Mail.objects.all().delete()
    own = DecisionFactory(case=decision.case, office="Huddinge kommun", paragraph="10", by=UserFactory())

    announces(correct)(
        fact=own,
        correction=Correction.TYPING_ERROR,
        reason="Fel §.",
        paragraph="11",
        office="Huddinge kommun",
        by=UserFactory(),
    )

    assert not Mail.objects.filter(to="kommun@huddinge.example.se").exists()
    assert "av Huddinge kommun" in read(Client(), f"/beslut/{own.entry.fact}/").main
    assert "bekräftat" not in read(Client(), f"/beslut/{own.entry.fact}/").main
