"""Whom the register tells what, by mail, in the act that it tells of."""

import pytest
import time_machine
from django.core.management import call_command

from adoption.models import CaseDetail, Registrar
from adoption.services import correct, follow_up, register, register_decision, supplement
from programme.models import Placement
from sodertorn import mail
from sodertorn.announcing import announces
from sodertorn.journal import Correction
from sodertorn.outbox import Mail
from tests.desk.decided import NEW, message
from tests.desk.rooms import confirmed, desk_of, send
from tests.factories import (
    OFFICE,
    DecisionFactory,
    FollowUpFactory,
    MunicipalityFactory,
    SentFactory,
    UserFactory,
    day,
)

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture(autouse=True)
def day_twelve():
    with time_machine.travel(day(12).isoformat() + "T12:00:00+01:00", tick=False):
        yield


@pytest.fixture
def strategist(db):
    return UserFactory(email="strateg@example.se", is_staff=True)


@pytest.fixture
def offices(strategist):
    """A registrar and a mailbox in Huddinge, a mailbox in Tyresö; nobody is known in Salem."""
    huddinge = MunicipalityFactory(slug="huddinge", contact_email="kommun@huddinge.example.se")
    registrar = UserFactory(email="registrator@huddinge.example.se")
    Registrar.objects.create(user=registrar, municipality=huddinge)
    Registrar.objects.create(user=UserFactory(is_active=False), municipality=huddinge)
    MunicipalityFactory(slug="tyreso", contact_email="kommun@tyreso.example.se")


ALL = {"strateg@example.se", "kommun@huddinge.example.se", "registrator@huddinge.example.se"}
ALL |= {"kommun@tyreso.example.se"}


def letters(words: str) -> list[Mail]:
    return [m for m in Mail.objects.order_by("pk") if words in m.subject]


def to(words: str) -> set[str]:
    found = [m.to for m in letters(words)]
    assert len(found) == len(set(found))
    return set(found)


def decide(case, by, **stated):
    usual = {"outcome": "adopted", "text_change": "unchanged", "on": day(10), "office": OFFICE}
    said = usual | {"paragraph": "7", "paragraph_kind": "written"} | stated
    return announces(register_decision)(case=case, by=by, **said)


def cases_of(sent: Placement) -> dict:
    return {case.body.seat: case for case in sent.revision.cases.all()}


def test_each_municipality_is_sent_what_it_shall_adopt_with_its_letter(offices, strategist):
    announces(SentFactory)(slug="2027-2030", seats=["huddinge", "tyreso", "salem"], by=strategist)

    assert to("För antagande") == ALL - {"strateg@example.se"}
    words = next(m.text for m in letters("För antagande") if "tyreso" in m.to)
    assert "http://127.0.0.1:8000/antagande/2027-2030/handlingar/tyreso/missiv.pdf" in words
    assert "/registrera/" in words


def test_the_strategist_is_told_of_each_decision_with_its_reference_number(offices, strategist):
    case = cases_of(SentFactory(slug="2027-2030"))["huddinge"]
    register(fact=CaseDetail(case=case, detail="number", words="KS-2026/64"), office=OFFICE)

    decide(case, strategist)

    [letter] = letters("Registrerat")
    assert letter.to == strategist.email
    assert letter.subject.endswith(" den 10 februari 2025 (§ 7) (KS-2026/64)")
    assert f"Registrerat av {OFFICE}" in letter.text


def test_a_changed_text_is_told_at_once_as_one_that_does_not_count(offices, strategist):
    decide(cases_of(SentFactory())["huddinge"], strategist, text_change="changed")

    [letter] = letters("Texten är ändrad")
    assert letter.to == strategist.email and "räknas inte" in letter.text


def test_a_doubtful_adoption_asks_for_a_ruling(offices, strategist):
    decide(cases_of(SentFactory())["huddinge"], strategist, delegated=True)

    [letter] = letters("Registrerat")
    assert "/avgor" in letter.text


def test_what_was_read_from_a_file_tells_nobody_anything(offices):
    decide(cases_of(SentFactory())["huddinge"], None)

    assert not Mail.objects.exists()


def test_asking_what_the_register_would_say_writes_no_mail(offices, strategist):
    SentFactory(slug="2027-2030", adopted_by=["huddinge"])
    desk = desk_of(strategist)

    asks = send(desk, NEW, **message())
    assert "Stämmer det här?" in asks.text and not Mail.objects.exists()

    confirmed(desk, NEW, **message())
    assert to("Registrerat") == {strategist.email}


def test_when_all_have_adopted_all_are_told_but_that_it_applies_waits_for_the_check(offices, strategist):
    sent = SentFactory(slug="2027-2030", adopted_by=["huddinge"])

    last = decide(cases_of(sent)["tyreso"], strategist)

    assert to("har antagit") == ALL
    assert to("gäller") == ALL
    waiting = Mail.objects.held().values_list("to", flat=True)
    assert {*waiting} == ALL - {strategist.email}
    assert "enligt registrerade beslut" in letters("har antagit")[0].text

    for decision in (last, sent.revision.cases.get(body__municipality__slug="huddinge").decisions.get()):
        assert Mail.objects.held().exists()
        announces(follow_up)(decision=decision, step="checked", office=OFFICE, by=UserFactory())
    assert not Mail.objects.held().exists()


def test_what_is_checked_already_is_told_at_once(offices, strategist):
    sent = SentFactory(slug="2027-2030", adopted_by=["huddinge", "tyreso"], not_before=day(20))
    for case in cases_of(sent).values():
        FollowUpFactory(decision=case.decisions.get(), step="checked", on=day(11))

    with time_machine.travel(day(20).isoformat() + "T00:05:00+01:00"):
        call_command("announce")

    assert to("gäller") == ALL and not Mail.objects.held().exists()


def test_nobody_is_told_that_it_applies_when_that_was_a_mistake(offices, strategist):
    sent = SentFactory(slug="2027-2030", adopted_by=["huddinge"])
    last = decide(cases_of(sent)["tyreso"], strategist)

    announces(follow_up)(decision=last, step="annulled", on=day(11), office=OFFICE, by=strategist)

    assert not Mail.objects.held().exists()
    assert to("Upphävt av domstol") == ALL
    assert "inte längre" in letters("Upphävt")[0].text


def test_all_have_adopted_is_told_once(offices, strategist):
    sent = SentFactory(slug="2027-2030", adopted_by=["huddinge", "tyreso"])
    DecisionFactory(case=cases_of(sent)["huddinge"], on=day(11), paragraph="8")

    decide(cases_of(sent)["huddinge"], strategist, on=day(12), paragraph="9")

    assert letters("har antagit") == []


def test_the_strategist_is_told_what_a_municipality_itself_says_anew(offices, strategist):
    decision = decide(
        cases_of(SentFactory())["huddinge"], strategist, paragraph="", paragraph_kind="not_known"
    )
    Mail.objects.all().delete()
    own = {"office": "Huddinge kommun", "by": UserFactory()}

    announces(supplement)(fact=decision, paragraph="7", paragraph_kind="written", **own)
    assert to("Kompletterat") == {strategist.email} and not to("Stämmer det")

    announces(follow_up)(decision=decision, step="appealed", on=day(11), **own)
    announces(follow_up)(decision=decision, step="signed", on=day(11), **own)
    announces(follow_up)(decision=decision, step="judgment", on=day(11), office=OFFICE, by=strategist)
    assert [m.to for m in letters("verklagat")] == [strategist.email]
    assert not letters("ustera") and not letters("Dom")


def test_who_was_told_of_an_end_is_told_when_it_ends_or_was_a_mistake(offices, strategist):
    sent = SentFactory(slug="2027-2030", adopted_by=["huddinge", "tyreso"])
    who = {"office": OFFICE, "by": strategist}
    decision = cases_of(sent)["huddinge"].decisions.get()

    inhibition = announces(follow_up)(decision=decision, step="inhibition", on=day(11), **who)
    announces(follow_up)(decision=decision, step="inhibition_lifted", lifts=inhibition, on=day(12), **who)
    assert to("Inhibitionen upphävd") == to("Inhiberat, från") == ALL

    annulled = announces(follow_up)(decision=decision, step="annulled", on=day(12), **who)
    why = {"correction": Correction.NEVER_HAPPENED, "reason": "Fel kommun."}
    announces(correct)(fact=annulled, **why, **who)
    assert to("Struket: upphävt av domstol") == ALL
    assert "Fel kommun." in letters("Struket")[0].text


def test_that_all_have_adopted_is_told_once_on_the_day_from_which_the_last_adoption_is(offices, strategist):
    sent = SentFactory(slug="2027-2030", adopted_by=["huddinge"])
    decide(cases_of(sent)["tyreso"], strategist, starts=day(20))
    assert letters("har antagit") == []

    for number in (19, 21, 22):  # nobody asked on the day itself
        with time_machine.travel(day(number).isoformat() + "T00:05:00+01:00"):
            call_command("announce")
            assert to("har antagit") == (ALL if number > 20 else set())


def test_that_it_applies_the_municipalities_are_told_once_however_much_clearer_since_becomes(
    offices, strategist
):
    sent = SentFactory(slug="2027-2030", seats=["huddinge", "tyreso"])
    who = {"office": OFFICE, "by": strategist}
    bounds = {"on": None, "earliest": day(8), "latest": day(10)}
    for case in cases_of(sent).values():
        decision = decide(case, strategist, **bounds)

    assert Mail.objects.held().count() == 3
    announces(supplement)(fact=decision, earliest=day(9), **who)
    assert Mail.objects.held().count() == 3  # with what is known now

    mail.release(held_for="2027-2030", by=strategist)
    announces(supplement)(fact=decision, earliest=day(10), **who)
    assert not Mail.objects.held().exists()
    told = [m for m in letters("gäller") if m.to == "kommun@tyreso.example.se"]
    assert len(told) == 1 and len([m for m in letters("gäller") if m.to == strategist.email]) == 3


def test_what_is_held_goes_out_after_any_act_that_lets_all_be_checked(offices, strategist):
    sent = SentFactory(slug="2027-2030", adopted_by=["huddinge"])
    doubtful = decide(cases_of(sent)["tyreso"], strategist, on=day(9), paragraph="5")
    plain = decide(cases_of(sent)["tyreso"], strategist, on=day(10))
    for decision in (plain, cases_of(sent)["huddinge"].decisions.get()):
        announces(follow_up)(decision=decision, step="checked", office=OFFICE, by=UserFactory())
    assert Mail.objects.held().exists()

    why = {"correction": Correction.NEVER_HAPPENED, "reason": "Fel kommun.", "office": OFFICE}
    announces(correct)(fact=doubtful, by=strategist, **why)

    assert not Mail.objects.held().exists()
    assert "kommun@tyreso.example.se" in to("gäller")
