"""When a municipality was last written to, when it was last heard of, and when somebody there last signed in."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from adoption.asking.still_right import confirmed_on, objections
from adoption.models import Letter, Question, Registrar
from sodertorn.journal import Entry
from sodertorn.outbox import KEPT, Mail
from sodertorn.register import Register
from sodertorn.words import short_day


@dataclass
class Contact:
    """What is known of one municipality; None: never, or not that the register knows.

    `letter` is the desk's last one about the programme. `heard_at` is when its own office last registered or answered anything; `objects`: it has said that
    something known of it is wrong, and nobody has seen to that. `mailed_at` is when the register itself wrote,
    about anything, of which it only remembers a month (sodertorn.outbox).
    """

    letter: Letter | None = None
    heard_at: datetime | None = None
    mailed_at: datetime | None = None
    people: int = 0
    signed_in: datetime | None = None
    confirmed_on: date | None = None
    objects: bool = False

    def lines(self) -> list[dict]:
        """The last contact, the last sign-in, and what the municipality last said of what is known of it.

        `desk`: not for the paper that goes to the committee.
        """
        heard = [_("Hörde av sig %s") % short_day(localdate(self.heard_at))] if self.heard_at else []
        said = []
        if self.objects:
            said = [_("Uppgifterna stämmer inte, säger kommunen")]
        elif self.confirmed_on:
            said = [_("Uppgifterna bekräftade %s") % short_day(self.confirmed_on)]
        shared, own = [self.written(), *heard], [*self.mailed(), self.was_here(), *said]
        return [{"words": line, "desk": line in own} for line in [*shared, *own]]

    def written(self) -> str:
        letter = self.letter
        return (
            _("Vi skrev %s") % short_day(localdate(letter.written_at)) if letter else _("Vi har inte skrivit")
        )

    def mailed(self) -> list[str]:
        mailed = self.mailed_at
        return [_("Registrets senaste brev %s") % short_day(localdate(mailed))] if mailed else []

    def was_here(self) -> str:
        if self.signed_in:
            return _("Inloggad %s") % short_day(localdate(self.signed_in))
        return _("Har inte loggat in") if self.people else _("Ingen är inbjuden")


def contacts(register: Register, slug: str) -> dict[str, Contact]:
    """Of every municipality, by its address, about one programme; a fixed number of queries."""
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
    letters = Letter.objects.filter(revision__slug=slug).select_related("municipality")
    for letter in letters.order_by("written_at", "pk"):
        found[letter.municipality.slug].letter = letter
    offices = {municipality.full_name: municipality.slug for municipality in register.municipalities}
    entries = Entry.objects.filter(office__in=offices).order_by().values_list("office")
    for office, moment in entries.annotate(Max("recorded")):
        found[offices[office]].heard_at = moment
    return found


def mailed(seats: dict[str, set[str]]) -> Iterator[tuple[str, datetime]]:
    """When the register itself wrote to each municipality: by its mails that went out, and its questions when those are forgotten.

    `seats` are the municipalities that an address is for, in small letters. A letter from the desk goes out under
    its own subject, and is not the register's.
    """
    own = Mail.objects.exclude(sent_at=None).exclude(subject__in=Letter.objects.values("subject"))
    for to, moment in own.values_list("to", "sent_at"):
        for seat in seats.get(to.casefold(), ()):
            yield seat, moment
    asked = Question.objects.filter(at__lt=now() - KEPT)
    yield from asked.values_list("municipality__slug", "at")
