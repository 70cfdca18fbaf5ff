"""The comments on a draft, each beside the text that it is about."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programme.comment_services import words_of
from programme.draft_names import full_name
from programme.draft_reading import read_draft
from programme.models import Comment, Part, Revision
from programme.models.drafts import CommentFrom
from sodertorn.words import number, sentence_case


@dataclass(frozen=True)
class Group:
    """The comments on one text, or on the draft as a whole. `now` is what the text says today."""

    name: str
    now: str
    comments: list[Comment]


def places(revision: Revision) -> list[tuple[Part, str]]:
    """A draft's texts in their order, each with the name of its place."""
    parts, draft = {part.key: part for part in revision.parts.all()}, read_draft(revision)
    stored = [item for item in draft.items if item.key in parts]
    return [(parts[item.key], sentence_case(full_name(draft, item))) for item in stored]


def beginning(words: str, length: int = 60) -> str:
    """The first words of a text, on one line."""
    line = " ".join(words.split())
    return line if len(line) <= length else line[:length].rsplit(" ", 1)[0] + " …"


def grouped(revision: Revision) -> list[Group]:
    """All comments on a draft: on the whole first, then text by text, last on texts that are gone."""
    comments = defaultdict(list)
    for comment in revision.comments.select_related("written_by"):
        comments[comment.part_key].append(comment)
    groups = [Group(_("Utkastet som helhet"), "", comments.pop("", []))]
    for part, name in places(revision):
        groups.append(Group(name, words_of(part), comments.pop(part.key, [])))
    gone = _("En text som inte längre finns i utkastet")
    groups += [Group(gone, "", rest) for rest in comments.values()]
    return [group for group in groups if group.comments]


def who(comment: Comment) -> str:
    """Whom a comment comes from: `samarbetskommittén`, `ledningsgruppen (Nykvarn)`, or the words for another."""
    if comment.sender == CommentFrom.OTHER:
        return comment.sender_words
    sender = str(comment.get_sender_display())
    return f"{sender} ({comment.sender_words})" if comment.sender_words else sender


def summary(comments: list[Comment]) -> str:
    """How many comments there are, and how many of them wait."""
    if not comments:
        return _("Ingen har lämnat någon synpunkt än.")
    withdrawn = sum(comment.withdrawn_on is not None for comment in comments)
    waiting = sum(comment.settled_on is None and comment.withdrawn_on is None for comment in comments)
    said = [
        ngettext("%s synpunkt.", "%s synpunkter.", len(comments)) % number(len(comments)),
        ngettext("%s väntar på att tas om hand.", "%s väntar på att tas om hand.", waiting) % number(waiting)
        if waiting
        else _("Ingen väntar på att tas om hand."),
    ]
    if withdrawn:
        said.append(ngettext("%s är tillbakadragen.", "%s är tillbakadragna.", withdrawn) % number(withdrawn))
    return " ".join(map(sentence_case, said))
