"""What sources say of facts, as pages show it: each source once, with all that it says."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from adoption.models import Citation
from adoption.models.sources import Stance
from sodertorn.words import the_day

ORDER = [Stance.CONTRADICTS, Stance.STATES, Stance.BOUNDS]
"""What contradicts is read first, what only bounds a fact last."""


def page_words(page: str) -> str:
    """Where in a source: `sidan 3`, or as it was written when it is more than a number."""
    return _("sidan %s") % page if page[:1].isdecimal() else page


def sources(register, facts: Iterable[int]) -> list[dict]:
    """What the sources say of several facts."""
    return by_source(citation for fact in facts for citation in register.sources_of(fact))


def by_source(citations: Iterable[Citation]) -> list[dict]:
    """The sources, in the order in which they are first cited, each with its sayings."""
    grouped: dict[tuple, list[Citation]] = {}
    for citation in citations:
        grouped.setdefault((citation.source_id, citation.read_on), []).append(citation)
    return [
        {
            "title": found[0].source.title,
            "url": found[0].source.url,
            "read": the_day(read_on) if read_on else "",
            "said": sayings(found),
        }
        for (_source, read_on), found in grouped.items()
    ]


def sayings(citations: list[Citation]) -> list[dict]:
    """What one source says, each saying once; where it is quoted, that it is cited without words adds nothing.

    The same words may state one fact and only bound another: on a page of both they stand as what they state.
    """
    found: dict[tuple, dict] = {}
    for one in sorted(citations, key=lambda one: ORDER.index(one.stance)):
        against = one.stance == Stance.CONTRADICTS
        said = {"words": one.words, "page": page_words(one.page), "note": one.note, "stance": str(one.stance)}
        found.setdefault((against, one.words, one.page, one.note), said)
    mute = [key for key in found if not any(key)]
    if len(found) > 1:
        for key in mute:
            del found[key]
    return list(found.values())
