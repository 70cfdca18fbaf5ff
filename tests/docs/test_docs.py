"""The documentation says what the code does: nothing is left out, nothing leads nowhere."""

import ast
import re

import pytest
from django.urls import get_resolver

from adoption import in_force

from .pages import DOCS, PAGES, ROOT, anchors, links, read, section, tables

README = read("README.md")
OPERATE = read("docs/operate.md")
CODE_MAP = read("docs/code-map.md")
RULE = read("docs/the-rule.md")
ALL = "\n".join(page.read_text("utf-8") for page in PAGES)


def ids(page):
    return str(page.relative_to(ROOT))


# The rule


def clauses():
    return re.findall(r"^(\d+)\. ", in_force.__doc__, re.MULTILINE)


@pytest.mark.parametrize("number", clauses())
def test_each_clause_of_the_rule_has_its_paragraph_origin_and_tests(number):
    heading = re.search(rf"^### {number}\. .+$", RULE, re.MULTILINE).group()
    told = section(RULE, heading)

    assert re.search(r"\*\*(source|law|ours)\*\*", told.partition("\nFrom: ")[2])
    assert "Tests: `test_" in told


def test_the_page_of_the_rule_has_no_clause_that_the_rule_lacks():
    assert re.findall(r"^### (\d+)\. ", RULE, re.MULTILINE) == clauses()


@pytest.mark.parametrize("named", sorted(set(re.findall(r"test_\w+\.py::test_\w+", RULE))))
def test_each_test_that_the_rule_names_exists(named):
    file, name = named.split("::")

    assert f"\ndef {name}(" in read(f"tests/adoption/rule/{file}")


# Commands, settings, addresses


def test_each_management_command_is_told_of():
    commands = [file.stem for file in ROOT.glob("*/management/commands/[a-z]*.py")]

    assert commands
    assert [name for name in commands if f"`{name}`" not in ALL] == []


def test_each_make_target_is_told_of_in_the_readme():
    targets = re.findall(r"^([a-z]+):.*## ", read("Makefile"), re.MULTILINE)

    assert targets
    assert [name for name in targets if f"`make {name}`" not in README] == []


def test_each_setting_is_told_of():
    settings = ast.parse(read("sodertorn/settings.py"))
    calls = [node for node in ast.walk(settings) if isinstance(node, ast.Call) and node.args]
    asked = {
        call.args[0].value
        for call in calls
        if isinstance(call.args[0], ast.Constant)
        and ast.unparse(call.func) in {"text", "os.environ.get", "env.email_url"}
    }

    assert {"DATABASE_URL", "OWNER_NAME", "SODERTORN_MODE", "EMAIL_URL"} <= asked
    assert [name for name in sorted(asked) if f"| `{name}`" not in OPERATE] == []


def routes(patterns, before=""):
    for pattern in patterns:
        route = before + re.sub(r"<\w+:(\w+)>", r"<\1>", str(pattern.pattern))
        if hasattr(pattern, "url_patterns"):
            # docs/who-may-what.md has each of their views
            one = pattern.app_name in ("admin", "desk") or route in ("logga-in/", "konto/")
            yield from [route] if one else routes(pattern.url_patterns, route)
        else:
            yield route


def test_each_address_is_told_of_in_the_readme():
    told = [route for route in routes(get_resolver().url_patterns) if f"`/{route}`" not in README]

    assert told == []


# The map of the code


def test_the_map_of_the_code_shows_each_room():
    packages = ("adoption", "programme", "sodertorn")
    modules = {
        str(file.relative_to(ROOT))
        for package in packages
        for file in (ROOT / package).rglob("*.py")
        if "migrations" not in file.parts and file.name != "__init__.py"
    } - {"adoption/apps.py", "programme/apps.py"}
    shown = set(re.findall(r"`((?:adoption|programme|sodertorn)/[\w/]+\.py)`", CODE_MAP))

    assert shown == modules


def imports(module: str) -> set[str]:
    nodes = ast.walk(ast.parse(read(module)))
    names = [n.module or "" for n in nodes if isinstance(n, ast.ImportFrom)]
    return {name.split(".")[0] for name in names}


def rooms(heading: str) -> list[str]:
    return re.findall(r"`(\w+/[\w/]+\.py)`", section(CODE_MAP, heading))


def test_the_lower_rooms_import_nothing_from_those_above():
    ground = rooms("### `sodertorn/`, ground floor: what both stand on")
    adoption = rooms("### `adoption/`: who decided, where and when")

    assert ground and adoption
    assert [room for room in ground if imports(room) & {"adoption", "programme"}] == []
    assert [room for room in adoption if "programme" in imports(room)] == []


# All pages


@pytest.mark.parametrize("document", PAGES, ids=ids)
def test_each_link_leads_somewhere(document):
    astray = []
    for link in links(document.read_text("utf-8")):
        path, _hash, anchor = link.partition("#")
        target = (document.parent / path).resolve() if path else document
        if not target.exists() or anchor and anchor not in anchors(target.read_text("utf-8")):
            astray.append(link)

    assert astray == []


@pytest.mark.parametrize("document", PAGES, ids=ids)
def test_no_page_names_a_machine(document):
    text = document.read_text("utf-8")

    assert re.findall(r"/(?:home|root|work|tmp|Users)/\S*|pypi\.\w+|pythonhosted\.\w+|npmjs\.\w+", text) == []


@pytest.mark.parametrize("document", sorted(DOCS.glob("*.md")), ids=ids)
def test_the_readme_leads_to_each_page(document):
    assert f"]({document.relative_to(ROOT)})" in README


def test_the_pictures_are_small_and_of_one_size():
    for picture in (DOCS / "images").glob("*.png"):
        content = picture.read_bytes()

        assert len(content) < 200_000
        assert (int.from_bytes(content[16:20]), int.from_bytes(content[20:24])) == (1360, 800)


def test_tables_are_whole():
    """A table whose rows have unlike numbers of cells is shown askew."""
    askew = []
    for page in PAGES:
        for line in page.read_text("utf-8").split("\n\n"):
            rows = [row for row in line.splitlines() if row.startswith("|")]
            if len({len(re.findall(r"(?<!\\)\|", row)) for row in rows}) > 1:
                askew.append((page.name, rows[0]))

    assert askew == []
    assert tables("| a | |\n| --- | --- |\n| `b` | c |\n", "| a | |") == [{"b": ["c"]}]
