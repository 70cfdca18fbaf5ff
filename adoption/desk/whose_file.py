"""Which municipality a file comes from, where its name or one labelled place on its first page says so; never a guess."""

import re
from collections.abc import Iterable

from adoption.models import Municipality

HEAD = 15
"""So many lines from the top of the first page a letterhead takes."""


def in_name(name: str, municipalities: Iterable[Municipality]) -> set[Municipality]:
    """Those whose name is a word of the file's name: `Tyresö KS § 7.pdf`, `protokoll_sodertalje.pdf`, `Salems.pdf`."""
    words = set(re.split(r"[^a-zåäöé]+", name.casefold()))
    return {m for m in municipalities if words & named(m)}


def named(municipality: Municipality) -> set[str]:
    names = {municipality.name.casefold(), municipality.slug}
    return names | {f"{name}s" for name in names}


def in_head(first_page: str, municipalities: Iterable[Municipality]) -> set[Municipality]:
    """Those that a line of the letterhead names and nothing else: `Huddinge kommun`, `Kommun: Huddinge`."""
    lines = [line.strip(" .,:").casefold() for line in first_page.split("\n") if line.strip()][:HEAD]
    return {m for m in municipalities if any(labels(m).fullmatch(line) for line in lines)}


def labels(municipality: Municipality) -> re.Pattern[str]:
    name, full = re.escape(municipality.name.casefold()), re.escape(municipality.full_name.casefold())
    board = r"kommunstyrelsen|kommunfullmäktige"
    return re.compile(
        rf"(kommun|myndighet): ?({name}|{full})|{full}|({board}) i {name}|({board}),? {full}|{full},? ({board})"
    )


def whose(name: str, first_page: str, municipalities: list[Municipality]) -> tuple[Municipality | None, str]:
    """The one municipality that all places which name any agree on, and the places that do; else none."""
    by_name, by_head = in_name(name, municipalities), in_head(first_page, municipalities)
    found = by_name | by_head
    if len(found) != 1:
        return None, ""
    return found.pop(), "name" if not by_head else "head" if not by_name else "both"
