"""/stil/ shows every component of the pages, made of the real templates."""

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
