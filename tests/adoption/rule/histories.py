"""Random histories of a register, for the property tests.

Days are few (1 to 8), so that what can fall on one day often does. A history is first
told in a natural order; `reordered` then registers the same entries in another one, in
which each entry still comes after what it names.
"""

from dataclasses import replace
from random import Random

from hypothesis import strategies as st

from adoption.facts import (
    BOARD,
    COUNCIL,
    UNNAMED,
    Check,
    Decision,
    End,
    Lift,
    Programme,
    Ruling,
    Withdrawal,
)

from .story import Story, day, moment

LINKS = ("decision", "end", "checked")
SEATS = ("Haninge", "Nykvarn", "Salem", "Tyresö")
MOMENTS = 4
SEEDS = st.integers(0, 2**16)
NUMBERS = st.integers(1, 8)
DAYS = NUMBERS.map(day)
EXACT = NUMBERS
SPANS = st.one_of(
    st.tuples(NUMBERS, NUMBERS).map(lambda pair: tuple(sorted(pair))),
    st.tuples(st.none(), NUMBERS),
    st.tuples(NUMBERS, st.none()),
    st.just((None, None)),
)


def often(choices: dict):
    """One of the strategies or values, each as often as its weight says."""
    return st.sampled_from([choice for choice, weight in choices.items() for _ in range(weight)])


def adopting(on=EXACT | SPANS, **how):
    return st.fixed_dictionaries({"on": on, "adopts": st.just(True), **how})


DECISIONS = often(
    {
        adopting(EXACT): 6,
        adopting(SPANS): 4,
        adopting(body=st.just(UNNAMED)): 2,
        adopting(body=st.just(COUNCIL)): 3,
        adopting(starts=DAYS): 2,
        adopting(doubtful=st.just(True)): 2,
        adopting(EXACT, passes_on=st.just(True)): 2,
        st.fixed_dictionaries({"on": EXACT}): 1,  # changed the text, noted, referred back ...
    }
).flatmap(lambda decision: decision)
ENDINGS = often(
    {
        (): 7,
        ("end",): 3,
        ("inhibition",): 1,
        ("inhibition", "lift"): 2,
        ("inhibition", "lift", "end"): 1,
    }
)


# A history in its natural order


@st.composite
def histories(draw) -> Story:
    story = Story()
    for programme in draw_line(draw, story):
        for seat in sorted(programme.seats):
            for _ in range(draw(often({0: 1, 1: 5, 2: 2}))):
                draw_decision(draw, story, programme.slug, seat)
    draw_adjustments(draw, story)
    draw_checks(draw, story)
    for _ in range(draw(st.integers(0, 3))):
        draw_correction(draw, story)
    return reordered(story, draw(SEEDS))


def draw_line(draw, story):
    last, line = None, []
    for slug in ("P1", "P2", "P3", "P4")[: draw(often({0: 1, 1: 4, 2: 5, 3: 3, 4: 2}))]:
        if draw(often({False: 5, True: 1})):
            story.send(f"{slug} withdrawn", last, draw(NUMBERS), seats=("Never",))
            story.withdraw(f"{slug} withdrawn")
        line.append(draw_programme(draw, story, slug, last))
        last = slug
    return line


def draw_programme(draw, story, slug, replaces):
    seats = SEATS[: draw(often({1: 3, 2: 3, 3: 1, 4: 1}))]
    not_before = draw(often({False: 3, True: 1})) and draw(NUMBERS)
    if draw(st.booleans()):
        return story.send(slug, replaces, draw(NUMBERS), seats, not_before or None)
    known = draw(often({True: 7, False: 1}))
    return story.transcript(slug, replaces, seats if known else ())


def draw_decision(draw, story, slug, seat):
    what = draw(DECISIONS)
    if what.get("body") == COUNCIL and draw(often({True: 3, False: 1})):
        story.pass_on(slug, seat, draw(EXACT))
    decision = story.decide(slug, seat, paragraph=str(len(story.rows)), **what)
    ruling = draw(st.sampled_from([None, True, True, False])) if decision.doubtful else None
    if ruling is not None:
        story.rule(decision, ruling)
    draw_endings(draw, story, decision)


def draw_endings(draw, story, decision):
    for act in draw(ENDINGS) if decision.adopts else ():
        if act == "lift":
            story.lift(story.rows[-1], draw(NUMBERS))
        else:
            story.end(decision, draw(NUMBERS))


def draw_adjustments(draw, story):
    lines = [r.slug for r in story.rows if isinstance(r, Programme)]
    for number in range(draw(often({0: 2, 1: 1, 2: 1})) if lines else 0):
        decision = story.adjust(f"A{number}", draw(st.sampled_from(lines)), draw(EXACT))
        draw_endings(draw, story, decision)


def draw_checks(draw, story):
    decisions = [r for r in story.rows if isinstance(r, Decision) and r.adopts]
    for decision in draw(st.lists(st.sampled_from(decisions), max_size=3)) if decisions else ():
        story.check(decision)


CHANGES = {
    Programme: st.fixed_dictionaries({"not_before": st.none() | DAYS}),
    Decision: st.one_of(
        st.fixed_dictionaries({"adopts": st.booleans(), "doubtful": st.booleans()}),
        DAYS.map(lambda on: {"earliest": on, "latest": on}),
        st.fixed_dictionaries({"body": st.sampled_from([BOARD, UNNAMED, COUNCIL])}),
    ),
    End: st.fixed_dictionaries({"on": DAYS}),
    Lift: st.fixed_dictionaries({"on": DAYS}),
    Ruling: st.fixed_dictionaries({"counts": st.booleans()}),
    Check: st.just({}),
}


def draw_correction(draw, story):
    """The newest entry of some fact is corrected, never happened, or that in turn is mended."""
    newest = {r.entry.fact: r for r in story.rows if type(r) is not Withdrawal}
    if not newest:
        return
    row = newest[draw(st.sampled_from(sorted(newest)))]
    how = draw(st.sampled_from(["changed", "changed", "never happened", "mended"]))
    if how == "changed" or isinstance(row, Programme):
        story.correct(row, **draw(CHANGES[type(row)]))
        return
    story.never_happened(row)
    if how == "mended":
        story.correct(row)


# The same entries in another order


def reordered(story, seed) -> Story:
    """Registered in another order, at up to four moments; seed 0 keeps the order."""
    random = Random(seed)
    named = {row.entry.number: named_by(row, story.rows) for row in story.rows}
    left, placed = {row.entry.number: row for row in story.rows}, []
    while left:
        ready = [number for number in left if not named[number] & left.keys()]
        placed.append(left.pop(random.choice(ready) if seed else ready[0]))
    numbers = {row.entry.number: place for place, row in enumerate(placed, 1)}
    clock = sorted(random.randrange(MOMENTS) for _ in placed)
    told = Story()
    told.rows = [renumbered(row, numbers, moment(clock.pop(0))) for row in placed]
    told.hour = MOMENTS
    return told


def named_by(row, rows) -> set[int]:
    """The numbers of the entries that must come before this one."""
    entry = row.entry
    earlier = [r for r in rows if r.entry.number < entry.number]
    slugs = {getattr(row, name, None) for name in ("programme", "replaces", "adjusts")}
    named = [r for r in earlier if r.entry.fact == entry.fact or getattr(r, "slug", "") in slugs]
    if isinstance(row, Programme):  # a new one is sent when the one before it has been withdrawn
        named += [r for r in earlier if isinstance(r, Withdrawal)]
    return {r.entry.number for r in named} | {getattr(row, n) for n in LINKS if hasattr(row, n)}


def renumbered(row, numbers, recorded):
    entry = row.entry
    stamp = replace(entry, number=numbers[entry.number], fact=numbers[entry.fact], recorded=recorded)
    links = {name: numbers[getattr(row, name)] for name in LINKS if hasattr(row, name)}
    return replace(row, entry=stamp, **links)
