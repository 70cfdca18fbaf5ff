"""The desk's front page: what applies, what is being drafted, what waits, what happened last."""

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from adoption.answer_sentences import AnswerSentences
from adoption.models.follow_ups import FollowUpKind
from adoption.states import Strength, strength_of
from programme.desk.draft_page import saved
from programme.models import Revision
from programme.texts import flat
from sodertorn.desk.events import events
from sodertorn.permissions import Role, roles_of
from sodertorn.register import Register


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
        "waiting": [row for row in waiting(register) if row["count"]],
        "events": events(newest=8),
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
        }
        for draft in found
    ]


def comments(waiting: int) -> str:
    return ngettext("%d synpunkt väntar", "%d synpunkter väntar", waiting) % waiting if waiting else ""


def waiting(register: Register) -> list[dict]:
    """What is not done yet, each with the page where it is done."""
    decisions = register.decisions.values()
    adoptions = [decision for decision in decisions if decision.adopts]
    unchecked = [d for d in adoptions if strength_of(register, d) != Strength.CHECKED]
    unruled = [d for d in adoptions if d.doubtful and not ruled(register, d)]
    texts = [text for tree in register.texts.values() for text in flat(tree)]
    entered = [text for text in texts if text.record and not text.missing]
    lists = {name: reverse(f"desk:{name}") for name in ("decisions", "texts")}
    return [
        row(_("Texter som inte är införda"), sum(text.missing for text in texts), lists["texts"]),
        row(
            _("Texter som ingen annan har kontrollerat"),
            sum(text.record.pk not in register.checked_texts for text in entered),
            lists["texts"],
        ),
        row(_("Tveksamma antaganden utan avgörande"), len(unruled), lists["decisions"]),
        row(_("Beslut vars dag inte är känd"), sum(not d.exact for d in decisions), lists["decisions"]),
        row(
            _("Antaganden som inte är granskade mot protokoll"),
            len(unchecked),
            lists["decisions"],
        ),
    ]


def row(name: str, count: int, url: str) -> dict:
    return {"name": name, "count": count, "url": url}


def ruled(register: Register, decision) -> bool:
    return any(f.step == FollowUpKind.RULED for f in register.follow_ups[decision.entry.fact])
