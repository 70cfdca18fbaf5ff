"""What tests of signing in begin with: a programme at two municipalities, and somebody who registers for one."""

import pytest
import time_machine

from adoption.models import Registrar
from sodertorn import mail
from tests.factories import DecisionFactory, FollowUpFactory, SentFactory, UserFactory, day


@pytest.fixture(autouse=True)
def day_twelve():
    with time_machine.travel(day(12).isoformat() + "T12:00:00+01:00", tick=False):
        yield


@pytest.fixture
def arrived(mailoutbox):
    """The mails that have been sent, when what is due has gone out."""

    def wait():
        mail.send_due()
        return mailoutbox

    return wait


class TwoMunicipalities:
    def __init__(self):
        self.placement = SentFactory()
        self.cases = {case.body.municipality.slug: case for case in self.placement.revision.cases.all()}
        self.huddinge, self.tyreso = (self.cases[slug].body.municipality for slug in ("huddinge", "tyreso"))

    def registrar(self, *municipalities, **stated):
        user = UserFactory(**stated)
        for one in municipalities or [self.huddinge]:
            Registrar.objects.create(user=user, municipality=one)
        return user

    def close(self, slug: str):
        """Its adoption is checked against signed minutes."""
        decision = DecisionFactory(case=self.cases[slug], on=day(10))
        FollowUpFactory(decision=decision, step="checked", on=day(11))


@pytest.fixture
def two(db):
    return TwoMunicipalities()
