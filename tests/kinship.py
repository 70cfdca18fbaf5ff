"""Invented programmes and their kinship, for tests: programmes of areas with goals, one after the other."""

from programme.models import Part, Placement, Revision
from tests.factories import (
    LineageFactory,
    PartFactory,
    RevisionFactory,
    SentFactory,
    TextFactory,
    TranscriptFactory,
    last_in_line,
)


def drafted(slug: str, areas: dict[str, dict[str, str]]) -> Revision:
    """A draft of what follows the last in the line: `{area: {key of a goal: its words}}`."""
    draft = RevisionFactory(slug=slug, title=f"Program {slug}", replaces=last_in_line())
    for position, (area, goals) in enumerate(areas.items(), 1):
        below = PartFactory(
            revision=draft, kind="focus_area", key=area, text=area.capitalize(), position=position
        )
        for place, (key, words) in enumerate(goals.items(), 1):
            PartFactory(revision=draft, kind="goal", key=key, parent=below, text=words, position=place)
    return draft


def sent(slug: str, areas: dict[str, dict[str, str]], **stated) -> Placement:
    """The same, sent for adoption."""
    return SentFactory(revision=drafted(slug, areas), **stated)


def transcribed(slug: str, areas: dict[str, dict[str, str]], **stated) -> Placement:
    """The same as a transcript; a goal without words is not entered."""
    placement = TranscriptFactory(slug=slug, **stated)
    for position, (area, goals) in enumerate(areas.items(), 1):
        part = PartFactory(
            revision=placement.revision, kind="focus_area", key=area, text="", position=position
        )
        TextFactory(part=part, text=area.capitalize(), note="")
        for place, (key, words) in enumerate(goals.items(), 1):
            goal = PartFactory(
                revision=placement.revision, kind="goal", key=key, parent=part, text="", position=place
            )
            TextFactory(part=goal, text=words, note="" if words else "Står i bilagan.")
    return placement


def part(slug: str, key: str) -> Part:
    return Part.objects.get(revision__slug=slug, key=key)


def kin(later: str, *earlier: str, why: str = "") -> None:
    """`kin("2023/g", "2019/a", "2019/b")`: it goes back to both; to none given, it is new."""
    for one in earlier or (None,):
        LineageFactory(later=part(*later.split("/", 1)), earlier=one and part(*one.split("/", 1)), why=why)
