"""The spine: entries get the next number in the act that makes them, and are never changed (R7, R8)."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError

from adoption.models import CaseDetail, Decision, FollowUp
from adoption.services import correct, register, supplement
from programme.models import Placement, Withdrawal
from sodertorn.journal import Correction, Entry, head, record
from sodertorn.standing import standing
from tests.factories import (
    OFFICE,
    CaseFactory,
    DecisionFactory,
    DetailFactory,
    RevisionFactory,
    SentFactory,
    UserFactory,
    day,
)

pytestmark = pytest.mark.django_db
NOON = datetime(2025, 3, 1, 12, tzinfo=UTC)


def numbers():
    return list(Entry.objects.values_list("number", flat=True))


def meeting(**stated):
    return CaseDetail(case=CaseFactory(), **{"detail": "meeting", "on": day(20)} | stated)


def test_the_first_entry_is_number_1():
    assert head() is None

    SentFactory()

    assert numbers()[0] == 1


def test_each_fact_gets_the_next_number():
    SentFactory(seats=["huddinge", "tyreso"])

    assert [(e.number, e.kind) for e in Entry.objects.all()] == [(1, "placement"), (2, "case"), (3, "case")]
    assert head().number == 3


def test_an_act_that_fails_takes_no_number():
    case = CaseFactory()
    before = numbers()

    with pytest.raises(ValidationError):
        register(fact=CaseDetail(case=case, detail="number"), office=OFFICE)
    DetailFactory(case=case)

    assert numbers() == [*before, len(before) + 1]


def test_an_entry_names_the_office_and_keeps_who_it_was():
    clerk = UserFactory()

    entry = DetailFactory(office="Salems kommun", by=clerk).entry

    assert (entry.office, entry.by) == ("Salems kommun", clerk)


def test_a_fact_needs_an_office():
    with pytest.raises(ValidationError) as refusal:
        record(meeting(), office="")

    assert "office" in refusal.value.error_dict


def test_an_entry_is_recorded_now(time_machine):
    time_machine.move_to(NOON, tick=False)

    assert DetailFactory().entry.recorded == NOON


def test_recorded_stands_still_while_the_clock_is_put_right(time_machine):
    case = CaseFactory()
    time_machine.move_to(NOON + timedelta(days=1000), tick=False)
    first = DetailFactory(case=case).entry

    time_machine.shift(timedelta(minutes=-3))
    second = DetailFactory(case=case).entry

    assert second.recorded == first.recorded
    assert second.number == first.number + 1


def test_nothing_is_recorded_while_the_clock_is_wrong(time_machine):
    time_machine.move_to(NOON + timedelta(days=1000), tick=False)
    case = CaseFactory()

    time_machine.shift(timedelta(hours=-3))
    with pytest.raises(ValidationError, match="Serverns klocka går fel: den visar"):
        DetailFactory(case=case)


@pytest.mark.parametrize(
    "shift, what",
    [(timedelta(seconds=-1), "bakåt"), (timedelta(seconds=1), "framtiden")],
    ids=["before the newest", "in the future"],
)
def test_an_import_can_neither_backdate_nor_postdate(time_machine, shift, what):
    time_machine.move_to(NOON, tick=False)
    fact = meeting()

    with pytest.raises(ValidationError, match=what):
        record(fact, office=OFFICE, recorded=NOON + shift)


def test_a_fact_that_is_registered_again_is_refused():
    sent = SentFactory()
    sent.entry_id = None

    with pytest.raises(ValidationError, match="finns redan i registret"):
        record(sent, office=OFFICE)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Decision(case=CaseFactory(), outcome="noted", earliest=day(1), latest=day(1)),
        lambda: Placement(revision=RevisionFactory(), origin="transcribed", title="Avskrift"),
        lambda: Withdrawal(revision=SentFactory().revision, on=day(3), why="Fel."),
        lambda: FollowUp(decision=DecisionFactory(), step="signed"),
    ],
    ids=["decision", "placement", "withdrawal", "follow-up"],
)
def test_a_fact_with_an_act_of_its_own_is_registered_by_no_other(make):
    with pytest.raises(TypeError, match="by its own act"):
        register(fact=make(), office=OFFICE)


# Chains


def test_a_chain_is_one_fact():
    first = DetailFactory(on=None)
    second = supplement(fact=first, on=day(20), office=OFFICE)
    third = typing_error(first, on=day(21))

    chain = [first.entry, second.entry, third.entry]
    assert [entry.fact for entry in chain] == [first.pk] * 3
    assert [entry.follows for entry in chain] == [None, first.entry, second.entry]
    assert [entry.act for entry in chain] == ["register", "supplement", "correct"]


def typing_error(fact, **stated):
    return correct(
        fact=fact, correction=Correction.TYPING_ERROR, reason="Fel siffra.", office=OFFICE, **stated
    )


def test_a_chain_cannot_fork():
    first = DetailFactory()
    second = typing_error(first, on=day(21))
    rival = CaseDetail(case=first.case, detail="meeting", on=day(22))

    stated = {"act": "correct", "correction": "typing_error", "reason": "Fel.", "office": OFFICE}
    with pytest.raises(ValidationError, match="har redan en nyare händelse"):
        record(rival, follows=first.entry, **stated)

    assert head() == second.entry


def test_an_entry_follows_only_one_of_its_own_kind():
    first = DetailFactory()

    with pytest.raises(ValidationError, match="handlar om något annat"):
        record(meeting(), follows=first.case.entry, act="supplement", office=OFFICE)


def test_what_a_fact_is_about_cannot_be_changed():
    first = DetailFactory()

    with pytest.raises(ValidationError) as refusal:
        typing_error(first, detail="deadline")

    assert "detail" in refusal.value.error_dict


def test_the_newest_entry_holds():
    first = DetailFactory()
    second = typing_error(first, on=day(21))

    assert standing(CaseDetail.objects.select_related("entry")) == [second]


def test_what_was_recorded_later_was_not_known_then(time_machine):
    time_machine.move_to(NOON, tick=False)
    first = DetailFactory()
    time_machine.shift(timedelta(hours=1))
    typing_error(first, on=day(21))

    rows = CaseDetail.objects.select_related("entry")
    assert standing(rows, NOON) == [first]
    assert standing(rows, NOON - timedelta(microseconds=1)) == []


def test_what_never_happened_does_not_stand():
    first = DetailFactory()

    never = correct(fact=first, correction=Correction.NEVER_HAPPENED, reason="Fel ärende.", office=OFFICE)

    assert never.entry.void
    assert standing(CaseDetail.objects.select_related("entry")) == []


def test_a_mistaken_never_happened_is_mended_by_a_correction():
    first = DetailFactory()
    correct(fact=first, correction=Correction.NEVER_HAPPENED, reason="Fel ärende.", office=OFFICE)

    mended = typing_error(first)

    assert standing(CaseDetail.objects.select_related("entry")) == [mended]
    assert mended.same(first)
