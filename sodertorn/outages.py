"""A full disk, one that can't be written on, a database that is down or unguarded: said plainly, nothing typed is lost.

Django gives every fault that nobody caught to `failed`, wherever it was raised; nothing that
was begun is left half, since every act is one transaction. The page that is shown then asks
nothing of the database.
"""

import errno
import sys
from enum import StrEnum
from sqlite3 import Error as SQLiteError

import psycopg
from django.core.exceptions import ValidationError
from django.db import DatabaseError, InterfaceError
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.defaults import server_error

from sodertorn import guards
from sodertorn.middleware import carried_fields

RETRY_AFTER = 60
"""Seconds that a machine is asked to wait."""


class Outage(StrEnum):
    FULL = "full"
    READ_ONLY = "read only"
    OUT_OF_REACH = "out of reach"
    UNGUARDED = "unguarded"


ON_DISK = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), Outage.FULL),
    **dict.fromkeys((errno.EROFS, errno.EACCES, errno.EPERM), Outage.READ_ONLY),
    errno.EIO: Outage.OUT_OF_REACH,
}
IN_SQLITE = {  # its primary result codes: full, readonly, busy, I/O error, can't open
    13: Outage.FULL,
    8: Outage.READ_ONLY,
    **dict.fromkeys((5, 10, 14), Outage.OUT_OF_REACH),
}


def outage(fault: BaseException | None) -> Outage | None:
    """Which outage a fault comes from, or none: then it is a fault of ours."""
    while fault is not None:
        if found := one(fault):
            return found
        fault = fault.__cause__
    return None


def one(fault: BaseException) -> Outage | None:
    match fault:
        case SQLiteError():
            return IN_SQLITE.get(getattr(fault, "sqlite_errorcode", 0) & 0xFF)
        case psycopg.errors.DiskFull():
            return Outage.FULL
        case psycopg.errors.ReadOnlySqlTransaction():
            return Outage.READ_ONLY
        case psycopg.OperationalError() | psycopg.InterfaceError() | InterfaceError():
            return Outage.OUT_OF_REACH
        case DatabaseError():
            return None  # what lies behind it says more
        case ValidationError(code=guards.UNGUARDED):
            return Outage.UNGUARDED
        case OSError():
            return ON_DISK.get(fault.errno)
    return None


def failed(request) -> HttpResponse:
    """The page for a fault that nobody caught (handler500)."""
    found = outage(sys.exc_info()[1])
    if found is None:
        return server_error(request)
    # Only what has passed the check of where it came from is offered to be sent again.
    typed = request.method == "POST" and getattr(request, "csrf_processing_done", False)
    page = words(found) | {
        "carried": carried_fields(request.POST) if typed else [],
        "had_files": bool(typed and request.FILES),
        "address": request.get_full_path(),
        "typed": typed,
        "csrf_token": get_token(request) if typed else "",
    }
    response = HttpResponse(render_to_string("outage.html", page), status=503)
    response["Retry-After"] = RETRY_AFTER
    add_never_cache_headers(response)
    return response


def words(found: Outage) -> dict[str, str]:
    """What has happened, in a sentence, and what that means."""
    match found:
        case Outage.FULL:
            title = _("Registrets disk är full")
            lede = _("Just nu kan ingenting nytt sparas. Allt som redan står i registret går att läsa.")
        case Outage.READ_ONLY:
            title = _("Registret kan just nu bara läsas")
            lede = _("Ingenting nytt kan sparas. Allt som redan står i registret går att läsa.")
        case Outage.UNGUARDED:
            title = _("Registret kan just nu bara läsas")
            lede = _(
                "Databasens skydd mot ändringar saknas. Ingenting sparas förrän det är återställt;"
                " allt som redan står i registret går att läsa."
            )
        case Outage.OUT_OF_REACH:
            title = _("Registret når inte sin databas")
            lede = _("Försök igen om en stund. Det som redan står i registret är oförändrat.")
    return {"title": title, "lede": lede}
