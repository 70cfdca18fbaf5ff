"""The comments on a draft as a Word document."""

from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from programme.comments import Group, who
from programme.models import Comment, Revision
from sodertorn.word_document import content, new_document, xml
from sodertorn.words import sentence_case, the_day


def document(draft: Revision, summary: str, groups: list[Group], day: date) -> bytes:
    """All comments on a draft as they stand on a day."""
    title = _("Synpunkter på %s") % draft
    paper = new_document(title, get_language())
    paper.add_heading(xml(title), 0)
    paper.add_paragraph(_("Läget %s.") % the_day(day))
    paper.add_paragraph(summary)
    for group in groups:
        paper.add_heading(xml(group.name), 1)
        for comment in group.comments:
            write(paper, comment)
    return content(paper)


def write(paper, comment: Comment) -> None:
    """One comment: who and when, what the text said, what was said of it, and what came of it."""
    head = _("%(who)s, %(day)s") % {"who": sentence_case(who(comment)), "day": the_day(comment.on)}
    if comment.withdrawn_on:
        head = _("%s (tillbakadragen)") % head
    paper.add_heading(xml(head), 2)
    if comment.about:
        labelled(paper, _("Texten löd:"), comment.about)
    labelled(paper, _("Synpunkt:"), comment.text)
    if comment.withdrawn_on:
        labelled(paper, _("Drogs tillbaka %s:") % the_day(comment.withdrawn_on), comment.withdrawn)
    if comment.settled_on:
        labelled(paper, _("Togs om hand %s:") % the_day(comment.settled_on), comment.settled)
    elif not comment.withdrawn_on:
        paper.add_paragraph(_("Väntar på att tas om hand."))


def labelled(paper, label: str, words: str) -> None:
    paragraph = paper.add_paragraph()
    paragraph.add_run(f"{label} ").bold = True
    paragraph.add_run(xml(words))
