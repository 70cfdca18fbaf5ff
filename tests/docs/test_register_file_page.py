"""docs/register-file.md is exact: every field and word of the schema, and examples that really work."""

import json
from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import translation

from adoption import in_force
from adoption.answers import Kind
from programme.models import Placement
from programme.models.revision import RESERVED_SLUGS
from sodertorn.register import Register
from sodertorn.register_file.codec import FACTS
from sodertorn.register_file.importer import import_file
from sodertorn.register_file.writer import register_file

from .pages import ROOT, blocks, read, section, tables

PAGE = read("docs/register-file.md")
SCHEMA = json.loads(read("sodertorn/register_file/schema.json"))
DEFINED = SCHEMA["$defs"]
SECTIONS = {name: one for name, one in SCHEMA["properties"].items() if "properties" in one.get("items", {})}
KINDS = DEFINED["entry"]["properties"]["kind"]["enum"]
EXAMPLE, ADDITION = blocks(PAGE, "json")
ACTS = "## The three acts"
FIELDS = "| field | | type | meaning |"


@pytest.fixture(autouse=True)
def in_swedish():
    with translation.override("sv"):
        yield


# Each kind of object in a file: heading, which of the tables under it, its schema.
DESCRIBED = [
    *((f"### `{name}`", 0, one["items"]) for name, one in SECTIONS.items()),
    ("### `programmes`", 1, SECTIONS["programmes"]["items"]["properties"]["parts"]["items"]),
    ("## Entries", 0, DEFINED["entry"]),
    ("### Citations", 0, DEFINED["citation"]),
    *((f"### `{kind}`", 0, DEFINED[kind]) for kind in KINDS),
]


@pytest.mark.parametrize("heading, which, schema", DESCRIBED, ids=lambda v: v if isinstance(v, str) else "")
def test_the_page_tells_each_field_and_word(heading, which, schema):
    told = section(PAGE, heading)
    rows = tables(told, FIELDS)[which]
    fields = schema["properties"]

    assert sorted(rows) == sorted(fields)
    assert {name for name, row in rows.items() if row[0] == "required"} == set(schema["required"])
    for name, field in fields.items():
        assert str(field.get("maxLength", "")) in rows[name][1]
        for word in field.get("enum", []):
            assert f"`{word}`" in told


def test_the_page_tells_each_section_and_whether_it_may_be_left_out():
    [rows] = tables(PAGE, "| section | holds | may be left out |")

    assert list(rows) == list(SCHEMA["properties"])
    needed = [name for name, row in rows.items() if row[1].startswith("no")]
    assert sorted(needed) == sorted(SCHEMA["required"])


def test_the_page_tells_what_cannot_be_changed_and_what_is_registered_once():
    [rows] = tables(PAGE, "| kind | can't be changed | registered once for each |")

    def told(names):
        return ", ".join(f"`{name}`" for name in names)

    assert set(rows) == set(FACTS)
    for kind, model in FACTS.items():
        if kind not in ("case", "decision"):
            assert rows[kind] == [told(model.IDENTITY), told(model.ONCE)]
        assert [name for name in model.STATED_WHEN_EMPTY if f"`{name}`" not in section(PAGE, ACTS)] == []
    assert told(Placement.FROZEN) in section(PAGE, ACTS).replace("\n", " ")


def test_the_page_tells_each_reserved_address():
    [rows] = tables(PAGE, "| what | named by | for example |")

    assert [word for word in RESERVED_SLUGS if f"`{word}`" not in rows["a programme"][0]] == []


# The examples


def claims(nth: int) -> dict[str, str]:
    """What the page says that an example makes the register answer, day by day."""
    return {day: words for day, [words] in tables(PAGE, "| on the day | the answer |")[nth].items()}


def says(day: str) -> str:
    told = Register().answer(date.fromisoformat(day))
    match told.kind:
        case Kind.APPLIES:
            assert told.since.exact
            return f"`{told.programme}` applies, since `{told.since.latest}`"
        case Kind.UNSETTLED:
            return f"`{told.programme}` is unsettled: `{', '.join(told.unadopted)}` must adopt it anew"
    return str(told.kind)


@pytest.mark.django_db
def test_the_examples_are_read_and_answer_what_the_page_says(tmp_path, capsys):
    for nth, example in enumerate((EXAMPLE, ADDITION)):
        file = tmp_path / f"{nth}.json"
        file.write_text(example, "utf-8")

        call_command("import_register", str(file), check=True)
        call_command("import_register", str(file))

        assert {day: says(day) for day in claims(nth)} == claims(nth)
        assert f"{len(json.loads(example)['entries'])} händelser lästes in." in capsys.readouterr().out


@pytest.mark.django_db
def test_an_export_of_the_example_is_a_move():
    with transaction.atomic():
        import_file(EXAMPLE.encode())
        exported = register_file()
        transaction.set_rollback(True)

    import_file(exported)

    assert register_file() == exported
    assert import_file(exported) == 0


@pytest.mark.django_db
def test_the_faults_are_listed_as_the_page_shows(tmp_path):
    file = tmp_path / "faulty.json"
    file.write_text(EXAMPLE.replace('"correction": "typing_error", ', "").replace(' "on": "2024-09-02",', ""))

    with pytest.raises(CommandError) as refused:
        call_command("import_register", str(file))

    assert f"CommandError: {refused.value}\n" == blocks(PAGE, "")[0]


# The rule with the real programmes, told in docs/the-rule.md


@pytest.mark.django_db
def test_the_real_programmes_answer_what_the_page_of_the_rule_says():
    import_file((ROOT / "sodertorn" / "data" / "register.json").read_bytes())
    header = "| day | adoptions at their latest | at their earliest | the answer |"
    [rows] = tables(read("docs/the-rule.md"), header)
    register = Register()
    late, early = (in_force.Reading(register.facts.at(None), cautious=c) for c in (True, False))

    def state(one):
        return f"`{one.programme}` applies" if one.kind == Kind.APPLIES else str(one.kind)

    for day, told in rows.items():
        answer = register.answer(date.fromisoformat(day))
        words = state(answer)
        if answer.kind == Kind.NOT_KNOWN:
            words += ": " + " or ".join(map(state, answer.between))
        if answer.adjustment:
            words += f", with `{answer.adjustment.programme}`"
        assert told == [state(late.run(answer.day)[1]), state(early.run(answer.day)[1]), words]
