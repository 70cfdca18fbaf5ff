"""Every history can be read, and no history lets anybody change, restore or delete anything, by any address or method."""

from contextlib import contextmanager
from itertools import product

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from adoption.models import HandlingOfficer, Municipality, TakingOffice
from programme.models import PaperWordings, Reminders, Revision
from sodertorn.admin import HistoryAdmin
from sodertorn.users import User
from tests.desk.rooms import desk_of, read
from tests.factories import (
    DecisionFactory,
    MunicipalityFactory,
    RevisionFactory,
    SourceFactory,
    TermFactory,
    UserFactory,
)
from tests.pages.conftest import rolled_back

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

EDITED = [model for model, page in admin.site._registry.items() if isinstance(page, HistoryAdmin)]
ONE_OR_ALL = [EDITED[0], *(pytest.param(model, marks=pytest.mark.proof_only) for model in EDITED[1:])]
SAFE = ("get", "head")
METHODS = [*SAFE, "post", "put", "patch", "delete", "options"]
SAVE, REASON = {"_save": "1"}, {"history_change_reason": "x", "history_user": 1}
WAYS = [
    SAVE,
    {"_continue": "1"},
    {"_saveasnew": "1"},
    {"_change_history": "1"},
    {"_delete": "1", "post": "yes"},
]
named = {"ids": lambda model: model._meta.model_name}


@pytest.fixture
def desk():
    return desk_of(UserFactory(is_staff=True, is_superuser=True))


@pytest.fixture(scope="module")
def made_once(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), rolled_back():
        decision, siv = DecisionFactory(), UserFactory(name="Siv")
        HandlingOfficer.objects.create(case=decision.case, name="Handläggare")
        PaperWordings.objects.create(revision=decision.case.revision)
        Reminders.objects.create(revision=decision.case.revision)
        SourceFactory()
        RevisionFactory(texts=True)
        TakingOffice.objects.create(term=TermFactory(), municipality=MunicipalityFactory(slug="tyreso"))
        for model in EDITED:
            row = model.objects.order_by("pk").last()
            row._history_user = siv
            row.save()
        yield


@pytest.fixture
def one_of_each(made_once, db):
    """Everything that is edited in the administration, each saved twice."""


def address(model, page, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


def saved_twice(model):
    return model.objects.get(pk=model.history.filter(history_user__name="Siv").first().instance.pk)


def addresses(row):
    """The history of an object, and each of its versions."""
    model = type(row)
    versions = [address(model, "simple_history", row.pk, old.pk) for old in row.history.all()]
    return [address(model, "history", row.pk), *versions]


READS = ("SELECT", "SAVEPOINT", "RELEASE SAVEPOINT", 'DELETE FROM "sodertorn_answered"')
"""The last empties what was kept of an answer that was given; there is none here."""


@contextmanager
def nothing_written():
    with CaptureQueriesContext(connection) as asked:
        yield
    assert [one["sql"] for one in asked if not one["sql"].startswith(READS)] == []


def typed(row):
    """What a form about the object would send, with every word changed."""
    values = {field.name: field.value_from_object(row) for field in row._meta.concrete_fields}
    words = {name: f"{value} ändrat" if isinstance(value, str) else value for name, value in values.items()}
    return {name: value for name, value in words.items() if value is not None}


@pytest.mark.parametrize("model", EDITED, **named)
def test_every_history_and_old_version_can_be_read(desk, one_of_each, model):
    row = saved_twice(model)
    history, *versions = addresses(row)

    page = read(desk, history)

    assert page.status == 200
    assert "Siv" in page.main
    assert set(versions) <= set(page.values("a", "href"))
    assert [read(desk, version).status for version in versions] == [200] * len(versions)
    assert "style" not in {name for found in page.attributes() for name in found}
    assert page.elements("style", "script")[1:] == []  # the desk's own script and nothing inline


@pytest.mark.parametrize("model", ONE_OR_ALL, **named)
def test_no_method_changes_anything_through_a_history(desk, one_of_each, model):
    row = saved_twice(model)
    pages = addresses(row)

    with nothing_written():
        for page, method in product(pages, METHODS):
            for way in WAYS[:1] if method in SAFE else WAYS:
                response = getattr(desk, method)(page, typed(row) | way | REASON)
                assert response.status_code == (200 if method in SAFE else 405), (method, page)


@pytest.mark.parametrize("model", ONE_OR_ALL, **named)
@pytest.mark.parametrize(
    "tail", ["history/{0}/delete/", "history/{0}/change/", "history/{0}/history/", "history/delete/"]
)
def test_nothing_lies_below_a_history(desk, one_of_each, model, tail):
    row = saved_twice(model)
    page = address(model, "changelist") + f"{row.pk}/{tail.format(row.history.first().pk)}"

    with nothing_written():
        answers = {getattr(desk, method)(page, {"post": "yes"}).status_code for method in METHODS}

    assert answers <= {302, 403, 404, 405}


def test_no_history_table_has_a_page_of_its_own():
    assert [model for model in admin.site._registry if hasattr(model, "history_id")] == []


def test_an_old_version_tells_what_was(desk):
    draft = RevisionFactory(title="Förr")
    draft.title = "Nu"
    draft.save()

    page = read(desk, address(Revision, "simple_history", draft.pk, draft.history.last().pk))

    assert page.texts("h1") == ["Förr"]
    assert "bara att läsa" in page.main
    assert page.elements("form")[1:] == []  # only the one that signs out


def test_a_history_tells_what_was_changed(desk):
    salem = MunicipalityFactory(slug="salem")
    salem.paper = "tjänsteskrivelse"
    salem.save()

    page = read(desk, address(Municipality, "history", salem.pk))

    assert page.texts("h1") == ["Historik: Salem"]
    assert "tillagt: tjänsteskrivelse" in page.texts("ins")


def test_the_history_of_a_person_who_was_removed_can_still_be_read(desk, one_of_each):
    officer = HandlingOfficer.objects.get()
    pages = addresses(officer)
    officer.delete()

    assert [read(desk, page).status for page in pages] == [200] * len(pages)


def test_a_long_history_has_pages(desk):
    term = TermFactory(label="2030–2034")
    for day in range(1, 31):
        term.election = f"2022-09-{day:02}"
        term.save()
    page = address(type(term), "history", term.pk)

    first, second = read(desk, page), read(desk, f"{page}?sida=2")

    assert len(first.texts_of("chain__entry")) == 30
    assert len(second.texts_of("chain__entry")) == 1
    assert second.texts_of("chain__act") == ["Lades till"]


@pytest.mark.parametrize("key", ["0", "x", "1_00", "9" * 40, "%00", "_", "a b"])
@pytest.mark.parametrize("model", [Revision, Municipality, User], **named)
def test_an_impossible_object_has_no_history(desk, model, key):
    room = address(model, "changelist")

    assert desk.get(f"{room}{key}/history/").status_code == 404
    assert desk.get(f"{room}{key}/history/1/").status_code == 404


@pytest.mark.parametrize("version", ["0", "x", "9" * 40, "%00"])
def test_an_impossible_version_is_not_there(desk, version):
    draft = RevisionFactory()

    assert desk.get(f"{address(Revision, 'changelist')}{draft.pk}/history/{version}/").status_code == 404


def test_a_version_of_another_object_is_not_there(desk):
    first, second = RevisionFactory(), RevisionFactory()

    page = address(Revision, "simple_history", first.pk, second.history.first().pk)

    assert desk.get(page).status_code == 404
