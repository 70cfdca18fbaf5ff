"""Asking by mail, as the tests of it do: a decision to ask about, a day's letters, the links in them, an answer."""

import re

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client

from sodertorn.outbox import Mail
from tests.desk.rooms import boxes, read, send
from tests.factories import (
    DecisionFactory,
    FollowUpFactory,
    MunicipalityFactory,
    SentFactory,
    UserFactory,
    day,
)

ANNOUNCED, LAST = day(20), day(41)  # both Thursdays


def decided_in_huddinge():
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


def answer(client: Client, address: str, **typed):  # with the form as it was opened
    return send(client, address, **(boxes(read(client, address)) | typed))
