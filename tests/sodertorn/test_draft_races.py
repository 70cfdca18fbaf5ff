"""Two who save the same draft at once: the database decides who comes first, and no text is lost silently."""

import os
from functools import partial

import pytest

from programme.draft_merge import merge
from programme.draft_reading import read_draft, read_saving
from programme.draft_services import Overtaken, save_draft
from programme.drafting import add
from programme.lineage_services import draft_lineage, fingerprint
from tests.factories import PartFactory, RevisionFactory, TranscriptFactory
from tests.programme.drafts import opened, with_text
from tests.sodertorn.test_races import at_once, faults

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 200 if os.environ.get("HYPOTHESIS_PROFILE") == "proof" else 20


def texts(draft):
    return {item.text for item in draft.items}


def save(revision, draft, base):
    return save_draft(revision=revision, draft=draft, base=base, by=None)


def test_of_two_who_save_at_once_one_is_overtaken_and_after_that_both_texts_are_there():
    """Both write the same field, one of their own, and a new goal, round after round."""
    revision = RevisionFactory(texts=True)
    fields = ["vision", "infra", "infra/1"]
    for number in range(ROUNDS):
        draft, base = opened(revision)
        mine = {who: edited(draft, who, number, fields[number % 3]) for who in ("Åsa", "Bo")}

        results = at_once(*(partial(save, revision, value, base) for value in mine.values()))

        assert [type(fault) for fault in faults(results)] == [Overtaken]
        loser = next(who for who, result in zip(mine, results, strict=True) if isinstance(result, Overtaken))
        theirs, newest = opened(revision)
        assert newest == base + 1
        merged, remarks = merge(read_saving(revision, base), theirs, mine[loser])
        save(revision, merged, newest)

        after = texts(read_draft(revision))
        told = {remark.theirs for remark in remarks}
        for who, value in mine.items():
            assert written(value, who, number) <= after | told
        assert written(mine[loser], loser, number) <= after
    assert list(revision.savings.order_by("number").values_list("number", flat=True)) == [
        *range(1, 2 * ROUNDS + 1)
    ]


def edited(draft, who, number, shared):
    """The shared field, a field of one's own, and a new goal; all in words that say whose they are."""
    own = {"Åsa": "purpose", "Bo": "overall-goal"}[who]
    draft, goal = add(draft, "goal", "infra", draft.by_key)
    for key in (shared, own, goal):
        draft = with_text(draft, key, f"{who} {number} {key}")
    return draft


def written(draft, who, number):
    return {text for text in texts(draft) if text.startswith(f"{who} {number} ")}


def test_two_who_save_the_same_words_at_once_make_one_version():
    revision = RevisionFactory(texts=True)
    draft, base = opened(revision)
    changed = with_text(draft, "vision", "Samma")

    results = at_once(*2 * [partial(save, revision, changed, base)])

    assert faults(results) == []
    assert revision.savings.count() == 1


def test_of_two_who_say_at_once_what_a_goal_goes_back_to_one_is_overtaken():
    goal = PartFactory(revision=RevisionFactory(), goal=True)
    old = PartFactory(revision=TranscriptFactory().revision, goal=True, text="")
    unsaid = fingerprint([])
    said = [{"earlier": [], "why": "Nytt."}, {"earlier": [old], "why": "Samma sak."}]

    results = at_once(*(partial(draft_lineage, later=goal, seen=unsaid, **one) for one in said))

    (overtaken,) = faults(results)
    assert overtaken.said == list(goal.draft_ancestry.all())
    assert len(overtaken.said) == 1
