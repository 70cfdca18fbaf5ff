"""A comparison in words: how many goals and focus areas have become what."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programme.matching import Row, State
from sodertorn.words import listed, number, sentence_case


def neuter(count: int) -> str:
    """A count of goals or focus areas: `ett`, `två`."""
    return _("ett") if count == 1 else number(count)


def goals_sentences(rows: list[Row], moved: int, points: bool) -> list[str]:
    """`Två mål har ny lydelse, ett är nytt och ett har utgått.`, and what can't be said.

    `moved` is how many stand in another focus area; `points`, whether there are points that could not be compared.
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
    if points:
        sentences.append(_("Punkter under målen jämförs bara där alla är införda."))
    return [sentence for sentence in sentences if sentence]


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
