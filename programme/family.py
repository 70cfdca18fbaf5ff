"""How goals and areas of different programmes are kin: by recorded lineage, through the programmes in between."""

from collections import defaultdict
from functools import cached_property

from programme.line import Line
from programme.models import DraftLineage, Lineage, Placement, Revision
from programme.texts import ProgrammeText


class Family:
    """All that the office has judged of what goes back to what, among the programmes shown on a day.

    With a draft among them: what it goes back to is judged as it will be recorded when it is sent.
    """

    def __init__(self, line: Line, draft: Revision | None = None):
        self.register, self.day, self.draft = line.register, line.day, draft
        self.errata = line.errata
        self.ancestry: dict[int, list[Lineage]] = defaultdict(list)
        self.descent: dict[int, list[Lineage]] = defaultdict(list)
        for one in self.register.lineages:
            ends = [part for part in (one.later, one.earlier) if part]
            if all(self.register.shows(part.revision.slug, self.day) for part in ends):
                self.ancestry[one.later_id].append(one)
                if one.earlier:
                    self.descent[one.earlier_id].append(one)
        drafted = DraftLineage.objects.filter(later__revision=draft).select_related("earlier__revision")
        for one in drafted.order_by("pk") if draft else ():
            self.ancestry[one.later_id].append(one)

    @cached_property
    def order(self) -> dict[str, tuple]:
        """Which programme is earlier than which: by what each replaces; an adjusted wording follows its own."""
        placements = self.register.placements

        def steps(slug: str | None) -> tuple:
            placement = placements.get(slug)
            if placement is None:
                return (0, 0)
            if placement.adjusts:
                return (steps(placement.adjusts.slug)[0], placement.entry.fact)
            return (steps(placement.replaces.slug if placement.replaces else None)[0] + 1, 0)

        return {slug: (*steps(slug), p.entry.fact) for slug, p in placements.items()}

    def ancestors(self, part: int) -> dict[int, Lineage]:
        """Every part that one goes back to, nearest first, with what says so."""
        return self.walk(part, self.ancestry, "earlier_id")

    def descendants(self, part: int) -> dict[int, Lineage]:
        return self.walk(part, self.descent, "later_id")

    @staticmethod
    def walk(part: int, steps: dict[int, list[Lineage]], end: str) -> dict[int, Lineage]:
        found, waiting = {}, [part]
        while waiting:
            for one in steps.get(waiting.pop(0), ()):
                reached = getattr(one, end)
                if reached is not None and reached != part and reached not in found:
                    found[reached] = one
                    waiting.append(reached)
        return found

    def kin(self, earlier: list[ProgrammeText], later: list[ProgrammeText]) -> set[tuple[str, str]]:
        """The pairs of kin among the texts of two programmes, by their keys: the later's and the earlier's.

        Those of which one goes back to the other; and where a text goes back past the earlier
        programme, those that go back to the same older text.
        """
        if not earlier:
            return set()
        old, pairs = {text.part.pk: text.part.key for text in earlier}, set()
        before = self.placed[earlier[0].part.revision_id].revision.slug
        for text in later:
            near = self.ancestors(text.part.pk).keys() & old.keys()
            if not near and (past := self.past(text.part.pk, before)):
                near = {pk for pk in old if past & self.ancestors(pk).keys()}
            pairs |= {(text.part.key, old[pk]) for pk in near}
        return pairs

    def past(self, part: int, earlier: str) -> set[int]:
        """The nearest texts that one goes back to among those that are older than a programme."""
        found, seen, waiting = set(), {part}, [part]
        while waiting:
            for one in self.ancestry.get(waiting.pop(), ()):
                if one.earlier is None or one.earlier_id in seen:
                    continue
                seen.add(one.earlier_id)
                if self.lies_between(one, earlier):
                    waiting.append(one.earlier_id)
                elif one.earlier.revision.slug != earlier:
                    found.add(one.earlier_id)
        return found

    def aside(self, earlier: int, later: int) -> set[int]:
        """What a programme came of that the later came of too, passing it by; nothing when it is in its line."""
        line = self.came_of(later)
        while more := {older for each in line for older in self.came_of(each)} - line:
            line |= more
        return set() if earlier in line else self.came_of(earlier) & line

    def came_of(self, revision: int) -> set[int]:
        """What a programme replaces or adjusts."""
        placement = self.placed.get(revision)
        return {placement.replaces_id, placement.adjusts_id} - {None} if placement else set()

    @cached_property
    def placed(self) -> dict[int, Placement | Revision]:
        """What is said of each programme as a whole: its placement; of a draft, itself."""
        draft = {self.draft.pk: self.draft} if self.draft else {}
        return draft | {placement.revision_id: placement for placement in self.register.placements.values()}

    def judged(self, part: int, earlier: str) -> bool:
        """Whether it is recorded what a part goes back to, as far back as a programme, or that it is new."""
        seen, waiting = set(), [part]
        while waiting:
            key = waiting.pop()
            said = self.ancestry.get(key, ())
            if not said:
                return False
            seen.add(key)
            waiting += [
                one.earlier_id
                for one in said
                if one.earlier and one.earlier_id not in seen and self.lies_between(one, earlier)
            ]
        return True

    def came_next(self, slug: str, placement: Placement) -> bool:
        """Whether a programme that is shown replaces or adjusts one."""
        came = self.register.placements[slug].revision_id in self.came_of(placement.revision_id)
        return came and self.register.shows(placement.revision.slug, self.day)

    def in_order(self, *slugs: str) -> list[str]:
        """Programmes, the earlier first."""
        return sorted(slugs, key=self.order.__getitem__)

    def next_to(self, slug: str) -> list[str]:
        """The programmes shown that one replaces or adjusts, or that do so to it."""
        one = self.register.placements[slug]
        return self.in_order(
            *(
                other
                for other, placement in self.register.placements.items()
                if self.register.shows(other, self.day)
                and (
                    self.came_next(slug, placement) or placement.revision_id in self.came_of(one.revision_id)
                )
            )
        )

    def lies_between(self, one: Lineage, earlier: str) -> bool:
        return self.order[one.earlier.revision.slug] > self.order[earlier]
