"""A version of a draft gets a name, by which it is found again."""

import pytest
from django.core.exceptions import ValidationError

from programme.draft_reading import read_draft
from programme.draft_services import Overtaken, name_version, save_draft
from tests.factories import RevisionFactory, UserFactory
from tests.programme.drafts import opened, save, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def revision():
    return RevisionFactory(slug="2027-2030", title="Programmet", texts=True)


def test_a_version_is_named_and_named_again(revision):
    by = UserFactory()
    saving = save(revision, text("vision", "Ny"), name="Till kommittén")
    assert saving.name == "Till kommittén"

    named = name_version(saving=saving, name=" Till  ledningsgruppen ", by=by)

    assert named.name == "Till ledningsgruppen"
    assert named.history.latest().history_user == by


def test_a_name_typed_beside_an_unchanged_draft_names_its_newest_version(revision):
    save(revision, text("vision", "Ny"))

    assert save(revision, lambda draft: draft, name="Första").name == "Första"


def test_two_versions_of_a_draft_have_different_names(revision):
    save(revision, text("vision", "Ett"), name="Första")

    with pytest.raises(ValidationError, match="redan det namnet"):
        save(revision, text("vision", "Två"), name="Första")
    assert read_draft(revision).item("vision").text == "Ett"


def test_a_name_given_by_somebody_else_is_not_replaced_in_passing(revision):
    save(revision, text("vision", "Ett"), name="Till kommittén")

    with pytest.raises(ValidationError, match="heter redan ”Till kommittén”"):
        save(revision, lambda draft: draft, name="Mitt namn")

    assert revision.savings.get().name == "Till kommittén"


def test_a_version_that_one_has_not_seen_is_not_named(revision):
    save(revision, text("vision", "Ett"))
    seen, base = opened(revision)
    save(revision, text("vision", "Två"))
    save(revision, text("vision", "Ett"))

    with pytest.raises(Overtaken):
        save_draft(revision=revision, draft=seen, base=base, by=None, name="Mitt namn")
