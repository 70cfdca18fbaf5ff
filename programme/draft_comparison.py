"""A draft compared: with an earlier version of itself, or with a programme in the register (see programme.comparison)."""

from collections import defaultdict
from collections.abc import Collection

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programme.comparison import Comparison, Side, by_lineage, public_side
from programme.comparison_page import body
from programme.comparison_rows import Frame
from programme.comparison_sentences import sentences
from programme.draft_names import field_label, particular_words
from programme.draft_reading import particulars_of
from programme.drafting import PARTICULARS, Draft
from programme.family import Family
from programme.line import Line
from programme.matching import State
from programme.models import Part, Revision
from programme.models.structure import PartKind
from programme.texts import ProgrammeText, flat
from sodertorn.register import Register
from sodertorn.word_diff import word_diff

STANDING = (PartKind.SECTION, PartKind.FOCUS_AREA, PartKind.GOAL)
"""Those that somebody has put in their place: a vision has its place in every draft, and a point is its words."""


def with_version(revision: Revision, before: Draft, after: Draft) -> dict:
    """Two versions of a draft: a text is the same as long as it stands there, whatever its words, or none."""
    written = {item.key for draft in (before, after) for item in draft.kept.items if not item.blank}
    old, new = (draft_side(revision, draft, written) for draft in (before, after))
    keys = [{text.part.key for text in flat(side.texts)} for side in (old, new)]
    comparison = Comparison(old, new, {(key, key) for key in keys[0] & keys[1]}, judged=None)
    return changes(comparison, before.particulars, after.particulars)


def with_programme(revision: Revision, draft: Draft, register: Register, slug: str) -> dict:
    """A draft and a programme, matched by the draft's lineage, as they will be when it is sent."""
    family = Family(Line(register, timezone.localdate()), revision)
    comparison = by_lineage(family, public_side(register, slug), draft_side(revision, draft))
    stated = particulars_of(register.placements[slug])
    same = {
        "replaces": draft.particulars["replaces"]
    }  # that it follows the other is no change in what it says
    return changes(comparison, stated | same, draft.particulars)


def draft_side(revision: Revision, draft: Draft, written: Collection[str] = ()) -> Side:
    """A draft as a programme is read. A text in which nothing is written, nor below it, is not there.

    `written`: the sections, areas and goals among those, which have words in another version, stand here without.
    """
    keys = dict(revision.parts.values_list("key", "pk"))
    below = defaultdict(list)
    for item in reversed(draft.kept.items):  # what belongs to a text stands after it
        stands = item.key in written and item.kind in STANDING
        if item.blank and not stands and not below[item.key]:
            continue
        words = {name: getattr(item, name) for name in ("heading", "text", "network")}
        part = Part(pk=keys.get(item.key), revision=revision, key=item.key, kind=item.kind, **words)
        below[item.parent].insert(0, ProgrammeText(part, part, children=below[item.key]))
    return Side(revision.pk, revision.slug, below[""], whole=True)


def changes(comparison: Comparison, before: dict[str, str], after: dict[str, str]) -> dict:
    """What differs, in one column and in short; `count` is how many rows and areas there are of it."""
    stated = [particular(name, before[name], after[name]) for name in PARTICULARS]
    found = body(Frame(comparison, one_column=True, address=lambda side, goal: "", changes_only=True))
    texts = [*filter(None, stated), *found["texts"]]
    areas = [area for area in found["areas"] if area["differs"]]
    count = len(texts) + len(areas) + sum(len(area["rows"]) for area in found["areas"])
    return found | {
        "texts": texts,
        "count": count,
        "summary": ngettext("%d skillnad", "%d skillnader", count) % count,
        "sentences": sentences(comparison) if count else [_("Ingenting skiljer.")],
    }


def particular(name: str, before: str, after: str) -> dict | None:
    """A particular that reads otherwise, as a row."""
    old, new = (particular_words(name, value) for value in (before, after))
    if old == new:
        return None
    text = {"pieces": word_diff(old, new)}
    return {
        "heading": field_label(name),
        "state": State.CHANGED,
        "label": _("Ändrat"),
        "cells": [{"side": "joined", "texts": [text]}],
    }
