"""The triggers that make a table append-only or freeze its rows, as SQLite and PostgreSQL say them."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connections, models

from sodertorn.free_text import MASKED, free_fields

MESSAGE = "append-only: correct it with a new entry"
PLACED = "append-only: the programme has its place in the register"


@dataclass(frozen=True)
class Guard:
    """A trigger: its name, its table, the statement that makes it, and on PostgreSQL what its function does."""

    name: str
    table: str
    statement: str
    body: str = ""


HISTORY_OF_SENT = {
    "programme.HistoricalRevision": "id",
    "programme.HistoricalPart": "revision_id",
    "programme.HistoricalSaving": "revision_id",
}
"""Edit histories that end when their programme is sent, and the column that names it."""

SALT_OF_MASKED = (
    "EXISTS (SELECT 1 FROM sodertorn_masking WHERE masked_id = OLD.line_id AND field = OLD.path"
    " OR entry_id > OLD.line_id AND substr(field, 1, length(OLD.path) + 1) = OLD.path || '.'"
    " AND OLD.path LIKE 'edits.%')"
)
"""The condition that a salt mixed into a commitment to words that are masked: of an edit, to the whole of it."""


def sealed_by(model) -> str:
    """The column that names the entry on which a row hangs; empty where it hangs on none."""
    return {"Seat": "placement_id"}.get(model.__name__, "entry_id") if hangs_on_an_entry(model) else ""


def hangs_on_an_entry(model) -> bool:
    from sodertorn.journal import Fact

    return issubclass(model, Fact) or model._meta.label in ("adoption.Seat", "adoption.Citation")


def edited_as(model) -> str:
    """What rows of an edit history that can be masked are called in the event log; empty for other tables."""
    from sodertorn.edits import EDITS, Edited

    name = model.instance_type._meta.model_name if hasattr(model, "instance_type") else ""
    return f"{EDITS}{name}/" if name in Edited.values else ""


def masks(model) -> dict[str, str]:
    """The columns whose words can be masked, with their paths in the event log, under the row's own."""
    if model._meta.label == "sodertorn.Entry":
        return {"reason": "reason"}
    if model._meta.label == "adoption.Citation":
        return {name: f"citations.{name}" for name in free_fields(model)}
    return {name: name for name in free_fields(model)} if sealed_by(model) or edited_as(model) else {}


def only_masked(model, same: str) -> str:
    """The condition that a change of a row only replaces words by the mask, as a recorded masking lets it.

    `same` is how the database says that two values are the same, nothing included.
    """
    if name := edited_as(model):
        start = f"""'{name}' || OLD."history_id" || '.'"""
        masking = (
            "EXISTS (SELECT 1 FROM sodertorn_masking JOIN sodertorn_entry ON number = entry_id"
            f' WHERE recorded >= OLD."history_date" AND substr(field, 1, length({start})) = {start}'
        )
        start += " || "
    else:
        start, entry = "", sealed_by(model) or "number"
        masking = f'EXISTS (SELECT 1 FROM sodertorn_masking WHERE masked_id = OLD."{entry}"'
    paths, said = masks(model), [f"{masking})"]
    for field in model._meta.concrete_fields:
        column = field.column
        kept = f'NEW."{column}" {same} OLD."{column}"'
        if path := paths.get(column):
            kept = f"""({kept} OR NEW."{column}" = '{MASKED}' AND {masking} AND field = {start}'{path}'))"""
        said.append(kept)
    return " AND ".join(said)


def too_late(model) -> str:
    """The condition under which a new row comes too late: its entry has its line, its programme is sent."""
    line = {"Salt": "line_id"}.get(model.__name__, sealed_by(model))
    if line:
        return f'EXISTS (SELECT 1 FROM sodertorn_logline WHERE entry_id = NEW."{line}")'
    if programme := HISTORY_OF_SENT.get(model._meta.label):
        return sent(programme)
    return ""


def placed(programme: str) -> str:
    """The condition that a programme, or one of several, has its place in the register."""
    return f"EXISTS (SELECT 1 FROM programme_placement WHERE revision_id IN ({programme}))"


def sent(column: str) -> str:
    return (
        f"EXISTS (SELECT 1 FROM programme_placement WHERE revision_id = NEW.\"{column}\" AND origin = 'sent')"
    )


# SQLite


def sqlite_append_only(model) -> Iterator[Guard]:
    table = model._meta.db_table
    unless = f"NOT ({only_masked(model, 'IS')})" if masks(model) else ""
    yield sqlite_guard(table, "UPDATE", MESSAGE, unless)
    unless = f"NOT {SALT_OF_MASKED}" if model._meta.label == "sodertorn.Salt" else ""
    yield sqlite_guard(table, "DELETE", MESSAGE, unless)
    late = f" OR {condition}" if (condition := too_late(model)) else ""
    yield sqlite_guard(table, "INSERT", MESSAGE, f"{in_the_way(model)}{late}")


def sqlite_frozen(model, column: str) -> Iterator[Guard]:
    table = model._meta.db_table
    replaced = in_the_way(model, placed(f'there."{column}"'))
    within = placed(f'OLD."{column}", NEW."{column}"')
    yield sqlite_guard(table, "UPDATE", PLACED, f"{within} OR {replaced}")
    yield sqlite_guard(table, "DELETE", PLACED, placed(f'OLD."{column}"'))
    yield sqlite_guard(table, "INSERT", PLACED, f"{sent(column)} OR {replaced}")


def in_the_way(model, which: str = "") -> str:
    """The condition that REPLACE would remove a row to make room, past triggers without recursive_triggers.

    `which` says of the row, named `there`, that it may not go.
    """
    keys = [([field.name], None) for field in model._meta.concrete_fields if field.unique]
    unique = [c for c in model._meta.constraints if isinstance(c, models.UniqueConstraint)]
    keys += [
        (c.fields, c) for c in unique if c.fields
    ]  # a citation's, of an expression, lies under one entry
    same = []
    for names, constraint in keys:
        columns = [model._meta.get_field(name).column for name in names]
        parts = [f'there."{column}" = NEW."{column}"' for column in columns]
        if constraint and constraint.condition:  # Django has no public way to say it as SQL
            parts.append(constraint._get_condition_sql(model, connections["default"].schema_editor()))
        same.append(" AND ".join(parts))
    any_key = " OR ".join(f"({one})" for one in same)
    found = f"({any_key}) AND {which}" if which else any_key
    return f'EXISTS (SELECT 1 FROM "{model._meta.db_table}" AS there WHERE {found})'


def sqlite_guard(table: str, event: str, message: str, condition: str = "") -> Guard:
    name, when = f"{table}_no_{event.lower()}", f"WHEN {condition} " if condition else ""
    statement = (
        f'CREATE TRIGGER "{name}" BEFORE {event} ON "{table}" '
        f"{when}BEGIN SELECT RAISE(ABORT, '{message}'); END"
    )
    return Guard(name, table, statement)


# PostgreSQL


def postgresql_append_only(model) -> Iterator[Guard]:
    table, body = model._meta.db_table, f"BEGIN {refusal(MESSAGE)} END"
    let = ""
    if masks(model):
        allowed = only_masked(model, "IS NOT DISTINCT FROM")
        let = f"IF TG_OP = 'UPDATE' THEN IF {allowed} THEN RETURN NEW; END IF; END IF; "
    if model._meta.label == "sodertorn.Salt":
        let = f"IF TG_OP = 'DELETE' THEN IF {SALT_OF_MASKED} THEN RETURN OLD; END IF; END IF; "
    yield postgresql_guard(
        table, "append_only", "DELETE OR UPDATE", "ROW", f"BEGIN {let}{refusal(MESSAGE)} END"
    )
    yield postgresql_guard(table, "no_truncate", "TRUNCATE", "STATEMENT", body)
    if late := too_late(model):
        body = f"BEGIN IF {late} THEN {refusal(MESSAGE)} END IF; RETURN NEW; END"
        yield postgresql_guard(table, "sealed", "INSERT", "ROW", body)


def postgresql_frozen(model, column: str) -> Iterator[Guard]:
    table = model._meta.db_table
    old, new = placed(f'OLD."{column}"'), placed(f'NEW."{column}"')
    body = (
        f"BEGIN IF TG_OP = 'INSERT' THEN "
        f"IF {sent(column)} THEN {refusal(PLACED)} END IF; RETURN NEW; END IF; "
        f"IF {old} THEN {refusal(PLACED)} END IF; "
        f"IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; "
        f"IF {new} THEN {refusal(PLACED)} END IF; RETURN NEW; END"
    )
    yield postgresql_guard(table, "frozen", "INSERT OR DELETE OR UPDATE", "ROW", body)
    yield postgresql_guard(table, "no_truncate", "TRUNCATE", "STATEMENT", f"BEGIN {refusal(PLACED)} END")


def refusal(message: str) -> str:
    return f"RAISE EXCEPTION '{message}' USING ERRCODE = 'integrity_constraint_violation';"


def postgresql_guard(table: str, what: str, events: str, each: str, body: str) -> Guard:
    """The statement is written as PostgreSQL gives it back, so that the two can be compared."""
    name = f"{table}_{what}"
    statement = f"CREATE TRIGGER {name} BEFORE {events} ON {table} FOR EACH {each} EXECUTE FUNCTION {name}()"
    return Guard(name, table, statement, body)
