"""Drafts and their texts: what the form refuses, beside the named constraints."""

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError

from programme.models import Part, Revision
from programme.models.revision import RESERVED_SLUGS
from sodertorn.register import Register
from tests.factories import PartFactory, RevisionFactory, SentFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("slug", sorted(RESERVED_SLUGS))
def test_an_address_that_pages_need_is_refused(slug):
    with pytest.raises(ValidationError, match="reserverad"):
        Revision(slug=slug).full_clean()


@pytest.mark.parametrize("slug", ["2027 2030", "år-2027", "a/b", ""])
def test_an_address_is_a_plain_word(slug):
    with pytest.raises(ValidationError):
        Revision(slug=slug).full_clean()


def test_an_address_is_used_once():
    with pytest.raises(ValidationError):
        Revision(slug=RevisionFactory().slug).full_clean()


@pytest.mark.parametrize("kind, parent", [("goal", "section"), ("point", "focus_area"), ("goal", "goal")])
def test_a_text_belongs_under_the_right_kind(kind, parent):
    above = PartFactory(goal=True) if parent == "goal" else PartFactory(kind=parent)

    with pytest.raises(ValidationError, match="kan inte höra till"):
        Part(revision=above.revision, key="x", kind=kind, parent=above).full_clean()


def test_a_goal_belongs_in_its_own_programme():
    area = PartFactory(kind="focus_area")

    with pytest.raises(ValidationError, match="kan inte höra till"):
        Part(revision=RevisionFactory(), key="x", kind="goal", parent=area).full_clean()


def test_a_draft_leaves_no_trace_in_the_register():
    sent = SentFactory()
    RevisionFactory(replaces=sent.revision, texts=True)

    register = Register()
    assert list(register.placements) == list(register.texts) == [sent.revision.slug]


def test_a_draft_s_edits_are_kept():
    draft = RevisionFactory(title="Första")
    draft.title = "Andra"
    draft.save()

    assert [version.title for version in draft.history.all()] == ["Andra", "Första"]


def test_a_draft_is_removed_with_its_texts():
    draft = RevisionFactory(texts=True)

    draft.delete()

    assert not Part.objects.filter(revision_id=draft.pk).exists()


def test_a_programme_in_the_register_is_not_removed():
    with pytest.raises(ProtectedError):
        SentFactory().revision.delete()


@pytest.mark.parametrize(
    "first, last, shown",
    [(2027, 2030, "2027–2030"), (None, None, ""), (2027, None, ""), (None, 2030, "")],
    ids=["known", "not known", "no last year", "no first year"],
)
def test_a_period_is_written_with_a_proper_dash(first, last, shown):
    assert Revision(period_first=first, period_last=last).period == shown


def test_a_programme_is_called_by_its_period_never_by_a_bare_year():
    sent = SentFactory(revision__period_first=2027, revision__period_last=2030)

    assert sent.short_name == "programmet för 2027–2030"
    assert SentFactory(revision__title="Programmet 2040").short_name == "Programmet 2040"
