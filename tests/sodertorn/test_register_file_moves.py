"""Into an empty register a file is a move: the same bytes come out again, from every database (R7, R8)."""

import json
from datetime import UTC, datetime

import pytest
from django.db import transaction

from adoption.models import FollowUp
from sodertorn.journal import Entry
from sodertorn.register import Register
from sodertorn.register_file.codec import FACTS
from sodertorn.register_file.reader import validator
from sodertorn.register_file.writer import register_file
from tests import rich_register
from tests.factories import day
from tests.register_files import RICH, SHIPPED, TESTS, read, small, written

pytestmark = pytest.mark.django_db


@pytest.mark.postgresql_in_proof
def test_the_shipped_register_comes_out_as_it_went_in():
    added = read(SHIPPED)

    assert added == Entry.objects.count() == 95
    assert register_file() == SHIPPED


def test_a_register_made_by_the_acts_is_written_alike_on_every_database():
    rich_register.build()

    content = register_file()
    if content != RICH:
        (TESTS / "data" / "rich-register.new.json").write_bytes(content)
    assert content == RICH, (
        "look at tests/data/rich-register.new.json; if it is meant, put it in the other's place"
    )


def test_a_register_with_everything_comes_out_as_it_went_in():
    """Numbers, moments and offices with it; nobody is named as the one who registered it."""
    added = read(RICH)

    assert added == len(json.loads(RICH)["entries"])
    assert register_file() == RICH
    assert not Entry.objects.filter(by__isnull=False).exists()


def test_an_empty_register_is_a_file_too():
    empty = register_file()

    assert read(empty) == 0
    assert register_file() == empty


@pytest.mark.postgresql_in_proof
@pytest.mark.proof_only
def test_the_moved_register_gives_the_same_answers():
    with transaction.atomic():
        rich_register.build()
        told = answers()
        transaction.set_rollback(True)

    read(RICH)

    assert answers() == told


def answers():
    """For days and moments at which something changes."""
    moments = Entry.objects.order_by("recorded").values_list("recorded", flat=True).distinct()
    return [Register(known).answer(day(number)) for known in moments[::3] for number in (-60, 10, 60)]


# That the rich register is rich


def names(node) -> set[str]:
    """Every name anywhere in a document."""
    inside = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    return set(node if isinstance(node, dict) else ()).union(*map(names, inside))


def names_of_format(schema=None) -> set[str]:
    node = schema or validator().schema
    inside = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    found = node.get("properties", ()) if isinstance(node, dict) else ()
    return set(found).union(*(names_of_format(part) for part in inside if part))


def test_the_rich_register_uses_every_name_of_the_format():
    always_left_out = {"media_type", "language"}  # they have only one value so far, the default

    assert names_of_format() - names(json.loads(RICH)) == always_left_out


@pytest.mark.parametrize("kind", FACTS)
def test_the_rich_register_holds_every_choice(kind):
    rows = [entry for entry in json.loads(RICH)["entries"] if entry["kind"] == kind]

    for name, stated in validator().schema["$defs"][kind]["properties"].items():
        default = FACTS[kind]._meta.get_field(name).get_default() if name != "seats" else None
        assert {row.get(name, default) for row in rows if name != "seats"} >= set(stated.get("enum", ()))


# What a person writes by hand


def test_a_small_file_written_by_hand_is_read():
    assert read(small()) == 6

    assert Register().texts["2019"][0].words.text == "Vi leder"
    assert FollowUp.objects.get().decision_id == 4


def test_a_byte_order_mark_does_no_harm():
    assert read(b"\xef\xbb\xbf" + written(small())) == 6


def test_what_has_no_moment_is_recorded_now(time_machine):
    time_machine.move_to(datetime(2025, 3, 1, 12, tzinfo=UTC), tick=False)

    read(small())

    assert {entry.recorded for entry in Entry.objects.all()} == {datetime(2025, 3, 1, 12, tzinfo=UTC)}
