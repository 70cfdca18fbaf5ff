"""Two people at once, each on a connection of their own: the database decides who comes first."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial
from threading import Barrier

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import connections
from django.utils import timezone

from adoption.asking.still_right import YEAR, ask_whether_still_right
from adoption.models import Body, Case, CaseDetail, Decision, Municipality, Question
from adoption.services import correct, newest, open_case, register, register_decision
from programme.models import Placement
from programme.services import send
from sodertorn.journal import Correction, Entry, record
from tests.factories import (
    OFFICE,
    BodyFactory,
    CaseFactory,
    DecisionFactory,
    RevisionFactory,
    SentFactory,
    boards,
    day,
)

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts):
    """What each of the acts gave or raised, all begun at the same moment."""
    start = Barrier(len(acts))

    def run(act):
        start.wait()
        try:
            return act()
        except Exception as fault:
            return fault
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as people:
        return list(people.map(run, acts))


def faults(results):
    return [result for result in results if isinstance(result, Exception)]


def test_many_at_once_get_numbers_without_gaps_and_moments_in_their_order():
    case = CaseFactory()
    before = Entry.objects.count()

    def note(paragraph):
        fact = CaseDetail(case=case, detail="number", words=f"KS {paragraph}")
        return register(fact=fact, office=OFFICE)

    results = at_once(*(partial(note, paragraph) for paragraph in range(8)))

    assert faults(results) == []
    entries = Entry.objects.order_by("number")
    assert [entry.number for entry in entries] == list(range(1, before + 9))
    assert sorted(entry.recorded for entry in entries) == [entry.recorded for entry in entries]


@pytest.mark.parametrize("_round", range(3))
def test_two_corrections_at_once_never_fork_the_chain(_round):
    decision = DecisionFactory()

    def mend(paragraph):
        stated = {"correction": Correction.TYPING_ERROR, "reason": "Fel.", "office": OFFICE}
        return correct(fact=decision, paragraph=paragraph, **stated)

    results = at_once(partial(mend, "10"), partial(mend, "11"))

    chain = list(Entry.objects.filter(fact=decision.pk).order_by("number"))
    assert [entry.follows for entry in chain] == [None, *chain[:-1]]
    assert len(chain) == 3 - len(faults(results))


def test_of_two_that_correct_the_same_entry_exactly_one_wins():
    decision = DecisionFactory()
    known = newest(decision)

    def mend(paragraph):
        fact = Decision(case=known.case, outcome="adopted", earliest=known.earliest, latest=known.latest)
        fact.paragraph_kind, fact.paragraph = "written", paragraph
        return corrected(fact, known.entry)

    results = at_once(partial(mend, "10"), partial(mend, "11"))

    assert [type(fault) for fault in faults(results)] == [ValidationError]
    assert Entry.objects.filter(follows=known.entry).count() == 1


def corrected(fact, entry):
    stated = {"act": "correct", "correction": "typing_error", "reason": "Fel.", "office": OFFICE}
    return record(fact, follows=entry, **stated)


def test_of_two_programmes_sent_after_one_predecessor_exactly_one_is_sent():
    first = SentFactory().revision
    drafts = [RevisionFactory(replaces=first), RevisionFactory(replaces=first)]
    seats = boards("salem")

    def go(draft):
        return send(revision=draft, boards=seats, on=day(2), decided_on=day(1), office=OFFICE)

    results = at_once(*(partial(go, draft) for draft in drafts))

    assert [type(fault) for fault in faults(results)] == [ValidationError]
    assert Placement.objects.filter(replaces=first).count() == 1


def test_a_case_that_two_open_at_once_is_one():
    revision, body = SentFactory().revision, BodyFactory(kind="council")

    results = at_once(*2 * [partial(open_case, revision=revision, body=body, office=OFFICE)])

    assert all(isinstance(fault, ValidationError) for fault in faults(results))
    assert Case.objects.filter(revision=revision, body=body).count() == 1


def test_two_boards_that_pass_the_matter_on_at_once_open_two_cases():
    sent = SentFactory()

    def pass_on(slug):
        case = Case.objects.get(revision=sent.revision, body__municipality__slug=slug)
        return register_decision(case=case, outcome="to_council", on=day(5), office=OFFICE)

    results = at_once(partial(pass_on, "huddinge"), partial(pass_on, "tyreso"))

    assert faults(results) == []
    assert Body.objects.filter(kind="council", cases__revision=sent.revision).count() == 2


def test_of_two_senders_at_once_one_asks_whether_it_is_still_right():
    SentFactory(seats=["huddinge"])
    Municipality.objects.update(contact_email="kommun@example.se")

    with time_machine.travel(timezone.now() + YEAR + timedelta(days=1)):
        results = at_once(*2 * [ask_whether_still_right])

    assert faults(results) == []
    assert Question.objects.count() == Municipality.objects.count()
