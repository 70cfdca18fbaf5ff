"""The desk's front page: what applies, what is being drafted, what waits, what happened last."""

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from adoption.answer_sentences import AnswerSentences
from adoption.desk.decision_list import ways_to_seats
from adoption.registering.asked import newest_first
from programme.desk.draft_page import saved, ways
from programme.desk.sent import sent_programmes
from programme.desk.texts import progress
from programme.models import Revision
from sodertorn.desk.events import events
from sodertorn.desk.waiting import Waiting, waiting
from sodertorn.permissions import Role, roles_of
from sodertorn.register import Register

NAMED = 3
"""How many things of each kind that waits are named on the front page."""


def front_page(request) -> dict:
    """What the desk shows to somebody; an administrator who is no strategist has only the accounts."""
    if Role.STRATEGIST not in roles_of(request.user):
        return {"title": _("Skrivbordet")}
    register = Register()
    answer = AnswerSentences(register, register.answer(localdate()))
    return {
        "title": _("Skrivbordet"),
        "answer": {"title": answer.title(), "sentences": answer.sentences()[:2]},
        "drafts": drafts(),
        "programmes": programmes(register),
        "waiting": [beginning(kind) for kind in waiting(register) if kind.things],
        "events": events(newest=5),
    }


def drafts() -> list[dict]:
    """The drafts, with when and by whom each was saved last."""
    found = Revision.objects.drafts().prefetch_related("savings__by", "comments")
    return [
        {
            "name": str(draft),
            "url": reverse("desk:draft", args=[draft.slug]),
            "note": saved(max(draft.savings.all(), key=lambda saving: saving.number, default=None)),
            "comments": comments(
                sum(c.settled_on is None and c.withdrawn_on is None for c in draft.comments.all())
            ),
            "comments_url": reverse("desk:comments", args=[draft.slug]),
            "ways": ways(draft),
        }
        for draft in found
    ]


def programmes(register: Register) -> list[dict]:
    """Every programme that was sent or transcribed, the newest first, with a way to each of its seats."""
    known = {one["slug"]: one for one in [*progress(register), *sent_programmes(register)]}
    return [
        known[slug]
        | {
            "lineage_url": reverse("desk:lineage", args=[slug]),
            "seats": ways_to_seats(register, slug),
        }
        for slug in newest_first(register)
    ]


def comments(waiting: int) -> str:
    return ngettext("%d synpunkt väntar", "%d synpunkter väntar", waiting) % waiting if waiting else ""


def beginning(kind: Waiting) -> dict:
    """The first things that wait of a kind, and the way to all of them."""
    rest = len(kind.things) - NAMED
    return {
        "name": kind.name,
        "count": len(kind.things),
        "things": kind.things[:NAMED],
        "rest": ngettext("och %d till", "och %d till", rest) % rest if rest > 0 else "",
        "url": kind.url,
    }
