"""The text of an extract from minutes, to be read beside a form: the pages that matter, from the file's text layer."""

import re

from django.utils.translation import gettext as _

from adoption.pages import fact
from sodertorn.desk.file_texts import Unreadable, found_in, page_texts

MOST = 40
"""So many pages are shown; the file itself has the rest."""


def what_is_found(sha256: str) -> list[dict]:
    """What the file's text layer tells, as facts."""
    found = found_in(sha256)
    if not found.readable:
        return [fact(_("Textlager"), _("kunde inte läsas; läs hela filen själv"), unknown=True)]
    if not found.has_text:
        text = _("inget: sidorna är bilder, och registret kan inte se vad som står på dem")
    elif found.personal_number:
        text = _("innehåller ett personnummer: filen kan inte bli offentlig")
    else:
        text = _("inget personnummer hittades")
    return [fact(_("Sidor"), str(found.pages)), fact(_("Textlager"), text)]


def text_shown(sha256: str, paragraph: str) -> dict:
    """The pages on which the paragraph stands, or else the first ones; none when there is no text."""
    try:
        texts = page_texts(sha256)
    except Unreadable:
        texts = []
    pages = [{"number": n, "words": words} for n, words in enumerate(texts, 1) if words]
    sought = re.compile(rf"§+\s*{re.escape(paragraph)}(?!\w)") if paragraph else None
    about = [page for page in pages if sought and sought.search(page["words"])]
    shown = (about or pages)[:MOST]
    return {"pages": shown, "about": bool(about), "told": told_of(len(shown), len(texts), bool(about))}


def told_of(shown: int, count: int, about: bool) -> str:
    """Which of the pages these are, when they aren't all."""
    if shown == count:
        return ""
    if about:
        return _("Sidorna där paragrafen står, av %d.") % count
    return _("De första sidorna med text, av %d.") % count if shown else ""
