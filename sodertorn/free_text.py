"""Which fields people write freely in: what the event log only commits to, and what can be masked (R8b)."""

from django.db import models

MASKED = "█████"
"""What stands where words have been masked."""

PLAIN = frozenset({"sodertorn.Entry.office", "sha256", "annex_sha256", "fingerprint", "field", "row"})
"""Texts that nobody writes freely: the authority's name, hashes, and names that the code gives."""


def is_free(field: models.Field) -> bool:
    """Whether people write freely in the field, so that it may hold what must be masked."""
    text = isinstance(field, models.CharField | models.TextField) and not isinstance(field, models.SlugField)
    return text and not field.choices and not {field.name, str(field)} & PLAIN


def free_fields(model: type[models.Model]) -> list[str]:
    return [field.name for field in model._meta.concrete_fields if is_free(field)]
