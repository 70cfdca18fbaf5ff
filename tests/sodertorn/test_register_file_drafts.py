"""What is not public is never in an export: drafts, accounts, persons, edit history."""

import pytest
from django.core.exceptions import ValidationError

from adoption.models import HandlingOfficer
from adoption.services import register
from programme.models import Translation
from sodertorn.register_file.writer import document, register_file
from tests.factories import (
    OFFICE,
    CaseFactory,
    DecisionFactory,
    ExtractFactory,
    FollowUpFactory,
    PartFactory,
    RevisionFactory,
    SentFactory,
    SourceFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
CANARY = "kanariefågel"


def sings() -> bool:
    return CANARY in register_file().decode()


def test_a_draft_is_not_told():
    draft = RevisionFactory(slug="utkast-2027", title=CANARY, replaces=SentFactory().revision)
    PartFactory(revision=draft, text=CANARY, heading=CANARY)

    assert not sings()
    assert "utkast-2027" not in register_file().decode()


def test_a_draft_is_told_when_it_is_sent():
    draft = RevisionFactory(title=CANARY)
    PartFactory(revision=draft)
    assert document()["programmes"] == []

    SentFactory(revision=draft)

    assert sings()
    assert [programme["slug"] for programme in document()["programmes"]] == [draft.slug]


def test_a_draft_cannot_be_named_by_what_is_told():
    draft = RevisionFactory(title=CANARY)

    with pytest.raises(ValidationError):
        register(fact=Translation(revision=draft, text=CANARY), office=OFFICE)
    with pytest.raises(ValidationError):
        SentFactory(adjustment=True, adjusts=draft)

    assert not sings()


def test_the_draft_s_row_is_not_told_once_it_is_sent():
    SentFactory(revision__title=CANARY, title="Det sända")

    assert not sings()


def test_persons_are_not_told():
    clerk = UserFactory(name=CANARY, email=f"{CANARY}@example.se")
    case = CaseFactory()
    HandlingOfficer.objects.create(case=case, name=CANARY, email="a@example.se")
    DecisionFactory(case=case, by=clerk)

    assert not sings()
    assert {entry["office"] for entry in document()["entries"]} == {OFFICE}


def test_a_source_and_an_extract_are_told_when_a_fact_names_them():
    SourceFactory(title=CANARY)
    unnamed, named = ExtractFactory(size=1), ExtractFactory(size=2)
    FollowUpFactory(step="extract_filed", extract=named)

    assert not sings()
    assert [extract["sha256"] for extract in document()["extracts"]] == [named.sha256] != [unnamed.sha256]


def test_an_extract_is_told_by_its_hash_alone():
    FollowUpFactory(step="extract_filed", extract=ExtractFactory())

    assert set(document()["extracts"][0]) == {"sha256", "size"}


def test_earlier_versions_of_what_is_edited_are_not_told():
    source = SourceFactory(title=CANARY)
    source.title = "Protokoll"
    source.save()

    assert not sings()
