"""How a test reads the site: a page as its elements and its text, and all pages by their links."""

import re
from collections.abc import Iterator
from functools import cache, cached_property
from html import unescape
from urllib.parse import urldefrag, urlsplit

from django.test import Client
from django.test.html import Element, parse_html

FORMS = ("/tillganglighet/meddela/", "/en/tillganglighet/meddela/")
NOT_PUBLIC = ("/admin/", "/static/", "/logga-in/", "/en/logga-in/", "/fel/", "/en/fel/", *FORMS)
FILES = (".txt", ".pdf", ".docx", ".zip", ".jsonl", ".ics", ".atom")
LINK = re.compile(r'<a\b[^>]*\bhref="(/[^"]*)"')


def spaces(text: str) -> str:
    """The text with every run of white space, unbroken spaces too, as one space."""
    return re.sub(r"\s+", " ", text).strip()


def text_of(node) -> str:
    return node if isinstance(node, str) else " ".join(map(text_of, node.children))


def within(node: Element) -> Iterator[Element]:
    """The element and all in it, in the order of the page."""
    yield node
    for child in node.children:
        if isinstance(child, Element):
            yield from within(child)


def not_marked(node, language: str) -> str:
    """The text outside of what is marked as being in the language."""
    if isinstance(node, str):
        return node
    marked = dict(node.attributes).get("lang") == language
    return "" if marked else " ".join(not_marked(child, language) for child in node.children)


@cache
def browser() -> Client:
    """One for all: the public pages set no cookies, so it remembers nothing."""
    return Client()


class Page:
    """A response, parsed when it is asked for; then a tag that is not closed is an error already."""

    def __init__(self, response):
        self.response = response
        self.status = response.status_code
        self.html = response.content.decode()

    @cached_property
    def root(self) -> Element:
        return parse_html(self.html)

    @cached_property
    def everything(self) -> list[Element]:
        return list(within(self.root))

    def elements(self, *names: str, node: Element | None = None) -> list[Element]:
        """All elements of these names, in the order of the page; of any name if none is given."""
        every = within(node) if node else self.everything
        return [element for element in every if not names or element.name in names]

    def texts(self, *names: str, node: Element | None = None) -> list[str]:
        return [spaces(text_of(element)) for element in self.elements(*names, node=node)]

    def texts_of(self, component: str) -> list[str]:
        """What every element of the class says."""
        classes = ((element, dict(element.attributes).get("class", "")) for element in self.elements())
        return [spaces(text_of(element)) for element, names in classes if component in names.split()]

    def attributes(self, *names: str) -> list[dict]:
        return [dict(element.attributes) for element in self.elements(*names)]

    def values(self, name: str, attribute: str) -> list[str]:
        return [found[attribute] for found in self.attributes(name) if attribute in found]

    def meta(self, name: str) -> str | None:
        return next(
            (found["content"] for found in self.attributes("meta") if found.get("name") == name), None
        )

    @property
    def text(self) -> str:
        return spaces(text_of(self.root))

    @property
    def main(self) -> str:
        return " ".join(self.texts("main"))

    @property
    def places(self) -> list[str]:
        """What links with a # can lead to."""
        return [found["id"] for found in self.attributes() if "id" in found]

    @property
    def inside(self) -> list[str]:
        """The links to public pages, whole."""
        links = [link for link in map(unescape, LINK.findall(self.html)) if not link.startswith(NOT_PUBLIC)]
        return [link for link in dict.fromkeys(links) if not urlsplit(link).path.endswith(FILES)]


KINDS = (
    "/",
    "/gallande/",
    "/gallande/2023-05-15/",
    "/program/",
    "/program/2023-2026/",
    "/program/2019-justerad-2021/",
    "/program/2019/mal/2/",
    "/program/2019/jamfor/2019-justerad-2021/",
    "/jamfor/",
    "/antagande/2023-2026/",
    "/kommuner/",
    "/kommuner/tyreso/",
    "/beslut/78/",
    "/sa-avgors/",
    "/om/",
    "/ord/",
    "/tillganglighet/",
    "/handelser/",
    "/kontrollera/",
    "/sok/",
    "/folj/",
)
"""One page of each kind, in the register that is shipped."""

BOTH = (*KINDS, *(f"/en{address}" for address in KINDS))


def visit(address: str, **headers) -> Page:
    """The page that the address leads to."""
    return Page(browser().get(address, headers=headers, follow=True))


def crawl(start: str, english: bool = True) -> dict[str, Page]:
    """Every public page that links lead to, at the day and knowledge of the start; a redirect is itself a page.

    English pages are made by the same views and templates: what those read is seen in Swedish alone.
    """
    query, waiting, found = urlsplit(start).query, [start], {}
    while waiting:
        address = waiting.pop()
        other = address.startswith("/en/") and not english
        if address not in found and urlsplit(address).query == query and not other:
            found[address] = page = Page(browser().get(address))
            aims = [page.response["Location"]] if page.status == 302 else page.inside
            waiting += [urldefrag(aim).url for aim in aims]
    return found
