"""The guards against change stand, come back after each migration, and nothing is recorded without them.

That they refuse every attack on every table is tried in test_attacks.py.
"""

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from adoption.models import Decision
from programme.models import Part, Revision, Saving
from sodertorn import guards
from sodertorn.journal import Entry, fact_kinds
from tests.desk.decided import NEW, awaiting_three, held, message
from tests.desk.rooms import desk_of, strategist
from tests.factories import DecisionFactory, FollowUpFactory, RevisionFactory, SentFactory, TextFactory
from tests.pages.site import Page
from tests.sodertorn.attacks import execute

pytestmark = pytest.mark.django_db


def refuse(change, *args, **kwargs):
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        change(*args, **kwargs)


@pytest.mark.parametrize("model", [Entry, *fact_kinds()], ids=lambda model: model.__name__)
def test_deleting_a_fact_is_a_mistake_in_the_code(model):
    for delete in (model().delete, model.objects.all().delete, model.objects.none().delete):
        with pytest.raises(TypeError, match="never deleted"):
            delete()


def test_related_rows_are_not_deleted_either():
    decision = FollowUpFactory().decision

    with pytest.raises(TypeError, match="never deleted"):
        decision.follow_ups.all().delete()


def test_adding_goes_on():
    before = Entry.objects.count()

    DecisionFactory()

    assert Entry.objects.count() > before


# The guards stand, and come back


def standing_guards():
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT tbl_name, name FROM sqlite_master WHERE type = 'trigger'")
        else:
            cursor.execute(
                "SELECT relname, tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
                " WHERE NOT tgisinternal AND tgenabled = 'A'"
            )
        return set(cursor.fetchall())


def lift(name, table_name):
    where = "" if connection.vendor == "sqlite" else f' ON "{table_name}"'
    execute(f'DROP TRIGGER "{name}"{where}')


def test_guards_come_back_after_a_migrate():
    before = standing_guards()
    for table_name, name in before:
        lift(name, table_name)
    assert standing_guards() == set()

    call_command("migrate", verbosity=0)

    assert standing_guards() == before
    guarded = {*guards.guarded_models(), Revision, Part, Saving}
    assert {table_name for table_name, _name in before} == {model._meta.db_table for model in guarded}


def test_a_guard_that_is_missing_or_another_is_named():
    table_name, name = max(standing_guards())
    assert guards.missing() == []

    lift(name, table_name)
    assert guards.missing() == [name]

    stands_elsewhere(name)
    assert guards.missing() == [name]


def stands_elsewhere(name):
    """One of the same name and function, that guards nothing."""
    begins = f'CREATE TRIGGER "{name}" BEFORE INSERT ON sodertorn_user FOR EACH ROW WHEN'
    if connection.vendor == "sqlite":
        execute(f"{begins} 0 BEGIN SELECT RAISE(ABORT, 'x'); END")
    else:
        execute(f'{begins} (false) EXECUTE FUNCTION "{name}"()')
        execute(f'ALTER TABLE sodertorn_user ENABLE ALWAYS TRIGGER "{name}"')


def test_guards_that_stand_are_not_taken_down_to_be_put_up_again():
    table_name, name = max(standing_guards())
    lift(name, table_name)

    with CaptureQueriesContext(connection) as made:
        guards.install()

    assert guards.missing() == []
    assert {name} == {n for _t, n in standing_guards() if any(f'"{n}"' in q["sql"] for q in made)}


def test_nothing_is_recorded_while_a_guard_is_missing():
    sent = SentFactory()
    lift(*reversed(max(standing_guards())))

    with pytest.raises(ValidationError, match="skydd"):
        DecisionFactory(case__revision=sent.revision)


def test_the_desk_writes_nothing_while_a_guard_is_missing_but_all_can_be_read():
    awaiting_three()
    lift(*reversed(max(standing_guards())))
    desk, typed = desk_of(strategist()), message(text="Kommunstyrelsen antar programmet.", step="confirm")
    desk.raise_request_exception = False
    before = Decision.objects.count()

    page = Page(desk.post(NEW, typed))

    assert (page.status, page.texts("h1")) == (503, ["Registret kan just nu bara läsas"])
    assert held(page) | typed == held(page)
    assert Decision.objects.count() == before
    assert (
        Client().get("/").status_code == desk.get(NEW).status_code == desk.get("/admin/").status_code == 200
    )


# What is frozen with its programme


@pytest.fixture(params=["sent", "transcript"])
def frozen(request):
    """A text whose programme has its place in the register."""
    if request.param == "sent":
        return SentFactory(revision__texts=True).revision.parts.first()
    return TextFactory().part


def test_a_text_of_a_programme_in_the_register_cannot_change(frozen):
    frozen.text = "Andra ord"

    refuse(frozen.save)
    refuse(type(frozen).objects.filter(pk=frozen.pk).update, position=9)


def test_a_text_of_a_programme_in_the_register_cannot_go(frozen):
    refuse(execute, "DELETE FROM programme_part WHERE id = %s", frozen.pk)
    refuse(execute, "DELETE FROM programme_revision WHERE id = %s", frozen.revision_id)


def test_no_text_is_moved_into_or_out_of_a_programme_in_the_register(frozen):
    draft = RevisionFactory(slug="utkast", texts=True)

    refuse(type(frozen).objects.filter(pk=frozen.pk).update, revision=draft)
    refuse(draft.parts.update, revision=frozen.revision)


def test_nothing_is_added_to_what_is_sent():
    sent = SentFactory(revision__texts=True).revision

    refuse(sent.parts.create, key="ny", kind="section", text="Ett avsnitt till")


def test_a_draft_s_texts_can_change_and_go():
    draft = RevisionFactory(slug="utkast", texts=True)

    draft.parts.update(position=3)
    draft.parts.all().delete()

    assert not draft.parts.exists()


def test_guards_are_made_anew_when_they_stand_already():
    before = standing_guards()

    guards.install()

    assert standing_guards() == before
    refuse(SentFactory().save)
