"""The comments on a draft as a Word document (.docx): plain words and headings, no macros."""

import re
from datetime import date
from io import BytesIO

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from docx import Document
from docx.oxml.ns import qn

from programme.comments import Group, who
from programme.models import Comment, Revision
from sodertorn.words import sentence_case, the_day

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml(words: str) -> str:
    """The words without the characters that no XML file can hold."""
    return NOT_XML.sub("", str(words))


def document(draft: Revision, summary: str, groups: list[Group], day: date) -> bytes:
    """All comments on a draft as they stand on a day."""
    paper, title = Document(), _("Synpunkter på %s") % draft
    describe(paper, title)
    paper.add_heading(xml(title), 0)
    paper.add_paragraph(_("Läget %s.") % the_day(day))
    paper.add_paragraph(summary)
    for group in groups:
        paper.add_heading(xml(group.name), 1)
        for comment in group.comments:
            write(paper, comment)
    file = BytesIO()
    paper.save(file)
    return file.getvalue()


def describe(paper, title: str) -> None:
    """What the file says of itself, and the language that its spelling is checked in."""
    about = paper.core_properties
    about.title, about.author, about.comments = xml(title)[:255], "", ""
    about.created = about.modified = timezone.now()
    language = {"sv": "sv-SE", "en": "en-GB"}[get_language()]
    about.language = language
    for found in paper.styles.element.iter(qn("w:lang")):
        found.set(qn("w:val"), language)


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
