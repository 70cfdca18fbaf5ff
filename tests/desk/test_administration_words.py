"""The administration's own forms take words as the rest of the desk does: cleaned, or refused beside their field."""

import pytest

from adoption.models import Source
from programme.models import TermOfOffice
from sodertorn.users import User
from tests.desk.rooms import desk_of, errors, read, strategist
from tests.desk.world import World
from tests.pages.site import Page

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

FIELDS = {
    "programme_termofoffice": "label",
    "adoption_municipality": "paper",
    "adoption_source": "title",
    "adoption_takingoffice": "note",
    "adoption_handlingofficer": "name",
    "sodertorn_user": "name",
}
UNFIT = {
    "Ring 640823-3234": "personnummer",
    "Ett\x08tecken": "går att visa",
    "Å" * 400: "400 tecken",
}


@pytest.fixture(scope="module")
def world(shared):
    return World()


@pytest.fixture
def desk(world):
    return desk_of(strategist(is_superuser=True))


def filled(desk, address: str) -> dict[str, str]:
    """All that the form holds, as a browser sends it back."""
    form = desk.get(address).context["adminform"].form
    values = {field.html_name: field.value() for field in form}
    return {name: "" if value is None else value for name, value in values.items()}


def test_what_no_text_may_hold_is_refused_in_every_form_and_kept(desk, world):
    for model, field in FIELDS.items():
        address = world.address(f"admin:{model}_change")
        for text, told in UNFIT.items():
            page = Page(desk.post(address, filled(desk, address) | {field: text}))

            assert told in page.html, (model, text[:20])
            boxes = {box.get("name"): box.get("value") for box in page.attributes("input")}
            assert boxes[field] == text, (model, text[:20])


def test_what_was_pasted_is_cleaned_and_nothing_is_cut_off_by_the_browser(desk, world):
    address = world.address("admin:programme_termofoffice_change")
    pasted = "2034\u20112038\u200b\u00a0 n\u00ady"

    assert desk.post(address, filled(desk, address) | {"label": pasted}).status_code == 302

    assert TermOfOffice.objects.get(pk=world.rows["programme_termofoffice"].pk).label == "2034\u20112038 ny"
    assert "maxlength" not in read(desk, address).html


def test_a_day_that_the_register_can_not_have_is_refused(desk, world):
    address = world.address("admin:adoption_takingoffice_change")

    page = Page(desk.post(address, filled(desk, address) | {"on": "20233-01-01"}))

    assert "”20233-01-01” är ingen dag som registret kan ha" in page.html


def test_addresses_hold_no_personal_number(desk, world):
    address = world.address("admin:adoption_municipality_change")

    page = Page(desk.post(address, filled(desk, address) | {"website": "https://example.se/640823-3234"}))

    assert "personnummer" in page.html


def test_every_form_asks_why_and_its_history_tells(desk, world):
    for model in FIELDS:
        address = world.address(f"admin:{model}_change")

        sent = desk.post(address, filled(desk, address) | {"why": "  Efter\u00a0mötet "})

        assert sent.status_code == 302, model
        assert "Efter mötet" in read(desk, world.address(f"admin:{model}_history")).main, model


def test_a_new_row_and_a_new_account_have_a_reason_too(desk, world):
    source = {"key": "nyhet", "kind": "other", "title": "En nyhet", "why": "Behövs som källa"}
    account = {"email": "ny@example.se", "why": "Börjar i mars"}
    secret = dict.fromkeys(("password1", "password2"), "en mening som är lätt att minnas")

    desk.post(world.address("admin:adoption_source_add"), source)
    desk.post(world.address("admin:sodertorn_user_add"), account | secret)

    assert Source.objects.get(key="nyhet").history.get().history_change_reason == "Behövs som källa"
    assert User.objects.get(email="ny@example.se").history.get().history_change_reason == "Börjar i mars"


def test_a_reason_is_refused_and_kept_like_other_words(desk, world):
    address = world.address("admin:adoption_municipality_change")

    page = Page(desk.post(address, filled(desk, address) | {"why": "Ring 640823-3234"}))

    assert "Varför? Texten innehåller ett personnummer" in errors(page)
    assert 'href="#id_why"' in page.html
    assert "Ring 640823-3234" in {box.get("value") for box in page.attributes("input")}


def test_nobody_is_asked_why_where_nothing_can_be_saved(desk, world):
    assert 'name="why"' not in read(desk, world.address("admin:programme_revision_change")).html
