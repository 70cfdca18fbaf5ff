"""A text of a transcript as tests at the desk use it: in its place, and not entered yet."""

from programme.models import TextRecord
from sodertorn.register import Register
from tests.desk.rooms import confirmed
from tests.factories import PartFactory, SourceFactory, TextFactory


def missing(transcript, kind="overall_goal", key="overall-goal", **stated):
    part = PartFactory(revision=transcript.revision, kind=kind, key=key, text="", **stated)
    return TextFactory(part=part, note="Står i bilagan.")


def address(record, view=""):
    return f"/admin/texter/{record.part.revision.slug}/{record.part_id}/{view}"


def stands(record) -> TextRecord:
    return Register().text_records[record.part_id]


def entered(transcript, desk):
    text = missing(transcript)
    confirmed(desk, address(text), text="Ett", source=SourceFactory().pk)
    return text
