"""The two commands: what they print, and how they fail."""

import pytest
from django.core.management import CommandError, call_command

from sodertorn.journal import Entry
from sodertorn.register_file.writer import register_file
from tests.register_files import read, small, written

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path):
    """A file on disk with this content."""

    def file(content):
        path = tmp_path / "register.json"
        path.write_bytes(content)
        return str(path)

    return file


def said(capsys, *command, **options) -> str:
    call_command(*command, **options)
    return capsys.readouterr().out.strip()


def refusal(*command, **options) -> str:
    with pytest.raises(CommandError) as refused:
        call_command(*command, **options)
    return str(refused.value)


def test_import_says_how_many_entries_were_added(file, capsys):
    assert said(capsys, "import_register", file(written(small()))) == "6 händelser lästes in."
    assert said(capsys, "import_register", file(written(small()))) == "0 händelser lästes in."


def test_a_check_says_how_many_would_be_added(file, capsys):
    told = said(capsys, "import_register", file(written(small())), check=True)

    assert told == "Filen är felfri; den skulle lägga till 6 händelser."
    assert not Entry.objects.exists()


@pytest.mark.parametrize("check", [True, False])
def test_every_fault_is_listed_on_a_line_of_its_own(file, check):
    document = small(entries={2: {"text": None}, 6: {"step": "celebrated"}}, sources={0: {"kind": "rumour"}})

    first, *lines = refusal("import_register", file(written(document)), check=check).splitlines()

    assert first == "Ingenting lästes in. Filen har 3 fel:"
    assert [line.split(":")[0] for line in lines] == [
        "  entries[5].step (händelse 6)",
        "  sources[0].kind",
        "  entries[1] (händelse 2)",
    ]


def test_a_file_that_is_not_there_is_named(tmp_path):
    assert refusal("import_register", str(tmp_path / "none.json")).endswith("No such file or directory")
    assert "Is a directory" in refusal("import_register", str(tmp_path))


def test_export_writes_to_a_file(tmp_path):
    read(small())

    call_command("export_register", str(tmp_path / "out.json"))

    assert (tmp_path / "out.json").read_bytes() == register_file()


def test_an_export_to_where_nothing_can_be_written_says_so(tmp_path):
    assert "Is a directory" in refusal("export_register", str(tmp_path))


def test_export_writes_to_standard_output(capsysbinary):
    read(small())

    call_command("export_register")

    assert capsysbinary.readouterr().out == register_file()


def test_an_export_is_text_that_people_can_read():
    read(small())

    lines = register_file().decode().splitlines()

    assert ' "format": "sodertorn-register/1",' in lines
    assert '   "full_name": "Tyresö kommun"' in lines
