"""Which words of the interface are only Swedish, or only English, and where a page says them in the wrong language.

The vocabulary is the catalogue of translations: what stands between the placeholders of a text. Words that
both languages use in it, such as names, tell nothing.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

import polib
from django.conf import settings
from django.test.html import Element

from adoption.models import Source
from programme.models import Placement
from tests.pages.site import Page, spaces

CATALOGUE = settings.BASE_DIR / "locale" / "en" / "LC_MESSAGES" / "django.po"
BETWEEN = re.compile(r"%\(\w+\)[a-z]|%[a-z]|\{[^}]*\}|<[^>]*>|[\"”“()/]")
SPOKEN = ("alt", "aria-label", "label", "placeholder", "title", "value")
"""Attributes that are read to somebody."""
NEITHER = r"https?://\S+|“(?:[^”]|”\w[^”]*”)*?”(?!\w)"
"""Addresses, and what an English sentence quotes, are in no language of the page."""

Words = tuple[str, ...]


def words(text: str) -> Words:
    return tuple(re.findall(r"\w+", text.casefold()))


def runs(told: Words, longest: int) -> Iterator[Words]:
    """Every run of words in a text, up to a length."""
    return (
        told[at : at + n] for at in range(len(told)) for n in range(1, longest + 1) if at + n <= len(told)
    )


@cache
def only_in(language: str) -> dict[str, set[Words]]:
    """What is said in this language alone, by its first word."""
    texts = {"sv": [], "en": []}
    for entry in polib.pofile(str(CATALOGUE)):
        texts["sv"] += [entry.msgid, entry.msgid_plural]
        texts["en"] += [entry.msgstr, *entry.msgstr_plural.values()]
    own = {words(piece) for text in texts.pop(language) for piece in BETWEEN.split(text)}
    (others,) = texts.values()
    own -= {run for text in others for run in runs(words(text), max(map(len, own)))}
    by_first = defaultdict(set)
    for piece in own:
        if not all(map(str.isdigit, piece)):
            by_first[piece[0]].add(piece)
    return by_first


def said(element: Element, language: str) -> Iterator[tuple[str, str]]:
    """Every text of an element, with the language in which it is read out."""
    attributes = dict(element.attributes)
    language = attributes.get("lang", language)
    yield from ((language, attributes[name]) for name in SPOKEN if name in attributes)
    for child in element.children:
        if isinstance(child, Element):
            yield from said(child, language)
        else:
            yield language, child


def of_the_head(page: Page) -> list[str]:
    told = {
        one.get("name") or one.get("property"): one["content"]
        for one in page.attributes("meta")
        if "content" in one
    }
    return [
        *page.texts("title"),
        *(text for name, text in told.items() if re.search("description|title", name)),
    ]


def foreign(page: Page, names: Iterable[str] = ()) -> set[str]:
    """What the page says of the other language's interface, beside names.

    In the head nothing can be marked: there it may repeat what its body marks as Swedish.
    """
    language = page.values("html", "lang")[0]
    of_body = [(spoken, spaces(text)) for spoken, text in said(page.elements("body")[0], language)]
    told = [text for spoken, text in of_body if spoken == language]
    marked = sorted({text for spoken, text in of_body if text and spoken != language}, key=len, reverse=True)
    for text in map(spaces, of_the_head(page)):
        for official in marked:
            text = text.replace(official, " ")
        told.append(text)
    known = sorted(map(spaces, names), key=len, reverse=True)
    beside = re.compile("|".join([*map(re.escape, known), NEITHER]))
    other = only_in("en" if language == "sv" else "sv")
    return {
        f"{' '.join(found)}: {text[:90]}"
        for text in told
        for found in among(words(beside.sub(" ", text)), other)
    }


def names() -> list[str]:
    """What is called the same in both languages."""
    titles, keys = (
        Placement.objects.values_list("title", flat=True),
        Source.objects.values_list("key", flat=True),
    )
    return [*titles, *keys]


def among(told: Words, by_first: dict[str, set[Words]]) -> Iterator[Words]:
    for at, word in enumerate(told):
        yield from (one for one in by_first.get(word, ()) if told[at : at + len(one)] == one)
