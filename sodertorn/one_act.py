"""An act is one transaction, and alone: what it checks still holds when it writes."""

from contextvars import ContextVar
from functools import wraps

from django.db import connection, transaction

from sodertorn import guards

JOURNAL_LOCK = 0x50D3_7027
"""The PostgreSQL advisory lock under which entries get their numbers: in commit order, without gaps."""

_recorded: ContextVar[list | None] = ContextVar("recorded", default=None)
"""The facts that the act which is going on has recorded so far; None outside of acts."""


def one_act(function):
    """Let a function that records facts be one act. An act within an act is a part of it.

    When the outermost ends, its entries get their lines in the event log, and nothing
    more can hang on them. Raises ValidationError when a guard of the database is missing.
    """

    @wraps(function)
    def alone(*args, **stated):
        facts = _recorded.get()
        if facts is None:
            return outermost(function, args, stated)
        before = len(facts)
        try:
            with transaction.atomic():
                done = function(*args, **stated)
                if transaction.get_rollback():  # it only asked what would be
                    del facts[before:]
                return done
        except BaseException:
            del facts[before:]
            raise

    return alone


def outermost(function, args, stated):
    from sodertorn.event_log import seal  # a room of the top floor, which exists only once

    facts: list = []
    began = _recorded.set(facts)
    try:
        with transaction.atomic():
            lock()
            guards.refuse_unguarded()
            done = function(*args, **stated)
            if facts and not transaction.get_rollback():
                seal(facts)
            return done
    finally:
        _recorded.reset(began)


def lock() -> None:
    """Let one act at a time take numbers. SQLite's transactions are IMMEDIATE, so they are alone already."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [JOURNAL_LOCK])


def recorded() -> list:
    """The facts that the act which is going on has recorded so far."""
    return _recorded.get()


def note(fact) -> None:
    """A fact was recorded in the act that is going on."""
    _recorded.get().append(fact)
