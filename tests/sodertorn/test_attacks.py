"""Every way to change what is recorded is tried on every table, and refused by the database itself."""

from datetime import date

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.test import Client

from adoption.models import HandlingOfficer, Registrar, SignInLink
from programme.models import (
    Comment,
    DraftLineage,
    PaperWordings,
    Part,
    Placement,
    PreviewLink,
    Reminders,
    Saving,
)
from sodertorn import guards
from tests import rich_register
from tests.factories import RevisionFactory, SentFactory, UserFactory, day, last_in_line
from tests.pages.conftest import rolled_back
from tests.sodertorn.attacks import attacks, execute, past_triggers

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.proof,
    pytest.mark.database,
    pytest.mark.postgresql_in_proof,
]

UNGUARDED = {
    "adoption.Municipality": "people edit it; each edit is an entry, and its edit history is guarded",
    "adoption.Source": "people edit it; each edit is an entry, and its edit history is guarded",
    "adoption.TakingOffice": "people edit it; each edit is an entry, and its edit history is guarded",
    "programme.TermOfOffice": "people edit it; each edit is an entry, and its edit history is guarded",
    "adoption.HandlingOfficer": "a person's name, removed when it is no longer needed; never public",
    "programme.Comment": "settled after the sending too; its edit history is guarded",
    "programme.PreviewLink": "ended and counted; its edit history is guarded",
    "programme.DraftLineage": "of drafts; the sending makes it lineage on record, which is guarded",
    "programme.PaperWordings": "people edit it; each edit is an entry, and its edit history is guarded",
    "programme.Reminders": "days on which people are reminded; its edit history is guarded",
    "adoption.Registrar": "who registers for whom now; its edit history is guarded",
    "adoption.SignInLink": "ended when it has served; its edit history is guarded",
    "adoption.Letter": "what was written to a municipality; no part of the register, so a name in it can go",
    "adoption.Started": "what somebody has typed and not registered; no part of the register",
    "adoption.Question": "what was asked by mail and what was said to be wrong; what is answered is an entry",
    "adoption.PublishedMinutes": "addresses to fetch minutes from; what is fetched is an entry",
    "account.EmailAddress": "the sign-in library's own; an address of an account",
    "account.EmailConfirmation": "the sign-in library's own",
    "mfa.Authenticator": "the sign-in library's own; second factors come and go",
    "sodertorn.Answered": "forms that were carried out; kept for a day, no part of the register",
    "sodertorn.Report": "messages from readers, each closed with a note; no part of the register",
    "sodertorn.Mail": "mails that are to go out, emptied when they have; no part of the register",
    "sodertorn.User": "accounts; their edit history is guarded, and entries name the office",
    "admin.LogEntry": "Django's own; the register's administration writes none that anybody reads",
    "auth.Group": "Django's own; who may what is a table in the code",
    "auth.Permission": "Django's own; who may what is a table in the code",
    "auth.Group_permissions": "Django's own; who may what is a table in the code",
    "sodertorn.User_groups": "Django's own; who may what is a table in the code",
    "sodertorn.User_user_permissions": "Django's own; who may what is a table in the code",
    "contenttypes.ContentType": "Django's own; names of models",
    "sessions.Session": "Django's own; who is signed in",
}
GUARDED = [*guards.guarded_models(), *map(apps.get_model, guards.FROZEN)]


def test_every_table_is_guarded_or_it_is_said_why_not():
    """A new model, or a new table of a many-to-many field, has to be put in one of the two."""
    everything = {model._meta.label for model in apps.get_models(include_auto_created=True)}
    guarded = {model._meta.label for model in GUARDED}

    assert guarded.isdisjoint(UNGUARDED)
    assert guarded | UNGUARDED.keys() == everything


def test_nothing_recorded_hangs_by_a_many_to_many_table():
    """Such a table would have no entry: what is linked could change and its rows stay."""
    linked = [model for model in GUARDED if model._meta.many_to_many]
    into = [m for m in apps.get_models() if {f.related_model for f in m._meta.many_to_many} & {*GUARDED}]

    assert linked == into == []


# One register with a row of everything


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), rolled_back():
        rich_register.build()
        sent_after_work()
        if connection.vendor == "postgresql":
            execute("SET CONSTRAINTS ALL IMMEDIATE")  # a table with checks to come can't be emptied anyway
        yield


def sent_after_work() -> Placement:
    """A programme that was sent after all that can be done with a draft."""
    draft, by = (
        RevisionFactory(slug="2030-2033", texts=True, replaces=last_in_line()),
        UserFactory(is_staff=True),
    )
    said = {"revision": draft, "by": by}
    Saving.objects.create(number=1, at="2025-05-01T12:00Z", why="Början", **said)
    goal = draft.parts.get(key="infra/1")
    DraftLineage.objects.create(later=goal, why="Nytt mål.")
    Comment.objects.create(revision=draft, sender="committee", on=day(1), text="Bra.", written_by=by)
    PreviewLink.objects.create(revision=draft, recipient="alla", until=date(2031, 1, 1), made_by=by)
    sent = SentFactory(revision=draft)
    case = draft.cases.first()
    HandlingOfficer.objects.create(case=case, name="Åsa")
    PaperWordings.objects.create(revision=draft, minutes="{program}")
    Reminders.objects.create(revision=draft)
    Registrar.objects.create(user=by, municipality=case.body.municipality)
    SignInLink.objects.create(user=by, case=case)
    return sent


@pytest.fixture
def newest(world, db):
    """Gives the newest row of a model."""
    return lambda model: model._base_manager.latest("pk")


def refused(change) -> bool:
    try:
        with transaction.atomic():
            change()
            transaction.set_rollback(True)
    except IntegrityError as refusal:
        return "append-only" in str(refusal)
    return False


@pytest.mark.parametrize("model", GUARDED, ids=lambda model: model._meta.label)
def test_every_attack_is_refused(model, newest):
    row = newest(model)
    tried = list(attacks(row))

    passed = [name for name, change in tried if not refused(change)]

    assert passed == []
    assert newest(model) == row
    print(f"{connection.vendor}: {model._meta.db_table}: {len(tried)} attacks, all refused")


def test_a_text_of_a_transcript_is_attacked_in_vain(newest):
    part = Placement.objects.filter(origin="transcribed").first().revision.parts.first()
    grows = ("new row",)  # a transcript may get a new place for a text

    passed = [name for name, change in attacks(part) if not refused(change) and name not in grows]

    assert passed == []


@pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite replaces what is in the way")
def test_a_row_of_a_draft_is_not_put_in_the_place_of_one_that_is_frozen(newest):
    mine = RevisionFactory(slug="angriper", texts=True).parts.first()
    theirs = Placement.objects.latest("pk").revision.parts.first()
    move = f"UPDATE OR REPLACE programme_part SET id = {theirs.pk} WHERE id = {mine.pk}"
    put = (
        f"INSERT OR REPLACE INTO programme_part SELECT {theirs.pk}, {columns_after_id()} FROM programme_part"
    )

    assert refused(lambda: past_triggers(move))
    assert refused(lambda: past_triggers(f"{put} WHERE id = {mine.pk}"))


def columns_after_id() -> str:
    return ", ".join(field.column for field in Part._meta.concrete_fields[1:])


# The administration


def test_the_administration_changes_nothing_that_is_recorded(newest, caplog):
    """Not even by an address that no page links to, for somebody who may do everything."""
    caplog.set_level("ERROR", "django.request")
    client = Client(raise_request_exception=False)
    client.force_login(UserFactory(is_staff=True, is_superuser=True))

    done = {
        (model._meta.label, address): client.post(address, typed).status_code
        for model in GUARDED
        for address, typed in addresses(newest(model))
    }

    assert set(done.values()) <= {404, 405}, done
    print(f"{connection.vendor}: {len(done)} forms posted to the administration, all refused")


def addresses(row):
    typed = {field.name: "1" for field in row._meta.concrete_fields} | {"post": "yes", "_save": "Spara"}
    where = f"/admin/{row._meta.app_label}/{row._meta.model_name}"
    yield f"{where}/add/", typed
    yield f"{where}/{row.pk}/change/", typed
    yield f"{where}/{row.pk}/delete/", typed
    yield f"{where}/", {"action": "delete_selected", "_selected_action": row.pk, "post": "yes"}
