"""The desk: who gets in, what opens, and what it never lets anybody do (house.md, 26)."""

from copy import deepcopy

import pytest
from django.contrib import admin
from django.urls import reverse

from adoption.models import HandlingOfficer, Municipality, TakingOffice
from programme.models import PaperWordings, Reminders, Revision
from sodertorn.admin import HistoryAdmin, RecordAdmin
from sodertorn.journal import Entry
from sodertorn.users import User
from tests.desk.decided import held
from tests.desk.rooms import read
from tests.factories import (
    CaseFactory,
    DecisionFactory,
    FollowUpFactory,
    MunicipalityFactory,
    RevisionFactory,
    SourceFactory,
    TermFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

PASSWORD = "en mening som är lätt att minnas"
MODELS = list(admin.site._registry)
RECORDS = [model for model in MODELS if isinstance(admin.site._registry[model], RecordAdmin)]
EDITED = [model for model in MODELS if isinstance(admin.site._registry[model], HistoryAdmin)]
KEPT = [*RECORDS, *(model for model in EDITED if model is not HandlingOfficer)]
named = {"ids": lambda model: model._meta.model_name}


@pytest.fixture(scope="module")
def asa(shared):
    return User.objects.create_superuser("Asa.Strateg@Example.se", PASSWORD, name="Åsa Strateg")


@pytest.fixture
def administrator(asa):
    return deepcopy(asa)


@pytest.fixture
def desk(client, administrator):
    """A browser in which the administrator is signed in."""
    client.force_login(administrator)
    return client


@pytest.fixture(scope="module")
def one_of_each(asa):
    """A programme that was sent and decided on, and what is kept beside it."""
    decision = FollowUpFactory(decision=DecisionFactory(by=asa)).decision
    HandlingOfficer.objects.create(case=decision.case, name="Handläggare")
    PaperWordings.objects.create(revision=decision.case.revision)
    Reminders.objects.create(revision=decision.case.revision)
    SourceFactory()
    TakingOffice.objects.create(term=TermFactory(), municipality=MunicipalityFactory(slug="tyreso"))
    asa.groups.create(name="Strateger")


@pytest.fixture
def draft():
    return RevisionFactory(slug="utkast-2027", title="Utkastet", texts=True)


@pytest.fixture
def placed():
    return CaseFactory().revision


def address(model, page, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


def typed(response, **changed):
    """All that the form shows, as a browser would send it back, with what was changed."""
    forms = [response.context["adminform"].form]
    for inline in response.context.get("inline_admin_formsets", []):
        forms += [inline.formset.management_form, *inline.formset.forms]
    values = {field.html_name: field.value() for form in forms for field in form}
    return {name: "" if value is None else value for name, value in values.items()} | changed


# Who gets in


@pytest.mark.parametrize(
    "email", ["Asa.Strateg@example.se", "asa.strateg@example.se", "ASA.STRATEG@EXAMPLE.SE"]
)
def test_an_address_signs_in_whatever_its_case(client, administrator, email):
    response = client.post("/logga-in/losenord/?next=/admin/", {"login": email, "password": PASSWORD})

    assert (response.status_code, response["Location"]) == (302, "/admin/")
    assert client.get("/admin/").context["user"] == administrator


def test_another_password_does_not(client, administrator):
    response = client.post(
        "/logga-in/losenord/", {"login": administrator.email, "password": PASSWORD.upper()}
    )

    assert response.status_code == 200
    assert "_auth_user_id" not in client.session


def test_one_who_has_left_does_not_get_in(client, administrator):
    User.objects.filter(pk=administrator.pk).update(is_active=False)

    client.post("/logga-in/losenord/", {"login": administrator.email, "password": PASSWORD})

    assert "_auth_user_id" not in client.session


# What opens


@pytest.mark.parametrize("model", MODELS, **named)
def test_every_list_opens(desk, one_of_each, model):
    response = desk.get(address(model, "changelist"))

    assert response.status_code == 200
    assert response.context["cl"].result_count > 0


@pytest.mark.parametrize("model", MODELS, **named)
def test_every_object_opens(desk, one_of_each, model):
    assert desk.get(address(model, "change", model.objects.first().pk), follow=True).status_code == 200


@pytest.mark.parametrize("model", [model for model in MODELS if model not in [*RECORDS, Revision]], **named)
def test_everything_that_people_edit_can_be_added(desk, model):
    assert desk.get(address(model, "add")).status_code == 200


def test_the_first_page_of_the_desk_opens(desk):
    assert desk.get("/admin/").status_code == 200


# Nothing is deleted


@pytest.mark.parametrize("model", KEPT, **named)
def test_nothing_is_deleted(desk, one_of_each, model):
    page = address(model, "delete", model.objects.first().pk)
    rows = model.objects.count()

    assert [desk.get(page).status_code, desk.post(page, {"post": "yes"}).status_code] == [404, 404]
    assert model.objects.count() == rows


@pytest.mark.parametrize("model", KEPT, **named)
def test_no_list_deletes(desk, one_of_each, model):
    rows = model.objects.count()
    action = {"action": "delete_selected", "_selected_action": model.objects.first().pk, "post": "yes"}

    desk.post(address(model, "changelist"), action)

    assert model.objects.count() == rows


def test_a_person_may_be_removed(desk, one_of_each):
    officer = HandlingOfficer.objects.get()

    desk.post(address(HandlingOfficer, "delete", officer.pk), {"post": "yes"})

    assert not HandlingOfficer.objects.exists()


# What is recorded is not changed here


@pytest.mark.parametrize("model", RECORDS, **named)
def test_no_address_of_the_desk_records_anything(desk, one_of_each, model):
    row, rows = model.objects.values().first(), model.objects.count()
    stated = {name: value for name, value in row.items() if value is not None} | {
        "note": "Ändrat",
        "office": "Ändrat",
    }

    answers = [desk.get(address(model, "add")), desk.post(address(model, "add"), stated)]
    answers.append(desk.post(address(model, "change", model.objects.first().pk), stated))

    assert [response.status_code for response in answers] == [404, 404, 405]
    assert (model.objects.values().first(), model.objects.count()) == (row, rows)


def test_a_programme_in_the_register_is_locked(desk, placed):
    page = address(Revision, "change", placed.pk)
    part = placed.parts.first()
    inline = {
        "parts-TOTAL_FORMS": 1,
        "parts-INITIAL_FORMS": 1,
        "parts-0-id": part.pk,
        "parts-0-text": "Ändrat",
    }

    assert "adminform" in desk.get(page).context
    changed = {"slug": placed.slug, "title": "Ändrat", "kind": "programme", **inline}
    assert desk.post(page, changed).status_code == 405
    assert Revision.objects.get(pk=placed.pk).title == placed.title
    assert placed.parts.get(pk=part.pk).text == part.text


def test_a_draft_is_edited_at_its_own_page_and_nowhere_else(desk, draft):
    page = address(Revision, "change", draft.pk)

    changed = desk.post(page, {"slug": draft.slug, "title": "Ändrat", "kind": "programme"})

    assert desk.get(page)["Location"] == "/admin/utkast/utkast-2027/"
    assert changed.status_code == 405
    assert Revision.objects.get(pk=draft.pk).title == draft.title


def test_a_municipality_keeps_its_code_and_address(desk):
    salem = MunicipalityFactory(slug="salem")
    page = address(Municipality, "change", salem.pk)

    desk.post(page, typed(desk.get(page), code="9999", slug="annat", paper="tjänsteskrivelse"))

    salem.refresh_from_db()
    assert (salem.pk, salem.slug, salem.paper) == ("0128", "salem", "tjänsteskrivelse")


def test_an_edit_that_is_sent_twice_is_one_event_and_gets_one_confirmation(desk):
    source = SourceFactory()
    address = f"/admin/adoption/source/{source.pk}/change/"
    boxes = {name: value for name, value in held(read(desk, address)).items() if name[:1] != "_"}
    form = boxes | {"title": "Bygg & Miljös protokoll"}
    before = Entry.objects.count()

    answers = {desk.post(address, form).url for _click in range(2)}

    assert answers == {"/admin/adoption/source/"}
    assert Entry.objects.count() == before + 1
    told = read(desk, answers.pop()).main
    assert f"Händelseloggen slutar nu med händelse {before + 1}, kontrollsumma" in told
    assert "Bygg & Miljös protokoll" in told and "&amp;" not in told
