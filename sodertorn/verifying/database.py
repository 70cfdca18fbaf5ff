"""Does the database refuse what it shall, and does it hold no more than it shall?"""

from django.apps import apps
from django.db import connection
from django.utils.translation import gettext as _

from sodertorn import guards
from sodertorn.verifying.found import Found


def standing_guards() -> Found:
    expected = {guard.name for guard in guards.guards(connection.vendor)}
    found = Found(_("skydd i databasen: %d") % len(expected))
    found.faults = [_("Skyddet %s saknas eller är ett annat.") % name for name in guards.missing()]
    found.faults += [
        _("Databasen har en utlösare som registret inte känner: %s.") % name
        for name in sorted(guards.standing().keys() - expected)
    ]
    return found


def columns() -> Found:
    """Does each table have the columns that it shall have, and no other?"""
    models = [model for model in apps.get_models() if model._meta.managed]
    found = Found(_("tabeller: %d") % len(models))
    with connection.cursor() as cursor:
        for model in models:
            table = model._meta.db_table
            has = {column.name for column in connection.introspection.get_table_description(cursor, table)}
            wants = {f.column for f in model._meta.concrete_fields}
            found.faults += [
                _("Tabellen %(table)s har en kolumn för mycket: %(column)s.") % {"table": table, "column": c}
                for c in sorted(has - wants)
            ]
            found.faults += [
                _("Tabellen %(table)s saknar kolumnen %(column)s.") % {"table": table, "column": c}
                for c in sorted(wants - has)
            ]
    return found
