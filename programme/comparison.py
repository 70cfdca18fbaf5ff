"""Two programmes, or drafts, side by side: what became of each text, from the earlier to the later."""

from collections.abc import Collection
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cached_property

from programme.compared_points import PointPair, compared_points
from programme.family import Family
from programme.line import Line
from programme.matching import Kin, Row, State, families, matched, same_words
from programme.models.structure import SINGLE, PartKind
from programme.texts import ProgrammeText, flat

EARLIER, LATER = 0, 1
UNTOLD = (State.NOT_ENTERED, State.UNCERTAIN)


@dataclass(frozen=True)
class Side:
    """One of the two: its programme, its texts as a tree, and whether none of them can be lacking."""

    revision: int
    slug: str
    texts: list[ProgrammeText]
    whole: bool

    def of_kind(self, kind: PartKind) -> list[ProgrammeText]:
        return [text for text in flat(self.texts) if text.kind == kind]


@dataclass(frozen=True)
class Section:
    """Focus areas of both programmes that are kin, with the goals that stand in them."""

    areas: Row
    goals: list[Row]


@dataclass(frozen=True)
class Comparison:
    """The earlier and the later, and what is judged of their kinship: see programme.matching.

    `reasons`: why a later goal or area goes back to an earlier one, or (None) to none, by their keys.
    """

    earlier: Side
    later: Side
    kin: Kin
    judged: Collection[str] | None
    reasons: dict[tuple[str, str | None], str] = field(default_factory=dict)

    @property
    def sides(self) -> tuple[Side, Side]:
        return self.earlier, self.later

    @cached_property
    def singles(self) -> list[Row]:
        """The vision, the overall goal and the purpose, those that either has."""
        found = [[side.of_kind(kind) for side in self.sides] for kind in SINGLE]
        return [self.lone(old, new) for old, new in found if old or new]

    @cached_property
    def sections(self) -> list[Row]:
        """The sections of running text."""
        return self.by_heading(PartKind.SECTION)

    def by_heading(self, kind: PartKind) -> list[Row]:
        """Texts that have no recorded kinship: those with the same heading are one; in a draft, the same text is."""
        old, new = ({text.part.key: text for text in side.of_kind(kind)} for side in self.sides)
        pairs = self.kin if self.judged is None else same_headings(old, new)
        pairs = [pair for pair in pairs if pair[0] in new and pair[1] in old]
        return [
            self.lone([old[key] for key in olds], [new[key] for key in news])
            for olds, news in families([*old], [*new], pairs)
        ]

    def lone(self, old: list[ProgrammeText], new: list[ProgrammeText]) -> Row:
        """One text and its counterpart. A transcript that lacks it says nothing about whether there was one.

        Words that are known only at second hand are compared with nothing: they may not be the programme's own.
        """
        lacking = any(
            not texts and not side.whole for texts, side in zip((old, new), self.sides, strict=True)
        )
        if lacking or any(text.not_entered for text in (*old, *new)):
            state = State.NOT_ENTERED
        elif any(text.uncertain for text in (*old, *new)):
            state = State.UNCERTAIN
        elif old and new:
            state = State.UNCHANGED if same_words(*old, *new) else State.CHANGED
        else:
            state = State.NEW if new else State.ENDED
        return Row(state, tuple(old), tuple(new), judged=state not in UNTOLD)

    @cached_property
    def areas(self) -> list[Row]:
        return self.rows(PartKind.FOCUS_AREA)

    @cached_property
    def goals(self) -> list[Row]:
        return self.rows(PartKind.GOAL)

    def rows(self, kind: PartKind) -> list[Row]:
        return matched(self.earlier.of_kind(kind), self.later.of_kind(kind), self.kin, self.judged)

    @cached_property
    def points(self) -> list[PointPair]:
        """What became of each point under the goals, where that can be said."""
        return compared_points(self.goals)

    @cached_property
    def homes(self) -> tuple[dict[str, ProgrammeText], dict[str, ProgrammeText]]:
        """The focus area of each goal on either side, by the goal's key."""
        areas = (side.of_kind(PartKind.FOCUS_AREA) for side in self.sides)
        return tuple({goal.part.key: area for area in side for goal in area.children} for side in areas)

    def area_of(self, row: Row) -> Row:
        """The areas below which a row stands: of the later goal, or of the earlier one that has none later."""
        side = LATER if row.later else EARLIER
        home = self.homes[side][(row.later or row.earlier)[0].part.key]
        return next(area for area in self.areas if home in (area.earlier, area.later)[side])

    def moved(self, row: Row) -> bool:
        """Whether a goal stands in another area than before, as far as the areas' kinship is recorded."""
        if not row.one_to_one or row.later[0].kind != PartKind.GOAL:
            return False
        area = self.area_of(row)
        return area.judged and self.homes[EARLIER][row.earlier[0].part.key] not in area.earlier

    @cached_property
    def by_area(self) -> list[Section]:
        """The goals' rows below the areas in which they stand, or stood when they stand no longer."""
        return [
            Section(area, [row for row in self.goals if self.area_of(row) is area]) for area in self.areas
        ]

    def reordered(self, rows: list[Row]) -> set[str]:
        """The keys of later texts that stand elsewhere among those of the rows than before."""
        pairs = [(row.earlier[0], row.later[0]) for row in rows if row.one_to_one and not self.moved(row)]
        places = {text.part.key: place for place, text in enumerate(flat(self.earlier.texts))}
        before = [new.part.key for old, new in sorted(pairs, key=lambda pair: places[pair[0].part.key])]
        after = [new.part.key for _old, new in pairs]
        blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
        return set(after) - {key for block in blocks for key in after[block.b : block.b + block.size]}

    def why(self, row: Row) -> list[str]:
        """Why the goals or areas of a row are judged to be kin, or new."""
        pairs = [(new.part.key, old and old.part.key) for new in row.later for old in row.earlier or (None,)]
        return list(dict.fromkeys(self.reasons[pair] for pair in pairs if self.reasons.get(pair)))


def same_headings(old: dict[str, ProgrammeText], new: dict[str, ProgrammeText]) -> Kin:
    """The pairs of texts with the same heading; of several with one heading, the first and the first."""
    names = [
        {name: key for key, name in zip(side, numbered(side.values()), strict=True)} for side in (new, old)
    ]
    return [(key, names[1][name]) for name, key in names[0].items() if name in names[1]]


def numbered(texts: Collection[ProgrammeText]) -> list[tuple[str, int]]:
    """Each text by its heading, and by which of those with that heading it is."""
    headings = [text.words.heading.casefold().strip() for text in texts]
    return [(heading, headings[:place].count(heading)) for place, heading in enumerate(headings)]


def programmes(line: Line, earlier: str, later: str) -> Comparison:
    """Two programmes in the register, both shown on the line's day."""
    return by_lineage(Family(line), *(public_side(line.register, slug) for slug in (earlier, later)))


def public_side(register, slug: str) -> Side:
    placement = register.placements[slug]
    return Side(placement.revision_id, slug, register.texts[slug], whole=placement.sent_on is not None)


def by_lineage(family: Family, earlier: Side, later: Side) -> Comparison:
    """Two that are matched by the recorded kinship of their goals and areas."""
    kin, judged, reasons = set(), set(), {}
    for kind in (PartKind.FOCUS_AREA, PartKind.GOAL):
        old, new = earlier.of_kind(kind), later.of_kind(kind)
        pairs = family.kin(old, new)
        kin |= pairs
        judged |= {key for key, _old in pairs} | judged_keys(family, earlier, later, kind)
        keys = {text.part.pk: text.part.key for text in old} | {None: None}
        for text in new:
            for one in family.ancestry.get(text.part.pk, ()):
                if one.earlier_id in keys:
                    reasons[text.part.key, keys[one.earlier_id]] = one.why
    return Comparison(earlier, later, kin, judged, reasons)


def judged_keys(family: Family, earlier: Side, later: Side, kind: PartKind) -> set[str]:
    """The later ones of which it is recorded what they go back to in the earlier programme, if to anything.

    One that goes back past the earlier programme may have the same origin as something in it: that
    it has no counterpart there is judged only when it is recorded what all there go back to.
    """
    known = all(family.judged(text.part.pk, earlier.slug) for text in earlier.of_kind(kind))
    beside = bool(family.aside(earlier.revision, later.revision))
    return {
        text.part.key
        for text in later.of_kind(kind)
        if family.judged(text.part.pk, earlier.slug)
        and (known or not beside and not family.past(text.part.pk, earlier.slug))
    }
