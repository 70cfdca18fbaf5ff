"""/stil/ shows every component of the pages, made of the real templates."""

import re

import pytest
from django.conf import settings

from tests.desk.rooms import desk_of, strategist

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_every_component_stands_there(prefix):
    """A new one needs a sample in sodertorn/style/samples.py."""
    folder = settings.BASE_DIR / "templates" / "components"
    components = {f"components/{file.name}" for file in folder.glob("*.html")}

    response = desk_of(strategist()).get(f"{prefix}/stil/")

    assert components - {template.name for template in response.templates} == set()


OF_A_PAGE = {
    *("beside--even", "form--wide", "trap--sprung"),
    *("compared--desk", "kinline__one--this", "line__name--short", "pair--columns"),
}
"""How a page lays out what is in it, or what it draws itself."""


def test_every_component_stands_there_in_every_state():
    sheet = (settings.BASE_DIR / "static" / "css" / "components.css").read_text(encoding="utf-8")
    states = set(re.findall(r"\.([a-z][\w-]*--[\w-]+)", sheet))

    html = desk_of(strategist()).get("/stil/").content.decode()

    assert len(states) > 50
    assert {one for one in states if not re.search(rf'["\s]{one}["\s]', html)} <= OF_A_PAGE
