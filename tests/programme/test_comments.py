"""Comments on a draft are written down, settled and withdrawn, and none is lost (Persons and records)."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from programme.comment_services import settle_comment, version, withdraw_comment, write_comment
from programme.models import Comment
from tests.factories import RevisionFactory, SentFactory, UserFactory, day

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
DAY = day(10)


@pytest.fixture
def draft():
    return RevisionFactory(texts=True)


@pytest.fixture
def strategist():
    return UserFactory(is_staff=True)


def write(draft, by, **said):
    usual = {"part": None, "sender": "committee", "sender_words": "", "on": DAY, "text": "Kortare, tack."}
    return write_comment(revision=draft, by=by, **usual | said)


def settle(comment, by, **said):
    usual = {"how": "Kortat.", "on": DAY, "seen": version(comment)}
    return settle_comment(comment=comment, by=by, **usual | said)


def withdraw(comment, by, **said):
    usual = {"why": "Fel utkast.", "on": DAY, "seen": version(comment)}
    return withdraw_comment(comment=comment, by=by, **usual | said)


def fault(act, *args, **said):
    with pytest.raises(ValidationError) as wrong:
        act(*args, **said)
    return list(wrong.value.message_dict) if hasattr(wrong.value, "error_dict") else wrong.value.messages


@pytest.mark.database
def test_a_comment_quotes_the_text_as_it_reads(draft, strategist):
    goal = draft.parts.get(key="infra/1")

    comment, new = write(draft, strategist, part=goal)
    goal.text = "Annat"
    goal.save()

    comment.refresh_from_db()
    assert (new, comment.part_key, comment.about, comment.written_by) == (
        True,
        "infra/1",
        "Spår",
        strategist,
    )


def test_a_comment_outlives_the_text_that_it_is_about(draft, strategist):
    comment, _ = write(draft, strategist, part=draft.parts.get(key="infra/1/1"))

    draft.parts.get(key="infra/1/1").delete()

    comment.refresh_from_db()
    assert (comment.part_key, comment.about) == ("infra/1/1", "Fler tåg")


def test_the_same_comment_twice_is_one(draft, strategist):
    first, _ = write(draft, strategist)

    assert write(draft, strategist) == (first, False)
    assert Comment.objects.count() == 1


def test_the_same_words_of_somebody_else_are_another(draft, strategist):
    write(draft, strategist)

    assert write(draft, strategist, sender="management")[1] is True


def test_a_comment_that_was_withdrawn_can_be_given_again(draft, strategist):
    withdraw(write(draft, strategist)[0], strategist)

    assert write(draft, strategist)[1] is True


def test_who_said_it_must_be_known(draft, strategist):
    assert write(draft, strategist, sender="other", sender_words="Region Stockholm")[1] is True
    assert fault(write, draft, strategist, sender="other", text="Annat") == ["__all__"]


@pytest.mark.parametrize("days", [1, 365])
def test_nothing_was_said_after_today(draft, strategist, days):
    assert fault(write, draft, strategist, on=timezone.localdate() + timedelta(days)) == ["on"]


def test_nothing_was_said_in_an_impossible_year(draft, strategist):
    assert fault(write, draft, strategist, on=date(206, 1, 1)) == ["on"]


def test_a_programme_that_is_sent_takes_no_comments(strategist):
    sent = SentFactory().revision

    assert "inte längre ett utkast" in fault(write, sent, strategist)[0]


def test_a_settled_comment_says_how_and_when_and_by_whom(draft, strategist):
    comment = settle(write(draft, strategist)[0], strategist)

    newest = comment.history.latest()
    assert (comment.settled, comment.settled_on) == ("Kortat.", DAY)
    assert (newest.history_user, newest.history_change_reason) == (strategist, "Togs om hand")


def test_a_comment_settled_anew_keeps_what_was_said_before(draft, strategist):
    comment = settle(write(draft, strategist)[0], strategist)

    settle(comment, strategist, how="Struket helt.")

    assert [row.settled for row in comment.history.all()] == ["Struket helt.", "Kortat.", ""]


def test_settling_twice_in_the_same_words_is_once(draft, strategist):
    comment = settle(write(draft, strategist)[0], strategist)

    settle(comment, strategist, seen=1)

    assert version(comment) == 2


def test_a_comment_is_settled_neither_before_it_was_made_nor_after_today(draft, strategist):
    comment, _ = write(draft, strategist)

    assert fault(settle, comment, strategist, on=DAY - timedelta(days=1)) == ["settled_on"]
    assert fault(settle, comment, strategist, on=timezone.localdate() + timedelta(days=1)) == ["settled_on"]


def test_a_settling_that_somebody_has_not_seen_is_never_written_over(draft, strategist):
    comment, _ = write(draft, strategist)
    seen = version(comment)
    settle(comment, UserFactory())

    assert "Någon annan" in fault(settle, comment, strategist, how="Struket.", seen=seen)[0]
    assert Comment.objects.get().settled == "Kortat."


def test_a_withdrawn_comment_stays_as_it_is(draft, strategist):
    comment = withdraw(write(draft, strategist)[0], strategist)

    assert "tillbakadragen" in fault(settle, comment, strategist)[0]
    assert "tillbakadragen" in fault(withdraw, comment, strategist, why="Något annat.")[0]
    assert (comment.withdrawn, comment.withdrawn_on, comment.text) == ("Fel utkast.", DAY, "Kortare, tack.")


def test_withdrawing_twice_in_the_same_words_is_once(draft, strategist):
    comment = withdraw(write(draft, strategist)[0], strategist)

    withdraw(comment, strategist)

    assert version(comment) == 2


def test_a_comment_is_never_deleted(draft, strategist):
    comment, _ = write(draft, strategist)

    with pytest.raises(TypeError):
        comment.delete()


@pytest.mark.parametrize(
    "wrong",
    [
        {"sender": "okänd"},
        {"sender": "other", "sender_words": ""},
        {"settled": "Kortat."},
        {"settled_on": DAY},
        {"withdrawn": "Fel."},
        {"withdrawn_on": DAY},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
def test_the_database_refuses_half_a_fact(draft, strategist, wrong):
    comment, _ = write(draft, strategist)

    with pytest.raises(IntegrityError), transaction.atomic():
        Comment.objects.filter(pk=comment.pk).update(**wrong)
