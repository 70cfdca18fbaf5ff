"""A register that went through the migrations which one has replaced since goes on, and so does a backup of it."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from sodertorn.backup import Refused
from sodertorn.backup.rows import known_here, migrations_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def gone_through():
    """The migrations of a register that went through each by itself."""
    recorder = MigrationRecorder(connection)
    for key, migration in MigrationLoader(connection).replacements.items():
        recorder.record_unapplied(*key)
        for replaced in migration.replaces:
            recorder.record_applied(*replaced)
    return list(recorder.applied_migrations())


def test_nothing_is_left_to_do(gone_through):
    executor = MigrationExecutor(connection)

    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []


def test_a_backup_names_those_of_this_version(gone_through):
    loader = MigrationLoader(connection)

    assert migrations_of(loader) == known_here(loader, gone_through) == sorted(loader.graph.nodes)


def test_one_that_stopped_amid_them_is_refused(gone_through):
    amid = [key for key in gone_through if key != ("programme", "0012_masked_words_may_be_alike")]

    with pytest.raises(Refused, match=r"programme\.0011_reminders"):
        known_here(MigrationLoader(connection), amid)
