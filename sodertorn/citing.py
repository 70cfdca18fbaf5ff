"""How a page is cited: its permanent address, the register's state, and the day on which it was read."""

from django.conf import settings
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from sodertorn.log_lines import LogLine
from sodertorn.moments import Moment
from sodertorn.reading import DAY_PAGE, reading_sentence
from sodertorn.words import day


def citation(request, register, title: str, *, swedish: bool = False) -> dict:
    """The parts of a citation, in the reader's language.

    The address names the day and the knowledge as a day, and shows what the register knew at its end:
    from tomorrow it goes on showing the same, but what is recorded later today comes along. The number
    of the newest event, with the log's checksum then, says exactly what had been recorded; `shows`
    says which of this the reader can rely on. `swedish`: the title is Swedish on an English page too.
    """
    today, moment = localdate(), request.moment
    fixed = Moment(moment.day, True, min(moment.known or today, today), moment.in_path)
    newest = register.entries[-1].number
    line = LogLine.objects.filter(entry=newest).values_list("sha256", flat=True).first()
    return {
        "author": settings.OWNER["name"],
        "register": _("Registret för Södertörns utvecklingsprogram."),
        "title": _("”%s”") % title.rstrip("."),
        "swedish": swedish,
        "state": f"{reading_sentence(fixed)}.",
        "event": newest,
        "sha256": line,
        "address": settings.SITE_URL + address(request, fixed),
        "shows": still_to_come() if fixed.known == today else as_it_was(),
        "read": _("läst %s") % day(today),
    }


def as_it_was() -> str:
    return _("Adressen visar sidan som den var då, också när mer har registrerats.")


def still_to_come() -> str:
    return _(
        "Adressen visar sidan som den är när dagen är slut: det som registreras senare i dag kommer med. "
        "Händelsens nummer säger exakt vad som var registrerat när sidan lästes."
    )


def address(request, fixed: Moment) -> str:
    """Where the page is, at this day and knowledge."""
    if request.resolver_match.view_name == DAY_PAGE:
        return reverse(DAY_PAGE, args=[fixed.day]) + fixed.known_query
    return request.path + fixed.query
