"""The canonical form of a programme's text, and its fingerprint (R10).

docs/canonical-form.md defines the form so exactly that anybody can write it by hand and
compare: a tag on a line of its own, then the words, each line after two spaces. A tag
never begins with a space and a line of words always does, so no words can pass for a tag.
"""

import hashlib
import unicodedata

from programme.models import Particulars, Revision
from programme.models.structure import PartKind
from programme.texts import ProgrammeText, flat
from programme.texts import written as written_texts

FORM = "sodertorns-utvecklingsprogram 1"
"""The first line: which form this is."""


def canonical(stated: Particulars, texts: list[ProgrammeText], annex_sha256: str) -> bytes:
    """The canonical form, UTF-8. A field that says nothing is left out, a text never."""
    years = f"{stated.period_first}-{stated.period_last}" if stated.period_first else ""
    particulars = {
        "title": stated.title,
        "period": years,
        "horizon": str(stated.horizon or ""),
        "not-before": stated.not_before.isoformat() if stated.not_before else "",
    }
    lines = [
        FORM,
        *(line for tag, words in particulars.items() if words for line in written(tag, words)),
        *(line for text in texts for line in lines_of(text)),
        *(written("annex-sha256", annex_sha256) if annex_sha256 else []),
    ]
    return "".join(f"{line}\n" for line in lines).encode()


def canonical_of(revision: Revision, stated: Particulars, annex_sha256: str) -> bytes:
    """The canonical form of a draft or an original: its words are its parts'."""
    return canonical(stated, written_texts(revision), annex_sha256)


def is_whole(texts: list[ProgrammeText], annex_sha256: str) -> bool:
    """Whether no text is missing: before that a transcript has no fingerprint (R11)."""
    return bool(texts) and all(
        annex_sha256 if text.kind == PartKind.ANNEX else not text.missing for text in flat(texts)
    )


def fingerprint(form: bytes) -> str:
    """The SHA-256 of a canonical form, in hexadecimal (kontrollsumma)."""
    return hashlib.sha256(form).hexdigest()


def lines_of(text: ProgrammeText) -> list[str]:
    """A text with what belongs to it. Its tag stands even without words: it tells where the text begins."""
    if text.kind == PartKind.ANNEX:  # covered by the SHA-256 of the document itself
        return []
    lines = written(text.kind.replace("_", "-"), text.words.text)
    for tag in ("heading", "network"):
        if words := getattr(text.words, tag):
            lines += written(tag, words)
    return lines + [line for child in text.children for line in lines_of(child)]


def written(tag: str, words: str) -> list[str]:
    """The tag, and the words after it, each line after two spaces."""
    words = unicodedata.normalize("NFC", words).replace("\r\n", "\n").replace("\r", "\n")
    return [tag, *(f"  {line}" for line in words.split("\n"))] if words else [tag]
