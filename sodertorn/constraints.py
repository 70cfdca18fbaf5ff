"""Constraints said twice from one line: to the database, and in words to the person who meets them."""

from collections.abc import Collection

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
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


class CheckedAtOnce(models.Model):
    """A model whose CHECKs are asked of the database together: Django alone asks three times for each."""

    class Meta:
        abstract = True

    def validate_constraints(self, exclude=None):
        """Ask for each constraint, and so for its words, only when one doesn't hold or isn't a CHECK."""
        checks = [c for c in self._meta.constraints if isinstance(c, models.CheckConstraint)]
        if checks != self._meta.constraints or not _hold(checks, self, set(exclude or ())):
            super().validate_constraints(exclude=exclude)


def _hold(checks: list[models.CheckConstraint], row: models.Model, exclude: set[str]) -> bool:
    """Whether those hold that name no excluded field; one about an excluded field is never asked."""
    asked = [c.condition for c in checks if not c.condition.referenced_base_fields & exclude]
    if not asked:
        return True
    together = models.CheckConstraint(name="together", condition=Q(*asked))
    try:
        together.validate(type(row), row, exclude=exclude)
    except ValidationError:
        return False
    return True


def insert(*rows: models.Model, exclude: Collection[str] = ()) -> None:
    """Insert new rows, all or none. Raises ValidationError for what breaks a rule, in its words.

    The database holds the constraints; it is asked to tell which only when it refuses.
    """
    for row in rows:
        row.full_clean(exclude=exclude, validate_unique=False, validate_constraints=False)
    try:
        with transaction.atomic():
            for row in rows:
                row.save(force_insert=True)
    except IntegrityError:
        for row in rows:
            row.full_clean(exclude=exclude)
        raise
