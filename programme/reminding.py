"""Municipalities that have not decided are reminded on the days that a strategist has set; the others no more."""

from collections.abc import Iterator

from django.db import transaction
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _
from django.utils.translation import override

from adoption.models import Case
from adoption.recipients import addresses_of
from adoption.registering.asked import open_cases
from adoption.sentences import body_words
from adoption.states import UNDECIDED
from programme.models import Reminders
from programme.papers.facts import values
from programme.papers.wordings import fill, words_of
from sodertorn.register import Register
from sodertorn.writing import site, wished_by, with_numbers, write

MORNING = 7
"""The hour, Europe/Stockholm, from which the reminders of a day are written."""


def remind() -> None:
    """Write the reminders whose day has come, each once, whoever else does the same; none in the night."""
    today = localdate()
    if localtime().hour < MORNING:
        return
    for reminders in Reminders.objects.exclude(days="").select_related("revision"):
        day = reminders.due(today)
        if day is None:
            continue
        with transaction.atomic(), override("sv"):
            mine = Reminders.objects.filter(pk=reminders.pk, last_on=reminders.last_on).update(last_on=day)
            if mine:
                remind_of(Register(), reminders)


def remind_of(register: Register, reminders: Reminders) -> None:
    placement = register.placements.get(reminders.revision.slug)
    for case in awaited(register, reminders.revision.slug):
        own = case.body.municipality
        said = values(register, placement, own, today=localdate(), dated=None)
        write(
            addresses_of(own),
            with_numbers(register, case.pk, _("Påminnelse: %s") % placement.title),
            *(words_of(runs) for runs in fill(reminders.worded, said)),
            wished_by(placement.answer_by),
            _("Alla handlingar till %(body)s: %(url)s")
            % {
                "body": body_words(case.body.kind, own.name),
                "url": site("programme:papers", placement.revision.slug, own.slug),
            },
            _("När beslutet är fattat, registrera det här: %s") % site("registering:asked"),
        )


def awaited(register: Register, slug: str) -> Iterator[Case]:
    """The cases of a programme in which the municipality has not decided."""
    for case, seat in open_cases(register, localdate()):
        if case.revision.slug == slug and seat.state in UNDECIDED:
            yield case
