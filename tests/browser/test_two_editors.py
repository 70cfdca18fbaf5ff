"""Two people in two browsers save the same draft at once: no text is ever lost silently."""

import os
import re

import pytest

from tests.browser.desk_work import begin_draft, make_strategist, sign_in

pytest_plugins = ["tests.browser.served"]
pytestmark = pytest.mark.proof_only

ROUNDS = 6 if os.environ.get("HYPOTHESIS_PROFILE") == "quick" else 200
SLUG = "utkast-for-tva"


@pytest.fixture
def two(desk, browser):
    """Two strategists, each in a browser of their own, before the same draft."""
    address, password = desk
    first, second = browser.new_context().new_page(), browser.new_context().new_page()
    sign_in(first, address, "admin@localhost", password)
    make_strategist(first, address, "berit@example.se", "Berit")
    sign_in(second, address, "berit@example.se")
    begin_draft(first, address, SLUG, "Utkast för två")
    yield address, first, second
    first.context.close()
    second.context.close()


def test_no_text_is_lost_when_two_save_at_once(two):
    address, *people = two
    page = f"{address}/admin/utkast/{SLUG}/"
    for number in range(ROUNDS):
        fields = ("text-vision", "text-vision") if number % 2 else ("text-vision", "text-purpose")
        texts = [f"Runda {number}, {who} skrev det här." for who in ("den första", "den andra")]
        for person, field, text in zip(people, fields, texts, strict=True):
            person.goto(page)
            person.fill(f"[name={field}]", text)

        save_at_once(people)

        overtaken = [person for person in people if person.locator("#fel").count()]
        assert len(overtaken) == 1, f"round {number}: one of the two must be told"
        loser = people.index(overtaken[0])
        assert people[loser].locator(f"[name={fields[loser]}]").input_value() == texts[loser]
        assert texts[1 - loser] in shown(people[loser])
        save(people[loser])
        assert stored(people[0], page, fields[loser]) == texts[loser]
        expected = texts[loser] if fields[0] == fields[1] else texts[1 - loser]
        assert stored(people[0], page, fields[1 - loser]) == expected
        assert texts[1 - loser] in version_before_the_last(people[0], page)


def save_at_once(people) -> None:
    """Both press Save before either has been answered."""
    for person in people:
        person.evaluate("document.body.dataset.old = 'yes'")
    for person in people:
        person.evaluate("setTimeout(() => document.querySelector('.draft__bar .button').click(), 0)")
    for person in people:
        person.wait_for_selector("body:not([data-old])", state="attached")
        person.wait_for_load_state()


def save(person) -> None:
    person.locator(".draft__bar .button").click()
    person.wait_for_load_state()
    assert person.locator("#fel").count() == 0


def shown(person) -> str:
    """All words of the page, also those in its boxes."""
    boxes = person.locator("textarea").evaluate_all("boxes => boxes.map(box => box.value).join(' ')")
    return person.locator("main").inner_text() + boxes


def stored(person, page: str, field: str) -> str:
    person.goto(page)
    return person.locator(f"[name={field}]").input_value()


def version_before_the_last(person, page: str) -> str:
    newest = int(re.search(r"Version (\d+)", person.locator(".head__note").inner_text()).group(1))
    person.goto(f"{page}versioner/{newest - 1}/")
    return person.locator("main").inner_text()
