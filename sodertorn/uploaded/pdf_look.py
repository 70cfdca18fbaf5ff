"""Looks into a PDF in a process of its own, with little memory and time: `python -m sodertorn.uploaded.pdf_look < file`.

Prints one word: fit, locked, encrypted, broken, empty, or active with the name of what acts.
"""

import sys
from io import BytesIO

import pikepdf

from sodertorn.uploaded.limits import limit

ACTIVE = (
    "/JavaScript",
    "/JS",
    "/Launch",
    "/EmbeddedFile",
    "/EmbeddedFiles",
    "/RichMedia",
    "/XFA",
    "/SubmitForm",
    "/ImportData",
)
MOST_OBJECTS = 100_000


def look(content: bytes) -> str:
    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            if pdf.is_encrypted:
                return "encrypted"
            if not len(pdf.pages):
                return "empty"
            active = find_active(pdf)
            return f"active {active.lstrip('/')}" if active else "fit"
    except pikepdf.PasswordError:
        return "locked"
    except (pikepdf.PdfError, RuntimeError, RecursionError, ValueError, MemoryError):
        return "broken"


def find_active(pdf: pikepdf.Pdf) -> str:
    """The name of the first thing in the file that acts or hides another file, or nothing."""
    for count, found in enumerate(pdf.objects):
        if count > MOST_OBJECTS:
            raise ValueError("too many objects")
        if name := active_in(found, 0):
            return name
    return ""


def active_in(found: pikepdf.Object, depth: int) -> str:
    """Looks through direct objects only: the indirect ones come in their turn."""
    if depth > 50:
        raise ValueError("nested too deeply")
    for key, value in inside(found):
        if key in ACTIVE:
            return key
        if isinstance(value, pikepdf.Name) and key in ("/S", "/Type") and str(value) in ACTIVE:
            return str(value)
        direct = isinstance(value, pikepdf.Object) and not value.is_indirect
        if direct and (name := active_in(value, depth + 1)):
            return name
    return ""


def inside(found: pikepdf.Object):
    """What an object holds, with its names where it has them."""
    if isinstance(found, pikepdf.Stream):
        return found.stream_dict.items()
    if isinstance(found, pikepdf.Dictionary):
        return found.items()
    return [("", value) for value in found] if isinstance(found, pikepdf.Array) else []


if __name__ == "__main__":
    limit()
    print(look(sys.stdin.buffer.read()))
