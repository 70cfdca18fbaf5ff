"""Every named constraint of this app: the database refuses, and the form says what to do."""

from datetime import timedelta

import pytest
from django.utils import timezone

from adoption.models import (
    Body,
    Case,
    CaseDetail,
    Citation,
    Decision,
    FollowUp,
    Letter,
    PublishedMinutes,
    Question,
    Registrar,
    SignInLink,
    Source,
    Started,
    TakingOffice,
)
from programme.models import Placement
from tests import constraints
from tests.constraints import unsaved
from tests.factories import (
    BodyFactory,
    CaseFactory,
    DecisionFactory,
    ExtractFactory,
    FollowUpFactory,
    MunicipalityFactory,
    RevisionFactory,
    SourceFactory,
    TermFactory,
    UserFactory,
    day,
)

pytestmark = pytest.mark.django_db
NAMED = constraints.named("adoption")


def adopted(**stated):
    """Huddinge's adoption on day 10, unless stated otherwise."""
    usual = {"case": CaseFactory(), "outcome": "adopted", "earliest": day(10), "latest": day(10)}
    return unsaved(Decision, **usual | stated)


def noted(**stated):
    return adopted(**{"outcome": "noted"} | stated)


def a_copy_of_itself(extract):
    return followed_up("extract_filed", extract=extract, masks=extract)


def followed_up(step="signed", **stated):
    return unsaved(FollowUp, decision=DecisionFactory(), step=step, **{"on": day(14)} | stated)


def detail(**stated):
    return unsaved(CaseDetail, case=CaseFactory(), **{"detail": "meeting", "on": day(20)} | stated)


def citation(**stated):
    """Of an entry whose act goes on."""
    begun = constraints.entry()
    begun.save()
    return Citation(entry=begun, source=SourceFactory(), **stated)


def body(kind, **stated):
    return Body(kind=kind, **stated)


def again(row, **stated):
    """The same once more, as a row of its own."""
    names = [field.name for field in row._meta.concrete_fields if not field.primary_key]
    return type(row)(**{name: getattr(row, name) for name in names} | stated)


def seat_again():
    """Of a programme whose act goes on."""
    revision, board = RevisionFactory(), BodyFactory()
    placement = unsaved(Placement, revision=revision, origin="transcribed", title="Programmet")
    placement.entry.save()
    placement.save()
    return again(placement.seats.create(body=board))


def case_again():
    case = CaseFactory()
    return unsaved(Case, revision=case.revision, body=case.body)


def citation_again():
    first = citation(words="antogs")
    first.save()
    return again(first)


def taking_office_again():
    first = TakingOffice.objects.create(term=TermFactory(), municipality=MunicipalityFactory())
    return again(first)


def started_again():
    first = Started.objects.create(user=UserFactory(), case=CaseFactory(), typed={})
    return again(first)


def published_minutes(**stated):
    """Still to be fetched, unless stated otherwise."""
    return PublishedMinutes(decision=DecisionFactory(), url="https://huddinge.example/p.pdf", **stated)


def minutes_again():
    first = published_minutes()
    first.save()
    return again(first)


def registrar_again():
    return again(Registrar.objects.create(user=UserFactory(), municipality=MunicipalityFactory()))


def link(**stated):
    """Of a case, or until now."""
    usual = {"until": timezone.now()} if "case" not in stated else {}
    return SignInLink(**{"user": UserFactory()} | usual | stated)


def letter(**stated):
    said = {"municipality": MunicipalityFactory(), "by": UserFactory(), "subject": "Hej", "text": "Hej!"}
    return Letter(**said | stated)


def question(**stated):
    return Question(**{"asked": "appeal", "municipality": MunicipalityFactory(), "about": "7"} | stated)


def question_again():
    first = question()
    first.save()
    return again(first)


def link_again(**stated):
    first = link(**stated)
    first.save()
    return again(first)


BREAKS = [
    ("municipality_name_once", lambda: again(MunicipalityFactory(slug="tyreso"), code="9999", slug="ny")),
    ("body_kind_is_known", lambda: body("mayor", municipality=MunicipalityFactory())),
    ("body_has_a_municipality_unless_committee", lambda: body("board")),
    (
        "body_has_a_municipality_unless_committee",
        lambda: body("committee", municipality=MunicipalityFactory()),
    ),
    ("body_once_in_municipality", lambda: again(BodyFactory())),
    ("body_one_committee", lambda: again(BodyFactory(committee=True))),
    ("seat_once_in_programme", seat_again),
    ("taking_office_once", taking_office_again),
    ("case_once_for_programme_and_body", case_again),
    ("casedetail_kind_is_known", lambda: detail(detail="rumour", on=None, words="KS 1")),
    ("casedetail_planned_day_or_words", lambda: detail(detail="number", on=None)),
    ("casedetail_planned_day_or_words", lambda: detail(detail="number", words="KS 1")),
    ("source_kind_is_known", lambda: Source(key="paper", title="Papper", kind="rumour")),
    ("citation_stance_is_known", lambda: citation(stance="doubts")),
    ("citation_once", citation_again),
    ("decision_outcome_is_known", lambda: noted(outcome="liked")),
    ("decision_text_change_is_known", lambda: adopted(text_change="a little")),
    ("decision_document_is_known", lambda: adopted(document="perhaps")),
    ("decision_paragraph_kind_is_known", lambda: adopted(paragraph_kind="lost")),
    ("decision_paragraph_as_written", lambda: adopted(paragraph_kind="written")),
    ("decision_paragraph_as_written", lambda: adopted(paragraph_kind="none", paragraph="9")),
    ("decision_paragraph_as_written", lambda: adopted(paragraph="9")),
    ("decision_earliest_before_latest", lambda: adopted(earliest=day(11))),
    ("decision_only_adoptions_have_intervals", lambda: noted(earliest=day(9))),
    ("decision_only_adoptions_have_intervals", lambda: noted(earliest=None)),
    ("decision_only_adoptions_have_intervals", lambda: noted(latest=None)),
    ("decision_only_adoptions_have_intervals", lambda: noted(earliest=None, latest=None)),
    ("decision_meeting_begins_before_it_ends", lambda: adopted(began=day(10))),
    ("decision_meeting_begins_before_it_ends", lambda: adopted(began=day(9), latest=None)),
    ("decision_questions_about_adoptions_only", lambda: noted(text_change="unchanged")),
    ("decision_questions_about_adoptions_only", lambda: noted(document="sent")),
    ("decision_questions_about_adoptions_only", lambda: noted(starts=day(20))),
    ("decision_questions_about_adoptions_only", lambda: noted(conditional=True)),
    ("decision_questions_about_adoptions_only", lambda: noted(limited=True)),
    ("decision_questions_about_adoptions_only", lambda: noted(delegated=True)),
    ("followup_kind_is_known", lambda: followed_up("celebrated")),
    ("followup_ends_have_a_day", lambda: followed_up("annulled", on=None)),
    ("followup_ends_have_a_day", lambda: followed_up("rescinded", on=None)),
    ("followup_ends_have_a_day", lambda: followed_up("inhibition", on=None)),
    ("followup_ruling_says_whether_it_counts", lambda: followed_up("ruled", words="Villkoret är uppfyllt.")),
    ("followup_ruling_says_whether_it_counts", lambda: followed_up("ruled", counts=True)),
    ("followup_ruling_says_whether_it_counts", lambda: followed_up("signed", counts=False)),
    ("followup_lift_names_an_inhibition", lambda: followed_up("inhibition_lifted")),
    (
        "followup_lift_names_an_inhibition",
        lambda: followed_up("signed", lifts=FollowUpFactory(step="inhibition")),
    ),
    ("followup_extract_steps_name_a_file", lambda: followed_up("extract_filed")),
    ("followup_extract_steps_name_a_file", lambda: followed_up("extract_reviewed")),
    ("followup_extract_steps_name_a_file", lambda: followed_up("signed", extract=ExtractFactory())),
    ("followup_only_an_objection_has_its_words", lambda: followed_up("signed", objection="Fel §.")),
    ("followup_only_what_is_filed_has_a_name_or_masks", lambda: followed_up("signed", file_name="a.pdf")),
    (
        "followup_only_what_is_filed_has_a_name_or_masks",
        lambda: followed_up("signed", masks=ExtractFactory()),
    ),
    ("followup_masked_copy_is_another_file", lambda: a_copy_of_itself(ExtractFactory())),
    (
        "followup_what_takes_a_file_away_says_why",
        lambda: followed_up("extract_withdrawn", extract=ExtractFactory()),
    ),
    (
        "followup_what_takes_a_file_away_says_why",
        lambda: followed_up("extract_destroyed", extract=ExtractFactory()),
    ),
    (
        "followup_through_a_decision_only_when_rescinded",
        lambda: followed_up("annulled", through=DecisionFactory()),
    ),
    ("registrar_once_in_municipality", registrar_again),
    ("started_once", started_again),
    ("letter_wants_something_known", lambda: letter(wanted="gossip")),
    ("question_kind_is_known", lambda: question(asked="gossip")),
    ("question_about_an_appeal_once", question_again),
    ("question_settled_when_something_was_said", lambda: question(settled_at=timezone.now())),
    ("publishedminutes_once", minutes_again),
    ("publishedminutes_fetched_once", lambda: published_minutes(extract=ExtractFactory())),
    ("signinlink_lives_for_a_case_or_a_time", lambda: link(until=None)),
    ("signinlink_lives_for_a_case_or_a_time", lambda: link(case=CaseFactory(), until=timezone.now())),
    ("signinlink_ends_after_it_was_made", lambda: link(ended_at=timezone.now() - timedelta(days=1))),
    ("signinlink_one_open_for_case", lambda: link_again(case=CaseFactory())),
    ("signinlink_one_open_without_case", link_again),
]
broken = pytest.mark.parametrize("name, row", BREAKS, ids=[name for name, _row in BREAKS])


@broken
def test_the_database_refuses(name, row):
    constraints.database_refuses(row(), NAMED[name])


@broken
def test_the_form_says_what_to_do(name, row):
    constraints.form_explains(row(), NAMED[name])


def test_no_constraint_is_forgotten():
    assert {name for name, _row in BREAKS} == NAMED.keys()


@pytest.mark.parametrize("whole", [adopted, noted, followed_up, detail, citation, link])
def test_without_the_break_all_is_well(whole):
    whole().full_clean(exclude={"entry"})
