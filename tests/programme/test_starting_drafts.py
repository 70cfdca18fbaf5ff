"""A draft begins empty or from a programme in the register; when it is sent, its lineage is on record."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from programme.draft_reading import read_draft, read_saving
from programme.draft_services import save_draft, start_draft
from programme.drafting import remove
from programme.models import DraftLineage, Lineage, PreviewLink
from programme.services import send
from tests.factories import (
    OFFICE,
    PartFactory,
    RevisionFactory,
    SentFactory,
    TextFactory,
    TranscriptFactory,
    UserFactory,
    boards,
    day,
)
from tests.programme.drafts import lines, opened

pytestmark = pytest.mark.django_db


def begin(**stated):
    return start_draft(**{"title": "Nytt program", "slug": "2027-2030", "by": None} | stated)


def test_an_empty_draft_is_its_first_version():
    strategist = UserFactory()

    draft = begin(by=strategist)

    assert [(saving.number, saving.by) for saving in draft.savings.all()] == [(1, strategist)]
    assert read_saving(draft, 1) == read_draft(draft)
    assert draft.history.get().history_user == strategist
    assert draft.replaces is None


def test_a_draft_from_a_programme_has_its_words_and_goes_back_to_its_goals_and_areas():
    sent = SentFactory(revision__period_first=2023, revision__period_last=2026).revision

    draft = begin(from_revision=sent)

    assert lines(read_draft(draft)) == lines(read_draft(sent))
    assert draft.replaces == sent
    kin = DraftLineage.objects.filter(later__revision=draft).order_by("later")
    assert [(line.later.key, line.earlier.key, line.earlier.revision) for line in kin] == [
        ("infra", "infra", sent),
        ("infra/1", "infra/1", sent),
    ]
    assert draft.savings.get().why == f"Påbörjat från {draft.replaces.placements.get().title}."


def test_from_a_transcript_come_the_words_that_stand_and_places_for_those_that_are_missing():
    transcript = TranscriptFactory().revision
    area = PartFactory(revision=transcript, kind="focus_area", key="infra", text="")
    goal = PartFactory(revision=transcript, kind="goal", key="infra/1", text="", parent=area)
    PartFactory(revision=transcript, kind="goal", key="infra/2", text="", parent=area)
    annex = PartFactory(revision=transcript, kind="annex", key="bilaga-1", text="")
    TextFactory(part=area, text="Infrastruktur", network="Planeringschefer")
    TextFactory(part=goal)
    TextFactory(part=annex, heading="Bilaga 1")

    draft = begin(from_revision=transcript)

    assert lines(read_draft(draft)) == ["area infra: Infrastruktur", "goal infra/1 in infra: "]
    assert read_draft(draft).item("infra").network == "Planeringschefer"


def test_an_older_programme_may_be_the_pattern_but_the_last_of_the_line_is_replaced():
    older = SentFactory(adopted_by=["huddinge", "tyreso"]).revision
    newest = SentFactory().revision

    assert begin(from_revision=older).replaces == newest


def test_a_draft_is_no_pattern():
    with pytest.raises(ValidationError, match="finns inte i registret"):
        begin(from_revision=RevisionFactory())


@pytest.mark.parametrize(
    "wrong", [{"slug": "nytt"}, {"slug": "År 2027"}, {"title": "811228-9874"}, {"slug": ""}]
)
def test_what_cannot_be_begun_leaves_nothing(wrong):
    with pytest.raises(ValidationError):
        begin(from_revision=SentFactory().revision, **wrong)

    assert not DraftLineage.objects.exists()


def test_sending_puts_the_lineage_on_record_in_the_same_act():
    draft = begin(from_revision=SentFactory().revision)
    kin = DraftLineage.objects.get(later__key="infra/1")
    kin.why = "Samma mål i nya ord"
    kin.save()
    value, base = opened(draft)
    save_draft(revision=draft, draft=remove(value, "infra/1/1"), base=base, by=None)

    placement = send(revision=draft, boards=boards("salem"), on=day(2), decided_on=day(1), office=OFFICE)

    recorded = [
        (line.later.key, line.earlier.key, line.why, line.entry.office) for line in Lineage.objects.all()
    ]
    assert recorded == [
        ("infra", "infra", "", OFFICE),
        ("infra/1", "infra/1", "Samma mål i nya ord", OFFICE),
    ]
    assert placement.revision == draft
    assert not DraftLineage.objects.exists()


def test_a_sending_that_is_refused_records_no_lineage():
    draft = begin(from_revision=SentFactory().revision, title="")

    with pytest.raises(ValidationError):
        send(revision=draft, boards=boards("salem"), on=day(2), decided_on=day(1), office=OFFICE)

    assert (Lineage.objects.count(), DraftLineage.objects.count()) == (0, 2)


def test_links_that_share_a_draft_show_it_no_more_when_it_is_sent():
    draft = begin(from_revision=SentFactory().revision)
    link = PreviewLink.objects.create(
        revision=draft, recipient="ledningsgruppen", until=timezone.localdate(), made_by=UserFactory()
    )
    assert link.open_on(timezone.localdate())

    send(revision=draft, boards=boards("salem"), on=day(2), decided_on=day(1), office=OFFICE)

    assert not link.open_on(timezone.localdate())
