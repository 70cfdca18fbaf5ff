"""A municipality's own line: what it has adopted, when, and what its own decision replaced there.

It is not what applies: a programme does when all have adopted it (adoption/in_force.py).
"""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from adoption.models import Municipality
from adoption.pages import Url
from adoption.sentences import decision_sentence, on_day, paragraph_words, state_label
from adoption.states import Adoption, SeatOnDay, SeatState
from sodertorn.words import sentence_case, the_day


@dataclass(frozen=True)
class Adopted:
    """A programme that the municipality has adopted by the day, or perhaps has."""

    slug: str
    seat: SeatOnDay

    @property
    def certain(self) -> bool:
        return self.seat.state != SeatState.UNKNOWN

    def stood(self, day: date) -> bool:
        """Whether the adoption had not ended before the day."""
        return self.seat.end is None or self.seat.end.on > day


def own_line(register, municipality: Municipality, day: date) -> list[Adopted]:
    """What the municipality has adopted by the day, in the order of the line; adoptions that ended too."""
    seats = [
        Adopted(programme.slug, Adoption(register, programme.slug, day).seat(municipality.slug))
        for programme in register.late.line
        if municipality.slug in programme.seats
    ]
    perhaps = (SeatState.ADOPTED, SeatState.UNKNOWN, SeatState.ENDED)
    return [one for one in seats if one.seat.decision and one.seat.state in perhaps]


def replaced_there(line: list[Adopted], one: Adopted) -> Adopted | None:
    """What the municipality's own decision replaced there: what it had adopted last and still stood by."""
    day = one.seat.decision.latest or date.max
    earlier = [other for other in line[: line.index(one)] if other.certain and other.stood(day)]
    return earlier[-1] if earlier else None


def own_sentence(register, line: list[Adopted], municipality: Municipality) -> str:
    """When it adopted the last programme that it has adopted for certain, and what that replaced there."""
    one = [one for one in line if one.certain][-1]
    said = decision_sentence(one.seat.decision, register.placements[one.slug].short_name)
    before = replaced_there(line, one)
    if before is None:
        return said + " " + _("Vad det ersatte där är inte känt här.")
    words = _("I %(municipality)s ersatte det %(programme)s.")
    named = {"municipality": municipality.name, "programme": register.placements[before.slug].short_name}
    return said + " " + words % named


def own_rows(register, line: list[Adopted], url: Url) -> list[dict]:
    """The same as a table, the last first; only what it has adopted for certain."""
    rows = []
    for one, after in zip(line, [*line[1:], None], strict=False):
        if not one.certain:
            continue
        decision, before = one.seat.decision, replaced_there(line, one)
        rows.append(
            {
                "title": register.placements[one.slug].title,
                "url": url("programme:revision", one.slug),
                "adopted": sentence_case(on_day(decision)) or _("inte känt"),
                "adopted_unknown": not decision.exact,
                "paragraph": paragraph_words(decision) if decision.paragraph else "",
                "decision_url": url("adoption:decision", decision.entry.fact),
                "decision_label": _("Beslutet, händelse %d") % decision.entry.fact,
                "before": register.placements[before.slug].title if before else "",
                "before_url": url("programme:revision", before.slug) if before else "",
                "after": after_words(one, after),
                "after_unknown": after is not None and not after.seat.decision.exact and not one.seat.end,
            }
        )
    return rows[::-1]


def after_words(one: Adopted, after: Adopted | None) -> str:
    """When it was replaced there, or ended; that it still stands."""
    if one.seat.end:
        return _("%(what)s, från %(day)s") % {"what": state_label(one.seat), "day": the_day(one.seat.end.on)}
    if after is None:
        return _("Inte ersatt")
    if not after.certain:
        return _("Inte känt här om det är ersatt")
    return sentence_case(on_day(after.seat.decision)) or _("inte känt")
