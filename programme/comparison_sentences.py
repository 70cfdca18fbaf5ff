"""A comparison in words: how many goals, points, other texts and focus areas have become what."""

from collections import Counter

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programme.compared_points import Fate, PointPair
from programme.comparison import UNTOLD, Comparison
from programme.matching import Row, State, networks, points_comparable
from programme.models.structure import PartKind
from sodertorn.words import listed, number, sentence_case


def neuter(count: int) -> str:
    """A count of goals or focus areas: `ett`, `två`."""
    return _("ett") if count == 1 else number(count)


def sentences(comparison: Comparison) -> list[str]:
    """What became of the goals, their points, the other texts and the focus areas, counted; and what can't be said."""
    goals = comparison.goals
    return [
        *holdings(comparison),
        *goals_sentences(goals, sum(map(comparison.moved, goals))),
        *points_sentences(goals, comparison.points),
        *texts_sentences(comparison.singles, comparison.sections),
        *areas_sentences(comparison.areas),
    ]


def holdings(comparison: Comparison) -> list[str]:
    """How many goals the register has on either side, where it can't be said of any what became of it."""
    goals, areas = (
        [len(side.of_kind(kind)) for side in comparison.sides]
        for kind in (PartKind.GOAL, PartKind.FOCUS_AREA)
    )
    if not all(goals) or any(row.state in COUNTED for row in comparison.goals):
        return []
    words = _("Registret har %(earlier)s för det tidigare programmet och %(later)s för det senare.")
    earlier, later = (held(*side) for side in zip(goals, areas, strict=True))
    return [words % {"earlier": earlier, "later": later}]


def held(goals: int, areas: int) -> str:
    """`fem mål i fyra fokusområden`"""
    said = ngettext("%s mål", "%s mål", goals) % neuter(goals)
    if not areas:
        return said
    words = ngettext("%(goals)s i %(areas)s fokusområde", "%(goals)s i %(areas)s fokusområden", areas)
    return words % {"goals": said, "areas": neuter(areas)}


def goals_sentences(rows: list[Row], moved: int) -> list[str]:
    """`Två mål har ny lydelse, ett är nytt och ett har utgått.`, and what can't be said.

    `moved` is how many stand in another focus area.
    """
    sentences = [counted(rows, goal_words, lambda n: ngettext("%s mål", "%s mål", n) % neuter(n))]
    if moved:
        words = ngettext(
            "%s mål står i ett annat fokusområde än tidigare.",
            "%s mål står i ett annat fokusområde än tidigare.",
            moved,
        )
        sentences.append(sentence_case(words % neuter(moved)))
    if alone := among(rows, State.NOT_JUDGED):
        words = ngettext(
            "För %s mål är det inte bedömt om det har någon motsvarighet.",
            "För %s mål är det inte bedömt om de har någon motsvarighet.",
            alone,
        )
        sentences.append(words % neuter(alone))
    if missing := among(rows, State.NOT_ENTERED):
        words = ngettext(
            "%s mål kan inte jämföras, eftersom lydelsen ännu inte är införd i registret.",
            "%s mål kan inte jämföras, eftersom lydelsen ännu inte är införd i registret.",
            missing,
        )
        sentences.append(sentence_case(words % neuter(missing)))
    return [sentence for sentence in sentences if sentence]


def points_sentences(rows: list[Row], points: list[PointPair]) -> list[str]:
    """`Två punkter under målen har ny lydelse och en är ny.`; and that some can't be compared."""
    count = Counter(pair.fate for pair in points)
    clauses = []
    for fate in Fate:
        if n := count[fate]:
            subject = ngettext("%s punkt under målen", "%s punkter under målen", n)
            clauses.append(point_words(fate, n) % (number(n) if clauses else subject % number(n)))
    said = [f"{sentence_case(listed(clauses))}."] if clauses else []
    if any(row.earlier and row.later and not points_comparable(*row.earlier, *row.later) for row in rows):
        said.append(_("Punkter under målen jämförs bara där alla är införda."))
    return said


def point_words(fate: Fate, n: int) -> str:
    return {
        Fate.CHANGED: ngettext("%s har ny lydelse", "%s har ny lydelse", n),
        Fate.NEW: ngettext("%s är ny", "%s är nya", n),
        Fate.ENDED: ngettext("%s har utgått", "%s har utgått", n),
        Fate.MOVED: ngettext(
            "%s har flyttats från ett mål till ett annat", "%s har flyttats från ett mål till ett annat", n
        ),
        Fate.REORDERED: ngettext("%s har flyttats inom sitt mål", "%s har flyttats inom sitt mål", n),
        Fate.UNCHANGED: ngettext("%s är oförändrad", "%s är oförändrade", n),
    }[fate]


def texts_sentences(singles: list[Row], sections: list[Row]) -> list[str]:
    """`Visionen och två avsnitt har ny lydelse och syftet har oförändrad lydelse.`"""
    clauses = []
    for state in (State.CHANGED, State.NEW, State.ENDED, State.UNCHANGED, *UNTOLD):
        who = [single_name(row) for row in singles if row.state == state]
        many = among(sections, state)
        if many:
            who.append(ngettext("%s avsnitt", "%s avsnitt", many) % neuter(many))
        if who:
            clauses.append(text_words(state, max(len(who), many)) % listed(who))
    return [f"{sentence_case(listed(clauses))}."] if clauses else []


def single_name(row: Row) -> str:
    return {
        PartKind.VISION: _("visionen"),
        PartKind.OVERALL_GOAL: _("det övergripande målet"),
        PartKind.PURPOSE: _("syftet"),
    }[(row.later or row.earlier)[0].kind]


def text_words(state: State, n: int) -> str:
    return {
        State.CHANGED: ngettext("%s har ny lydelse", "%s har ny lydelse", n),
        State.NEW: ngettext("%s har tillkommit", "%s har tillkommit", n),
        State.ENDED: ngettext("%s har utgått", "%s har utgått", n),
        State.UNCHANGED: ngettext("%s har oförändrad lydelse", "%s har oförändrad lydelse", n),
        State.NOT_ENTERED: ngettext("%s kan inte jämföras", "%s kan inte jämföras", n),
        State.UNCERTAIN: ngettext(
            "%s kan inte jämföras, eftersom ordalydelsen är osäker",
            "%s kan inte jämföras, eftersom ordalydelserna är osäkra",
            n,
        ),
    }[state]


def areas_sentences(rows: list[Row]) -> list[str]:
    """The same of the focus areas; their kinship, too, is only what is recorded."""

    def subject(n):
        return ngettext("%s fokusområde", "%s fokusområden", n) % neuter(n)

    alone = among(rows, State.NOT_JUDGED)
    if alone and alone == len(rows):
        return [_("Fokusområdenas släktskap är inte bedömt.")]
    sentences = [counted(rows, area_words, subject)]
    if alone:
        sentences.append(_("För %s är släktskapet inte bedömt.") % subject(alone))
    if missing := among(rows, State.NOT_ENTERED):
        words = _("%s kan inte jämföras, eftersom namnet ännu inte är infört i registret.")
        sentences.append(sentence_case(words % subject(missing)))
    if other := sum(networks(row) is not None for row in rows):
        words = ngettext("%s har ett annat nätverk.", "%s har andra nätverk.", other)
        sentences.append(sentence_case(words % subject(other)))
    return [sentence for sentence in sentences if sentence]


def among(rows: list[Row], state: State) -> int:
    return sum(row.state == state for row in rows)


COUNTED = (
    State.CHANGED,
    State.NEW,
    State.ENDED,
    State.MERGED,
    State.SPLIT,
    State.REGROUPED,
    State.UNCHANGED,
)


def counted(rows: list[Row], words, subject) -> str:
    """One sentence of clauses, of which only the first names what is counted."""
    clauses = []
    for state in COUNTED:
        found = [row for row in rows if row.state == state]
        if found:
            before = sum(len(row.earlier) for row in found)
            after = sum(len(row.later) for row in found)
            many = before or after
            clause = words(state, many) % {
                "many": neuter(many) if clauses else subject(many),
                "after": neuter(after),
            }
            clauses.append(clause)
    return f"{sentence_case(listed(clauses))}." if clauses else ""


def goal_words(state: State, n: int) -> str:
    return {
        State.CHANGED: ngettext("%(many)s har ny lydelse", "%(many)s har ny lydelse", n),
        State.NEW: ngettext("%(many)s är nytt", "%(many)s är nya", n),
        State.ENDED: ngettext("%(many)s har utgått", "%(many)s har utgått", n),
        State.UNCHANGED: ngettext("%(many)s har oförändrad lydelse", "%(many)s har oförändrad lydelse", n),
    }.get(state) or regrouped_words(state, n)


def area_words(state: State, n: int) -> str:
    return {
        State.CHANGED: ngettext("%(many)s har nytt namn", "%(many)s har nytt namn", n),
        State.NEW: ngettext("%(many)s är nytt", "%(many)s är nya", n),
        State.ENDED: ngettext("%(many)s har utgått", "%(many)s har utgått", n),
        State.UNCHANGED: ngettext("%(many)s har oförändrat namn", "%(many)s har oförändrat namn", n),
    }.get(state) or regrouped_words(state, n)


def regrouped_words(state: State, n: int) -> str:
    return {
        State.MERGED: _("%(many)s har förts samman till %(after)s"),
        State.SPLIT: ngettext("%(many)s har delats i %(after)s", "%(many)s har delats i %(after)s", n),
        State.REGROUPED: _("%(many)s har fördelats om på %(after)s"),
    }[state]
