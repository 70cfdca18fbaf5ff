"""The editor's page: a draft's boxes in their order, with what is missing, what could be better, and what met."""

from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programme.desk.crumbs import draft_crumbs
from programme.desk.draft_beginning import beginning, copied_from, why_not_the_copied
from programme.desk.draft_forms import DraftForm, is_full, written
from programme.desk.draft_meeting import Note
from programme.desk.draft_meeting import summary as met_summary
from programme.draft_comparison import with_programme
from programme.draft_hints import hints, missing
from programme.draft_merge import STRUCTURE
from programme.draft_names import choices, full_name, place_name
from programme.draft_words import field_name
from programme.drafting import Draft, Item, can_move
from programme.models import Revision, Saving
from programme.models.structure import SINGLE, PartKind
from sodertorn.register import Register
from sodertorn.words import moment, sentence_case

CHILD = {PartKind.FOCUS_AREA: PartKind.GOAL, PartKind.GOAL: PartKind.POINT}
LINES = ("period_first", "period_last", "horizon", "not_before", "term", "replaces")


@dataclass
class Editor:
    """How the editor stands open: what was typed, on which versions it rests, and what there is to say."""

    revision: Revision
    draft: Draft
    form: DraftForm
    base: int
    opened: int
    newest: Saving | None = None
    unsaved: bool = False
    focus: str = ""
    overtaken: str = ""
    notes: dict[tuple[str, str], Note] = field(default_factory=dict)

    @property
    def particulars_open(self) -> bool:
        """Whether something is to be read or filled in among the lines that are folded."""
        particulars = self.draft.particulars
        told = any(name in self.form.errors or ("", name) in self.notes for name in LINES)
        return (
            told
            or self.unsaved
            or not all(particulars[name] for name in ("period_first", "period_last", "term", "replaces"))
        )


def editor_page(editor: Editor) -> dict:
    revision, draft, register = editor.revision, editor.draft, Register()
    gaps = missing(draft, follows=bool(choices("replaces")))
    return {
        "title": str(revision),
        "section": "drafts",
        "crumbs": draft_crumbs(),
        "editor": editor,
        "saved": saved(editor.newest),
        "ways": ways(revision),
        "particulars": [particular(editor, name) for name in LINES],
        "title_box": particular(editor, "title"),
        "rows": [row(editor, item) for item in draft.below("") if item.kind != PartKind.ANNEX],
        "annexes": [row(editor, item) for item in draft.below("") if item.kind == PartKind.ANNEX],
        "beginning": beginning(revision, draft, register),
        "met": met_summary(draft, editor.notes),
        "order_note": editor.notes.get(("", STRUCTURE)),
        "missing": gaps,
        "missing_title": ngettext(
            "%d sak saknas innan utkastet kan sändas", "%d saker saknas innan utkastet kan sändas", len(gaps)
        )
        % len(gaps),
        "missing_short": ngettext("%d sak saknas", "%d saker saknas", len(gaps)) % len(gaps),
        "full": is_full(draft),
        "changes": against_replaced(revision, draft, register),
    }


def saved(newest: Saving | None) -> str:
    if newest is None:
        return _("Utkastet har inte sparats här ännu.")
    said = _("Version %(number)d, ”%(name)s”, sparad %(when)s av %(who)s")
    if not newest.name:
        said = _("Version %(number)d, sparad %(when)s av %(who)s")
    who = newest.by or _("någon utan konto")
    return said % {"number": newest.number, "name": newest.name, "when": moment(newest.at), "who": who}


def ways(revision: Revision) -> list[dict]:
    """From the editor to what else there is about the draft."""
    pages = {
        "desk:draft_versions": _("Versioner"),
        "desk:draft_compare": _("Jämför"),
        "desk:comments": _("Synpunkter"),
        "desk:lineage": _("Släktskap"),
        "desk:preview_links": _("Dela"),
        "desk:history": _("Historik"),
        "desk:draft_send": _("Sänd för antagande"),
    }
    return [{"name": name, "url": reverse(view, args=[revision.slug])} for view, name in pages.items()]


def particular(editor: Editor, name: str) -> dict:
    return box(editor, name, "", name, editor.form.fields[name].label)


def box(editor: Editor, name: str, key: str, words: str, label: str, found: tuple[str, ...] = ()) -> dict:
    """One box with all that is said beside it."""
    bound, note = editor.form[name], editor.notes.get((key, words))
    said = [
        f"{name}_{part}"
        for part, there in (("error", bound.errors), ("hints", found), ("note", note))
        if there
    ]
    attrs = {"aria-describedby": " ".join(said)} if said else {}
    if editor.focus == name:
        attrs["autofocus"] = True
    if key and editor.draft.gone(editor.draft.item(key)):
        attrs["readonly"] = True
    return {
        "name": name,
        "label": label,
        "control": bound.as_widget(attrs=attrs),
        "errors": bound.errors,
        "hints": found,
        "note": note,
    }


def row(editor: Editor, item: Item) -> dict:
    """One text with its boxes and buttons, and what belongs to it."""
    draft = editor.draft
    name, gone = full_name(draft, item), draft.gone(item)
    below = [row(editor, child) for child in draft.below(item.key)]
    return {
        "item": item,
        "written": written(item),
        "name": name,
        "short": sentence_case(place_name(draft, item)),
        "boxes": boxes(editor, item),
        "note": editor.notes.get((item.key, STRUCTURE)),
        "gone": gone,
        "back": f"back-{item.key}",
        "buttons": [] if gone or item.kind in SINGLE else buttons(draft, item),
        "rows": below,
        "add": "" if gone else CHILD.get(item.kind, ""),
    }


def buttons(draft: Draft, item: Item) -> list[dict]:
    """What can be done with a text."""
    acts = [
        ("up", _("Flytta upp"), can_move(draft, item, -1)),
        ("down", _("Flytta ner"), can_move(draft, item, 1)),
        ("remove", _("Ta bort"), True),
    ]
    return [
        {"do": f"{do}:{item.key}", "id": f"{do}-{item.key}", "text": text} for do, text, can in acts if can
    ]


def boxes(editor: Editor, item: Item) -> list[dict]:
    labels = {name: sentence_case(place_name(editor.draft, item)) for name in item.fields}
    if item.kind == PartKind.FOCUS_AREA:
        labels["network"] = _("Nätverk")
    elif len(item.fields) > 1:
        labels["heading"], labels["text"] = _("%s, rubrik") % labels["heading"], _("Text")
    found = tuple(hints(editor.draft, item)) if not editor.draft.gone(item) else ()
    return [
        box(editor, field_name(item, name), item.key, name, labels[name], found if name == "text" else ())
        for name in item.fields
    ]


def against_replaced(revision: Revision, draft: Draft, register: Register) -> dict | None:
    """What changed against the programme that the draft replaces, in short and text by text."""
    pk = draft.particulars["replaces"]
    placement = next((p for p in register.placements.values() if str(p.revision_id) == pk), None)
    if placement is None:
        return None
    found = with_programme(revision, draft, register, placement.revision.slug)
    source = copied_from(revision, register)
    return {
        "programme": placement.short_name,
        "why": why_not_the_copied(source, placement) if source and source != placement else "",
        "summary": found["summary"] if found["count"] else _("inget är ändrat"),
        "found": found,
        "url": reverse("desk:draft_compare", args=[revision.slug]),
    }
