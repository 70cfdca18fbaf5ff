"""What people type or paste, made plain before it is kept: no invisible characters, no personal numbers.

Cleaning never changes a word; what can't be cleaned is refused with a reason.
"""

import re
import unicodedata
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

LINE_END = re.compile(r"\r\n|[\r\v\x85\u2028\u2029]")
SPACES = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]")
UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
BULLET = re.compile(r"^[ ]*[\u2022\u25aa\u25cf\u00b7\uf0b7\uf0a7]\s*", re.MULTILINE)
DASHES = re.compile(r"[\u2010-\u2015\u2212]")
NUMBERED = re.compile(r"(?<![\d-])(\d{2})?(\d{2})(\d{2})(\d{2})([-+ ]?)(\d{4})(?![\d-])")


def plain(text: str) -> str:
    """Text as typed or pasted from Word, with plain spaces and line ends, composed letters, and nothing unseen."""
    text = UNSEEN.sub("", LINE_END.sub("\n", text))
    text = unicodedata.normalize(
        "NFC", SPACES.sub(" ", text)
    )  # after what stood unseen between two characters
    text = BULLET.sub("– " if "\n" in text.strip() else "", text)  # one item alone is no list
    lines = (re.sub(r" {2,}", " ", line).strip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def clean(text: str, limit: int) -> str:
    """Plain text of at most `limit` characters. Raises ValidationError with what is wrong and where."""
    text = plain(text)
    for place, character in enumerate(text):
        if character != "\n" and unicodedata.category(character) in {"Cc", "Cs", "Co"}:
            words = _("Texten har ett tecken som inte går att visa, efter ”%s”. Ta bort det.")
            raise ValidationError(words % text[max(0, place - 20) : place], code="control_character")
    if len(text) > limit:
        words = _("Texten har %(length)s tecken; högst %(limit)s får plats. Korta den.")
        raise ValidationError(words % {"length": len(text), "limit": limit}, code="too_long")
    if number := personal_number(text):
        words = _(
            "Texten innehåller ett personnummer (%s…). Ta bort det: registret tar inte emot personnummer."
        )
        raise ValidationError(words % number[:-4].rstrip("-+"), code="personal_number")
    return text


def personal_number(text: str) -> str:
    """The first valid personnummer or samordningsnummer in a text, or nothing.

    Date part and check digit must be right (SFS 1991:481 18 §); an organisationsnummer
    has a third digit of at least 2, so it is no date.
    """
    for found in NUMBERED.finditer(DASHES.sub("-", text)):
        century, year, month, day, _sign, last = found.groups()
        digits = year + month + day + last
        if _is_a_day(century, year, month, day) and _checks(digits):
            return found.group()
    return ""


def _is_a_day(century: str | None, year: str, month: str, day: str) -> bool:
    number = int(day) - 60 if int(day) > 60 else int(day)  # samordningsnummer: the day plus 60
    if century and century not in {"18", "19", "20"}:
        return False
    try:
        date(int((century or "20") + year), int(month), number)
    except ValueError:
        return False
    return True


def _checks(digits: str) -> bool:
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(digits)]
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0
