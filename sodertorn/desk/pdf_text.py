"""Reads the text layer of a PDF in a process of its own, with little memory and time: `python -m sodertorn.desk.pdf_text < file`.

Prints a list of the pages' texts as JSON; a page that is only a picture has none.

pypdf finds the text, but takes long to take a page apart; pikepdf does that for it, in half the time.
"""

import json
import resource
import sys
from decimal import Decimal
from io import BytesIO

MEMORY, SECONDS = 1024**3, 10
MOST_PAGES, MOST_CHARACTERS = 400, 2_000_000
OPERATORS = "BT ET Tf Td TD Tm T* Tj TJ ' \" q Q cm Do Tc Tw Tz TL Ts"
"""What places and shows text; drawing is passed over."""


def texts(content: bytes) -> list[str]:
    """The text of each page. Raises ValueError when there is more than can be read."""
    from pypdf import PdfReader  # after the limits are set

    reader = PdfReader(BytesIO(content))
    found = []
    for page, contents in zip(reader.pages, taken_apart(content, reader), strict=False):
        if contents is not None:
            page[contents_key()] = contents
        found.append(page.extract_text())
        if len(found) > MOST_PAGES or sum(map(len, found)) > MOST_CHARACTERS:
            raise ValueError("too much text")
    return found


def contents_key():
    from pypdf.generic import NameObject

    return NameObject("/Contents")


def taken_apart(content: bytes, reader):
    """For each page what pypdf shall read, or None where it has to take the page apart itself."""
    import pikepdf
    from pypdf.generic import ContentStream

    count = len(reader.pages)
    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            pages = list(pdf.pages) if len(pdf.pages) == count else []
            for page in pages:
                contents = ContentStream(None, reader)
                contents.operations = [
                    ([as_pypdf(operand) for operand in one.operands], str(one.operator).encode())
                    for one in pikepdf.parse_content_stream(page, OPERATORS)
                ]
                yield contents
                count -= 1
    except (pikepdf.PdfError, TypeError):
        pass
    yield from [None] * count


def as_pypdf(operand):
    import pikepdf
    from pypdf import generic

    match operand:
        case bool():
            return generic.BooleanObject(operand)
        case int():
            return generic.NumberObject(operand)
        case Decimal() | float():
            return generic.FloatObject(operand)
        case pikepdf.String():
            return generic.ByteStringObject(bytes(operand))
        case pikepdf.Name():
            return generic.NameObject(str(operand))
        case pikepdf.Array():
            return generic.ArrayObject(map(as_pypdf, operand))
    return generic.NullObject()


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    json.dump(texts(sys.stdin.buffer.read()), sys.stdout)
