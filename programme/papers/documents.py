"""A paper as a file: in Word's own styles, so that it drops into the municipality's template, and as PDF."""

from pathlib import Path

from docx.enum.text import WD_COLOR_INDEX

from programme.papers.paper import HEADING, SUBHEADING, TEXT, TITLE, Paper
from sodertorn.typeset import dated, typeset
from sodertorn.word_document import content, new_document, xml

STYLES = {TEXT: "Normal", TITLE: "Title", HEADING: "Heading 1", SUBHEADING: "Heading 2"}
TEMPLATE = Path(__file__).with_name("paper.typ").read_bytes()


def word(paper: Paper) -> bytes:
    file = new_document(paper.title, "sv")
    for block in paper.blocks:
        paragraph = file.add_paragraph(style=STYLES[block.kind])
        for run in block.runs:
            written = paragraph.add_run(xml(run.words))
            if run.gap:
                written.font.highlight_color = WD_COLOR_INDEX.YELLOW
    return content(file)


def pdf(paper: Paper) -> bytes:
    blocks = [
        {"kind": b.kind, "runs": [{"words": r.words, "gap": bool(r.gap)} for r in b.runs]}
        for b in paper.blocks
    ]
    return typeset(TEMPLATE, {"title": paper.title, "date": dated(paper.day), "blocks": blocks})
