"""Letters of the register: to whom, and in what form. Each is the same for every address that it goes to."""

from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from adoption.models import Municipality
from adoption.recipients import addresses_of, strategists
from adoption.sentences import numbers_of
from programme.models import Placement
from sodertorn import mail
from sodertorn.outbox import Mail
from sodertorn.register import Register
from sodertorn.words import listed, the_day


def write(to: Iterable[str], subject: str, *paragraphs: str, **how) -> list[Mail]:
    """The same letter to each address; a paragraph that says nothing is left out. `how` is what `mail.write` takes."""
    demo = [_("Demonstration. Uppgifterna är påhittade.")] if settings.DEMO else []
    ends = [
        _("Skiljer sig registret från ett justerat protokoll gäller protokollet."),
        _("Registret för Södertörns utvecklingsprogram, %s") % site("start"),
    ]
    text = "\n\n".join(filter(None, [*demo, *paragraphs, *ends])) + "\n"
    return [mail.write(to=address, subject=subject, text=text, **how) for address in to]


def seated(register: Register, placement: Placement) -> list[Municipality]:
    return [seat.body.municipality for seat in register.seats[placement.pk] if seat.body.municipality]


def municipal(register: Register, slug: str) -> list[str]:
    """The addresses of all municipalities that the programme was sent to."""
    found = [addresses_of(one) for one in seated(register, register.placements[slug])]
    return list(dict.fromkeys(address for addresses in found for address in addresses))


def everybody(register: Register, slug: str) -> list[str]:
    return list(dict.fromkeys([*strategists(), *municipal(register, slug)]))


def with_numbers(register: Register, case: int, subject: str) -> str:
    """A subject with the reference numbers of the case, so that it is filed where it belongs."""
    numbers = numbers_of(register, case)
    return f"{subject.rstrip('.')} ({listed(numbers)})" if numbers else subject.rstrip(".")


def wished_by(day: date | None, today: date | None = None) -> str:
    """By which day an answer is wished; of a day that has been never *senast*, which then reads as "most recently" (R14)."""
    if day is None:
        return ""
    has_been = day < (today or localdate())
    words = _("Svar önskades till %s.") if has_been else _("Svar önskas senast %s.")
    return words % the_day(day)


def wished_label(day: date | None, today: date | None = None) -> str:
    """The same as the name of a row."""
    has_been = day is not None and day < (today or localdate())
    return _("Svar önskades till") if has_been else _("Svar önskas senast")


def site(name: str, *place) -> str:
    return settings.SITE_URL + reverse(name, args=place)
