"""Word documents (.docx): plain words and headings in Word's own styles, no macros."""

import re
from io import BytesIO

from django.utils import timezone
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Cm, Mm

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
A4 = Mm(210), Mm(297)
LANGUAGES = {"sv": "sv-SE", "en": "en-GB"}


def xml(words: str) -> str:
    """The words without the characters that no XML file can hold."""
    return NOT_XML.sub("", str(words))


def new_document(title: str, language: str):
    """An empty document, on A4, that says of itself its title, and the language that its spelling is checked in."""
    paper = Document()
    about = paper.core_properties
    about.title, about.author, about.comments = xml(title)[:255], "", ""
    about.created = about.modified = timezone.now()
    about.language = LANGUAGES[language]
    for section in paper.sections:
        section.page_width, section.page_height = A4
        section.left_margin = section.right_margin = Cm(2.5)
    for found in paper.styles.element.iter(qn("w:lang")):
        found.set(qn("w:val"), LANGUAGES[language])
    return paper


def content(paper) -> bytes:
    file = BytesIO()
    paper.save(file)
    return file.getvalue()
