"""A programme that names a day before which it does not begin to apply, sent while the one before it applies."""

from datetime import date

import pytest
import time_machine

from adoption.runway import Runway
from adoption.states import Adoption
from sodertorn.register import Register
from tests.adoption.renewal import NOON, TODAY, adopt, but, planned, said, sent
from tests.factories import EIGHT

pytestmark = [pytest.mark.django_db, pytest.mark.any_database, pytest.mark.usefixtures("applied")]


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOON, tick=False):
        yield


def test_a_first_day_of_its_own():
    adopt(sent(not_before=date(2027, 2, 10)), *EIGHT)

    assert said()[0] == (
        "Programmet gäller sedan den 10 februari 2027. "
        "Alla åtta hade antagit det innan dess, och tidigare skulle det inte börja gälla."
    )


def test_a_start_that_the_programme_names_is_waited_for():
    placement, meeting = sent(revision__not_before=date(2027, 7, 1)), date(2027, 3, 2)
    adopt(placement, *but("tyreso"))
    planned(placement, "tyreso", meeting)

    runway = Runway(Adoption(Register(), placement.revision.slug, TODAY))

    assert runway.first_day({"tyreso": meeting}) == date(2027, 7, 1)
