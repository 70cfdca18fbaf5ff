"""Two who send the same draft at once, and one who saves it meanwhile: one sending wins, and its text is the frozen one."""

from functools import partial

import pytest
from django.core.exceptions import ValidationError

from programme.canonical import canonical_of, fingerprint
from programme.draft_services import save_draft
from programme.errors import AlreadySent
from programme.models import Placement
from programme.services import send
from tests.factories import OFFICE, RevisionFactory, boards, day
from tests.programme.drafts import opened, with_text
from tests.sodertorn.test_races import at_once, faults

pytestmark = pytest.mark.django_db(transaction=True)


def sending(draft, **more):
    usual = {"on": day(1), "decided_on": day(1), "office": OFFICE}
    return partial(send, revision=draft, boards=boards("salem"), **usual, **more)


def test_of_two_who_send_at_once_the_second_is_told_what_the_first_sent():
    draft = RevisionFactory(texts=True)

    results = at_once(sending(draft), sending(draft), sending(draft))

    lost = faults(results)
    assert [type(fault) for fault in lost] == [AlreadySent, AlreadySent]
    assert {fault.placement for fault in lost} == {Placement.objects.get()}


def test_a_saving_meanwhile_is_either_in_what_is_sent_or_refused():
    for number in range(5):
        draft = RevisionFactory(texts=True, slug=f"program-{number}")
        seen = fingerprint(canonical_of(draft, draft, ""))
        value, base = opened(draft)
        wanted = with_text(value, "vision", f"Vi ledde {number}")
        save = partial(save_draft, revision=draft, draft=wanted, base=base, by=None)

        results = at_once(sending(draft, shown=seen), save)

        [fault] = faults(results)
        assert isinstance(fault, ValidationError) and fault.code in ("no_draft", "changed")
        sent = Placement.objects.filter(revision=draft).first()
        if sent:
            draft.refresh_from_db()
            assert fingerprint(canonical_of(draft, sent, "")) == sent.fingerprint == seen
            break
