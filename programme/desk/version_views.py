"""The versions of a draft: a list, a picture of each, what differs between two; taken up again, never overwritten."""

from functools import partial

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from programme.desk.crumbs import draft_crumbs
from programme.desk.draft_forms import NameForm, read_number
from programme.draft_comparison import with_programme, with_version
from programme.draft_names import facts, full_name, reason_words
from programme.draft_reading import newest_saving, read_draft, read_saving
from programme.draft_services import Overtaken, name_version, take_up
from programme.drafting import Draft, Item
from programme.models import Revision, Saving
from sodertorn.desk.acts import put_beside_fields
from sodertorn.desk.once import Answer, answer_once, once
from sodertorn.register import Register
from sodertorn.words import moment, sentence_case

NOW, REPLACED = "nu", "ersatt"
"""In the address of a comparison: the draft as it is saved now, and the programme that it replaces."""


def saving_name(saving: Saving) -> str:
    name = _("Version %d") % saving.number
    return f"{name}, ”{saving.name}”" if saving.name else name


def draft_versions(request, slug):
    """All versions of a draft, newest first; each can be named."""
    revision = get_object_or_404(Revision, slug=slug)
    savings = list(revision.savings.select_related("by").order_by("-number"))
    wrong = None
    if request.method == "POST":
        saving = get_object_or_404(revision.savings, number=read_number(request.POST, "number"))
        form = NameForm(request.POST, number=saving.number)
        try:
            name_version(saving=saving, name=request.POST.get("name", ""), by=request.user)
        except ValidationError as refused:
            put_beside_fields(form, refused)
            wrong = form
        else:
            messages.success(request, _("Namnet är sparat."))
            return redirect(f"{request.path}#version-{saving.number}")
    page = {
        "title": _("Versioner"),
        "section": "drafts",
        "crumbs": draft_crumbs(revision),
        "rows": [version_row(revision, saving, wrong) for saving in savings],
        "wrong": wrong,
        "locked": not revision.is_draft,
    }
    return render(request, "desk/draft_versions.html", page)


def version_row(revision: Revision, saving: Saving, wrong: NameForm | None) -> dict:
    form = NameForm({"name": saving.name}, number=saving.number)
    return {
        "saving": saving,
        "name": saving_name(saving),
        "when": moment(saving.at),
        "why": reason_words(saving.why),
        "url": reverse("desk:draft_version", args=[revision.slug, saving.number]),
        "compare_url": compare_url(revision, saving.number - 1, saving.number) if saving.number > 1 else "",
        "form": wrong if wrong and wrong.number == saving.number else form,
    }


def compare_url(revision: Revision, first, last) -> str:
    return f"{reverse('desk:draft_compare', args=[revision.slug])}?fran={first}&till={last}"


@once
def draft_version(request, slug, number):
    """A picture of the whole draft as it was at a save; a POST goes on from it, as a new version."""
    revision = get_object_or_404(Revision, slug=slug)
    saving = get_object_or_404(revision.savings.select_related("by"), number=number)
    newest, refusal = newest_saving(revision), ""
    if request.method == "POST":
        try:
            return answer_once(request, partial(gone_on_from, request, saving))
        except Overtaken as first:
            refusal = _(
                "Någon har sparat version %d sedan du öppnade sidan. Titta på den innan du går vidare från den här."
            )
            refusal %= first.savings[-1].number
        except ValidationError as wrong:
            refusal = " ".join(wrong.messages)
    draft = read_saving(revision, number)
    page = {
        "title": saving_name(saving),
        "section": "drafts",
        "crumbs": [*draft_crumbs(revision), (_("Versioner"), reverse("desk:draft_versions", args=[slug]))],
        "lede": _("Så här löd utkastet %(when)s, sparat av %(who)s.")
        % {"when": moment(saving.at), "who": saving.by or _("någon utan konto")},
        "saving": saving,
        "picture": picture(draft),
        "refusal": refusal,
        "newest": newest,
        "is_newest": newest.number == number,
        "locked": not revision.is_draft,
        "now_url": compare_url(revision, number, NOW),
    }
    return render(request, "desk/draft_version.html", page, status=409 if refusal else 200)


def gone_on_from(request, saving: Saving) -> Answer:
    made = take_up(saving=saving, base=read_number(request.POST, "base"), by=request.user)
    words = _("Du går vidare från version %(old)d, som nu också är version %(new)d.")
    url = reverse("desk:draft", args=[saving.revision.slug])
    return Answer(url, words % {"old": saving.number, "new": made.number})


def picture(draft: Draft) -> dict:
    """A whole draft for reading."""
    return {
        "title": draft.particulars["title"],
        "facts": facts(draft),
        "texts": [text(draft, item) for item in draft.below("") if not item.blank],
    }


def text(draft: Draft, item: Item) -> dict:
    return {
        "label": sentence_case(full_name(draft, item)),
        "item": item,
        "texts": [text(draft, child) for child in draft.below(item.key)],
    }


def draft_compare(request, slug):
    """What differs between two versions, or between a programme in the register and a version."""
    revision = get_object_or_404(Revision, slug=slug)
    savings = list(revision.savings.order_by("-number"))
    register = Register()
    replaced = register.placements.get(revision.replaces.slug) if revision.replaces else None
    public = {f"program:{slug}": placement for slug, placement in register.placements.items()}
    public = {REPLACED: replaced} | public if replaced else public
    sides = [(NOW, _("Utkastet nu")), *((str(s.number), saving_name(s)) for s in savings)]
    shown = {
        placement.pk: (value, sentence_case(placement.short_name))
        for value, placement in reversed(public.items())
    }
    sources = [*reversed(shown.values()), *sides]
    start = REPLACED if replaced else sources[-1][0]
    first, last = request.GET.get("fran") or start, request.GET.get("till") or NOW
    if first not in dict(sources) or last not in dict(sides):
        raise Http404(_("Utkastet har ingen sådan version."))
    after = side(revision, last)
    found = (
        with_programme(revision, after, register, public[first].revision.slug)
        if first in public
        else with_version(revision, side(revision, first), after)
    )
    page = {
        "title": _("Jämför"),
        "section": "drafts",
        "crumbs": draft_crumbs(revision),
        "summary": found["sentences"][0],
        "more": found["sentences"][1:],
        "sources": [{"value": v, "name": n, "chosen": v == first} for v, n in sources],
        "targets": [{"value": v, "name": n, "chosen": v == last} for v, n in sides],
        "found": found,
    }
    return render(request, "desk/draft_compare.html", page)


def side(revision: Revision, which: str) -> Draft:
    return read_draft(revision) if which == NOW else read_saving(revision, int(which))
