"""What must be true of the rule in every history (hypothesis).

The oracle answers the slow way from "In seven sentences"; a *reading* dates each adoption
exactly, the cautious one at its latest day, the other at its earliest.
"""

from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from adoption.answers import Kind
from adoption.facts import Decision, Facts
from adoption.in_force import answer

from .histories import NUMBERS, SEEDS, histories, reordered
from .oracle import ASKED, LONG_AGO, Oracle, earliest, exactly, latest
from .story import Story, day, facts_of, moment, says

HISTORIES = histories()
MOMENTS = st.none() | st.integers(-1, 3).map(moment)


def answers(facts: Facts, known=None):
    return [answer(facts, on, known) for on in ASKED]


def content(decision):
    """A decision without its numbers, which depend on the order of registering."""
    return replace(decision, entry=None)


# The answer is what the sentences say


@given(HISTORIES, MOMENTS)
def test_kind_and_programme_are_those_of_both_readings_or_not_known(story, known):
    late, early = Oracle(story.facts, latest, known), Oracle(story.facts, earliest, known)

    for told in answers(story.facts, known):
        readings = [says(late.told(told.day)), says(early.told(told.day))]
        if told.kind == Kind.NOT_KNOWN:
            assert [says(told.between[0]), says(told.between[-1])] == readings
            assert readings[0] != readings[1]
        else:
            assert readings == [says(told)] * 2


@given(HISTORIES, MOMENTS)
def test_since_is_the_first_day_of_the_unbroken_run_in_the_two_readings(story, known):
    late, early = Oracle(story.facts, latest, known), Oracle(story.facts, earliest, known)

    for told in answers(story.facts, known):
        if told.kind == Kind.NOT_KNOWN:
            assert told.since is None
        else:
            days = {late.since(told.day), early.since(told.day)}
            assert {told.since.earliest, told.since.latest} == days
            assert (told.since.earliest or LONG_AGO) <= (told.since.latest or LONG_AGO)


@given(HISTORIES, MOMENTS)
def test_because_is_each_seats_earliest_adoption_that_stands(story, known):
    late = Oracle(story.facts, latest, known)

    for told in answers(story.facts, known):
        because = set() if told.kind == Kind.NOT_KNOWN else late.because(told.day)
        assert {(d.seat, late.first_day(d)) for d in told.because} == because
        assert len(told.because) == len(because)


@given(HISTORIES, MOMENTS)
def test_required_is_what_later_and_unsettled_programmes_lack(story, known):
    late = Oracle(story.facts, latest, known)

    for told in answers(story.facts, known):
        required = {(r.programme, frozenset(r.seats), r.not_before) for r in told.required}
        assert required == late.required(told.day)
        for r in told.required:
            passed_on = [s for s in r.seats if late.passed_on(r.programme, s, told.day)]
            assert r.at_council == tuple(passed_on)
        lacking = [late.lacking(p, told.day) for p in late.line() if p.slug == told.programme]
        unsettled = told.kind == Kind.UNSETTLED
        assert [set(told.unadopted)] == (lacking if unsettled else [set()])


@given(HISTORIES, MOMENTS)
def test_the_adjusted_wording_is_the_one_decided_last_while_its_programme_applies(story, known):
    late = Oracle(story.facts, latest, known)

    for told in answers(story.facts, known):
        used = late.adjustments(told.day) if told.kind == Kind.APPLIES else set()
        assert (told.adjustment.programme in used) if used else told.adjustment is None


@given(HISTORIES, MOMENTS)
def test_checked_counts_the_reasons_that_are_checked(story, known):
    checked = {c.checked for c in Oracle(story.facts, latest, known).rows["checks"]}

    for told in answers(story.facts, known):
        assert told.checked == len([d for d in told.because if d.entry.number in checked])


# At most one, never too early


@given(HISTORIES, st.sampled_from([latest, earliest]))
def test_each_reading_is_known_and_at_most_one_programme_applies(story, choose):
    oracle = Oracle(story.facts, choose)

    for told in answers(exactly(story.facts, choose)):
        assert told.kind != Kind.NOT_KNOWN
        whole = [p.slug for p in oracle.line() if oracle.complete(p, told.day)]
        assert (told.kind == Kind.APPLIES) == (told.programme in whole)
        assert not [slug for slug in whole if slug > (told.programme or "")]


@given(HISTORIES)
def test_nothing_applies_before_the_last_required_adoption(story):
    seats = {p.slug: p.seats for p in story.facts.programmes}

    for told in answers(exactly(story.facts, latest)):
        adopted = {
            (d.programme, d.seat)
            for d in story.facts.decisions
            if d.adopts and d.latest and d.latest <= told.day and (d.starts or d.latest) <= told.day
        }
        if told.kind == Kind.APPLIES:
            assert {(told.programme, seat) for seat in seats[told.programme]} <= adopted


# The two readings


@given(HISTORIES)
def test_the_cautious_reading_is_never_further_along_the_line(story):
    slugs = [None, "P1", "P2", "P3", "P4"]
    cautious = answers(exactly(story.facts, latest))
    other = answers(exactly(story.facts, earliest))

    for late, early in zip(cautious, other, strict=True):
        assert slugs.index(late.programme) <= slugs.index(early.programme)


@given(HISTORIES, st.data())
def test_a_known_answer_is_the_answer_of_every_choice_of_days(story, data):
    chosen = {d: data.draw(days_of(d)) for d in story.facts.decisions}

    for told, choice in zip(answers(story.facts), answers(exactly(story.facts, chosen.get)), strict=True):
        if told.kind == Kind.NOT_KNOWN:
            assert choice.programme in [state.programme for state in told.between]
        else:
            assert says(choice) == says(told)
            first = choice.since.earliest or LONG_AGO
            assert (told.since.earliest or LONG_AGO) <= first <= (told.since.latest or LONG_AGO)


def days_of(decision):
    """A day within the interval; None if it may never have come."""
    days = [d for d in (LONG_AGO, *ASKED) if d >= (decision.earliest or LONG_AGO)]
    if decision.latest is None:
        return st.sampled_from([*days, None])
    return st.sampled_from([d for d in days if d <= decision.latest])


@given(HISTORIES)
def test_each_answer_that_may_be_the_case_is_so_for_some_choice_of_days(story):
    for told in answers(story.facts):
        for state in told.between[1:]:
            choice = exactly(story.facts, earliest_up_to(state.programme))
            assert says(answer(choice, told.day)) == says(state)


def earliest_up_to(slug):
    return lambda d: earliest(d) if d.programme <= slug else latest(d)


@given(HISTORIES)
def test_the_answer_is_known_once_the_missing_days_are_entered(story):
    for told in answers(story.facts):
        if told.kind == Kind.NOT_KNOWN:
            supplemented = Story(story.rows)
            for decision in told.undated:
                on = earliest(decision)
                supplemented.correct(decision, earliest=on, latest=on)
            assert says(answer(supplemented.facts, told.day)) == says(told.between[-1])


# What was registered when, and in which order


@given(HISTORIES, SEEDS)
def test_the_order_of_registering_changes_no_answer(story, seed):
    other = reordered(story, seed)

    for one, two in zip(answers(story.facts), answers(other.facts), strict=True):
        assert says(one) == says(two)
        for part in ("since", "required", "unadopted", "unentered", "checked", "between"):
            assert getattr(one, part) == getattr(two, part)
        for part in ("because", "completed_by", "undated"):
            assert set(map(content, getattr(one, part))) == set(map(content, getattr(two, part)))
        assert (one.adjustment and content(one.adjustment)) == (two.adjustment and content(two.adjustment))


@given(HISTORIES, st.integers(-1, 3).map(moment))
def test_what_was_recorded_later_is_ignored(story, known):
    recorded = facts_of([r for r in story.rows if r.entry.recorded <= known])

    assert answers(story.facts, known) == answers(recorded)


@given(HISTORIES, st.data())
def test_a_later_end_changes_no_earlier_day(story, data):
    adoptions = [r for r in story.rows if isinstance(r, Decision) and r.adopts]
    assume(adoptions)
    on = data.draw(NUMBERS)
    before = answers(story.facts)
    story.end(data.draw(st.sampled_from(adoptions)), on)

    for one, two in zip(before, answers(story.facts), strict=True):
        assert one == two or two.day >= day(on)
