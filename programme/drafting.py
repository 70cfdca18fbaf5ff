"""A draft as a value: its particulars and its texts in order, and what can be done with them before they are saved.

Everything is words as a form has them ("" is nothing), so that what somebody typed, what
is stored and what was stored earlier can be laid side by side. Nothing here touches the
database; programme.draft_services does.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from programme.models.structure import PARENT, SINGLE, PartKind, new_key

PARTICULARS = ("title", "period_first", "period_last", "horizon", "not_before", "term", "replaces")
WORDS = ("heading", "text", "network")
ORDER = list(PartKind)
KEY = re.compile(r"[a-z0-9][a-z0-9/-]{0,59}")
MOST_ITEMS = 300
FIELDS = {  # which words each kind of text has; all others have `text` alone
    PartKind.SECTION: ("heading", "text"),
    PartKind.ANNEX: ("heading", "text"),
    PartKind.FOCUS_AREA: ("text", "network"),
}


@dataclass(frozen=True)
class Item:
    """One text in its place. `removed`: taken away, but not saved yet, so that it can be put back."""

    key: str
    kind: str
    parent: str = ""
    heading: str = ""
    text: str = ""
    network: str = ""
    removed: bool = False

    @property
    def fields(self) -> tuple[str, ...]:
        return FIELDS.get(self.kind, ("text",))

    @property
    def blank(self) -> bool:
        return not any(getattr(self, name).strip() for name in WORDS)


@dataclass(frozen=True)
class Draft:
    """A draft's particulars, and its texts in the order in which they stand: each followed by what belongs to it."""

    particulars: dict[str, str]
    items: tuple[Item, ...]

    @cached_property
    def by_key(self) -> dict[str, Item]:
        return {item.key: item for item in self.items}

    def item(self, key: str) -> Item | None:
        return self.by_key.get(key)

    def below(self, key: str) -> list[Item]:
        """What belongs directly to a text, or with an empty key to the programme."""
        return [item for item in self.items if item.parent == key]

    def gone(self, item: Item | None) -> bool:
        """Whether a text is removed, itself or with what it belongs to."""
        return item is not None and (item.removed or self.gone(self.item(item.parent)))

    def siblings(self, item: Item) -> list[Item]:
        """The texts that an item is ordered among, itself with them; not those that are removed."""
        return [
            other for other in self.below(item.parent) if other.kind == item.kind and not self.gone(other)
        ]

    @property
    def kept(self) -> "Draft":
        """The draft as it will be saved."""
        return replace(self, items=tuple(item for item in self.items if not self.gone(item)))

    def with_item(self, changed: Item) -> "Draft":
        return replace(self, items=tuple(changed if i.key == changed.key else i for i in self.items))


def arranged(particulars: dict[str, str], items: Iterable[Item]) -> Draft:
    """A draft with its texts in their order, and a place for each of those that a programme has one of."""
    items = list(items)
    kinds, keys = {item.kind for item in items}, {item.key for item in items}
    items += [Item(new_key(kind, keys), kind) for kind in SINGLE if kind not in kinds]
    under = defaultdict(list)
    for item in items:
        under[item.parent].append(item)

    def branch(parent):
        for item in sorted(under[parent], key=lambda item: ORDER.index(item.kind)):
            yield item
            yield from branch(item.key)

    return Draft(particulars, tuple(branch("")))


# What a person does to the structure


def add(draft: Draft, kind: str, parent: str, used: Iterable[str]) -> tuple[Draft, str]:
    """A new empty text, last among its siblings, and its key."""
    key = new_key(kind, {*used, *draft.by_key})
    return arranged(draft.particulars, [*draft.items, Item(key, kind, parent)]), key


def remove(draft: Draft, key: str) -> Draft:
    return draft.with_item(replace(draft.item(key), removed=True))


def put_back(draft: Draft, key: str) -> Draft:
    return draft.with_item(replace(draft.item(key), removed=False))


def move(draft: Draft, key: str, step: int) -> Draft:
    """The text one place up (-1) or down (1); from the edge of what it belongs to into the next such thing."""
    item = draft.item(key)
    siblings = draft.siblings(item)
    place = siblings.index(item) + step
    others = [other for other in draft.items if other.key != key]
    if 0 <= place < len(siblings):
        index = others.index(siblings[place]) + (step > 0)
        return arranged(draft.particulars, [*others[:index], item, *others[index:]])
    beside = beside_parent(draft, item, step)
    if beside is None:
        return draft
    moved = replace(item, parent=beside.key)
    return arranged(draft.particulars, [*others, moved] if step < 0 else [moved, *others])


def beside_parent(draft: Draft, item: Item, step: int) -> Item | None:
    """What a text belongs to instead when it moves over the edge: the focus area, or goal, before or after its own."""
    if item.kind not in PARENT:
        return None
    above = [i for i in draft.items if i.kind == PARENT[item.kind] and not draft.gone(i)]
    place = above.index(draft.item(item.parent)) + step
    return above[place] if 0 <= place < len(above) else None


def can_move(draft: Draft, item: Item, step: int) -> bool:
    siblings = draft.siblings(item)
    return 0 <= siblings.index(item) + step < len(siblings) or beside_parent(draft, item, step) is not None


# What a text is called


def ordinal(draft: Draft, item: Item) -> int:
    """Which of its siblings a text is, counted from one; a goal, which of the programme's, as everywhere else.

    A removed one is counted as if it stood there.
    """
    among = draft.items if item.kind == PartKind.GOAL else draft.below(item.parent)
    before = among[: among.index(item)]
    return 1 + sum(1 for other in before if other.kind == item.kind and not draft.gone(other))
