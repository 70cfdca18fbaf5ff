"""A small language in which a test tells what was registered, and asks what applies.

Days are numbers: day 1 is 1 February 2027. Each act writes the next entry and returns it,
so that later acts can name it. `course` tells what is answered on every day.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from adoption.answers import Answer, Kind, State
from adoption.facts import (
    BOARD,
    COMMITTEE,
    COUNCIL,
    Check,
    Decision,
    End,
    Facts,
    Lift,
    Programme,
    Ruling,
    Stamp,
    Withdrawal,
)
from adoption.in_force import answer

EIGHT = (
    "Botkyrka",
    "Haninge",
    "Huddinge",
    "Nykvarn",
    "Nynäshamn",
    "Salem",
    "Södertälje",
    "Tyresö",
)
SEVEN, TYRESO = EIGHT[:7], EIGHT[7]
KINDS = {
    "programmes": Programme,
    "withdrawals": Withdrawal,
    "decisions": Decision,
    "ends": End,
    "lifts": Lift,
    "rulings": Ruling,
    "checks": Check,
}


def day(number: int | None) -> date | None:
    return None if number is None else date(2027, 1, 31) + timedelta(days=number)


def moment(number: int) -> datetime:
    return datetime(2027, 1, 1, tzinfo=UTC) + timedelta(hours=number)


def interval(on) -> dict:
    """The day of a meeting: a number, or (earliest, latest) with None for not known."""
    earliest, latest = on if isinstance(on, tuple) else (on, on)
    return {"earliest": day(earliest), "latest": day(latest)}


def facts_of(rows) -> Facts:
    kept = {name: tuple(r for r in rows if isinstance(r, kind)) for name, kind in KINDS.items()}
    return Facts(**kept)


def says(told: Answer | State) -> str:
    """The kind and programme of an answer or a state in words."""
    if told.kind == Kind.NOT_KNOWN:
        return " or ".join(says(state) for state in told.between)
    return " ".join(filter(None, (told.programme, told.kind)))


class Story:
    """A register being written, entry by entry."""

    def __init__(self, rows=()):
        self.rows = list(rows)
        self.hour = 0

    def __repr__(self):
        return "\n".join(map(repr, ["", *self.rows]))

    def pause(self) -> datetime:
        """The moment up to which all is recorded; what follows is recorded later."""
        self.hour += 1
        return moment(self.hour - 1)

    def write(self, kind, **fields):
        number = len(self.rows) + 1
        self.rows.append(kind(Stamp(number, moment(self.hour), number), **fields))
        return self.rows[-1]

    def correct(self, row, void=False, **changes):
        """A correction or a supplement: the whole fact stated again by a later entry."""
        entry = Stamp(len(self.rows) + 1, moment(self.hour), row.entry.fact, void)
        self.rows.append(replace(row, entry=entry, **changes))
        return self.rows[-1]

    def never_happened(self, row):
        return self.correct(row, void=True)

    # Programmes

    def transcript(self, slug, replaces=None, seats=EIGHT, adopted=None, **fields):
        """A programme from before the register, adopted by all its seats if a day is given."""
        programme = self.write(Programme, slug=slug, replaces=replaces, seats=frozenset(seats), **fields)
        if adopted is not None:
            self.all_adopt(slug, adopted, seats)
        return programme

    def send(self, slug, replaces=None, on=1, seats=EIGHT, not_before=None):
        dates = {"sent_on": day(on), "not_before": day(not_before)}
        return self.write(Programme, slug=slug, replaces=replaces, seats=frozenset(seats), **dates)

    def withdraw(self, slug):
        return self.write(Withdrawal, programme=slug)

    def adjust(self, slug, adjusts, on, not_before=None):
        """An adjusted wording, decided by the committee; returns the decision."""
        seats = frozenset({COMMITTEE})
        self.write(Programme, slug=slug, adjusts=adjusts, seats=seats, not_before=day(not_before))
        return self.adopt(slug, COMMITTEE, on, body=COMMITTEE)

    # Decisions

    def decide(self, slug, seat, on, body=BOARD, **what):
        return self.write(Decision, programme=slug, seat=seat, body=body, **interval(on), **what)

    def adopt(self, slug, seat, on, paragraph="9", **how):
        return self.decide(slug, seat, on, adopts=True, paragraph=paragraph, **how)

    def all_adopt(self, slug, on, seats=EIGHT):
        return [self.adopt(slug, seat, on) for seat in seats]

    def pass_on(self, slug, seat, on):
        return self.decide(slug, seat, on, passes_on=True)

    def council_adopts(self, slug, seat, on, paragraph="63/20"):
        return self.adopt(slug, seat, on, body=COUNCIL, paragraph=paragraph)

    # What comes after a decision

    def end(self, decision, on):
        return self.write(End, decision=decision.entry.fact, on=day(on))

    def lift(self, end, on):
        return self.write(Lift, end=end.entry.fact, on=day(on))

    def rule(self, decision, counts):
        return self.write(Ruling, decision=decision.entry.fact, counts=counts)

    def check(self, decision):
        return self.write(Check, checked=decision.entry.number)

    # Questions

    @property
    def facts(self) -> Facts:
        return facts_of(self.rows)

    def answer(self, on, known=None) -> Answer:
        return answer(self.facts, day(on), known)

    def course(self, known=None) -> dict[int, str]:
        """What is answered on each day from 0 to 28: the first day of each run with its words."""
        course = {}
        for number in range(29):
            told = says(self.answer(number, known))
            if not course or told != course[max(course)]:
                course[number] = told
        return course

    def since(self, on) -> tuple[date | None, date | None]:
        since = self.answer(on).since
        return since.earliest, since.latest

    def paragraph(self, on, seat=TYRESO) -> str | None:
        """The § of the seat's adoption because of which the programme applies on the day."""
        return {d.seat: d.paragraph for d in self.answer(on).because}.get(seat)

    def required(self, on, known=None) -> list[tuple]:
        """(programme, seats, not_before) for each programme that still requires something."""
        return [(r.programme, r.seats, r.not_before) for r in self.answer(on, known).required]
