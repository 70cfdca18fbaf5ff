"""A broken, half, foreign or hostile file gets a clear fault, soon, and changes nothing."""

import json
import re
from pathlib import Path
from time import process_time

import pytest

from sodertorn.register_file.reader import MOST_BYTES, Faulty, read_file
from tests.register_files import RICH, SHIPPED, faults, small, written

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture(autouse=True)
def soon():
    start = process_time()
    yield
    assert process_time() - start < 5


def only(content) -> str:
    (fault,) = faults(content)
    return fault


def test_an_empty_file():
    assert only(b"").startswith("rad 1, tecken 1: Här slutar filen att vara JSON")


@pytest.mark.parametrize("share", [0.01, 0.5, 0.999])
def test_half_a_file_says_where_it_ends(share):
    half = SHIPPED[: int(len(SHIPPED) * share)].decode(errors="ignore")

    place = re.match(r"rad (\d+), tecken \d+: Här slutar filen att vara JSON", only(half.encode()))

    assert abs(int(place[1]) - len(half.splitlines())) <= 1


def test_a_file_that_is_no_text():
    assert only(b"\x89PNG\r\n\x1a\n\xff\xd8").startswith("byte 0: Filen är inte text i UTF-8")


def test_a_file_in_another_encoding():
    latin = (
        SHIPPED.decode()
        .replace("–", "-")
        .replace("”", '\\"')
        .replace("…", "...")
        .encode("latin-1", "replace")
    )

    assert re.match(r"byte \d+: Filen är inte text i UTF-8", only(latin))


@pytest.mark.parametrize("document", [b"[]", b"7", b"null", b'"text"', b"{}", b'{"format": 1}', b"[{}]"])
def test_json_that_is_no_register_file(document):
    assert only(document).startswith("format: Filen säger inte vilket format den har")


@pytest.mark.parametrize("other", ["sodertorn-register/2", "sodertorn-register", "x" * 10_000])
def test_a_newer_or_foreign_format_is_named(other):
    fault = only(small() | {"format": other})

    assert other[:60] in fault
    assert "sodertorn-register/1" in fault
    assert len(fault) < 300


def test_a_name_that_stands_twice():
    twice = written(small()).replace(b'"kind": "case"', b'"kind": "case", "kind": "decision"')

    assert only(twice) == "Namnet ”kind” står två gånger i samma objekt."


def test_very_many_names_that_stand_twice():
    names = ", ".join(f'"{n}": 0, "{n}": 1' for n in range(100_000))

    assert len(only(b"{" + names.encode() + b"}")) < 300


@pytest.mark.parametrize("constant", ["NaN", "Infinity", "-Infinity"])
def test_what_only_python_takes_for_json(constant):
    file = written(small()).replace(b'"case": 3', b'"case": ' + constant.encode())

    assert only(file) == f"{constant} är inget värde i JSON."


@pytest.mark.parametrize(
    "opening, closing", [(b"[", b"]"), (b'{"a":', b"}"), (b'[{"a":', b"}]")], ids=["lists", "objects", "both"]
)
@pytest.mark.parametrize("whole", [True, False])
def test_a_million_nested(opening, closing, whole):
    nested = opening * 1_000_000 + (b"1" + closing * 1_000_000 if whole else b"")

    assert only(nested) == "Filen är nästlad djupare än någon registerfil."


@pytest.mark.parametrize("depth", [100, 500, 900])
def test_nested_less_but_deep_enough(depth):
    nested = written(small()).replace(b'"Programmet"', b"[" * depth + b"]" * depth)

    assert faults(nested)


def test_a_file_of_200_megabytes_is_refused_without_being_read(tmp_path):
    file = tmp_path / "register.json"
    with file.open("wb") as content:
        content.truncate(200 * 1024 * 1024)

    with pytest.raises(Faulty) as refusal:
        read_file(file)

    assert str(refusal.value.faults[0]) == "Filen är större än 20 MB; så stor är ingen registerfil."


def test_a_file_without_end_is_refused():
    with pytest.raises(Faulty):
        read_file(Path("/dev/zero"))


def test_a_file_of_the_largest_size_is_read(tmp_path):
    file = tmp_path / "register.json"
    file.write_bytes(b" " * (MOST_BYTES - len(RICH)) + RICH)

    assert json.loads(read_file(file)) == json.loads(RICH)


@pytest.mark.parametrize("odd", ["\x00", "\ud800", "\udfff"], ids=["NUL", "half a character", "other half"])
def test_a_character_that_no_database_keeps(odd):
    document = small(entries={2: {"text": f"Vi {odd} leder"}}, sources={0: {"title": odd}})

    assert faults(json.dumps(document).encode()) == [
        "entries[1].text (händelse 2): Här finns ett tecken som ingen text kan ha.",
        "sources[0].title: Här finns ett tecken som ingen text kan ha.",
    ]


@pytest.mark.parametrize("number", [10**8, 10**18, 10**400, -1, 1e300, 2.5, 7.0], ids=map(str, range(7)))
@pytest.mark.parametrize(
    "name", ["number", *(pytest.param(name, marks=pytest.mark.proof_only) for name in ("follows", "case"))]
)
def test_a_number_beyond_all_numbers(name, number):
    document = small()
    document["entries"][4][name] = number

    assert faults(document)


def test_a_number_too_long_to_be_read():
    file = written(small()).replace(b'"case": 3', b'"case": ' + b"9" * 10_000)

    assert faults(file)


@pytest.mark.parametrize("text", ["x" * 1_000_000, "<script>alert(1)</script>", "'; DROP TABLE x; --"])
def test_a_long_or_sly_text_is_named_in_a_few_words(text):
    fault = faults(small(entries={1: {"title": text * 20 if len(text) < 50 else text}}))[0]

    assert fault.startswith("entries[0].title (händelse 1)")
    assert len(fault) < 600
