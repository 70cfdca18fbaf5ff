"""What was altered underneath the application is found, and named."""

import json
import os
from datetime import date, datetime, timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, models, transaction

from adoption.models import Extract, Seat
from sodertorn import guards
from sodertorn.announcing import announce
from sodertorn.desk import uploads
from sodertorn.event_log import EDITED, facts_where
from sodertorn.journal import Entry
from sodertorn.log_lines import LogLine, Salt
from sodertorn.verifying import Log, chain, checks, edits, entries, places
from sodertorn.verifying.database import columns, standing_guards
from sodertorn.verifying.files import files
from sodertorn.verifying.rule import announcements, every_prefix
from sodertorn.verifying.saved_log import compare, log_file
from tests import rich_register
from tests.factories import OFFICE, DecisionFactory, ExtractFactory, SentFactory, day
from tests.pdf_files import upload
from tests.register_files import SHIPPED, read
from tests.sodertorn.attacks import execute, lift_all_guards

pytestmark = pytest.mark.django_db
SOME = os.environ.get("HYPOTHESIS_PROFILE", "dev") == "dev"  # one column of each kind; all in `make proof`


def faults() -> list[str]:
    return [fault for found in checks() for fault in found.faults]


def of_the_log() -> list[str]:
    log = Log()
    return [f for check in (chain, entries, places, edits) for f in check(log).faults]


def altered(field: models.Field, value, row):
    """Another value that the column can hold; one byte of a text is enough."""
    if field.remote_field:
        others = field.related_model._base_manager.exclude(pk=value or 0)
        return others.values_list("pk", flat=True).first()
    match value:
        case None:
            return 1 if isinstance(field, models.IntegerField | models.BooleanField) else day(99)
        case bool():
            return not value
        case datetime():
            return value + timedelta(microseconds=1)
        case date():
            return value + timedelta(days=1)
        case int():
            return value + 1
        case str() if field.choices:
            return next((choice for choice, _words in field.choices if choice != value), f"{value}x")
        case _:
            return (value or "") + "x"


def columns_of(model) -> list[models.Field]:
    return [f for f in model._meta.concrete_fields if not f.primary_key]


def recorded_models():
    kinds = {type(fact) for fact in facts_where()}
    histories = [model.history.model for model in EDITED.values()]
    from adoption.models import Citation

    return [Entry, Citation, Seat, Extract, *kinds, *EDITED.values(), *histories, LogLine, Salt]


@pytest.mark.proof
@pytest.mark.postgresql_in_proof
def test_every_altered_column_of_every_kind_of_record_is_found():
    rich_register.build()
    lift_all_guards()
    assert of_the_log() == []

    missed, tried = [], 0
    for model in recorded_models():
        for field in columns_of(model)[-1 if SOME else 0 :]:
            found = found_when_altered(model, field)
            tried += found is not None
            missed += [f"{model.__name__}.{field.name}"] if found is False else []

    assert missed == []
    assert tried > (20 if SOME else 150)
    print(f"{tried} columns altered, all found")


def found_when_altered(model, field) -> bool | None:
    """Whether the change of a column is found; None when the database itself refuses each."""
    for row in model._base_manager.order_by("-pk")[:6]:
        value = altered(field, getattr(row, field.attname), row)
        try:
            with transaction.atomic():
                if connection.vendor == "sqlite":
                    execute("PRAGMA ignore_check_constraints = ON")
                model._base_manager.filter(pk=row.pk).update(**{field.attname: value})
                found = bool(of_the_log() + files().faults)
                transaction.set_rollback(True)
            return found
        except DatabaseError:
            continue
        finally:
            if connection.vendor == "sqlite":
                execute("PRAGMA ignore_check_constraints = OFF")
    return None


def test_the_real_register_is_as_it_was_recorded():
    read(SHIPPED)

    assert faults() == []


def test_a_register_that_people_work_in_is_as_it_was_recorded():
    SentFactory(adopted_by=["huddinge", "tyreso"])
    announce(office=OFFICE)

    assert faults() == []


def test_the_difference_is_named_with_its_event_and_field():
    decision = DecisionFactory(paragraph="9")
    lift_all_guards()
    execute("UPDATE adoption_decision SET outcome = 'noted' WHERE entry_id = %s", decision.pk)

    assert of_the_log() == [
        f'Händelse {decision.pk}: states.outcome är "noted" i registret men "adopted" i händelseloggen.'
    ]


def test_words_are_compared_without_being_told():
    decision = DecisionFactory(note="Hemligt")
    lift_all_guards()
    execute("UPDATE adoption_decision SET note = 'Hemligare' WHERE entry_id = %s", decision.pk)

    assert f"Händelse {decision.pk}: states.note" in of_the_log()[0]
    assert "emlig" not in of_the_log()[0]


def test_a_line_that_was_removed_is_missed():
    decision = DecisionFactory()
    lift_all_guards()
    execute("DELETE FROM sodertorn_salt WHERE line_id = %s", decision.pk)
    execute("DELETE FROM sodertorn_logline WHERE entry_id = %s", decision.pk)

    assert f"Händelse {decision.pk} har ingen rad i händelseloggen." in of_the_log()


def test_a_line_that_was_made_anew_breaks_the_chain():
    first = SentFactory().entry
    lift_all_guards()
    text = first.line.text.replace(OFFICE, "Någon annan")
    LogLine.objects.filter(pk=first.pk).update(text=text)

    assert any("kontrollsumma" in fault for fault in of_the_log())


def test_a_guard_that_is_missing_or_strange_is_named():
    guard = guards.guards(connection.vendor)[0]
    where = "" if connection.vendor == "sqlite" else f' ON "{guard.table}"'
    execute(f'DROP TRIGGER "{guard.name}"{where}')

    assert any(guard.name in fault for fault in standing_guards().faults)


def test_a_column_too_many_is_named():
    execute("ALTER TABLE adoption_seat ADD COLUMN smuggled text")

    assert columns().faults == ["Tabellen adoption_seat har en kolumn för mycket: smuggled."]


def test_an_announcement_that_the_rule_does_not_give_is_found():
    SentFactory(adopted_by=["huddinge", "tyreso"])
    said = announce(office=OFFICE)[0]
    assert announcements().faults == []
    lift_all_guards()
    execute("UPDATE programme_announcement SET since_latest = %s WHERE entry_id = %s", day(77), said.pk)

    assert f"Händelse {said.pk}" in announcements().faults[0]


def test_a_past_from_which_the_rule_could_not_answer_is_named():
    """Here two programmes begin the line: none could have been placed so."""
    SentFactory(adopted_by=["huddinge", "tyreso"])
    announce(office=OFFICE)
    later = SentFactory()
    said = announce(office=OFFICE)
    lift_all_guards()
    execute("UPDATE programme_placement SET replaces_id = NULL WHERE entry_id = %s", later.pk)

    assert said == []
    moments = Entry.objects.values("recorded").distinct().count()
    assert every_prefix().looked_at == f"lägen från vilka regeln ger svar: {moments}"
    assert every_prefix().faults[0].startswith(f"Händelse {later.pk}: regeln kan inte svara (")


@pytest.mark.proof_only
def test_the_rule_answers_from_every_prefix_of_a_register_with_everything():
    rich_register.build()

    assert every_prefix().faults == []


def test_a_file_that_is_gone_or_another_is_found():
    gone = ExtractFactory(sha256="ab" * 32)
    sha256 = uploads.keep(upload())
    ExtractFactory(sha256=sha256, size=default_storage.size(uploads.place(sha256)))
    assert files().faults == [f"Filen {gone.sha256} saknas."]

    default_storage.delete(uploads.place(sha256))
    default_storage.save(uploads.place(sha256), ContentFile(b"%PDF- another"))

    assert f"Filen {sha256} har ett annat innehåll." in files().faults


# A log that somebody saved


def test_a_saved_log_is_the_beginning_of_today_s():
    SentFactory()
    saved = log_file()
    DecisionFactory()

    assert compare(saved).faults == []


def test_a_saved_log_tells_what_was_cut_off():
    SentFactory()
    with transaction.atomic():
        DecisionFactory()
        longer = log_file()
        transaction.set_rollback(True)

    assert "De sista är borta" in compare(longer).faults[0]


def test_a_saved_log_tells_from_where_it_was_rewritten():
    with transaction.atomic():
        SentFactory()
        saved = log_file()
        transaction.set_rollback(True)
    SentFactory()  # the same again, with other salts

    assert "Från och med händelse 1" in compare(saved).faults[0]


def test_a_saved_log_that_is_broken_itself_is_told():
    SentFactory()
    lines = log_file().splitlines()
    first = json.loads(lines[0]) | {"office": "Någon"}

    assert "bruten" in compare(b"\n".join([json.dumps(first).encode(), *lines[1:]])).faults[0]


@pytest.mark.parametrize("content", [b"", b"not json", b'{"format": "sodertorn-register/1"}'])
def test_a_file_that_is_no_log_is_called_that(content):
    DecisionFactory()

    assert compare(content).faults == ["Den sparade filen är ingen händelselogg."]


@pytest.mark.django_db(transaction=True)
def test_the_command_says_what_it_looked_at_and_fails_on_a_fault(capsys, tmp_path):
    decision = DecisionFactory()
    saved = tmp_path / "log.jsonl"
    saved.write_bytes(log_file())
    call_command("verify", journal=saved)
    assert "Allt stämmer." in capsys.readouterr().out
    lift_all_guards()
    execute("UPDATE adoption_decision SET outcome = 'noted' WHERE entry_id = %s", decision.pk)

    guards.install()
    with pytest.raises(CommandError, match="inte som det var"):
        call_command("verify")
