"""A draft is shared by a link, until a day, until it is sent, or until the link is ended."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from programme.models import PreviewLink
from programme.preview_services import count_opening, end_link, share_draft
from tests.factories import RevisionFactory, SentFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def share(days=21, **said):
    draft = said.pop("revision", None) or RevisionFactory()
    until = timezone.localdate() + timedelta(days)
    return share_draft(revision=draft, recipient="ledningsgruppen", until=until, by=UserFactory(), **said)


@pytest.mark.database
@pytest.mark.parametrize("days", [0, 21, 365])
def test_a_draft_is_shared_until_a_day(days):
    link = share(days)

    assert link.open_on(link.until)
    assert not link.open_on(link.until + timedelta(days=1))
    assert len(link.token) == 32


@pytest.mark.parametrize("days", [-1, 366, 20_000])
def test_not_until_a_day_that_is_past_or_more_than_a_year_away(days):
    with pytest.raises(ValidationError) as wrong:
        share(days)

    assert list(wrong.value.message_dict) == ["until"]


def test_what_is_sent_is_not_shared():
    with pytest.raises(ValidationError, match="inte längre ett utkast"):
        share(revision=SentFactory().revision)


def test_the_same_link_twice_is_one():
    draft, by = RevisionFactory(), UserFactory()
    said = {"revision": draft, "recipient": "KD", "until": timezone.localdate(), "by": by}

    assert share_draft(**said) == share_draft(**said)
    end_link(link=PreviewLink.objects.get(), by=by)
    share_draft(**said)
    assert PreviewLink.objects.count() == 2


def test_a_link_that_is_ended_twice_ended_the_first_time():
    link, first, second = share(), UserFactory(), UserFactory()

    ended = end_link(link=link, by=first)

    assert end_link(link=link, by=second).ended_at == ended.ended_at
    assert not ended.open_on(timezone.localdate())
    assert [version.history_user for version in link.history.all()] == [first, link.made_by]


def test_an_opening_is_counted_without_a_trace_of_its_own_and_survives_the_end():
    link = share()
    count_opening(link=link)

    assert end_link(link=link, by=UserFactory()).opened == 1
    assert link.history.count() == 2


def test_every_opening_is_counted():
    link = share()
    again = PreviewLink.objects.get()

    count_opening(link=link)
    count_opening(link=again)

    link.refresh_from_db()
    assert link.opened == 2
    assert link.opened_at is not None
