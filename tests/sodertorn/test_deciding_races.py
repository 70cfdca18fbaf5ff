"""Two strategists with the same message: exactly one decision, and the other is led to it."""

from functools import partial

import pytest

from adoption.decision_services import receive_decision
from adoption.errors import AlreadyRegistered
from adoption.models import Decision, FollowUp
from sodertorn.journal import Entry
from tests.desk.decided import NEW, message
from tests.desk.rooms import desk_of, strategist
from tests.factories import OFFICE, MunicipalityFactory, SentFactory, day
from tests.sodertorn.test_races import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("_round", range(3))
def test_the_same_message_received_at_once_is_one_decision(_round):
    sent = SentFactory(seats=["tyreso"])
    said = {"revision": sent.revision, "municipality": MunicipalityFactory(slug="tyreso"), "kind": "board"}
    said |= {"outcome": "adopted", "earliest": day(10), "latest": day(10), "office": OFFICE}
    said |= {"paragraph_kind": "written", "paragraph": "7"}

    results = at_once(*3 * [partial(receive_decision, signed_on=day(14), numbers=["KS 1"], **said)])

    assert sorted(type(result).__name__ for result in results) == [*2 * ["AlreadyRegistered"], "Decision"]
    first = Decision.objects.get()
    assert {r.fact for r in results if isinstance(r, AlreadyRegistered)} == {first}
    assert FollowUp.objects.count() == 1


def test_two_browsers_that_agree_at_once_record_one_decision():
    SentFactory(slug="2027-2030", seats=["tyreso"])
    desks = [desk_of(strategist()), desk_of(strategist())]
    seen = str(Entry.objects.count())

    def agree(desk):
        return desk.post(NEW, message(step="confirm", seen=seen))

    results = at_once(*(partial(agree, desk) for desk in desks))

    assert Decision.objects.count() == 1
    assert sorted(response.status_code for response in results) in ([200, 302], [302, 302])
