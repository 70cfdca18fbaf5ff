"""The drafts, a new one, and the editor in which a whole draft is edited on one page."""

from dataclasses import replace
from functools import partial

from django.core.exceptions import BadRequest, ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from programme.desk.crumbs import draft_crumbs
from programme.desk.draft_forms import DraftForm, StartForm, is_full, read_form, read_number
from programme.desk.draft_meeting import notes, overtaken_sentence
from programme.desk.draft_page import Editor, editor_page
from programme.desk.sent import sent_programmes
from programme.draft_merge import clashes, merge
from programme.draft_reading import newest_saving, read_draft, read_saving, used_keys
from programme.draft_services import Overtaken, save_draft, start_draft
from programme.draft_words import field_name
from programme.drafting import Draft, Item, add, can_move, move, put_back, remove
from programme.models import Revision
from programme.models.structure import PARENT, PartKind
from sodertorn.desk.acts import put_beside_fields
from sodertorn.desk.front import drafts as all_drafts
from sodertorn.desk.once import Answer, answer_once, once
from sodertorn.register import Register

ADDABLE = (PartKind.SECTION, PartKind.FOCUS_AREA, PartKind.GOAL, PartKind.POINT)


def drafts(request):
    """All drafts, with when and by whom each was saved last."""
    sent = sent_programmes(Register())
    page = {"title": _("Utkast"), "section": "drafts", "drafts": all_drafts(), "sent": sent}
    return render(request, "desk/drafts.html", page)


@once
def draft_new(request):
    """Begin a draft: empty, or from a programme in the register."""
    begun = {"source": request.GET.get("fran", "")}
    form = StartForm(request.POST or None, initial=begun)
    if request.method == "POST" and form.is_valid():
        try:
            return answer_once(request, partial(begun_by, request.user, form.cleaned_data))
        except ValidationError as wrong:
            put_beside_fields(form, wrong)
    page = {"title": _("Nytt utkast"), "section": "drafts", "crumbs": draft_crumbs(), "form": form}
    return render(request, "desk/draft_new.html", page)


def begun_by(user, typed: dict) -> Answer:
    stated = {"title": typed["title"], "slug": typed["slug"], "from_revision": typed["source"]}
    revision = start_draft(by=user, **stated)
    return Answer(reverse("desk:draft", args=[revision.slug]), _("Utkastet är påbörjat."))


@once
def draft(request, slug):
    """The editor. What is sent is no draft any more: its public page says how it stands."""
    revision = get_object_or_404(Revision, slug=slug)
    if request.method == "POST":
        return draft_typed(request, revision)
    if not revision.is_draft:
        return redirect("programme:revision", slug)
    stored, newest = read_draft(revision), newest_saving(revision)
    base = newest.number if newest else 0
    return shown(request, Editor(revision, stored, DraftForm(stored), base, base, newest))


def shown(request, editor: Editor, status: int = 200):
    return render(request, "desk/draft.html", editor_page(editor), status=status)


def draft_typed(request, revision: Revision):
    """What was typed is saved, or changed and shown again with nothing lost."""
    typed = request.POST
    own, base, opened = read_form(typed), read_number(typed, "base"), read_number(typed, "opened")
    newest, why, name = newest_saving(revision), typed.get("why", ""), typed.get("name", "")
    if not is_there(revision, {base, opened}):
        raise BadRequest("no such version")
    form = DraftForm(own, why, name)
    editor = Editor(revision, own, form, base, opened, newest, unsaved=True)
    do = typed.get("do", "save")
    if do != "save":
        editor.draft, editor.focus = changed(editor, do)
        editor.form = DraftForm(editor.draft, why, name)
        return shown(request, remembering(editor))
    try:
        stated = {"draft": own, "base": base, "by": request.user, "why": why, "name": name}
        return answer_once(request, partial(saved, revision, newest, stated))
    except Overtaken as first:
        return shown(request, met(editor, first, why, name), status=409)
    except ValidationError as wrong:
        put_beside_fields(form, wrong)
        return shown(request, remembering(editor))


def saved(revision: Revision, before, stated: dict) -> Answer:
    save_draft(revision=revision, **stated)
    address, words = reverse("desk:draft", args=[revision.slug]), told(before, newest_saving(revision))
    return Answer(address, words, overtakes=True)


def is_there(revision: Revision, numbers: set[int]) -> bool:
    """Whether the draft has versions with the numbers; 0 is before the first."""
    numbers = numbers - {0}
    return revision.savings.filter(number__in=numbers).count() == len(numbers)


def told(before, now) -> str:
    if now is None or (before and before.number == now.number and before.name == now.name):
        return _("Ingenting var ändrat, så ingen ny version sparades.")
    if before and before.number == now.number:
        return _("Version %(number)d heter nu ”%(name)s”.") % {"number": now.number, "name": now.name}
    return _("Version %d är sparad.") % now.number


def met(editor: Editor, first: Overtaken, why: str, name: str) -> Editor:
    """Somebody else saved first: theirs is laid beside mine, and the next save decides."""
    base, now = read_saving(editor.revision, editor.base), read_draft(editor.revision)
    editor.draft, remarks = merge(base, now, editor.draft, used_keys(editor.revision))
    if editor.opened != editor.base:  # what met before, and is not decided yet
        remarks += clashes(read_saving(editor.revision, editor.opened), now, editor.draft)
    editor.form = DraftForm(editor.draft, why, name)
    editor.newest = first.savings[-1]
    editor.base, editor.notes = editor.newest.number, notes(remarks, first.savings)
    editor.overtaken = overtaken_sentence(first.savings)
    return editor


def remembering(editor: Editor) -> Editor:
    """What met earlier is still said while one goes on editing."""
    if editor.opened != editor.base:
        between = editor.revision.savings.filter(
            number__gt=editor.opened, number__lte=editor.base
        ).select_related("by")
        remarks = clashes(
            read_saving(editor.revision, editor.opened),
            read_saving(editor.revision, editor.base),
            editor.draft,
        )
        editor.notes = notes(remarks, list(between))
    return editor


def changed(editor: Editor, do: str) -> tuple[Draft, str]:
    """The draft with one thing done to its structure, and what should have the focus then."""
    verb, _colon, what = do.partition(":")
    if verb == "show":
        return editor.draft, ""
    if verb == "add":
        return added(editor, *what.partition(":")[::2])
    if verb == "theirs":
        return with_theirs(editor, what), what
    item = editor.draft.item(what)
    if item is None or verb not in ("up", "down", "remove", "back"):
        raise BadRequest("nothing that can be done")
    if verb == "remove":
        return remove(editor.draft, what), f"back-{what}"
    if verb == "back":
        return put_back(editor.draft, what), first_box(item)
    if editor.draft.gone(item):
        raise BadRequest("what is removed does not move")
    step = -1 if verb == "up" else 1
    moved = move(editor.draft, what, step)
    again = can_move(moved, moved.item(what), step)
    return moved, f"{verb if again else {'up': 'down', 'down': 'up'}[verb]}-{what}"


def with_theirs(editor: Editor, field: str) -> Draft:
    """The draft with what somebody else saved in one box, in place of what was typed."""
    theirs, own = read_saving(editor.revision, editor.base), editor.draft
    if field in own.particulars:
        return replace(own, particulars=own.particulars | {field: theirs.particulars[field]})
    for item in own.items:
        for name in item.fields:
            if field_name(item, name) == field and theirs.item(item.key):
                return own.with_item(replace(item, **{name: getattr(theirs.item(item.key), name)}))
    raise BadRequest("no such box")


def added(editor: Editor, kind: str, parent: str) -> tuple[Draft, str]:
    above = editor.draft.item(parent)
    if kind not in ADDABLE or (above.kind if above else None) != PARENT.get(kind):
        raise BadRequest("no such text to add")
    if is_full(editor.draft):
        return editor.draft, ""
    draft, key = add(editor.draft, kind, parent, used_keys(editor.revision))
    return draft, first_box(draft.item(key))


def first_box(item: Item) -> str:
    """Where one begins to write a text."""
    return field_name(item, item.fields[0])
