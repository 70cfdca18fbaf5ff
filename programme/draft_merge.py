"""Two people at once: what one typed is laid beside what another saved meanwhile, field by field.

Three drafts: `base` as it was opened, `theirs` as it is saved now, `own` as it was typed.
What only they changed is taken from them; what only I changed stays; where both changed
the same thing mine stays in its box and theirs is shown beside it. Who edits a text wins
over who removes it. Nothing is decided by the program without being told.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum

from programme.drafting import WORDS, Draft, Item, arranged
from programme.models.structure import new_key

STRUCTURE = "structure"
"""The field of a remark that is about a text's place or presence, not its words."""


class Met(StrEnum):
    """How two edits met."""

    TAKEN = "taken"  # they changed it, I had not touched it: theirs is in the box
    CLASH = "clash"  # both changed it: mine is in the box, theirs beside
    ADDED = "added"  # they added the text
    REMOVED = "removed"  # they removed the text, I had not touched it
    KEPT = "kept"  # they removed it, but I changed it: it stays
    BROUGHT_BACK = "brought back"  # I removed it, but they changed it: it stays
    MOVED = "moved"  # they moved or reordered; theirs is followed
    ORDER_CLASH = "order clash"  # both reordered: my order stands


@dataclass(frozen=True)
class Remark:
    """One thing that met. `key` is empty for the particulars, and for the order of all."""

    key: str
    field: str
    met: Met
    theirs: str = ""
    base: str = ""


def merge(base: Draft, theirs: Draft, own: Draft, used: Collection[str] = ()) -> tuple[Draft, list[Remark]]:
    """What to show in the boxes, and what to say beside them. `used`: every key that a text has had."""
    remarks: list[Remark] = []
    typed = without_borrowed_keys(base, theirs, own, used)
    own = after_their_removals(base, theirs, typed, remarks)
    own = with_what_they_moved_out(base, theirs, typed, own, remarks)
    placed = in_order(base, theirs, typed, own, remarks)
    items = [words_of_both(base, theirs, item, remarks) for item in placed]
    return arranged(particulars_of_both(base, theirs, own, remarks), items), remarks


def clashes(base: Draft, theirs: Draft, own: Draft) -> list[Remark]:
    """Where mine is still another than what they wrote, while I go on editing: nothing is merged again."""
    pairs = [("", name, base.particulars, theirs.particulars, own.particulars) for name in own.particulars]
    for item in own.items:
        was, their = base.item(item.key), theirs.item(item.key)
        if was and their:
            pairs += [(item.key, name, vars(was), vars(their), vars(item)) for name in WORDS]
    return [
        Remark(key, name, Met.CLASH, their[name], was[name])
        for key, name, was, their, mine in pairs
        if their[name] not in (was[name], mine[name])
    ]


# Words


def box(mine: str, remark: Remark, remarks: list[Remark]) -> str:
    """The words for one box. `remark` says what they made of it, and of what."""
    if remark.theirs in (remark.base, mine):
        return mine
    if mine == remark.base:
        remarks.append(remark)
        return remark.theirs
    remarks.append(replace(remark, met=Met.CLASH))
    return mine


def particulars_of_both(base: Draft, theirs: Draft, own: Draft, remarks: list[Remark]) -> dict[str, str]:
    return {
        name: box(
            mine, Remark("", name, Met.TAKEN, theirs.particulars[name], base.particulars[name]), remarks
        )
        for name, mine in own.particulars.items()
    }


def words_of_both(base: Draft, theirs: Draft, mine: Item, remarks: list[Remark]) -> Item:
    was, their = base.item(mine.key), theirs.item(mine.key)
    if was is None or their is None:
        return mine
    words = {}
    for name in WORDS:
        remark = Remark(mine.key, name, Met.TAKEN, getattr(their, name), getattr(was, name))
        words[name] = box(getattr(mine, name), remark, remarks)
    return replace(mine, **words)


# Presence


def without_borrowed_keys(base: Draft, theirs: Draft, own: Draft, ever: Collection[str]) -> Draft:
    """Two that add at once give their new texts the same name: mine gets another, unless it is the same text."""
    names: dict[str, str] = {}
    for item in own.items:
        their = theirs.item(item.key)
        if item.key not in base.by_key and their and not same(item, their):
            used = {*ever, *base.by_key, *theirs.by_key, *own.by_key, *names.values()}
            names[item.key] = new_key(item.kind, used)
    items = [replace(i, key=names.get(i.key, i.key), parent=names.get(i.parent, i.parent)) for i in own.items]
    return Draft(own.particulars, tuple(items))


def same(one: Item, other: Item) -> bool:
    return (one.kind, one.parent) == (other.kind, other.parent) and all(
        getattr(one, name) == getattr(other, name) for name in WORDS
    )


def changed(was: Draft, now: Draft, key: str) -> bool:
    """Whether a text that is there now is new, moved to another place, or has other words."""
    before, after = was.item(key), now.item(key)
    return after is not None and not now.gone(after) and (before is None or not same(before, after))


def touched(was: Draft, now: Draft, key: str) -> bool:
    """Whether a text, or anything that belongs to it now, has changed."""
    return any(changed(was, now, found) for found in subtree(now, key))


def after_their_removals(base: Draft, theirs: Draft, own: Draft, remarks: list[Remark]) -> Draft:
    """Mine, with what either removed: an edit wins over a removal, and both are told."""
    for item in own.items:
        within = subtree(own, item.key) if item.removed and item.key in theirs.by_key else []
        if any(touched(base, theirs, key) for key in within):
            own = own.with_item(replace(item, removed=False))
            remarks.append(Remark(item.key, STRUCTURE, Met.BROUGHT_BACK))
    whole = own
    for item in whole.items:
        if item.key in base.by_key and item.key not in theirs.by_key and not whole.gone(item):
            stays = any(changed(base, whole, key) for key in subtree(whole, item.key))
            own = own if stays else own.with_item(replace(item, removed=True))
            remarks.append(Remark(item.key, STRUCTURE, Met.KEPT if stays else Met.REMOVED))
    return own


def with_what_they_moved_out(
    base: Draft, theirs: Draft, typed: Draft, own: Draft, remarks: list[Remark]
) -> Draft:
    """Mine, with what they moved out of a text that is removed where they put it, so that it does not go too."""
    lost = [
        item
        for item in own.items
        if gone_with_what_they_removed(theirs, own, item) and touched(base, theirs, item.key)
    ]
    for item in lost:
        own = own.with_item(their_place(theirs, item))
        met = Met.BROUGHT_BACK if typed.gone(typed.item(item.key)) else Met.MOVED
        remarks.append(Remark(item.key, STRUCTURE, met))
    return own


def gone_with_what_they_removed(theirs: Draft, own: Draft, item: Item) -> bool:
    """Whether a text that they have is gone only because it belongs to one that they have not."""
    removed = [found.key for found in (item, *above(own, item)) if found.removed]
    return item.key in theirs.by_key and bool(removed) and not theirs.by_key.keys() & set(removed)


def above(draft: Draft, item: Item) -> list[Item]:
    """All that a text belongs to, the nearest first."""
    parent = draft.item(item.parent)
    return [parent, *above(draft, parent)] if parent else []


def subtree(draft: Draft, key: str) -> list[str]:
    return [key, *(found for item in draft.below(key) for found in subtree(draft, item.key))]


# Order


def in_order(base: Draft, theirs: Draft, typed: Draft, own: Draft, remarks: list[Remark]) -> list[Item]:
    """All texts, ordered as the one who moved something left them; as mine when both did.

    `typed` is mine as I left it; in `own` some stand where they put them, whatever order is followed.
    """
    shared = base.by_key.keys() & theirs.by_key.keys() & own.by_key.keys()
    moved_out = {item.key for item in own.items if item.parent != typed.item(item.key).parent}

    def order(draft):
        return [(item.key, item.parent) for item in draft.items if item.key in shared]

    moved = order(theirs) not in (order(base), order(typed))
    follow = moved and order(typed) == order(base)
    if moved:
        remarks.append(Remark("", STRUCTURE, Met.MOVED if follow else Met.ORDER_CLASH))
    items = [item for item in own.items if item.key not in moved_out]
    if follow:
        place = {item.key: number for number, item in enumerate(theirs.items)}
        items = woven(
            sorted(
                (their_place(theirs, item) for item in items if item.key in place),
                key=lambda item: place[item.key],
            ),
            [item for item in items if item.key not in place],
            own,
        )
    added = [item for item in theirs.items if item.key not in own.by_key]
    remarks += [Remark(item.key, STRUCTURE, Met.ADDED) for item in added]
    more = [own.item(i.key) or i for i in theirs.items if i in added or i.key in moved_out]
    return woven(items, more, theirs)


def their_place(theirs: Draft, item: Item) -> Item:
    their = theirs.item(item.key)
    return replace(item, parent=their.parent) if their else item


def woven(items: list[Item], more: list[Item], source: Draft) -> list[Item]:
    """The texts with some more among them, each after the one that it follows in its own draft."""
    items = list(items)
    for item in more:
        sisters = [other.key for other in source.below(item.parent) if other.kind == item.kind]
        before = set(sisters[: sisters.index(item.key)])
        places = [n for n, other in enumerate(items) if other.key in before and other.parent == item.parent]
        items.insert(places[-1] + 1 if places else 0, item)
    return items
