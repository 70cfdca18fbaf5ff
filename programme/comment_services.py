"""Acts about comments on a draft: written down, settled, withdrawn. None is ever deleted.

Each is one transaction, and raises ValidationError with what is wrong. What a comment said
before is kept in its edit history.
"""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from programme.models import Comment, Part, Revision
from sodertorn.moments import FIRST_YEAR
from sodertorn.users import User

# Kept in Swedish whatever the person's language, and translated when they are shown.
WRITTEN = gettext_noop("Antecknad")
SETTLED = gettext_noop("Togs om hand")
SETTLED_ANEW = gettext_noop("Ändrat hur den togs om hand")
WITHDRAWN = gettext_noop("Drogs tillbaka")


def words_of(part: Part | None) -> str:
    """What a text says, as a comment quotes it."""
    return "\n".join(filter(None, (part.heading, part.text))) if part else ""


@transaction.atomic
def write_comment(
    *, revision: Revision, part: Part | None, sender: str, sender_words: str, on: date, text: str, by: User
) -> tuple[Comment, bool]:
    """Write down what somebody said about a draft, or about one of its texts, which is quoted as it reads now.

    The same comment twice is one: returned are the comment, and whether it is new.
    """
    Revision.objects.select_for_update().get(pk=revision.pk)  # so that a form sent twice finds the first
    if not revision.is_draft:
        raise ValidationError(_("Programmet är inte längre ett utkast; synpunkter lämnas bara på utkast."))
    said = {
        "revision": revision,
        "part_key": part.key if part else "",
        "sender": sender,
        "sender_words": sender_words,
        "on": on,
        "text": text,
        "withdrawn_on": None,
    }
    if same := Comment.objects.filter(**said).first():
        return same, False
    refuse_impossible_day("on", on)
    comment = Comment(**said, about=words_of(part), written_by=by)
    return keep(comment, by=by, why=WRITTEN), True


@transaction.atomic
def settle_comment(*, comment: Comment, how: str, on: date, by: User, seen: int) -> Comment:
    """Say how a comment was settled; settled anew, its history keeps what was said before.

    `seen` is the version of the comment that the person had before them.
    """
    comment = Comment.objects.select_for_update().get(pk=comment.pk)
    refuse_withdrawn(comment)
    if (comment.settled, comment.settled_on) == (how, on):
        return comment
    refuse_unseen(comment, seen)
    refuse_impossible_day("settled_on", on, not_before=comment.on)
    why = SETTLED_ANEW if comment.settled else SETTLED
    comment.settled, comment.settled_on = how, on
    return keep(comment, by=by, why=why)


@transaction.atomic
def withdraw_comment(*, comment: Comment, why: str, on: date, by: User, seen: int) -> Comment:
    """Mark a comment as withdrawn, with the reason. It stays, readable, and is changed no more."""
    comment = Comment.objects.select_for_update().get(pk=comment.pk)
    if (comment.withdrawn, comment.withdrawn_on) == (why, on):
        return comment
    refuse_withdrawn(comment)
    refuse_unseen(comment, seen)
    refuse_impossible_day("withdrawn_on", on, not_before=comment.on)
    comment.withdrawn, comment.withdrawn_on = why, on
    return keep(comment, by=by, why=WITHDRAWN)


def version(comment: Comment) -> int:
    """How many times the comment has been saved."""
    return comment.history.count()


def keep(comment: Comment, *, by: User, why: str) -> Comment:
    comment._history_user, comment._change_reason = by, why
    comment.full_clean()
    comment.save()
    return comment


def refuse_withdrawn(comment: Comment) -> None:
    if comment.withdrawn_on:
        raise ValidationError(_("Synpunkten är tillbakadragen och ändras inte mer."))


def refuse_unseen(comment: Comment, seen: int) -> None:
    """Refuse to write over what somebody else said of the comment after the page was opened."""
    if version(comment) != seen:
        words = _("Någon annan har ändrat synpunkten sedan du öppnade sidan. Läs det och skicka sedan igen.")
        raise ValidationError(words, code="changed_meanwhile")


def refuse_impossible_day(field: str, on: date, not_before: date | None = None) -> None:
    reason = impossible(on)
    if not reason and not_before and on < not_before:
        reason = _("Dagen är före den då synpunkten lämnades.")
    if reason:
        raise ValidationError({field: reason})


def impossible(on: date) -> str:
    """Why nothing can have been said on a day, or nothing."""
    if on > timezone.localdate():
        return _("Dagen har inte varit ännu.")
    return _("Året är orimligt.") if on.year < FIRST_YEAR else ""
