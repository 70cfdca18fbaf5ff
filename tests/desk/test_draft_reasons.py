"""Why a draft was saved is never dropped: it is kept with what it explains, or told of."""

import pytest

from tests.desk.editor import Editor
from tests.desk.rooms import desk_of, strategist
from tests.factories import RevisionFactory

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def revision():
    return RevisionFactory(slug="2027-2030", title="Programmet", texts=True)


@pytest.fixture
def editor(revision):
    return Editor(desk_of(strategist()), "2027-2030")


def test_a_reason_for_nothing_is_told_of_and_kept(editor, revision):
    editor.type(**{"text-vision": "Vi följer"}).save()

    editor.type(why="Kommittén ville det.").press()

    assert "ingen ny version att spara skälet med" in editor.errors
    assert editor["why"] == "Kommittén ville det."
    editor.type(**{"text-vision": "Vi leder"}).save()
    assert [saving.why for saving in revision.savings.order_by("number")] == ["", "Kommittén ville det."]


def test_the_reason_why_a_version_gets_its_name_is_kept_with_it(editor, revision):
    editor.type(**{"text-vision": "Vi följer"}).save()

    editor.type(name="Remissen", why="Så gick den ut.").save()

    assert revision.savings.get().history.first().history_change_reason == "Så gick den ut."
