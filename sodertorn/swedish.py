"""How Swedish is sorted, counted and dated. Dates are calendar dates in Europe/Stockholm."""

import unicodedata


def sort_key(text: str) -> str:
    """A key that sorts as Swedish does: A–Z, Å, Ä, Ö, other accents by their letter, case apart.

    Neither SQLite nor PostgreSQL's C.UTF-8 does, so the key is stored or used in Python.
    """
    folded = unicodedata.normalize("NFC", text).casefold().translate(str.maketrans("åäö", "{|}"))
    return "".join(c for c in unicodedata.normalize("NFD", folded) if not unicodedata.combining(c))
