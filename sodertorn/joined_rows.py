"""Rows as a register has them: in the order in which they were recorded, joined in Python."""

from collections.abc import Iterable

from django.db.models import Model, QuerySet


def in_order(rows: QuerySet) -> list:
    """In the order in which they were recorded: to sort here is cheaper than to have Django write it into SQL."""
    return sorted(rows.order_by(), key=lambda row: row.pk)


def by_key(rows: Iterable[Model]) -> dict:
    return {row.pk: row for row in rows}


def joined(rows: list, **there: dict) -> list:
    """The rows, with what their foreign keys name from what has been read.

    To join here is cheaper than in SQL, where what many rows name is read again for each of them.
    """
    for row in rows:
        for name, others in there.items():
            if (key := getattr(row, f"{name}_id")) in others:
                setattr(row, name, others[key])
    return rows
