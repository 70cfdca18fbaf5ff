"""The rooms for texts and lineage ask the database a fixed number of questions, however much they show."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.desk.rooms import desk_of, read, strategist
from tests.factories import CitationFactory, PartFactory, TextFactory, TranscriptFactory

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def transcript(slug, goals, after=None):
    placement = TranscriptFactory(slug=slug, title=slug, after=after)
    area = PartFactory(revision=placement.revision, kind="focus_area", text="")
    TextFactory(part=area, text="Infrastruktur", note="", citations=[CitationFactory()])
    for _n in range(goals):
        part = PartFactory(revision=placement.revision, kind="goal", parent=area, text="")
        TextFactory(part=part, text="Spår", note="", citations=[CitationFactory()])
    return placement


def asked(desk, address):
    with CaptureQueriesContext(connection) as queries:
        assert read(desk, address).status == 200
    return len(queries)


@pytest.mark.proof_only
@pytest.mark.parametrize(
    "address", ["/admin/", "/admin/texter/", "/admin/texter/2019/", "/admin/slaktskap/2019/"]
)
def test_more_texts_are_read_with_as_many_questions(address):
    desk = desk_of(strategist())
    first = transcript("2019", goals=2)
    read(desk, address)
    few = asked(desk, address)

    for n in range(3):
        first = transcript(f"202{n}", goals=9, after=first.revision)
    area = PartFactory(revision=transcript_of("2019"), kind="focus_area", text="")
    for _n in range(9):
        TextFactory(
            part=PartFactory(revision=area.revision, kind="goal", parent=area, text=""), text="Väg", note=""
        )

    assert asked(desk, address) <= few  # the front page tells of fewer kinds of events


def transcript_of(slug):
    return TranscriptFactory._meta.model.objects.get(revision__slug=slug).revision
