"""The document that goes out for adoption, as PDF (R1): to be heard (PDF/UA-1) and to be kept (PDF/A-2a), in Swedish.

The same words, sent on the same day, give the same bytes, with the same version of typst; what was sent is in any
case the file that was kept, by its hash.
"""

from datetime import date
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import override

from programme.models import Particulars
from programme.models.structure import PartKind
from programme.texts import ProgrammeText, goals
from sodertorn.typeset import Unset, dated, typeset
from sodertorn.unprintable import named_in
from sodertorn.words import day, invented, sentence_case

TEMPLATE = Path(__file__).with_name("document.typ").read_bytes()


def document(stated: Particulars, texts: list[ProgrammeText], sent_on: date) -> bytes:
    """The PDF of a programme that is sent that day. Raises ValidationError when it has a character that can't be printed."""
    with override("sv"):
        demo = [_("Demonstration. Uppgifterna är påhittade.")] if settings.DEMO else []
        programme = {
            "title": invented(stated.title),
            "date": dated(sent_on),
            "particulars": [*demo, *particulars(stated)],
            "texts": [block for text in texts for block in blocks(text, goals(texts))],
        }
    try:
        return typeset(TEMPLATE, programme, strict=True)
    except Unset as fault:
        if unprinted := named_in(fault):
            words = _(
                "Tecknet ”%s” kan inte tryckas. Ändra det i utkastet, eller ladda upp ett eget dokument."
            )
            raise ValidationError(words % unprinted, code="no_glyph") from fault
        raise


def particulars(stated: Particulars) -> list[str]:
    rows = [
        (_("Period"), stated.period),
        (_("Målår"), str(stated.horizon or "")),
        (_("Gäller tidigast från"), stated.not_before and day(stated.not_before)),
    ]
    return [f"{label}: {value}" for label, value in rows if value]


def blocks(text: ProgrammeText, order: list[ProgrammeText]) -> list[dict]:
    """A text and what belongs to it, as the template has them: points stand in a list below their goal.

    `order`: the programme's goals, which are numbered through it.
    """
    heading, words = text.words.heading or sentence_case(str(PartKind(text.kind).label)), text.words.text
    if text.kind == PartKind.FOCUS_AREA:
        heading, words = words, ""
    if text.kind == PartKind.GOAL:
        heading = _("Mål %d") % (order.index(text) + 1)
    block = {
        "kind": text.kind,
        "level": 2 if text.kind == PartKind.GOAL else 1,
        "heading": heading,
        "text": words,
        "network": text.words.network,
        "points": [child.words.text for child in text.children if child.kind == PartKind.POINT],
    }
    below = [child for child in text.children if child.kind != PartKind.POINT]
    return [block, *(one for child in below for one in blocks(child, order))]
