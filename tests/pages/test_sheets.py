"""The style sheets: each component is found by its name, and no rule is left over."""

import re

import pytest
from django.conf import settings

SHEETS = {
    sheet.name: sheet.read_text(encoding="utf-8") for sheet in settings.BASE_DIR.glob("static/css/*.css")
}
PLACES = [("templates", "*.html"), ("static/js", "*.js")]
PLACES += [(package, "*.py") for package in ("sodertorn", "programme", "adoption")]


@pytest.mark.parametrize("sheet", ["components.css", "desk.css"])
def test_blocks_stand_in_the_order_of_their_names(sheet):
    names = re.findall(r"^  /\* ([a-z_-]+): ", SHEETS[sheet], re.MULTILINE)

    shared = names.index("target") + 1
    assert names[:shared] == sorted(names[:shared])
    assert names[shared:] == sorted(names[shared:])


def test_each_class_that_has_a_rule_is_used_on_some_page():
    pages = "".join(
        file.read_text(encoding="utf-8")
        for folder, kind in PLACES
        for file in (settings.BASE_DIR / folder).rglob(kind)
    )
    used = set(re.findall(r"[a-z][\w-]*", pages))
    made = set(re.findall(r"[a-z][\w-]*(?:--|__)(?={)", pages))  # the rest is a state's name

    rules = re.sub(
        r"/\*.*?\*/|url\([^)]*\)",
        "",
        "".join(SHEETS[name] for name in SHEETS if name != "admin.css"),
        flags=re.S,
    )
    ruled = set(re.findall(r"\.([a-z][\w-]*)", rules))
    assert {name for name in ruled - used if not name.startswith(tuple(made))} == set()


def test_the_colours_of_files_are_those_of_the_pages():
    files = ("sodertorn/look.typ", "sodertorn/following/card.typ", "templates/layouts/base.html")
    said = "".join((settings.BASE_DIR / file).read_text() for file in files)
    colours = set(re.findall(r"#[0-9a-f]{6}\b", said))

    assert len(colours) > 8 and colours <= set(re.findall(r"#[0-9a-f]{6}\b", SHEETS["tokens.css"]))
