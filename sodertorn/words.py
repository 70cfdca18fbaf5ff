"""Numbers, days and lists in words, in the reader's language."""

from collections.abc import Sequence
from datetime import date, datetime

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

NBSP = "\N{NO-BREAK SPACE}"


class SwedishWords(str):
    """What somebody has written, among sentences of the register's: Swedish on English pages too."""

    swedish = True


def invented(name: str) -> str:
    """The name of what is read away from the site's pages: in the demonstration it begins by saying so."""
    return f"Demonstration. {name}" if settings.DEMO else name


def number(count: int) -> str:
    """A count in words up to twelve, then in figures."""
    words = [
        _("noll"),
        pgettext("antal", "en"),
        _("två"),
        _("tre"),
        _("fyra"),
        _("fem"),
        _("sex"),
        _("sju"),
        _("åtta"),
        _("nio"),
        _("tio"),
        _("elva"),
        _("tolv"),
    ]
    return words[count] if count < len(words) else str(count)


def ordinal(place: int) -> str:
    """A place in words up to twelve, then in figures."""
    words = [
        _("första"),
        _("andra"),
        _("tredje"),
        _("fjärde"),
        _("femte"),
        _("sjätte"),
        _("sjunde"),
        _("åttonde"),
        _("nionde"),
        _("tionde"),
        _("elfte"),
        _("tolfte"),
    ]
    return words[place - 1] if place <= len(words) else pgettext("plats", "nr %d") % place


def sentence_case(text: str) -> str:
    """The text with its first letter large, the rest untouched."""
    return text[:1].upper() + text[1:]


def day(value: date) -> str:
    """`16 februari 2027`, unbroken."""
    return date_format(value, "j F Y").replace(" ", NBSP)


def short_month(value: date) -> str:
    """`feb`."""
    return date_format(value, "F")[:3]


def short_day(value: date) -> str:
    """`16 feb 2027`, unbroken, for tables and pictures."""
    return NBSP.join([str(value.day), short_month(value), str(value.year)])


def the_day(value: date) -> str:
    """`den 16 februari 2027`."""
    return _("den %s") % day(value)


def interval(first: date, last: date) -> str:
    """`18 september–11 oktober 2019`, in English `between … and …`; the year twice when it differs."""
    return _("%(first)s–%(last)s") % ends(first, last)


def stretch(first: date, last: date) -> str:
    """All days of an interval: `16 maj 2023–31 december 2026`, in English `from … to …`."""
    return pgettext("hela tiden", "%(first)s–%(last)s") % ends(first, last)


def ends(first: date, last: date) -> dict[str, str]:
    """Its two days in words, the year once when it is the same."""
    start = date_format(first, "j F").replace(" ", NBSP) if first.year == last.year else day(first)
    return {"first": start, "last": day(last)}


def moment(value: datetime) -> str:
    """A moment in Stockholm's time."""
    local = timezone.localtime(value)
    time = date_format(local, pgettext("klockslag", "H.i"))
    return _("%(day)s kl. %(time)s") % {"day": day(local.date()), "time": time}


def paragraph(written: str) -> str:
    """`§ 9`, unbroken; several are `§§ 9–10`."""
    several = any(sign in written for sign in ("–", ",", " och "))
    return f"{'§§' if several else '§'}{NBSP}{written}"


def listed(items: Sequence[str]) -> str:
    """`Botkyrka, Haninge och Huddinge`."""
    if len(items) < 2:
        return "".join(items)
    return _("%(first)s och %(last)s") % {"first": ", ".join(items[:-1]), "last": items[-1]}
