"""A municipality fills in the day, the § and the minutes of an older decision by the link in the mail, without an account."""

import re
from datetime import timedelta
from hashlib import sha256

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from adoption.asking.past import ask_for_the_past
from adoption.confirm_services import token_of
from adoption.models import Decision, Letter, PublishedMinutes
from adoption.services import supplement
from sodertorn.desk.uploads import kept
from sodertorn.outbox import Mail
from sodertorn.register import Register
from tests.desk.rooms import boxes, desk_of, errors, read, send, strategist
from tests.factories import OFFICE, CaseFactory, DecisionFactory, TranscriptFactory, day
from tests.pages.site import Page
from tests.pdf_files import saying, upload

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

MAILBOX = "kommun@tyreso.example.se"
MINUTES = "https://tyreso.example.se/protokoll.pdf"


@pytest.fixture(autouse=True)
def day_twenty():
    with time_machine.travel(f"{day(20)}T12:00:00+01:00", tick=False):
        yield


@pytest.fixture
def old(request):
    """Tyresö adopted an older programme some day before day 8."""
    kind = getattr(request, "param", "board")
    case = CaseFactory(placement=TranscriptFactory(seats=["tyreso"]), slug="tyreso", kind=kind)
    own = case.body.municipality
    own.contact_email = MAILBOX
    own.save()
    return DecisionFactory(case=case, on=None, latest=day(8), paragraph="", paragraph_kind="not_known")


@pytest.fixture
def link(old):
    """The one in the mail that asks for it."""
    own = old.case.body.municipality
    asker = strategist(email="strateg@example.se")
    ask_for_the_past(register=Register(), municipalities=[own.pk], text="Hej!", by=asker)
    [there] = re.findall(r"http://127.0.0.1:8000(/aldre-beslut/\S+)", Mail.objects.get(to=MAILBOX).text)
    Mail.objects.all().delete()
    return there


def filled_in(client, link, **typed) -> Page:
    asked = send(client, link, **boxes(read(client, link)) | {"step": "review"} | typed)
    assert "Stämmer det här?" in asked.html, errors(asked)
    return Page(client.post(link, boxes(asked) | {"step": "confirm"}, follow=True))


def stands(old) -> Decision:
    return Register().decisions[old.entry.fact]


def test_two_fields_and_a_link_are_filled_in_without_an_account(client, old, link):
    page = read(client, link)
    assert [
        name for name in boxes(page) if name in ("on", "paragraph", "source_url", "extract", "numbers")
    ] == [
        "on",
        "paragraph",
        "source_url",
    ]

    done = filled_in(client, link, on=day(5).isoformat(), paragraph="9", source_url=MINUTES)

    decision = stands(old)
    assert (decision.latest, decision.paragraph) == (day(5), "9")
    assert (decision.entry.office, decision.entry.by, decision.entry.act) == (
        "Tyresö kommun",
        None,
        "supplement",
    )
    [source] = {one.source for one in Register().sources_of(old.entry.fact) if one.source.url}
    assert source.url == MINUTES and source.municipality == old.case.body.municipality
    assert PublishedMinutes.objects.get().url == MINUTES
    assert "5 februari 2025 (§ 9)" in done.main
    assert f"bekraftelse/{decision.pk}" in Mail.objects.filter(to=MAILBOX).values_list("encloses", flat=True)
    assert Mail.objects.filter(to="strateg@example.se", subject__startswith="Kompletterat: ").exists()
    assert not Mail.objects.filter(subject__startswith="Stämmer det").exists()


@pytest.mark.parametrize("old", ["unnamed"], indirect=True)
def test_which_body_decided_is_not_answered_for_the_municipality(client, old, link):
    choices = [box for box in read(client, link).attributes("input") if box.get("name") == "body"]
    assert len(choices) == 2 and not any("checked" in box for box in choices)

    filled_in(client, link, paragraph="9", body="")

    assert stands(old).case.body.kind == "unnamed"


def test_the_link_is_carried_out_once(client, old, link):
    filled_in(client, link, on=day(5).isoformat())
    first = stands(old)

    again = Page(client.post(link, {"on": day(6).isoformat(), "step": "confirm"}))

    assert stands(old) == first and first.latest == day(5)
    assert "Uppgifterna är kommunens egna nu" in again.main
    assert f"/registrera/{old.case_id}/beslut/{old.entry.fact}/" in again.values(
        "a", "href"
    )  # the § lacks still


def test_opening_it_does_nothing_and_it_ends(client, old, link):
    for _scanner in range(3):
        response = client.get(link)
    assert response.status_code == 200 and "no-store" in response["Cache-Control"]
    assert stands(old) == old

    with time_machine.travel(timezone.now() + timedelta(days=181)):
        page = send(Client(), link, on=day(5).isoformat(), step="confirm")
    assert "går inte längre att svara på här" in page.main and stands(old) == old


def test_what_the_office_fills_in_meanwhile_ends_it(client, old, link):
    opened = boxes(read(client, link))
    supplement(fact=old, office=OFFICE, paragraph="7", paragraph_kind="written")

    page = send(client, link, **opened | {"on": day(5).isoformat(), "step": "confirm"})

    assert "går inte längre att svara på här" in page.main and not stands(old).exact


@pytest.mark.parametrize("typed", [{}, {"on": day(9).isoformat()}, {"source_url": "javascript:alert(1)"}])
def test_what_says_nothing_or_what_the_sources_rule_out_is_refused(client, old, link, typed):
    page = send(client, link, step="confirm", **typed)

    assert errors(page) and stands(old) == old


def test_no_file_is_taken_from_one_without_an_account(client, old, link):
    file = saying("En fil som ingen bad om")

    client.post(link, {"on": day(5).isoformat(), "step": "review", "extract": upload(file)})

    assert not kept(sha256(file).hexdigest())


def test_whoever_has_it_answers_for_the_municipality_so_the_desk_never_sees_it(old, link):
    office = desk_of(strategist())

    page = read(office, link)
    assert "Bara kommunen kan" in page.main and "on" not in boxes(page)
    send(office, link, on=day(5).isoformat(), step="confirm")

    assert stands(old) == old
    assert "/aldre-beslut/" not in Letter.objects.get().text
    assert "/registrera/" in Letter.objects.get().text


def test_its_mail_is_private(old):
    ask_for_the_past(
        register=Register(), municipalities=[old.case.body.municipality_id], text="Hej!", by=strategist()
    )

    assert Mail.objects.get(to=MAILBOX).private


@pytest.mark.parametrize("token", ["1.x", "x", "of another question"])
def test_what_is_no_link_of_ours_is_not_there(client, old, token):
    token = token_of(old) if token == "of another question" else token

    assert client.get(f"/aldre-beslut/{token}/").status_code == 404
