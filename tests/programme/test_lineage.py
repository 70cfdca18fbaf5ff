"""What a goal or area goes back to is said as a whole: one, several, or none; and said otherwise by R8."""

import pytest
from django.core.exceptions import ValidationError

from programme.lineage_services import (
    Overtaken,
    draft_lineage,
    drafted_lineage,
    fingerprint,
    standing_lineage,
    state_lineage,
)
from programme.models import DraftLineage, Lineage
from sodertorn.journal import Correction, Entry
from tests.factories import OFFICE, PartFactory, RevisionFactory, SentFactory, TranscriptFactory

pytestmark = pytest.mark.django_db
WRONG = {"correction": Correction.TYPING_ERROR, "reason": "Fel ord."}


@pytest.fixture
def goals():
    """A goal, and three of an earlier programme."""
    earlier, later = TranscriptFactory(), TranscriptFactory()
    old = [PartFactory(revision=earlier.revision, goal=True, text="") for _n in range(3)]
    return PartFactory(revision=later.revision, goal=True, text=""), *old


def state(goal, *earlier, why="Samma sak.", **more):
    return state_lineage(later=goal, earlier=earlier, why=why, office=OFFICE, **more)


def said(goal):
    return {one.earlier: one.why for one in standing_lineage(goal)}


def test_a_goal_goes_back_to_one_several_or_none(goals):
    goal, first, second, _third = goals

    state(goal, first, second)

    assert said(goal) == {first: "Samma sak.", second: "Samma sak."}


def test_that_a_goal_is_new_is_a_record_too(goals):
    goal = goals[0]

    [record] = state(goal, why="Nytt.")

    assert (record.earlier, record.why) == (None, "Nytt.")


def test_what_is_no_longer_said_is_struck_and_the_rest_stands(goals):
    goal, first, second, third = goals
    state(goal, first, second)

    recorded = state(goal, second, third, reason="Läst noggrannare.")

    assert said(goal) == {second: "Samma sak.", third: "Samma sak."}
    assert [(r.entry.act, r.entry.correction) for r in recorded] == [
        ("register", ""),
        ("correct", Correction.NEVER_HAPPENED),
    ]
    assert recorded[-1].entry.reason == "Läst noggrannare."


def test_what_was_struck_can_be_said_again(goals):
    goal, first, *_others = goals
    state(goal, first)
    state(goal, reason="Nytt ändå.")

    state(goal, first, correction=Correction.TYPING_ERROR, reason="Det första var rätt.")

    assert said(goal) == {first: "Samma sak."}


def test_another_reason_is_a_correction_and_a_first_one_a_supplement(goals):
    goal, first, *_others = goals
    state(goal, first, why="")

    assert [r.entry.act for r in state(goal, first, why="Samma ord.")] == ["supplement"]
    assert [r.entry.act for r in state(goal, first, why="Samma mål.", **WRONG)] == ["correct"]
    assert said(goal) == {first: "Samma mål."}


def test_what_is_said_otherwise_was_not_never_so(goals):
    goal, first, *_others = goals
    state(goal, first)

    with pytest.raises(ValidationError, match="Välj varför"):
        state(goal, first, why="Samma mål.", correction=Correction.NEVER_HAPPENED, reason="Fel.")


def test_saying_the_same_again_is_no_act(goals):
    goal, first, *_others = goals
    state(goal, first)

    with pytest.raises(ValidationError, match="Ingenting är ändrat"):
        state(goal, first)


def test_striking_without_a_reason_records_nothing(goals):
    goal, first, second, _third = goals
    state(goal, first)
    entries = Entry.objects.count()

    with pytest.raises(ValidationError):
        state(goal, second)

    assert Entry.objects.count() == entries
    assert said(goal) == {first: "Samma sak."}


@pytest.mark.parametrize("kind", ["focus_area", "vision"])
def test_kinship_joins_like_with_like(goals, kind):
    other = PartFactory(revision=TranscriptFactory().revision, kind=kind, text="")

    with pytest.raises(ValidationError):
        state(goals[0], other)


# Drafts


def say(goal, *, earlier, why, seen=None):
    seen = fingerprint(drafted_lineage(goal)) if seen is None else seen
    return draft_lineage(later=goal, earlier=earlier, why=why, seen=seen)


def test_what_somebody_else_said_of_a_draft_s_goal_is_not_overwritten_unseen(goals):
    goal = PartFactory(revision=RevisionFactory(), goal=True)
    seen = fingerprint(drafted_lineage(goal))
    theirs = say(goal, earlier=[goals[1]], why="Samma sak.")

    with pytest.raises(Overtaken) as overtaken:
        say(goal, earlier=[], why="Nytt.", seen=seen)

    assert overtaken.value.said == theirs
    assert say(goal, earlier=[goals[1]], why="Samma sak.", seen=seen) == theirs  # the same said twice


def test_a_goal_that_was_taken_out_of_the_draft_meanwhile_says_so(goals):
    goal = PartFactory(revision=RevisionFactory(), goal=True)
    PartFactory._meta.model.objects.get(pk=goal.pk).delete()

    with pytest.raises(ValidationError, match="borttagen"):
        say(goal, earlier=[], why="Nytt.")


def test_a_draft_s_lineage_is_edited_with_its_history(goals):
    goal = PartFactory(revision=RevisionFactory(), goal=True)
    _later, first, second, _third = goals

    say(goal, earlier=[first, second], why="Samma sak.")
    say(goal, earlier=[second], why="Samma mål.")

    assert [(row.earlier, row.why) for row in goal.draft_ancestry.all()] == [(second, "Samma mål.")]
    assert DraftLineage.history.filter(later=goal).count() == 4  # two made, one changed, one removed
    assert not Lineage.objects.exists()


def test_that_a_draft_s_goal_is_new_can_be_said():
    goal = PartFactory(revision=RevisionFactory(), goal=True)

    say(goal, earlier=[], why="Nytt.")
    say(goal, earlier=[], why="Nytt.")

    assert [(row.earlier, row.why) for row in goal.draft_ancestry.all()] == [(None, "Nytt.")]


def test_the_lineage_of_a_sent_programme_is_no_draft_s():
    goal = SentFactory().revision.parts.get(key="infra/1")

    with pytest.raises(ValidationError, match="inte längre ett utkast"):
        say(goal, earlier=[], why="")
