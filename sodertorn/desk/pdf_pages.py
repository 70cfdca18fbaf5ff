"""The pages of a PDF for pypdf, taken apart by pikepdf: pypdf finds the text, but takes twice as long to take a page apart.

Imported where it is needed: what it imports takes time and memory that have their limits.
"""

from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO

import pikepdf
from pypdf import PageObject, PdfReader, generic

OPERATORS = "BT ET Tf Td TD Tm T* Tj TJ ' \" q Q cm Do Tc Tw Tz TL Ts"
"""What places and shows text; drawing is passed over."""

CONTENTS = generic.NameObject("/Contents")


class TakenApart(generic.ContentStream):
    """Operations alone: pypdf asks in the bytes whether any of them shows text, and would write them all anew for that."""

    def get_data(self) -> bytes:
        return b"\n".join(operator for _operands, operator in self.operations)


def pages(content: bytes) -> Iterator[PageObject]:
    reader = PdfReader(BytesIO(content))
    for page, contents in zip(reader.pages, taken_apart(content, reader), strict=False):
        if contents is not None:
            page[CONTENTS] = contents
        yield page


def taken_apart(content: bytes, reader: PdfReader) -> Iterator[TakenApart | None]:
    """For each page what pypdf shall read, or None where it has to take the page apart itself."""
    count = len(reader.pages)
    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            there = list(pdf.pages) if len(pdf.pages) == count else []
            for page in there:
                contents = TakenApart(None, reader)
                contents.operations = [
                    ([as_pypdf(operand) for operand in one.operands], str(one.operator).encode())
                    for one in pikepdf.parse_content_stream(page, OPERATORS)
                ]
                yield contents
                count -= 1
    except (pikepdf.PdfError, TypeError):
        pass
    yield from [None] * count


NUMBERS = {
    bool: generic.BooleanObject,
    int: generic.NumberObject,
    float: generic.FloatObject,
    Decimal: generic.FloatObject,
}


def as_pypdf(operand):
    if make := NUMBERS.get(type(operand)):
        return make(operand)
    match operand:
        case pikepdf.String():
            return generic.ByteStringObject(bytes(operand))
        case pikepdf.Name():
            return generic.NameObject(str(operand))
        case pikepdf.Array():
            return generic.ArrayObject(map(as_pypdf, operand))
    return generic.NullObject()
