"""Every box of every page where something is typed refuses what no text or day may be, and keeps what was typed."""

import pytest

from tests.desk.decided import held
from tests.desk.rooms import desk_of, read, strategist
from tests.desk.test_who_may_what import VIEWS
from tests.desk.world import World
from tests.pages.site import Page

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

UNFIT = {"text": "Ring 640823-3234", "date": "20233-01-01"}
OF_THEIR_OWN = {
    "desk:draft": "the editor: test_drafts",
    "desk:comment": "two forms, each with its button: test_comments",
    "desk:board_runway": "a question in the address, not a form that is posted: test_board",
}
NO_TEXT = {"hidden", "checkbox", "radio", "file", "search"}


def boxes(page: Page) -> dict[str, str]:
    """What would be typed in each box of the page, by its name."""
    found = {}
    for element in page.elements("input", "textarea"):
        said = dict(element.attributes)
        if "name" in said and said.get("type") not in NO_TEXT and not {"hidden", "readonly"} & said.keys():
            found[said["name"]] = UNFIT["date" if said.get("type") == "date" else "text"]
    return found


@pytest.mark.proof_only
def test_what_no_box_may_hold_is_refused_beside_each_and_kept():
    world, desk, seen = World(), desk_of(strategist(is_superuser=True)), set()
    for name in sorted(name for name in VIEWS if name.startswith("desk:") and name not in OF_THEIR_OWN):
        address = world.address(name)
        if "text/html" not in desk.get(address).headers.get("Content-Type", ""):
            continue
        opened = read(desk, address)
        if not (typed := boxes(opened)):
            continue

        page = Page(desk.post(address, held(opened) | typed | {"step": "review"}))

        assert page.status == 200, name
        assert page.texts_of("summary"), name
        assert {box: held(page).get(box) for box in typed} == typed, name
        told = [said for said in page.values("div", "id") if said and said.endswith("_error")]
        assert [box for box in typed if not any(box in said for said in told)] == [], name
        seen.add(name)
    assert len(seen) > 15


def test_every_field_of_every_form_has_its_box():
    """A form without its boxes can't be filled in, whatever its act can do with what is sent."""
    world, seen = World(), set()
    people = {"desk": desk_of(strategist(is_superuser=True)), "registering": desk_of(world.registrar)}
    for name in sorted(VIEWS):
        client = people.get(name.partition(":")[0])
        answer = client and client.get(world.address(name))
        form = answer and answer.context and answer.context.get("form")
        if not hasattr(form, "fields") or b'name="form_token"' not in answer.content:
            continue

        html = answer.content.decode()

        assert [field.html_name for field in form if f'name="{field.html_name}"' not in html] == [], name
        seen.add(name)
    assert {"registering:later", "registering:decision_new", "desk:decision_new"} <= seen
