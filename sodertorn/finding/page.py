"""What the search page shows."""

from datetime import date

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from adoption.pages import Url
from sodertorn.finding.excerpts import excerpt, marked
from sodertorn.finding.findables import findables
from sodertorn.finding.ranking import Findable, Hit, best
from sodertorn.finding.words import asked_words
from sodertorn.moments import NoSuchDay, parse_day
from sodertorn.reading import asking
from sodertorn.words import day as day_in_words
from sodertorn.words import sentence_case, the_day

LONGEST, MOST_WORDS, SHOWN = 200, 12, 30
"""What is read of a query: letters, words; and how many answers are shown."""


def search_page(register, day: date, query: str, url: Url) -> dict:
    """The answers to a query, the best first; without one, what can be searched."""
    asked_for = " ".join(query.replace("\0", " ").split())
    said, language = asked_for[:LONGEST], get_language()
    on = asked_day(said)
    asked = asked_words(day_in_words(on) if on else said, language, MOST_WORDS)
    hits, whole = best(findables(register, day, url), asked, language) if asked else ([], True)
    found = [shown(hit, asked, language) for hit in hits[:SHOWN]]
    if on:
        found.insert(0, page_of_day(on, url))
    return {
        "title": _("Sök"),
        "query": said,
        "searched": bool(said),
        "results": found,
        "sentences": [
            *(sentences(len(hits), len(found), said, whole or bool(on)) if said else ()),
            *cut(asked_for, said),
        ],
        "ways": ways(url),
    }


def ways(url: Url) -> list[dict]:
    """What can be searched for, each with an example."""
    examples = (
        (_("ord i programmens texter och mål"), "infrastruktur"),
        (_("en kommun, dess kod eller ett diarienummer"), "Nykvarn"),
        (_("en dag, skriven med år, månad och dag"), "2021-01-14"),
        (_("en regel för vad som gäller"), "fullmäktige"),
    )
    return [
        {"what": what, "query": query, "url": asking(url("search"), {"q": query})} for what, query in examples
    ]


def asked_day(said: str) -> date | None:
    """The day that is asked for, when it is written as in an address."""
    try:
        return parse_day(said)
    except NoSuchDay:
        return None


def page_of_day(on: date, url: Url) -> dict:
    title = sentence_case(_("Så gällde det %s") % the_day(on))
    return {"url": url("programme:in_force", on), "label": _("Dag"), "title": [{"text": title}], "text": []}


def sentences(hits: int, found: int, said: str, whole: bool) -> list[str]:
    """How many there are, and of what kind."""
    if not found:
        return [_("Inget i registret svarar mot ”%s”.") % said]
    if not hits:
        return []
    words = ngettext("%(hits)d träff på ”%(query)s”.", "%(hits)d träffar på ”%(query)s”.", hits)
    told = [words % {"hits": hits, "query": said}]
    if not whole:
        told = [_("Inget i registret har alla orden i ”%s”. Det här har något av dem.") % said]
    if hits > SHOWN:
        told.append(_("De %d bästa visas. Fler ord ger färre träffar.") % SHOWN)
    return told


def cut(asked_for: str, said: str) -> list[str]:
    if asked_for == said:
        return []
    return [_("Sökningen var lång: bara de första %d tecknen är lästa.") % LONGEST]


def shown(hit: Hit, asked: list, language: str) -> dict:
    found: Findable = hit.found
    return {
        "url": found.url,
        "label": found.label,
        "title": marked(found.title, asked, language),
        "title_swedish": found.title_swedish,
        "official": found.official,
        "text": excerpt(found.text, asked, language),
        "text_swedish": found.text_swedish,
    }
