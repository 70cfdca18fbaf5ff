"""What is missing before a draft can be sent, and hints about its words. Hints are kind: nothing is refused for them."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from programme.draft_names import full_name
from programme.draft_words import field_name
from programme.drafting import Draft, Item
from programme.models.structure import PartKind
from sodertorn.words import sentence_case

TWICE = re.compile(r"\b(\w+)\s+\1\b", re.IGNORECASE)
EASY = {  # characters: what is longer is harder to remember
    PartKind.VISION: 200,
    PartKind.OVERALL_GOAL: 300,
    PartKind.FOCUS_AREA: 60,
    PartKind.GOAL: 300,
    PartKind.POINT: 300,
}


@dataclass(frozen=True)
class Missing:
    """Something that must be there before the draft is sent, and the field where it is written."""

    field: str
    text: str


def missing(draft: Draft, *, follows: bool) -> list[Missing]:
    """All that is missing. `follows`: there are programmes that it could replace."""
    draft = draft.kept
    return [
        *missing_particulars(draft, follows),
        *(fault for item in draft.items for fault in missing_words(draft, item)),
        *missing_structure(draft),
    ]


def missing_particulars(draft: Draft, follows: bool) -> list[Missing]:
    half = draft.particulars["period_first"].strip() or draft.particulars["period_last"].strip()
    needed = {
        "title": _("Titeln saknas."),
        "period_first": _("Periodens första år saknas.") if half else _("Perioden saknas."),
        "period_last": _("Periodens sista år saknas.") if half else "",
        "term": _("Mandatperioden är inte vald."),
        "replaces": _("Det är inte valt vilket program det ersätter.") if follows else "",
    }
    return [
        Missing(name, text) for name, text in needed.items() if text and not draft.particulars[name].strip()
    ]


def missing_words(draft: Draft, item: Item) -> list[Missing]:
    name, found = sentence_case(full_name(draft, item)), []
    if item.kind == PartKind.SECTION and not item.heading.strip():
        found.append(Missing(field_name(item, "heading"), _("%s saknar rubrik.") % name))
    if item.text.strip() or (item.kind == PartKind.ANNEX and not item.blank):
        return found
    alone = {
        PartKind.VISION: _("Visionen saknas."),
        PartKind.OVERALL_GOAL: _("Det övergripande målet saknas."),
        PartKind.PURPOSE: _("Syftet saknas."),
    }
    empty = _("%s har inget namn.") if item.kind == PartKind.FOCUS_AREA else _("%s saknar text.")
    return [*found, Missing(field_name(item, "text"), alone.get(item.kind) or empty % name)]


def missing_structure(draft: Draft) -> list[Missing]:
    areas = [item for item in draft.items if item.kind == PartKind.FOCUS_AREA]
    if not areas:
        return [Missing("add-focus_area", _("Minst ett fokusområde behövs."))]
    return [
        Missing(f"add-goal-{area.key}", _("%s har inget mål.") % sentence_case(full_name(draft, area)))
        for area in areas
        if not draft.below(area.key)
    ]


def hints(draft: Draft, item: Item) -> list[str]:
    """What could be better in one text."""
    found = []
    text, easy = item.text.strip(), EASY.get(item.kind)
    if easy and len(text) > easy:
        found.append(
            _("%(length)d tecken. Det som är kortare än %(easy)d är lättare att minnas.")
            % {"length": len(text), "easy": easy}
        )
    if twice := TWICE.search(text):
        found.append(_("”%s” står två gånger i rad.") % twice.group())
    before = previous(draft, item)
    if before and first_word(text) and first_word(text) == first_word(before.text):
        found.append(_("Börjar med samma ord som texten före: ”%s”.") % first_word(text).capitalize())
    return found


def previous(draft: Draft, item: Item) -> Item | None:
    """The goal or point before this one."""
    siblings = draft.siblings(item)
    place = siblings.index(item) if item in siblings else 0
    return siblings[place - 1] if place and item.kind in (PartKind.GOAL, PartKind.POINT) else None


def first_word(text: str) -> str:
    word = re.match(r"\W*(\w+)", text)
    return word.group(1).lower() if word else ""
