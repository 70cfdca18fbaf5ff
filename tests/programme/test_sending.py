"""A draft is sent for adoption: frozen, with its seats and their cases (R1, R2, R5)."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from adoption.models import Case
from programme.errors import AlreadySent
from programme.models import Placement, PreviewLink
from programme.services import send
from sodertorn.journal import Entry
from sodertorn.register import Register
from tests.factories import (
    EIGHT,
    OFFICE,
    BodyFactory,
    CitationFactory,
    RevisionFactory,
    SentFactory,
    TermFactory,
    UserFactory,
    answer,
    boards,
    day,
)

pytestmark = pytest.mark.django_db


def go(revision, *seats, **stated):
    usual = {"on": day(1), "decided_on": day(-2), "office": OFFICE}
    return send(revision=revision, boards=boards(*(seats or ["salem"])), **usual | stated)


def test_sending_states_the_draft_s_particulars():
    particulars = {
        "title": "Södertörns utvecklingsprogram 2040 för perioden 2027–2030",
        "period_first": 2027,
        "period_last": 2030,
        "horizon": 2040,
        "not_before": day(30),
        "term": TermFactory(),
        "replaces": SentFactory().revision,
    }

    sent = go(RevisionFactory(**particulars))

    assert {name: getattr(sent, name) for name in particulars} == particulars


def test_the_row_of_what_is_sent_is_frozen_too():
    sent = SentFactory(revision__title="Det sända")
    sent.revision.title = "Ett annat"

    with pytest.raises(IntegrityError, match="has its place"), transaction.atomic():
        sent.revision.save()

    assert Register().placements[sent.revision.slug].title == "Det sända"


def test_sending_states_the_committee_s_decision_and_the_annex():
    stated = {
        "decided_paragraph": "12",
        "decided_minutes": "Protokoll 2025:1",
        "answer_by": day(60),
        "annex_sha256": "a" * 64,
    }

    sent = go(RevisionFactory(), **stated)

    assert {name: getattr(sent, name) for name in stated} == stated
    assert (sent.sent_on, sent.decided_on, sent.origin) == (day(1), day(-2), "sent")


def test_sending_fixes_the_seats_and_opens_their_cases():
    sent = SentFactory(seats=EIGHT)

    assert {seat.body.seat for seat in sent.seats.all()} == set(EIGHT)
    cases = Case.objects.filter(revision=sent.revision)
    assert {(case.body.seat, case.body.kind) for case in cases} == {(slug, "board") for slug in EIGHT}


def test_sending_says_who_and_how_we_know():
    strategist = UserFactory()

    sent = go(RevisionFactory(), by=strategist, citations=[CitationFactory(words="§ 12")])

    assert {entry.by for entry in Entry.objects.all()} == {strategist}
    assert [citation.words for citation in sent.entry.citations.all()] == ["§ 12"]


def test_a_sent_programme_waits_for_its_seats():
    sent = SentFactory(seats=["huddinge", "tyreso"])

    (required,) = answer(1).required
    assert (required.programme, required.seats) == (sent.revision.slug, ("huddinge", "tyreso"))
    assert answer(0).required == ()


def test_an_earlier_day_may_be_stated_but_no_later_than_today():
    with pytest.raises(ValidationError, match="tidigast i dag") as refusal:
        go(RevisionFactory(), on=timezone.localdate() + timedelta(days=1))

    assert set(refusal.value.error_dict) == {"sent_on"}
    assert go(RevisionFactory(), on=timezone.localdate()).sent_on == timezone.localdate()


def test_somebody_must_adopt_it():
    with pytest.raises(ValidationError, match="vilka som ska anta"):
        send(revision=RevisionFactory(), boards=[], on=day(1), decided_on=day(1), office=OFFICE)


def test_the_same_seat_twice_is_refused():
    with pytest.raises(ValidationError, match="Platsen finns redan"):
        go(RevisionFactory(), "salem", "salem")


@pytest.mark.parametrize("kind", ["council", "unnamed"])
def test_a_seat_is_a_board(kind):
    with pytest.raises(ValidationError, match="En plats är en kommunstyrelse"):
        SentFactory(boards=[BodyFactory(kind=kind)])


def test_the_seat_of_an_adjusted_wording_is_the_committee():
    first = SentFactory()

    with pytest.raises(ValidationError, match="En plats är en kommunstyrelse"):
        SentFactory(adjustment=True, adjusts=first.revision, boards=boards("salem"))


@pytest.mark.parametrize("year", [1899, 2200])
def test_a_day_in_an_impossible_year_is_refused(year):
    with pytest.raises(ValidationError, match="Året är orimligt") as refusal:
        go(RevisionFactory(), answer_by=date(year, 1, 1))

    assert set(refusal.value.error_dict) == {"answer_by"}


def test_a_programme_without_a_title_is_refused():
    with pytest.raises(ValidationError, match="titel"):
        go(RevisionFactory(title=""))


def test_a_programme_is_sent_once():
    sent = SentFactory()

    with pytest.raises(AlreadySent) as first:
        go(sent.revision)

    assert first.value.placement == sent


def test_of_two_drafts_after_one_predecessor_only_the_first_is_sent():
    first = SentFactory().revision
    ours, theirs = RevisionFactory(replaces=first), RevisionFactory(replaces=first)
    go(ours)

    with pytest.raises(ValidationError, match="inte en enda följd") as refusal:
        go(theirs)

    assert set(refusal.value.error_dict) == {"replaces"}


def test_a_programme_that_replaces_none_is_only_ever_the_first():
    SentFactory()

    with pytest.raises(ValidationError, match="inte en enda följd"):
        SentFactory(after=None)


def test_a_refused_sending_leaves_nothing_behind():
    SentFactory()
    before = list(Entry.objects.all())

    with pytest.raises(ValidationError):
        SentFactory(after=None)

    assert list(Entry.objects.all()) == before


@pytest.mark.parametrize("name", ["replaces", "instead_of"])
def test_a_draft_is_not_named(name):
    draft = RevisionFactory()

    with pytest.raises(ValidationError, match="utkast"):
        go(RevisionFactory(), **{name: draft})


def test_an_adjusted_wording_is_sent_to_the_committee_and_replaces_nothing():
    first = SentFactory(adopted_by=["huddinge", "tyreso"])

    adjusted = SentFactory(adjustment=True, adjusts=first.revision)

    assert [str(seat.body) for seat in adjusted.seats.all()] == ["samarbetskommittén"]
    assert answer(20).programme == first.revision.slug


@pytest.mark.parametrize("kind, adjusts", [("adjustment", False), ("programme", True)])
def test_an_adjusted_wording_and_only_that_adjusts_a_programme(kind, adjusts):
    first = SentFactory().revision
    draft = RevisionFactory(kind=kind, adjusts=first if adjusts else None)

    with pytest.raises(ValidationError, match="En justerad lydelse, och bara den"):
        go(draft)


def test_an_adjusted_wording_does_not_adjust_a_draft():
    draft = RevisionFactory(kind="adjustment", adjusts=RevisionFactory())

    with pytest.raises(ValidationError, match="utkast"):
        go(draft)


def test_a_programme_does_not_replace_itself():
    draft = RevisionFactory()

    with pytest.raises(ValidationError, match="sig självt"):
        go(draft, replaces=draft)


def test_nothing_is_placed_by_halves():
    with pytest.raises(ValidationError):
        SentFactory(annex_sha256="inte en kontrollsumma")

    assert not Placement.objects.exists()


def test_what_somebody_saw_is_what_is_sent():
    draft = RevisionFactory(texts=True)

    with pytest.raises(ValidationError, match="ändrats sedan du såg"):
        go(draft, shown="a" * 64)

    assert draft.is_draft


def test_sending_ends_the_links_that_share_the_draft():
    draft = RevisionFactory()
    link = PreviewLink.objects.create(
        revision=draft, recipient="ledningsgruppen", until=timezone.localdate(), made_by=UserFactory()
    )

    sender = UserFactory()

    go(draft, by=sender)

    link.refresh_from_db()
    assert link.ended_at
    assert link.history.first().history_user == sender


def test_only_what_is_withdrawn_has_another_sent_in_its_stead():
    first = SentFactory()

    with pytest.raises(ValidationError, match="inte återkallat") as refusal:
        SentFactory(instead_of=first.revision)

    assert set(refusal.value.error_dict) == {"instead_of"}
