"""The guards survive later migrations: SQLite drops a table's triggers silently when it makes the table anew."""

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations import AlterField, Migration, RunSQL
from django.db.migrations.loader import MigrationLoader

from sodertorn import guards

pytestmark = pytest.mark.django_db(transaction=True)
GUARDED = [*guards.guarded_models(), *map(apps.get_model, guards.FROZEN)]
APPS = ("sodertorn", "programme", "adoption")
SCRATCH = "9999_scratch"


def altered(model) -> AlterField:
    """A column that may be empty from then on: reason enough to make the table anew."""
    field = next(f for f in model._meta.concrete_fields if not f.primary_key and not f.null)
    may_be_empty = field.clone()
    may_be_empty.null = True
    return AlterField(model._meta.model_name, field.name, may_be_empty)


def lifted() -> RunSQL:
    guard = guards.guards(connection.vendor)[-1]
    where = f' ON "{guard.table}"' if guard.body else ""
    return RunSQL(f'DROP TRIGGER IF EXISTS "{guard.name}"{where}', RunSQL.noop)


@pytest.fixture
def later(monkeypatch):
    """One more migration for each app, that changes each of its guarded tables and lifts a guard."""
    graph = MigrationLoader(connection).graph
    load = MigrationLoader.load_disk

    def load_more(self):
        load(self)
        for app in APPS:
            migration = Migration(SCRATCH, app)
            migration.dependencies = graph.leaf_nodes(app)
            own = [altered(model) for model in GUARDED if model._meta.app_label == app]
            migration.operations = [*own, lifted()]
            self.disk_migrations[app, SCRATCH] = migration

    monkeypatch.setattr(MigrationLoader, "load_disk", load_more)
    yield
    for app in APPS:
        call_command("migrate", app, graph.leaf_nodes(app)[0][1], verbosity=0)


@pytest.mark.postgresql_in_proof
@pytest.mark.proof_only
def test_the_guards_stand_after_a_migration_that_changes_every_guarded_table(later):
    before = guards.standing()

    call_command("migrate", verbosity=0)

    assert guards.missing() == []
    assert guards.standing() == before
