"""The comments on a draft: all of them, one, and all as a document."""

from functools import partial

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from programme.comment_document import document
from programme.comment_services import settle_comment, version, withdraw_comment, words_of, write_comment
from programme.comments import Group, grouped, summary, who
from programme.desk.comment_forms import CommentForm, SettleForm, WithdrawForm
from programme.desk.crumbs import draft_crumbs
from programme.models import Comment, Revision
from sodertorn.desk.acts import put_beside_fields
from sodertorn.desk.once import Answer, answer_once, once
from sodertorn.history import edits
from sodertorn.word_document import WORD
from sodertorn.words import moment, sentence_case, the_day


@once
def comments(request, slug):
    """All comments on a draft, and a form for one more."""
    draft = get_object_or_404(Revision, slug=slug)
    form = CommentForm(draft, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return answer_once(request, partial(written_down, request, draft, form.cleaned_data))
        except ValidationError as wrong:
            put_beside_fields(form, wrong)
    return render(request, "desk/comments.html", comments_page(draft, form))


def written_down(request, draft: Revision, typed: dict) -> Answer:
    comment, new = write_comment(revision=draft, by=request.user, **typed)
    words = _("Synpunkten är antecknad.") if new else _("Synpunkten fanns redan; den är antecknad en gång.")
    return Answer(f"{request.path}#synpunkt-{comment.pk}", words)


def comments_page(draft: Revision, form: CommentForm) -> dict:
    found = list(draft.comments.all())
    return {
        "title": _("Synpunkter"),
        "crumbs": draft_crumbs(draft),
        "section": "drafts",
        "lede": summary(found),
        "groups": [{"name": group.name, "comments": rows(group)} for group in grouped(draft)],
        "document_url": reverse("desk:comments_document", args=[draft.slug]) if found else "",
        "form": form if draft.is_draft else None,
    }


def rows(group: Group) -> list[dict]:
    return [row(comment, group.now) for comment in group.comments]


def row(comment: Comment, now: str) -> dict:
    """One comment; the text that it is about is quoted when it says something else today."""
    return {
        "id": f"synpunkt-{comment.pk}",
        "url": reverse("desk:comment", args=[comment.revision.slug, comment.pk]),
        "who": sentence_case(who(comment)),
        "when": the_day(comment.on),
        "written": _("Antecknad %(moment)s av %(who)s")
        % {"moment": moment(comment.written_at), "who": comment.written_by},
        "text": comment.text,
        "about": comment.about if comment.about != now else "",
        "settled": comment.settled,
        "settled_on": comment.settled_on and the_day(comment.settled_on),
        "withdrawn": comment.withdrawn,
        "withdrawn_on": comment.withdrawn_on and the_day(comment.withdrawn_on),
    }


@once
def comment(request, slug, number):
    """One comment: how it was settled, whether it was withdrawn, and what it said before."""
    said = get_object_or_404(
        Comment.objects.select_related("revision", "written_by"), revision__slug=slug, pk=number
    )
    wanted = request.POST.get("act")
    settling = SettleForm(request.POST if wanted == "settle" else None, initial=settled(said))
    withdrawing = WithdrawForm(request.POST if wanted == "withdraw" else None)
    form = {"settle": settling, "withdraw": withdrawing}.get(wanted)
    if form is not None and form.is_valid():
        try:
            return answer_once(request, partial(act_on, said, wanted, form.cleaned_data, request))
        except ValidationError as wrong:
            put_beside_fields(form, wrong)
    page = comment_page(Comment.objects.select_related("revision", "written_by").get(pk=said.pk))
    return render(request, "desk/comment.html", page | {"settling": settling, "withdrawing": withdrawing})


def settled(said: Comment) -> dict:
    return {"how": said.settled, "settled_on": said.settled_on or timezone.localdate()}


def act_on(said: Comment, wanted: str, typed: dict, request) -> Answer:
    """Settle or withdraw; `seen` is the version of the comment that the page showed."""
    shared = {"comment": said, "by": request.user, "seen": number_of(request.POST.get("seen", ""))}
    if wanted == "settle":
        settle_comment(how=typed["how"], on=typed["settled_on"], **shared)
    else:
        withdraw_comment(why=typed["why"], on=typed["withdrawn_on"], **shared)
    return Answer(request.path, _("Synpunkten är sparad."))


def number_of(written: str) -> int:
    """A number that a form brings along, or 0."""
    return int(written) if written.isdecimal() and len(written) < 10 else 0


def comment_page(said: Comment) -> dict:
    part = said.revision.parts.filter(key=said.part_key).first() if said.part_key else None
    back = (_("Synpunkter"), reverse("desk:comments", args=[said.revision.slug]))
    return {
        "title": _("Synpunkt från %(who)s, %(day)s") % {"who": who(said), "day": the_day(said.on)},
        "crumbs": [*draft_crumbs(said.revision), back],
        "section": "drafts",
        "comment": row(said, words_of(part)),
        "now": words_of(part),
        "seen": version(said),
        "edits": edits(said.history.all(), leave_out={"revision", "part_key", "written_by", "written_at"}),
    }


def comments_document(request, slug):
    """All comments as a Word document, to be sent or filed."""
    draft = get_object_or_404(Revision, slug=slug)
    today = timezone.localdate()
    made = document(draft, summary(list(draft.comments.all())), grouped(draft), today)
    name = _("Synpunkter på %(draft)s %(day)s.docx") % {"draft": draft, "day": today}
    return HttpResponse(
        made,
        content_type=WORD,
        headers={"Content-Disposition": content_disposition_header(True, name), "Cache-Control": "no-store"},
    )
