"""Every named constraint of this app: the database refuses, and the form says what to do."""

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from sodertorn import mail
from sodertorn.edits import Edit
from sodertorn.log_lines import Salt
from sodertorn.outbox import Mail
from sodertorn.reports import Report
from sodertorn.users import User
from tests import constraints
from tests.constraints import entry, unsaved
from tests.factories import CaseFactory, DecisionFactory, UserFactory

pytestmark = pytest.mark.django_db
NAMED = constraints.named("sodertorn")


def following(**stated):
    """An entry that supplements the case that was opened by the one before it."""
    follows = CaseFactory().entry
    return entry(**{"act": "supplement", "follows": follows, "fact": follows.number} | stated)


def correction(**stated):
    return following(**{"act": "correct", "correction": "typing_error", "reason": "Fel siffra."} | stated)


def of_itself():
    """It would come before the entry that it follows on."""
    return following(fact=1, number=99, follows=entry(number=100))


def salt_again():
    first = DecisionFactory(by=UserFactory()).entry.line.salts.first()
    return Salt(line=first.line, path=first.path, salt="another")


def letter(**stated):
    return Mail(
        **{"message_id": "<1@example.se>", "to": "a@example.se", "subject": "x", "text": "x"} | stated
    )


def report(**stated):
    return Report(**{"about": "error", "words": "Ett skrivfel"} | stated)


BREAKS = [
    ("entry_act_is_known", lambda: following(act="rumour")),
    ("entry_correction_is_known", lambda: correction(correction="a whim")),
    ("entry_kind_is_known", lambda: entry(kind="rumour")),
    ("entry_number_is_positive", lambda: entry(number=0, fact=0)),
    ("entry_registers_or_follows", lambda: entry(fact=7)),
    ("entry_registers_or_follows", lambda: entry(act="supplement", fact=1, number=2)),
    ("entry_registers_or_follows", lambda: following(act="register")),
    ("entry_follows_an_earlier_one", of_itself),
    ("entry_correction_says_why", lambda: correction(reason="")),
    ("entry_correction_says_why", lambda: correction(correction="")),
    ("entry_correction_says_why", lambda: following(correction="typing_error")),
    ("edit_kind_is_known", lambda: unsaved(Edit, edited="rumour", row="0126")),
    ("salt_once", salt_again),
    (
        "mail_id_once",
        lambda: letter(message_id=mail.write(to="a@example.se", subject="x", text="x").message_id),
    ),
    ("mail_sent_is_emptied", lambda: letter(sent_at=timezone.now(), due_at=None)),
    ("mail_held_is_not_due", lambda: letter(held_for="2027-2030")),
    ("report_about_is_known", lambda: report(about="gossip")),
    ("report_has_words", lambda: report(words="")),
    ("report_closed_with_a_note", lambda: report(note="Rättat.")),
    ("user_email_is_used_once", lambda: User(email=UserFactory().email.upper(), password="x")),
]
broken = pytest.mark.parametrize("name, row", BREAKS, ids=[name for name, _row in BREAKS])


@broken
def test_the_database_refuses(name, row):
    constraints.database_refuses(row(), NAMED[name])


@broken
def test_the_form_says_what_to_do(name, row):
    constraints.form_explains(row(), NAMED[name])


def test_no_constraint_is_forgotten():
    assert {name for name, _row in BREAKS} == NAMED.keys()


@pytest.mark.parametrize("whole", [entry, following, correction, letter, report])
def test_without_the_break_all_is_well(whole):
    whole().full_clean()


def test_all_checks_are_asked_at_once(django_assert_max_num_queries):
    decision = DecisionFactory()

    with django_assert_max_num_queries(3):  # a savepoint around it
        decision.validate_constraints()


def test_what_breaks_is_said_though_another_field_is_left_out():
    broken = correction(reason="", number=0)

    with pytest.raises(ValidationError) as refusal:
        broken.validate_constraints(exclude={"number"})

    assert [fault.code for fault in refusal.value.error_dict["__all__"]] == ["entry_correction_says_why"]


def test_every_check_names_fields_that_can_be_left_out():
    """`CheckedAtOnce` compares these names with those that are left out."""
    strange = [
        check.name
        for model in our_models()
        for check in checks_of(model)
        if not check.condition.referenced_base_fields <= {field.name for field in model._meta.fields}
    ]

    assert strange == []


def our_models():
    for app in ("sodertorn", "programme", "adoption"):
        yield from apps.get_app_config(app).get_models()


def test_every_choice_has_a_check():
    unchecked = [
        field
        for model in our_models()
        for field in model._meta.fields
        if field.choices and not hasattr(model, "history_type")
        if not any(f"'{field.name}__in'" in str(c.condition) for c in checks_of(model))
    ]

    assert unchecked == []


def checks_of(model):
    return [c for c in model._meta.constraints if isinstance(c, models.CheckConstraint)]


def test_nothing_official_is_deleted_along_with_something_else():
    cascades = {
        f"{model.__name__}.{field.name}"
        for model in our_models()
        for field in model._meta.fields
        if field.remote_field and field.remote_field.on_delete is not models.PROTECT
        if not hasattr(model, "history_type")
    }

    drafts_and_persons = {"Part.revision", "Part.parent", "DraftLineage.later", "HandlingOfficer.case"}
    begun = {"Started.case", "Started.user"}  # what somebody has typed and not registered yet
    assert cascades == drafts_and_persons | begun
