"""What the reader finds in a file that is kept, and what it is asked: which programme's decision, of which eight."""

from functools import lru_cache

from django.core.files.storage import default_storage

from adoption.models import Municipality
from adoption.reading.process import asked_as_json, from_json
from adoption.reading.values import Asked, Kind, Reading
from sodertorn.desk.file_texts import Unreadable
from sodertorn.desk.uploads import in_a_process, kept, place

SECONDS = 5
"""How long it is waited for, on a busy machine: the work itself has two (sodertorn.uploaded.limits)."""


def asked_about(placement) -> Asked:
    """What is asked of a file for a decision about a programme, as its placement has it; None for one that isn't chosen."""
    years = (placement.period_first, placement.period_last) if placement and placement.period else None
    every = Municipality.objects.in_swedish_order()
    return Asked(years, tuple((one.slug, one.name, one.full_name) for one in every))


@lru_cache(maxsize=64)
def reading_of(sha256: str, asked: Asked) -> Reading:
    """A file never changes, so what was read is kept in memory; its text is not. Raises Unreadable."""
    if not kept(sha256):
        raise Unreadable
    with default_storage.open(place(sha256)) as file:
        content = file.read()
    try:
        said = in_a_process("adoption.reading.process", content, asked_as_json(asked), seconds=SECONDS)
        return from_json(said)
    except (ValueError, TimeoutError) as failed:
        raise Unreadable from failed


def reading_about(sha256: str, placement=None) -> Reading | None:
    """What a file states about a programme; where it has no § about that one, about the one that it has. None if it can't be read."""
    try:
        reading = reading_of(sha256, asked_about(placement))
        if reading.kind == Kind.NO_PARAGRAPH and placement:
            reading = reading_of(sha256, asked_about(None))
    except Unreadable:
        return None
    return reading
