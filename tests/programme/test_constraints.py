"""Every named constraint of this app: the database refuses, and the form says what to do."""

import pytest
from django.utils import timezone

from programme.models import (
    Announcement,
    Comment,
    DraftLineage,
    Erratum,
    ErratumAnswer,
    Part,
    Placement,
    Revision,
    Saving,
    TermOfOffice,
    TextRecord,
    Translation,
)
from tests import constraints
from tests.constraints import unsaved
from tests.factories import (
    ErratumFactory,
    MunicipalityFactory,
    PartFactory,
    RevisionFactory,
    SentFactory,
    TranscriptFactory,
    UserFactory,
    day,
)

pytestmark = pytest.mark.django_db
NAMED = constraints.named("programme")


def term(**stated):
    return TermOfOffice(**{"label": "2022–2026", "election": day(1), "council_from": day(2)} | stated)


def draft(**stated):
    return Revision(slug="program", title="Utkast", **stated)


def sent(**stated):
    usual = {"origin": "sent", "sent_on": day(1), "decided_on": day(-2), "title": "Programmet"}
    usual["fingerprint"] = "a" * 64
    return unsaved(Placement, revision=RevisionFactory(), **usual | stated)


def transcript(**stated):
    nothing = {"sent_on": None, "decided_on": None, "fingerprint": ""}
    return sent(**{"origin": "transcribed"} | nothing | stated)


def part(kind="section", **stated):
    return Part(revision=RevisionFactory(), key="x", kind=kind, **stated)


def second_vision():
    first = PartFactory(kind="vision")
    return Part(revision=first.revision, key="vision-2", kind="vision")


def same_key():
    first = PartFactory()
    return Part(revision=first.revision, key=first.key, kind="annex")


def area():
    return PartFactory(kind="focus_area")


def text(**stated):
    place = PartFactory(revision=TranscriptFactory().revision, text="")
    return unsaved(TextRecord, part=place, **stated)


def erratum(**stated):
    words = {"stands": "Spår", "reads": "Spår,", "slip": "punctuation", "decided_on": day(4)}
    return unsaved(Erratum, part=SentFactory().revision.parts.get(key="infra/1"), **words | stated)


def erratum_answer(**stated):
    given = {"municipality": MunicipalityFactory(slug="huddinge"), "answer": "accepts", "on": day(8)}
    return unsaved(ErratumAnswer, erratum=ErratumFactory(), **given | stated)


def translation(**stated):
    return unsaved(Translation, revision=TranscriptFactory().revision, text="Vision", **stated)


def announcement(**stated):
    usual = {"announced": "applies", "day": day(1)}
    if "revision" not in stated:
        usual["revision"] = TranscriptFactory().revision
    return unsaved(Announcement, **usual | stated)


def saving(**stated):
    return Saving(**{"revision": RevisionFactory(), "number": 1, "at": timezone.now()} | stated)


def saved_again(**stated):
    first = saving(name="Till kommittén")
    first.save()
    return saving(revision=first.revision, **stated)


def same_kin():
    later, earlier = PartFactory(goal=True), PartFactory(goal=True)
    DraftLineage.objects.create(later=later, earlier=earlier)
    return DraftLineage(later=later, earlier=earlier)


def comment(**stated):
    usual = {"revision": RevisionFactory(), "sender": "committee", "on": day(1), "text": "Korta visionen."}
    return Comment(**usual | {"written_by": UserFactory()} | stated)


BREAKS = [
    ("announcement_is_known", lambda: announcement(announced="rumour")),
    ("announcement_names_a_programme", lambda: announcement(revision=None)),
    ("announcement_names_a_programme", lambda: announcement(announced="not_known")),
    ("term_of_office_council_after_election", lambda: term(council_from=day(1))),
    ("revision_period_starts_before_it_ends", lambda: draft(period_first=2027, period_last=2026)),
    ("revision_period_starts_before_it_ends", lambda: draft(period_first=1899)),
    ("revision_period_starts_before_it_ends", lambda: draft(period_last=1899)),
    (
        "revision_adjusts_or_replaces",
        lambda: draft(adjusts=RevisionFactory(), replaces=RevisionFactory()),
    ),
    ("revision_years_are_possible", lambda: draft(period_first=1899, period_last=2026)),
    ("revision_years_are_possible", lambda: draft(period_first=2027, period_last=20233)),
    ("placement_years_are_possible", lambda: sent(period_first=1899, period_last=2026)),
    ("placement_years_are_possible", lambda: sent(period_first=2027, period_last=20233)),
    ("revision_kind_is_known", lambda: draft(kind="poem")),
    ("placement_period_starts_before_it_ends", lambda: sent(period_first=2027, period_last=2026)),
    ("placement_period_starts_before_it_ends", lambda: sent(period_first=2027)),
    ("placement_period_starts_before_it_ends", lambda: sent(period_last=2030)),
    (
        "placement_adjusts_or_replaces",
        lambda: sent(adjusts=RevisionFactory(), replaces=RevisionFactory()),
    ),
    ("placement_sending_is_dated_and_decided", lambda: sent(sent_on=None)),
    ("placement_sending_is_dated_and_decided", lambda: sent(decided_on=None)),
    ("placement_sending_is_dated_and_decided", lambda: transcript(sent_on=day(1))),
    ("placement_sending_is_dated_and_decided", lambda: transcript(decided_on=day(1))),
    ("placement_original_has_a_fingerprint", lambda: sent(fingerprint="")),
    ("placement_original_has_a_fingerprint", lambda: transcript(fingerprint="a" * 64)),
    ("textrecord_words_or_note", text),
    ("erratum_slip_is_known", lambda: erratum(slip="style")),
    ("erratum_words_differ", lambda: erratum(reads="Spår")),
    ("erratum_told_when_decided", lambda: erratum(told_on=day(3))),
    ("erratumanswer_is_known", lambda: erratum_answer(answer="maybe")),
    ("translation_language_is_known", lambda: translation(language="fi")),
    ("part_kind_is_known", lambda: part("poem")),
    ("part_key_once_in_programme", same_key),
    ("part_vision_goal_purpose_once", second_vision),
    ("part_goals_and_points_belong", lambda: part("goal")),
    ("part_goals_and_points_belong", lambda: part("point")),
    ("part_goals_and_points_belong", lambda: part("vision", parent=area())),
    ("part_network_of_a_focus_area", lambda: part(network="Planeringschefer")),
    ("saving_number_once", saved_again),
    ("saving_name_once", lambda: saved_again(number=2, name="Till kommittén")),
    ("draftlineage_once", same_kin),
    ("comment_sender_is_known", lambda: comment(sender="poet")),
    ("comment_says_who", lambda: comment(sender="other")),
    ("comment_settled_says_how_and_when", lambda: comment(settled="Kortad.")),
    ("comment_settled_says_how_and_when", lambda: comment(settled_on=day(2))),
    ("comment_withdrawn_says_why_and_when", lambda: comment(withdrawn="Dubblett.")),
    ("comment_withdrawn_says_why_and_when", lambda: comment(withdrawn_on=day(2))),
]
broken = pytest.mark.parametrize("name, row", BREAKS, ids=[name for name, _row in BREAKS])


@broken
def test_the_database_refuses(name, row):
    constraints.database_refuses(row(), NAMED[name])


@broken
def test_the_form_says_what_to_do(name, row):
    constraints.form_explains(row(), NAMED[name])


def test_an_unknown_origin_breaks_both_rules_about_it():
    with pytest.raises(constraints.ValidationError) as refusal:
        sent(origin="found").full_clean(exclude={"entry"})
    assert "origin" in refusal.value.error_dict

    constraints.database_refuses(sent(origin="found"), NAMED["placement_origin_is_known"])


def test_no_constraint_is_forgotten():
    assert {name for name, _row in BREAKS} | {"placement_origin_is_known"} == NAMED.keys()


@pytest.mark.parametrize(
    "whole", [term, draft, sent, transcript, part, translation, erratum, erratum_answer, saving, comment]
)
def test_without_the_break_all_is_well(whole):
    whole().full_clean(exclude={"entry"})
