"""Reading a register as it was at one moment, while others go on writing."""

from contextlib import contextmanager

from django.db import connection


@contextmanager
def one_moment():
    """What is read inside is the database as it was at one moment, while others go on writing."""
    begin = "BEGIN"
    if connection.vendor == "postgresql":
        begin += " ISOLATION LEVEL REPEATABLE READ READ ONLY"
    with connection.cursor() as cursor:
        cursor.execute(begin)
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")
