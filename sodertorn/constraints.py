"""Constraints said twice from one line: to the database, and in words to the person who meets them."""

from django.db import models
from django.db.models import Q


def check(name: str, condition: Q, message) -> models.CheckConstraint:
    """A CHECK whose name is also its error code, with what the user should do about it."""
    return models.CheckConstraint(
        name=name, condition=condition, violation_error_code=name, violation_error_message=message
    )


def unique(name: str, *fields: str, message, condition: Q | None = None) -> models.UniqueConstraint:
    """A UNIQUE whose name is also its error code."""
    return models.UniqueConstraint(
        fields=fields,
        name=name,
        condition=condition,
        violation_error_code=name,
        violation_error_message=message,
    )


def one_of(name: str, field: str, choices, message, blank: bool = False) -> models.CheckConstraint:
    """A CHECK that a field holds one of its choices."""
    return check(name, Q(**{f"{field}__in": [*choices.values, *([""] if blank else [])]}), message)
