"""Municipalities that have not decided are reminded on the days that a strategist has set; then no more."""

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.core.management import call_command

from programme.models import Reminders
from programme.services import withdraw
from sodertorn.outbox import Mail
from tests.factories import OFFICE, DecisionFactory, DetailFactory, MunicipalityFactory, SentFactory, day

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def sent():
    for slug in ("huddinge", "tyreso", "salem"):
        MunicipalityFactory(slug=slug, contact_email=f"kommun@{slug}.example.se")
    return SentFactory(slug="2027-2030", seats=["huddinge", "tyreso", "salem"], answer_by=day(60))


def reminded(number: int) -> set[str]:
    """Who is reminded on a day, and by nothing else."""
    Mail.objects.all().delete()
    with time_machine.travel(day(number).isoformat() + "T08:00:00+01:00"):
        call_command("send_mail")
        call_command("send_mail")
    found = [mail.to.split("@")[1].split(".")[0] for mail in Mail.objects.filter(subject__startswith="Påm")]
    assert len(found) == len(set(found))
    return set(found)


def case_of(sent, slug: str):
    return sent.revision.cases.get(body__municipality__slug=slug)


@pytest.mark.database
def test_who_has_decided_is_reminded_no_more(sent, mailoutbox):
    Reminders.objects.create(revision=sent.revision, days=f"{day(20)}, {day(30)}")
    DecisionFactory(case=case_of(sent, "tyreso"), outcome="postponed", on=day(12))

    assert reminded(19) == set()
    assert reminded(20) == {"huddinge", "tyreso", "salem"}
    assert reminded(21) == set()

    DecisionFactory(case=case_of(sent, "huddinge"), on=day(22))
    DecisionFactory(case=case_of(sent, "salem"), on=day(22), outcome="rejected")
    assert reminded(30) == {"tyreso"}
    assert reminded(40) == set()
    assert "Svar önskas senast den" in mailoutbox[0].body


def test_nobody_is_reminded_in_the_night(sent):
    Reminders.objects.create(revision=sent.revision, days=str(day(20)))

    with time_machine.travel(day(20).isoformat() + "T06:59:00+01:00"):
        call_command("send_mail")
    assert not Mail.objects.filter(subject__startswith="Påm").exists()
    assert len(reminded(20)) == 3


def test_a_day_that_nobody_told_of_is_made_up_for_once(sent):
    Reminders.objects.create(revision=sent.revision, days=f"{day(20)} {day(22)}")

    assert len(reminded(25)) == 3
    assert reminded(26) == set()


def test_of_a_wished_day_that_has_been_it_is_not_said_senast(sent, mailoutbox):
    Reminders.objects.create(revision=sent.revision, days=str(day(70)))

    reminded(70)

    words = mailoutbox[0].body
    assert "Svar önskades till den" in words and "senast" not in words


def test_of_a_withdrawn_programme_nobody_is_reminded(sent):
    Reminders.objects.create(revision=sent.revision, days=str(day(20)))
    withdraw(revision=sent.revision, on=day(15), why="Nytt förslag.", office=OFFICE)

    assert reminded(20) == set()


def test_the_words_are_the_strategist_s_and_the_number_the_municipality_s(sent, mailoutbox):
    DetailFactory(case=case_of(sent, "tyreso"), detail="number", words="KS-2026/64", on=None)
    Reminders.objects.create(revision=sent.revision, days=str(day(20)), text="Hej {kommun}!")

    reminded(20)

    [letter] = [mail for mail in mailoutbox if "tyreso" in mail.to[0]]
    assert letter.subject.endswith("(KS-2026/64)") and "Hej Tyresö!" in letter.body


@pytest.mark.parametrize(
    "stated, field",
    [({"days": "i morgon"}, "days"), ({"days": str(day(1))}, "days"), ({"text": "{komun}"}, "text")],
)
def test_what_cannot_be_is_told_beside_its_field(sent, stated, field):
    with time_machine.travel(day(10)), pytest.raises(ValidationError) as refused:
        Reminders(revision=sent.revision, **stated).full_clean()

    assert set(refused.value.message_dict) == {field}


def test_a_day_that_has_been_may_stay(sent):
    row = Reminders.objects.create(revision=sent.revision, days=str(day(5)))
    row.days = f"{day(20)}, {day(5)}"

    with time_machine.travel(day(10)):
        row.full_clean()

    assert row.days == f"{day(5)}, {day(20)}"
