"""The edit history of a whole draft: each saving, newest first, and field by field what it changed."""

from collections import defaultdict
from collections.abc import Callable
from datetime import datetime

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from programme.comments import beginning
from programme.desk.crumbs import draft_crumbs
from programme.desk.lineage import ancestor_words
from programme.draft_names import full_name, reason_words
from programme.draft_reading import read_draft
from programme.models import DraftLineage, Part, Revision, Saving
from programme.models.structure import SINGLE, PartKind
from sodertorn.history import ADDED_ROW, CHANGED_ROW, edits
from sodertorn.register import Register
from sodertorn.words import moment, sentence_case

PER_PAGE = 30
PLACE = {"revision", "key", "kind"}


@require_safe
def history(request, slug):
    """All savings of a draft, and what was changed outside of them."""
    draft = get_object_or_404(Revision, slug=slug)
    savings = draft.savings.order_by("-number").select_related("by")
    shown = Paginator(savings, PER_PAGE).get_page(request.GET.get("sida"))
    page = {
        "title": _("Historik"),
        "lede": _("Varje gång utkastet har sparats, det senaste först, och vad som då ändrades ord för ord."),
        "crumbs": draft_crumbs(draft),
        "section": "drafts",
        "events": events(draft, list(shown.object_list), shown),
        "shown": shown,
    }
    return render(request, "desk/draft_history.html", page)


def events(draft: Revision, savings: list[Saving], shown) -> list[dict]:
    """The savings of a page, and between them what was edited otherwise, newest first."""
    changed, name = defaultdict(list), namer(draft)
    for edit in edits_between(draft, name, *window(draft, savings, shown)):
        edit["name"] = heading(edit["row"].instance, name)
        changed[edit["date"]].append(edit)
    found = [event(draft, saving, changed.pop(saving.at, [])) for saving in savings]
    loose = defaultdict(list)
    for at, several in changed.items():
        for edit in several:
            loose[at.replace(microsecond=0), edit["who"]].append(edit)
    found += [loose_event(several) for several in loose.values()]
    return sorted(found, key=lambda one: one["at"], reverse=True)


def window(draft: Revision, savings: list[Saving], shown) -> tuple[datetime | None, datetime | None]:
    """The moments that a page of savings lies between: after the one before its first, up to its last.

    The first page also has what came after the newest saving, the last what came before the oldest.
    """
    before = None
    if shown.has_next():
        before = draft.savings.get(number=savings[-1].number - 1).at
    return before, savings[0].at if shown.has_previous() else None


def edits_between(
    draft: Revision, name: Callable, after: datetime | None, until: datetime | None
) -> list[dict]:
    """What was done to a draft, its texts, its lineage and its versions' names between two moments."""
    during = {"history_date__gt": after} if after else {}
    during |= {"history_date__lte": until} if until else {}
    parts = Part.history.filter(revision=draft.pk)
    own = draft.history.filter(**during).order_by("history_id")
    texts = parts.filter(**during).order_by("history_id")
    kin = DraftLineage.history.filter(later__in=parts.values("id"), **during).order_by("history_id")
    named = Saving.history.filter(revision=draft.pk, history_type=CHANGED_ROW, **during).order_by(
        "history_id"
    )
    return [
        *edits(own, name, leave_out={"slug", "kind"}),
        *edits(texts.filter(history_type=ADDED_ROW), name, leave_out=PLACE | {"position"}),
        *edits(texts.exclude(history_type=ADDED_ROW), name, leave_out=PLACE),
        *edits(kin, name),
        *edits(named, name),
    ]


def namer(draft: Revision) -> Callable:
    """What an object is called in the draft's history: a text by its kind and first words, an empty one by its number."""
    now, register = read_draft(draft), Register()
    numbers = {item.key: full_name(now, item) for item in now.items}

    def name(found) -> str:
        if not isinstance(found, Part):
            return str(found)
        if found.revision_id != draft.pk:
            return ancestor_words(register, found)
        kind, words = sentence_case(str(PartKind(found.kind).label)), beginning(found.heading or found.text)
        if words:
            return _("%(kind)s ”%(words)s”") % {"kind": kind, "words": words}
        if found.kind not in SINGLE and found.key in numbers:
            return _("%(kind)s utan text (nu %(number)s)") % {"kind": kind, "number": numbers[found.key]}
        return _("%s utan text") % kind

    return name


def heading(found, name: Callable) -> str:
    """What a draft's history says that an edit is about."""
    if isinstance(found, DraftLineage):
        return _("Släktskap")
    if isinstance(found, Saving):
        return _("Version %d") % found.number
    return _("Uppgifter om programmet") if isinstance(found, Revision) else name(found)


def event(draft: Revision, saving: Saving, changed: list[dict]) -> dict:
    """One saving, with the picture of the whole draft at it."""
    title = _("Version %d") % saving.number
    return {
        "at": saving.at,
        "title": _("%(title)s, ”%(name)s”") % {"title": title, "name": saving.name} if saving.name else title,
        "url": reverse("desk:draft_version", args=[draft.slug, saving.number]),
        "when": moment(saving.at),
        "who": str(saving.by or ""),
        "why": reason_words(saving.why),
        "edits": changed,
    }


def loose_event(changed: list[dict]) -> dict:
    """What was changed at a moment when the draft was not saved as a whole."""
    return {
        "at": changed[0]["date"],
        "title": _("Ändrat mellan två versioner"),
        "when": changed[0]["when"],
        "who": changed[0]["who"],
        "why": changed[0]["why"],
        "edits": changed,
    }
