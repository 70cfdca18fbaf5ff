"""How a named constraint is tested: past the form, straight to the database; and in words, for people."""

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models, transaction
from django.utils import timezone

from sodertorn.journal import Entry, Fact, head


def named(app: str) -> dict[str, models.BaseConstraint]:
    """All constraints of an app's own models."""
    found = [model for model in apps.get_app_config(app).get_models() if not hasattr(model, "history_type")]
    return {constraint.name: constraint for model in found for constraint in model._meta.constraints}


def entry(**stated) -> Entry:
    """An entry, not saved, that registers something."""
    newest = head()
    number = newest.number + 1 if newest else 1
    usual = {"number": number, "fact": number, "kind": "case", "act": "register", "office": "Kansliet"}
    return Entry(**{"recorded": timezone.now()} | usual | stated)


def unsaved(model: type[Fact], **stated) -> Fact:
    return model(entry=entry(kind=model.KIND), **stated)


def database_refuses(row: models.Model, constraint: models.BaseConstraint) -> None:
    """A row that would stand in another's place may be stopped by the guard that lets no row be replaced."""
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        type(row)._base_manager.bulk_create([row])

    names_it = connection.vendor == "postgresql" or isinstance(constraint, models.CheckConstraint)
    told = [constraint.name if names_it else "UNIQUE constraint failed"]
    told += ["append-only"] if isinstance(constraint, models.UniqueConstraint) else []
    assert any(words in str(refusal.value) for words in told)


def form_explains(row: models.Model, constraint: models.BaseConstraint) -> None:
    """The one thing that is wrong is said with the constraint's name as its code."""
    with pytest.raises(ValidationError):
        row.full_clean(exclude={"entry"} if isinstance(row, Fact) else None)
    with pytest.raises(ValidationError) as refusal:
        row.validate_constraints()

    faults = [fault for faults in refusal.value.error_dict.values() for fault in faults]
    assert [(fault.code, fault.message) for fault in faults] == [
        (constraint.name, constraint.violation_error_message)
    ]
