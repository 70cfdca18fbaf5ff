"""Two programmes of the register side by side: what became of each text, from the earlier to the later."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from programme.family import Family
from programme.line import Line
from programme.matching import Kin, Row, State, matched, same_words
from programme.models import Placement
from programme.models.structure import SINGLE, PartKind
from programme.texts import ProgrammeText, goals


@dataclass(frozen=True)
class Section:
    """Focus areas of both programmes that are kin, with the goals that stand in them."""

    areas: Row
    goals: list[Row]


class Comparison:
    """The earlier and the later programme, of which both are shown on the line's day."""

    def __init__(self, line: Line, earlier: str, later: str):
        self.line, self.register, self.family = line, line.register, Family(line)
        self.slugs = earlier, later

    @property
    def placements(self) -> tuple[Placement, Placement]:
        return tuple(self.register.placements[slug] for slug in self.slugs)

    @property
    def texts(self) -> tuple[list[ProgrammeText], list[ProgrammeText]]:
        return tuple(self.register.texts[slug] for slug in self.slugs)

    @cached_property
    def singles(self) -> list[Row]:
        """The vision, the overall goal and the purpose, those that either programme has."""
        return [
            self.lone(*([text for text in side if text.kind == kind] for side in (old, new)))
            for old, new in [self.texts]
            for kind in SINGLE
            if any(text.kind == kind for text in (*old, *new))
        ]

    @cached_property
    def sections(self) -> list[Row]:
        """The sections of running text: those with the same heading are one, for they have no recorded kinship."""
        old, new = (by_heading(side) for side in self.texts)
        return [self.lone(old.get(name, []), new.get(name, [])) for name in new | old]

    def lone(self, old: list[ProgrammeText], new: list[ProgrammeText]) -> Row:
        """One text and its counterpart. A transcript that lacks it says nothing about whether there was one."""
        sides = zip((old, new), self.placements, strict=True)
        if any(text.missing for text in (*old, *new)) or any(
            not side and placement.sent_on is None for side, placement in sides
        ):
            state = State.NOT_ENTERED
        elif old and new:
            state = State.UNCHANGED if same_words(*old, *new) else State.CHANGED
        else:
            state = State.NEW if new else State.ENDED
        return Row(state, tuple(old), tuple(new), judged=state != State.NOT_ENTERED)

    @cached_property
    def areas(self) -> list[Row]:
        return self.rows(*([t for t in side if t.kind == PartKind.FOCUS_AREA] for side in self.texts))

    @cached_property
    def goals(self) -> list[Row]:
        return self.rows(*map(goals, self.texts))

    def rows(self, earlier: list[ProgrammeText], later: list[ProgrammeText]) -> list[Row]:
        kin = self.family.kin(earlier, later)
        return matched(earlier, later, kin, self.judged(earlier, later, kin))

    def judged(self, earlier: list[ProgrammeText], later: list[ProgrammeText], kin: Kin) -> set[int]:
        """The later ones of which it is recorded what they go back to in the earlier programme, if to anything."""
        related = {young for young, _old in kin}
        found = {text.part.pk for text in later if self.family.judged(text.part.pk, self.slugs[0])}
        old, new = (placement.revision_id for placement in self.placements)
        if self.family.aside(old, new) and not all(
            self.family.judged(text.part.pk, self.slugs[0]) for text in earlier
        ):
            found = set()
        return found | related

    def area_of(self, row: Row) -> Row:
        """The areas below which a row stands: of the later goal, or of the earlier one that has none later."""
        shown = (row.later or row.earlier)[0].part.parent_id
        return next(a for a in self.areas if shown in keys(a.later if row.later else a.earlier))

    def moved(self, row: Row) -> bool:
        """Whether a goal stands in another area than before, as far as the areas' kinship is recorded."""
        if not row.one_to_one:
            return False
        area = self.area_of(row)
        return area.judged and row.earlier[0].part.parent_id not in keys(area.earlier)

    @cached_property
    def by_area(self) -> list[Section]:
        """The goals' rows below the areas in which they stand, or stood when they stand no longer."""
        return [
            Section(area, [row for row in self.goals if self.area_of(row) is area]) for area in self.areas
        ]


def keys(texts: Iterable[ProgrammeText]) -> set[int]:
    return {text.part.pk for text in texts}


def by_heading(texts: list[ProgrammeText]) -> dict[tuple[str, int], list[ProgrammeText]]:
    """Each section by its heading, and by which of those with that heading it is."""
    found: dict[tuple[str, int], list[ProgrammeText]] = {}
    for text in texts:
        if text.kind == PartKind.SECTION:
            name = text.words.heading.casefold().strip()
            found[name, sum(name == other for other, _n in found)] = [text]
    return found
