"""What of a text is shown among the results: the words around the first that was asked for, these marked."""

from sodertorn.finding.words import WORD, Word, likeness, normal, word

BEFORE, LENGTH = 60, 240
"""In letters."""


def marked(text: str, asked: list[Word], language: str) -> list[dict]:
    """The text in pieces, those that were asked for marked."""
    pieces, end = [], 0
    for found in WORD.finditer(text):
        if any(likeness(one, word(normal(found.group()), language)) for one in asked):
            pieces += [{"text": text[end : found.start()]}, {"text": found.group(), "marked": True}]
            end = found.end()
    return [piece for piece in (*pieces, {"text": text[end:]}) if piece["text"]]


def excerpt(text: str, asked: list[Word], language: str) -> list[dict]:
    """The same of what is around the first word that was asked for, cut between words."""
    text = " ".join(text.split())
    matches = (
        found.start()
        for found in WORD.finditer(text)
        if any(likeness(one, word(normal(found.group()), language)) for one in asked)
    )
    first = next(matches, 0)
    start = 0 if first <= BEFORE else text.find(" ", first - BEFORE) + 1
    end = len(text) if len(text) - start <= LENGTH else text.rfind(" ", start, start + LENGTH)
    end = end if end > start else start + LENGTH
    cut = ("… " if start else "") + text[start:end] + (" …" if end < len(text) else "")
    return marked(cut, asked, language)
