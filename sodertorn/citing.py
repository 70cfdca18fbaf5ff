"""How a page is cited: its permanent address, the register's state, and the day on which it was read."""

from django.conf import settings
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from sodertorn.log_lines import LogLine
from sodertorn.moments import Moment
from sodertorn.reading import DAY_PAGE, reading_sentence
from sodertorn.words import day


def checksum_at(number: int) -> str | None:
    """The event log's checksum (SHA-256) when the event was its newest; None for one without a line."""
    return LogLine.objects.filter(entry=number).values_list("sha256", flat=True).first()


def citation(request, register, title: str, *, swedish: bool = False) -> dict:
    """The parts of a citation, in the reader's language.

    The address names the day and the knowledge, so that it goes on showing the same; the number of
    the newest event, with the log's checksum then, says exactly what had been recorded. `swedish`:
    the title is Swedish on an English page too.
    """
    today, fixed = localdate(), request.moment.fixed
    newest = register.entries[-1].number
    return {
        "author": ". ".join(filter(None, ["Demonstration" if settings.DEMO else "", settings.OWNER["name"]])),
        "register": _("Registret för Södertörns utvecklingsprogram."),
        "title": _("”%s”") % title.rstrip("."),
        "swedish": swedish,
        "state": f"{reading_sentence(fixed)}.",
        "event": newest,
        "sha256": checksum_at(newest),
        "address": settings.SITE_URL + address(request, fixed),
        "read": _("läst %s") % day(today),
    }


def address(request, fixed: Moment) -> str:
    """Where the page is that goes on showing the same."""
    if request.resolver_match.view_name == DAY_PAGE:
        return reverse(DAY_PAGE, args=[fixed.day]) + fixed.known_query
    return request.path + fixed.query
