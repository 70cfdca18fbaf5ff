"""The links that share a draft: who has one, until when, how often it was opened; a new one, and the end of one."""

from functools import partial

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from programme.desk.comments import number_of
from programme.desk.crumbs import draft_crumbs
from programme.models import PreviewLink, Revision
from programme.preview_services import USUAL, end_link, share_draft
from sodertorn.desk.acts import put_beside_fields
from sodertorn.desk.fields import DayField, DeskForm, PlainField
from sodertorn.desk.once import Answer, answer_once, once
from sodertorn.users import User
from sodertorn.words import moment, number, the_day


def in_three_weeks():
    return localdate() + USUAL


class ShareForm(DeskForm):
    recipient = PlainField(
        limit=PreviewLink._meta.get_field("recipient").max_length,
        label=gettext_lazy("Till vem"),
        help_text=gettext_lazy("Organet eller rollen, till exempel ledningsgruppen."),
    )
    until = DayField(
        label=gettext_lazy("Till och med"),
        help_text=gettext_lazy("Länken visar utkastet hela den dagen. Högst ett år."),
        initial=in_three_weeks,
    )


@once
def preview_links(request, slug):
    """The links of a draft; posted with a link's number it ends that one, otherwise it makes another."""
    draft = get_object_or_404(Revision, slug=slug)
    if "end" in request.POST:
        return end(request, draft)
    form = ShareForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return answer_once(request, partial(shared, request, draft, form.cleaned_data))
        except ValidationError as wrong:
            put_beside_fields(form, wrong)
    return render(request, "desk/preview_links.html", links_page(request, draft, form))


def shared(request, draft: Revision, typed: dict) -> Answer:
    link = share_draft(revision=draft, by=request.user, **typed)
    words = _("Länken till %s är klar. Kopiera adressen och skicka den.") % link.recipient
    return Answer(request.path, words)


def end(request, draft: Revision):
    link = get_object_or_404(draft.preview_links, pk=number_of(request.POST["end"]))
    end_link(link=link, by=request.user)
    messages.success(request, _("Länken till %s är avslutad och visar ingenting mer.") % link.recipient)
    return redirect(request.path)


def links_page(request, draft: Revision, form: ShareForm) -> dict:
    is_draft = draft.is_draft
    ended_by = who_ended(draft)
    links = draft.preview_links.select_related("made_by")
    rows = [row(request, link, is_draft, ended_by.get(link.pk)) for link in links]
    return {
        "title": _("Dela utkastet"),
        "crumbs": draft_crumbs(draft),
        "section": "drafts",
        "lede": _(
            "Den som har en länk ser utkastet så som den offentliga sidan kommer att visa det, utan konto,"
            " till och med den dag du väljer eller tills programmet sänds."
        ),
        "open": [link for link in rows if link["is_open"]],
        "closed": [link for link in rows if not link["is_open"]],
        "form": form if is_draft else None,
    }


def who_ended(draft: Revision) -> dict[int, User]:
    """Who ended each link; nothing is known of those that were ended before links had a history."""
    versions = PreviewLink.history.filter(
        revision=draft.pk, ended_at__isnull=False, history_user__isnull=False
    )
    return {version.id: version.history_user for version in versions.select_related("history_user")}


def row(request, link: PreviewLink, is_draft: bool, ended_by: User | None) -> dict:
    return {
        "number": link.pk,
        "recipient": link.recipient,
        "until": the_day(link.until),
        "address": request.build_absolute_uri(reverse("preview", args=[link.token])),
        "made": _("Delad %(moment)s av %(who)s") % {"moment": moment(link.made_at), "who": link.made_by},
        "opened": opened_words(link),
        "is_open": is_draft and link.ended_at is None and localdate() <= link.until,
        "over": over_words(link, is_draft, ended_by),
    }


def opened_words(link: PreviewLink) -> str:
    if not link.opened:
        return _("Inte öppnad")
    times = ngettext("Öppnad %s gång", "Öppnad %s gånger", link.opened) % (
        _("en") if link.opened == 1 else number(link.opened)
    )
    return _("%(times)s, senast %(moment)s") % {"times": times, "moment": moment(link.opened_at)}


def over_words(link: PreviewLink, is_draft: bool, ended_by: User | None) -> str:
    """Why a link shows nothing any more."""
    if link.ended_at:
        said = {"moment": moment(link.ended_at), "who": ended_by}
        return (_("Avslutad %(moment)s av %(who)s") if ended_by else _("Avslutad %(moment)s")) % said
    if localdate() > link.until:
        return _("Tiden gick ut efter %s") % the_day(link.until)
    return "" if is_draft else _("Programmet är sänt")
