"""What is asked of the municipalities: their open cases."""

from collections.abc import Iterator
from datetime import date

from adoption.models import BodyKind, Case, Municipality
from adoption.states import Adoption, SeatOnDay, SeatState, Strength
from sodertorn.permissions import Role, roles_of


def newest_first(register) -> list[str]:
    """The programmes' addresses: the line from its end, then what stands beside it."""
    line = [programme.slug for programme in reversed(register.late.line)]
    return [*line, *(slug for slug in register.placements if slug not in line)]


def open_cases(register, day: date) -> Iterator[tuple[Case, SeatOnDay]]:
    """The cases in which something is asked, the newest programme first, with where their seats stand.

    A case is closed when its seat's adoption is checked against signed minutes (R13): until
    then a municipality can say more. One that the board has passed to the council stays open
    there only (R2), also when the board had adopted before, and the cases of a withdrawn programme are closed. So is that of a body which
    the source didn't name, when the decision has got its body.
    """
    adoptions = {slug: Adoption(register, slug, day) for slug in register.placements}
    council = {(c.revision.slug, c.body.seat) for c in register.cases if c.body.kind == BodyKind.COUNCIL}
    decided = {decision.case_id for decision in register.decisions.values()}
    order = newest_first(register)
    known = [case for case in register.cases if case.revision.slug in order]
    for case in sorted(known, key=lambda c: (order.index(c.revision.slug), -c.pk)):
        slug = case.revision.slug
        if slug in register.withdrawals or not case.body.municipality:
            continue
        if case.body.kind == BodyKind.UNNAMED and case.pk not in decided:
            continue
        seat = adoptions[slug].seat(case.body.seat)
        passed_on = case.body.kind != BodyKind.COUNCIL and (slug, case.body.seat) in council
        if not is_closed(seat) and not passed_on:
            yield case, seat


def is_closed(seat: SeatOnDay) -> bool:
    checked = seat.state == SeatState.ADOPTED and seat.strength == Strength.CHECKED
    return checked and not seat.at_council


def is_open(register, case: Case, day: date) -> bool:
    """Whether something is still asked of the case's seat, at the board or the council."""
    same = (case.revision.slug, case.body.seat)
    return any((other.revision.slug, seat.seat) == same for other, seat in open_cases(register, day))


def municipalities_of(user, register) -> list[Municipality]:
    """Those that somebody may register for: a strategist for all (issue 6)."""
    return register.municipalities if Role.STRATEGIST in roles_of(user) else user.municipalities


def asked_of(user, register, day: date) -> list[tuple[Municipality, list[tuple[Case, SeatOnDay]]]]:
    """The open cases of each municipality that somebody may register for."""
    found = list(open_cases(register, day))
    return [
        (municipality, [(case, seat) for case, seat in found if case.body.municipality == municipality])
        for municipality in municipalities_of(user, register)
    ]
