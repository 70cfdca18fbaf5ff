"""What differs between two drafts, or between a draft and the programme that it replaces: text by text, word by word."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from enum import StrEnum

from django.utils.translation import ngettext

from programme.draft_names import field_label, full_name, particular_words
from programme.drafting import PARTICULARS, Draft, Item, arranged
from programme.models import DraftLineage, Revision
from programme.models.structure import SINGLE, PartKind
from sodertorn.word_diff import word_diff
from sodertorn.words import listed, sentence_case


class Kind(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True)
class Difference:
    """One text that differs: its name, how, and its words, field by field, as sodertorn.word_diff gives them."""

    kind: Kind
    name: str
    fields: list[tuple[str, list[tuple[str, str]]]] = field(default_factory=list)
    moved: bool = False


def compare(before: Draft, after: Draft) -> list[Difference]:
    """All that differs, in the order in which it stands; what is gone stands where it stood."""
    before, after = before.kept, after.kept
    moved = moved_keys(before, after)
    both = [difference(before, after, item, item.key in moved) for item in after.items]
    gone = [difference(before, after, item, False) for item in before.items if item.key not in after.by_key]
    return [found for found in [*particulars(before, after), *both, *gone] if found]


def particulars(before: Draft, after: Draft) -> list[Difference]:
    found = []
    for name in PARTICULARS:
        old, new = (particular_words(name, draft.particulars[name]) for draft in (before, after))
        if old != new:
            found.append(Difference(Kind.CHANGED, field_label(name), [("", word_diff(old, new))]))
    return found


def difference(before: Draft, after: Draft, item: Item, moved: bool) -> Difference | None:
    old, new = before.item(item.key), after.item(item.key)
    name = sentence_case(full_name(after if new else before, item))
    changed = []
    for words in item.fields:
        was, now = (getattr(one, words) if one else "" for one in (old, new))
        if was != now:
            changed.append((field_label(words) if len(item.fields) > 1 else "", word_diff(was, now)))
    if new is None or (item.kind in SINGLE and new.blank and changed):
        return None if old.blank else Difference(Kind.REMOVED, name, changed)
    if old is None or (item.kind in SINGLE and old.blank and changed):
        return Difference(Kind.ADDED, name, changed)
    if changed:
        return Difference(Kind.CHANGED, name, changed, moved)
    return Difference(Kind.MOVED, name, moved=True) if moved else None


def moved_keys(before: Draft, after: Draft) -> set[str]:
    """The texts that belong to something else, or stand elsewhere among those that they stood among before."""
    shared = before.by_key.keys() & after.by_key.keys()
    moved = {key for key in shared if before.item(key).parent != after.item(key).parent}
    parents = {after.item(key).parent for key in shared}
    for parent in parents:
        old, new = (
            [i.key for i in draft.below(parent) if i.key in shared - moved] for draft in (before, after)
        )
        still = {
            old[n]
            for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
            for n in range(block.a, block.a + block.size)
        }
        moved |= set(old) - still
    return moved


def as_kin(before: Draft, after: Draft, kin: Mapping[str, str]) -> Draft:
    """An earlier programme with its texts named as those of the draft that go back to them (`kin`: later to earlier)."""
    names: dict[str, str] = {}
    for later, earlier in kin.items():
        names.setdefault(earlier, later)
    for item in before.items:
        if item.kind in SINGLE:
            names[item.key] = next(other.key for other in after.items if other.kind == item.kind)
        elif item.kind not in (PartKind.FOCUS_AREA, PartKind.GOAL):
            same = after.item(item.key)
            names.setdefault(item.key, item.key if same and same.kind == item.kind else f"before/{item.key}")
        else:
            names.setdefault(item.key, f"before/{item.key}")
    items = [replace(i, key=names[i.key], parent=names.get(i.parent, "")) for i in before.items]
    same = {
        "replaces": after.particulars["replaces"]
    }  # that it follows the other is no change in what it says
    return arranged(before.particulars | same, items)


def kin_of(revision: Revision, earlier: Revision) -> dict[str, str]:
    """Which text of the earlier programme each text of a draft goes back to; the first where there are several."""
    found: dict[str, str] = {}
    rows = DraftLineage.objects.filter(later__revision=revision, earlier__revision=earlier)
    for later, key in rows.order_by("pk").values_list("later__key", "earlier__key"):
        found.setdefault(later, key)
    return found


def summary(differences: list[Difference]) -> str:
    """`två texter är ändrade, en är ny och en är borttagen`, counted; nothing when nothing differs."""
    count = Counter(found.kind for found in differences)
    said = [
        ngettext("%d ändring", "%d ändringar", count[Kind.CHANGED]) % count[Kind.CHANGED],
        ngettext("%d ny text", "%d nya texter", count[Kind.ADDED]) % count[Kind.ADDED],
        ngettext("%d borttagen text", "%d borttagna texter", count[Kind.REMOVED]) % count[Kind.REMOVED],
        ngettext("%d flyttad text", "%d flyttade texter", count[Kind.MOVED]) % count[Kind.MOVED],
    ]
    return listed([words for words, kind in zip(said, KINDS, strict=True) if count[kind]])


KINDS = (Kind.CHANGED, Kind.ADDED, Kind.REMOVED, Kind.MOVED)
