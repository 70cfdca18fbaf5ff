"""When a municipality was last written to about a programme, and when somebody there last signed in."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from adoption.asking.still_right import confirmed_on, objections
from adoption.models import Letter, Question, Registrar
from sodertorn.outbox import KEPT, Mail
from sodertorn.register import Register
from sodertorn.words import short_day


@dataclass
class Contact:
    """What is known of one municipality; None: never, or not that the register knows.

    `objects`: it says that what is known of it is wrong, and nobody has seen to that. `mailed_at` is when the register itself wrote, of which it only remembers a month (sodertorn.outbox).
    """

    letter: Letter | None = None
    mailed_at: datetime | None = None
    people: int = 0
    signed_in: datetime | None = None
    confirmed_on: date | None = None
    objects: bool = False

    def lines(self) -> list[str]:
        """The last contact, the last sign-in, and when the municipality last said that what is known of it is right."""
        lines = [self.written(), self.was_here()]
        if self.objects:
            lines.append(_("Uppgifterna stämmer inte, säger kommunen"))
        elif self.confirmed_on:
            lines.append(_("Uppgifterna bekräftade %s") % short_day(self.confirmed_on))
        return lines

    def written(self) -> str:
        letter = localdate(self.letter.written_at) if self.letter else None
        mailed = localdate(self.mailed_at) if self.mailed_at else None
        if letter and (mailed is None or letter >= mailed):
            return _("Vi skrev %s") % short_day(letter)
        return _("Registret skrev %s") % short_day(mailed) if mailed else _("Inget brev är känt")

    def was_here(self) -> str:
        if self.signed_in:
            return _("Inloggad %s") % short_day(localdate(self.signed_in))
        return _("Har inte loggat in") if self.people else _("Ingen är inbjuden")


def contacts(register: Register, slug: str) -> dict[str, Contact]:
    """Of every municipality, by its address; a fixed number of queries."""
    found: dict[str, Contact] = defaultdict(Contact)
    confirmed, seats = confirmed_on(), defaultdict(set)
    objects = {one.municipality_id for one in objections()}
    for municipality in register.municipalities:
        found[municipality.slug].confirmed_on = confirmed.get(municipality.code)
        found[municipality.slug].objects = municipality.code in objects
        seats[municipality.contact_email.casefold()].add(municipality.slug)
    for registrar in Registrar.objects.filter(user__is_active=True).select_related("user", "municipality"):
        own, user = found[registrar.municipality.slug], registrar.user
        seats[user.email.casefold()].add(registrar.municipality.slug)
        own.people += 1
        own.signed_in = max(filter(None, [own.signed_in, user.last_login]), default=None)
    for seat, moment in mailed(seats):
        found[seat].mailed_at = max(filter(None, [found[seat].mailed_at, moment]))
    letters = (
        Letter.objects.filter(revision__slug=slug).select_related("municipality").order_by("written_at", "pk")
    )
    for letter in letters:
        found[letter.municipality.slug].letter = letter
    return found


def mailed(seats: dict[str, set[str]]) -> Iterator[tuple[str, datetime]]:
    """When the register itself wrote to each municipality: by its mails that went out, and its questions when those are forgotten.

    `seats` are the municipalities that an address is for, in small letters.
    """
    for to, moment in Mail.objects.exclude(sent_at=None).values_list("to", "sent_at"):
        for seat in seats.get(to.casefold(), ()):
            yield seat, moment
    asked = Question.objects.filter(at__lt=now() - KEPT)
    yield from asked.values_list("municipality__slug", "at")
