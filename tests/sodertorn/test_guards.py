"""The database itself refuses to change or remove what is recorded, on SQLite and PostgreSQL."""

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.db.models import F

from adoption import models as adoption
from programme import models as programme
from programme.services import withdraw
from sodertorn import guards
from sodertorn.announcing import announce
from sodertorn.edits import Edit, record_edit
from sodertorn.journal import Entry, Fact
from sodertorn.log_lines import LogLine, Salt
from sodertorn.masking import Masking, mask
from tests.factories import (
    OFFICE,
    CitationFactory,
    DecisionFactory,
    DetailFactory,
    ExtractFactory,
    FollowUpFactory,
    LineageFactory,
    RevisionFactory,
    SentFactory,
    SourceFactory,
    TextCheckFactory,
    TextFactory,
    TranslationFactory,
    day,
)

pytestmark = pytest.mark.django_db


def withdrawal():
    return withdraw(revision=SentFactory().revision, on=day(3), why="Ett mål saknades.", office=OFFICE)


def announcement():
    SentFactory(adopted_by=["huddinge", "tyreso"])
    return announce(office=OFFICE)[0]


def edit():
    source = SourceFactory()
    return record_edit(row=source, office=OFFICE, save=source.save)


def masking():
    decision = DecisionFactory(note="Om en person.")
    return mask(entry=decision.entry, field="note", law="OSL", reason="Hälsa.", office=OFFICE)


ROWS = {
    Entry: lambda: SentFactory().entry,
    adoption.Seat: lambda: SentFactory().seats.first(),
    adoption.Citation: lambda: DecisionFactory(citations=[CitationFactory()]).entry.citations.get(),
    adoption.Extract: ExtractFactory,
    adoption.Case: lambda: DecisionFactory().case,
    adoption.CaseDetail: DetailFactory,
    adoption.Decision: DecisionFactory,
    adoption.FollowUp: FollowUpFactory,
    programme.Placement: SentFactory,
    programme.Withdrawal: withdrawal,
    programme.TextRecord: TextFactory,
    programme.TextCheck: TextCheckFactory,
    programme.Lineage: LineageFactory,
    programme.Translation: TranslationFactory,
    programme.Announcement: announcement,
    Edit: edit,
    Masking: masking,
    LogLine: lambda: SentFactory().entry.line,
    Salt: lambda: SentFactory().entry.line.salts.first(),
}


@pytest.fixture(params=ROWS.values(), ids=[model.__name__ for model in ROWS])
def row(request):
    return request.param()


def table(row):
    return connection.ops.quote_name(row._meta.db_table)


def key(row):
    return connection.ops.quote_name(row._meta.pk.column)


def execute(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def refuse(change, *args, **kwargs):
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        change(*args, **kwargs)


def test_every_table_of_facts_and_every_edit_history_is_guarded():
    histories = {model for model in apps.get_models() if model.__name__.startswith("Historical")}

    assert histories
    assert set(guards.guarded_models()) == ROWS.keys() | histories


def test_a_row_cannot_be_saved_again(row):
    refuse(row.save)


def test_a_queryset_cannot_be_updated(row):
    rows = type(row)._base_manager.filter(pk=row.pk)

    refuse(rows.update, **{row._meta.pk.attname: F(row._meta.pk.attname)})


def test_bulk_update_is_refused(row):
    field = next(f for f in row._meta.concrete_fields if not f.primary_key)

    refuse(type(row)._base_manager.bulk_update, [row], [field.name])


def test_a_bulk_upsert_is_refused(row):
    fields = [f for f in row._meta.concrete_fields if not f.primary_key]
    upsert = {"update_conflicts": True, "update_fields": [fields[0].name]}

    refuse(type(row)._base_manager.bulk_create, [row], unique_fields=[row._meta.pk.name], **upsert)


def test_a_queryset_is_not_deleted(row):
    rows = type(row)._base_manager.filter(pk=row.pk)

    refuse(rows._raw_delete, using="default")


def test_plain_sql_cannot_update(row):
    refuse(execute, f"UPDATE {table(row)} SET {key(row)} = {key(row)} WHERE {key(row)} = %s", row.pk)


def test_plain_sql_cannot_delete(row):
    refuse(execute, f"DELETE FROM {table(row)} WHERE {key(row)} = %s", row.pk)


def test_the_database_s_own_way_round_is_refused(row):
    """SQLite replaces a row that is in the way; PostgreSQL lets a replica's changes past common triggers."""
    change = f"DELETE FROM {table(row)} WHERE {key(row)} = %s"
    if connection.vendor == "sqlite":
        change = f"INSERT OR REPLACE INTO {table(row)} SELECT * FROM {table(row)} WHERE {key(row)} = %s"
    else:
        execute("SET LOCAL session_replication_role = replica")

    refuse(execute, change, row.pk)


@pytest.mark.parametrize("model", [Entry, *Fact.__subclasses__()], ids=lambda model: model.__name__)
def test_deleting_a_fact_is_a_mistake_in_the_code(model):
    fact = ROWS[model]()

    for delete in (fact.delete, model.objects.all().delete, model.objects.none().delete):
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
    guarded = {*guards.guarded_models(), programme.Revision, programme.Part}
    assert {table_name for table_name, _name in before} == {model._meta.db_table for model in guarded}


def test_a_guard_that_is_missing_or_another_is_named():
    table_name, name = max(standing_guards())
    assert guards.missing() == []

    lift(name, table_name)

    assert guards.missing() == [name]


def test_nothing_is_recorded_while_a_guard_is_missing():
    sent = SentFactory()
    lift(*reversed(max(standing_guards())))

    with pytest.raises(ValidationError, match="skydd"):
        DecisionFactory(case__revision=sent.revision)


# What is frozen with its programme


@pytest.fixture(params=["sent", "transcript"])
def frozen(request):
    """A text whose programme has its place in the register."""
    return (
        SentFactory(revision__texts=True).revision.parts.first()
        if request.param == "sent"
        else TextFactory().part
    )


def test_a_text_of_a_programme_in_the_register_cannot_change(frozen):
    frozen.text = "Andra ord"

    refuse(frozen.save)
    refuse(type(frozen).objects.filter(pk=frozen.pk).update, position=9)


def test_a_text_of_a_programme_in_the_register_cannot_go(frozen):
    refuse(execute, f"DELETE FROM {table(frozen)} WHERE id = %s", frozen.pk)
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


def test_the_statement_that_passes_common_triggers_is_refused(row):
    """SQLite's REPLACE on a connection without our settings; PostgreSQL's TRUNCATE."""
    if connection.vendor == "postgresql":
        execute("SET CONSTRAINTS ALL IMMEDIATE")  # a table with checks to come can't be emptied anyway
        return refuse(execute, f"TRUNCATE {table(row)} CASCADE")
    execute("PRAGMA recursive_triggers=OFF")
    try:
        test_the_database_s_own_way_round_is_refused(row)
    finally:
        execute("PRAGMA recursive_triggers=ON")


def test_guards_are_made_anew_when_they_stand_already():
    before = standing_guards()

    guards.install()

    assert standing_guards() == before
    refuse(SentFactory().save)
