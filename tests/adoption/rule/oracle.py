"""What applies, worked out the slow way: "In seven sentences", day by day, nothing clever.

It shares no code with the rule that it examines. Of days within an interval it tries the
one that `choose` picks; LONG_AGO stands for any day before the stories begin.
"""

from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from adoption.answers import Kind
from adoption.facts import COUNCIL, Facts

from .story import day

LONG_AGO = day(-100)
DAYS = (LONG_AGO, *map(day, range(10)))
ASKED = DAYS[1:]


def latest(decision) -> date | None:
    return decision.latest


def earliest(decision) -> date | None:
    return decision.earliest or LONG_AGO


def exactly(facts: Facts, choose) -> Facts:
    """The same facts with every decision on the day that `choose` picks; on None it never comes."""
    kept = (d for d in facts.decisions if choose(d))
    dated = (replace(d, earliest=choose(d), latest=choose(d)) for d in kept)
    return replace(facts, decisions=tuple(dated))


def newest(rows, known):
    """Sentence 1: what each fact is at a moment, unless it never happened."""
    recorded = [r for r in rows if known is None or r.entry.recorded <= known]
    for row in recorded:
        chain = [r.entry.number for r in recorded if r.entry.fact == row.entry.fact]
        if row.entry.number == max(chain) and not row.entry.void:
            yield row


@dataclass(frozen=True)
class Told:
    """One reading of one day."""

    kind: Kind
    programme: str | None = None


class Oracle:
    """One reading: the facts at a moment, each adoption on the day that `choose` picks."""

    def __init__(self, facts: Facts, choose=latest, known=None):
        self.choose = choose
        self.rows = {name: list(newest(rows, known)) for name, rows in vars(facts).items()}
        self.complete, self.told = cache(self.complete), cache(self.told)

    def line(self):
        """The programmes that are not withdrawn and adjust nothing, each after what it replaces."""
        withdrawn = [w.programme for w in self.rows["withdrawals"]]
        left = [p for p in self.rows["programmes"] if p.slug not in withdrawn and not p.adjusts]
        line = [p for p in left if p.replaces is None]
        while followers := [p for p in left if line and p.replaces == line[-1].slug]:
            line += followers
        assert len(line) == len(left)
        return line

    def counts(self, decision):
        """Sentence 2."""
        rulings = [r.counts for r in self.rows["rulings"] if r.decision == decision.entry.fact]
        return decision.adopts and (not decision.doubtful or rulings == [True])

    def first_day(self, decision):
        met = self.choose(decision)
        return met and max(met, decision.starts or met)

    def ended(self, decision, on):
        ends = [e for e in self.rows["ends"] if e.decision == decision.entry.fact and e.on <= on]
        lifted = [x.end for x in self.rows["lifts"] if x.on <= on]
        return any(e.entry.fact not in lifted for e in ends)

    def stands(self, decision, on):
        """Sentence 3."""
        first = self.first_day(decision)
        return bool(first) and first <= on and not self.ended(decision, on)

    def passed_on(self, slug, seat, on):
        cases = [d for d in self.rows["decisions"] if (d.programme, d.seat) == (slug, seat)]
        passing = [d for d in cases if d.passes_on and d.body != COUNCIL and self.first_day(d)]
        return any(self.first_day(d) <= on for d in passing)

    def adoptions(self, slug, seat, on):
        """Sentence 4: the seat has adopted if there is one."""
        cases = [d for d in self.rows["decisions"] if (d.programme, d.seat) == (slug, seat)]
        met = [d for d in cases if self.counts(d) and self.stands(d, on)]
        return [d for d in met if d.body != COUNCIL or self.passed_on(slug, seat, on)]

    def lacking(self, programme, on):
        return {s for s in programme.seats if not self.adoptions(programme.slug, s, on)}

    def complete(self, programme, on):
        """Sentence 5."""
        begun = programme.not_before is None or on >= programme.not_before
        return bool(programme.seats) and begun and not self.lacking(programme, on)

    def told(self, on):
        """Sentence 6."""
        until = [d for d in DAYS if d <= on]
        for programme in reversed(self.line()):
            if any(self.complete(programme, d) for d in until):
                now = self.complete(programme, on)
                return Told(Kind.APPLIES if now else Kind.UNSETTLED, programme.slug)
        return Told(Kind.NONE_KNOWN)

    def since(self, on):
        """The first day of the unbroken run; None if it began long ago."""
        until = [d for d in DAYS if d <= on]
        others = [d for d in until if self.told(d) != self.told(on)]
        first = next(d for d in until if not others or d > others[-1])
        return None if first == LONG_AGO else first

    def place(self, on):
        """How far along the line the day is; -1 when none is known."""
        slugs = [p.slug for p in self.line()]
        slug = self.told(on).programme
        return slugs.index(slug) if slug else -1

    def because(self, on):
        """(seat, day) of each seat's earliest adoption that counts and stands."""
        programmes = [p for p in self.line() if p.slug == self.told(on).programme]
        seats = [(p.slug, s) for p in programmes for s in p.seats]
        days = {s: [self.first_day(d) for d in self.adoptions(p, s, on)] for p, s in seats}
        return {(seat, min(found)) for seat, found in days.items() if found}

    def required(self, on):
        """(programme, seats, not_before) of each that still requires something."""
        place, kind = self.place(on), self.told(on).kind
        after = self.line()[place + 1 :] if kind != Kind.UNSETTLED else self.line()[place:]
        sent = [p for p in after if p.sent_on and p.sent_on <= on]
        ahead = {p.slug: p.not_before for p in sent if p.not_before and p.not_before > on}
        return {(p.slug, frozenset(self.lacking(p, on)), ahead.get(p.slug)) for p in sent}

    def adjustments(self, on):
        """The adjusted wordings in use that were decided last."""
        told = self.told(on)
        if told.kind != Kind.APPLIES:
            return set()
        withdrawn = [w.programme for w in self.rows["withdrawals"]]
        found = {
            p.slug: max(self.first_day(d) for s in p.seats for d in self.adoptions(p.slug, s, on))
            for p in self.rows["programmes"]
            if p.adjusts == told.programme and p.slug not in withdrawn and self.complete(p, on)
        }
        return {slug for slug, decided in found.items() if decided == max(found.values())}
