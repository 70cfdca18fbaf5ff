"""What tests of registering begin with: a programme at two municipalities, and somebody who registers for Tyresö."""

from copy import deepcopy

import pytest
import time_machine

from adoption.models import Registrar
from tests.desk.rooms import desk_of
from tests.factories import SentFactory, UserFactory, day


@pytest.fixture(scope="module", autouse=True)
def day_twenty():
    with time_machine.travel(day(20).isoformat() + "T12:00:00+01:00", tick=False):
        yield


class Office:
    """Tyresö's, which Huddinge's decision is beside."""

    def __init__(self):
        self.placement = SentFactory(adopted_by=["huddinge"], annex_sha256="ab" * 32)
        self.cases = {case.body.municipality.slug: case for case in self.placement.revision.cases.all()}
        self.case = self.cases["tyreso"]
        self.user = UserFactory(email="kansliet@tyreso.example.se")
        Registrar.objects.create(user=self.user, municipality=self.case.body.municipality)
        self.page = f"/registrera/{self.case.pk}/"
        self.new = f"{self.page}beslut/"


@pytest.fixture(scope="module")
def office_once(shared, day_twenty):
    """Made once for a file of tests, before anything that the file itself makes once."""
    return Office()


@pytest.fixture
def office(office_once, db):
    """With a browser of its own for each test."""
    office = deepcopy(office_once)
    office.client = desk_of(office.user)
    return office
