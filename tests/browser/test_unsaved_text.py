"""What is typed and not saved: still there after Back, a dropped connection and an ended session; not after signing out."""

import pytest

from tests.browser.desk_work import sign_in

pytest_plugins = ["tests.browser.served"]

BOX, TYPED = "[name=paragraph]", "45 a"


@pytest.fixture
def form(desk, browser):
    """Somebody has typed in the form that registers a decision."""
    address, password = desk
    page = browser.new_context().new_page()
    sign_in(page, address, "admin@localhost", password)
    page.goto(f"{address}/admin/beslut/nytt/")
    page.fill(BOX, TYPED)
    yield page
    page.context.close()


def taken_back(page) -> str:
    page.get_by_role("button", name="Ta tillbaka").click()
    return page.locator(BOX).input_value()


def test_it_is_there_after_going_away_and_back(form):
    form.get_by_role("link", name="Utkast").first.click()
    form.go_back()

    if offered(form):
        taken_back(form)
    assert form.locator(BOX).input_value() == TYPED


def test_it_is_there_when_one_goes_back_from_the_page_that_asks(form):
    """Also to a form that had an error first: that page was the answer to another form."""
    form.locator("main form .button").first.click()
    form.wait_for_load_state()
    form.select_option("[name=revision]", "2019")
    form.select_option("[name=municipality]", "tyreso")
    form.fill("[name=on]", "2019-06-10")
    form.select_option("[name=outcome]", "noted")
    form.select_option("[name=source_kind]", "message")
    if form.locator("[name=takes_back]").count():
        form.check("[name=takes_back][value=no]")
    form.locator("[name=step][value=review]:visible").click()
    form.wait_for_load_state()
    if form.locator("[name=takes_back]").count():
        form.check("[name=takes_back][value=no]")
        form.locator("[name=step][value=review]:visible").click()
    assert form.locator("h1").inner_text() == "Stämmer det här?"

    form.go_back()

    assert form.locator(BOX).input_value() == TYPED


def test_it_is_there_after_the_connection_was_dropped(form):
    address = form.url
    form.context.set_offline(True)
    form.locator("main form .button").first.click()
    form.context.set_offline(False)
    form.goto(address)

    assert taken_back(form) == TYPED


def test_it_goes_on_when_the_session_had_ended(form, desk):
    address, password = desk
    form.context.clear_cookies(name="sessionid")
    form.locator("main form .button").first.click()

    form.fill("[name=sign_in_email]", "admin@localhost")
    form.fill("[name=sign_in_password]", password)
    form.get_by_role("button", name="Logga in och fortsätt").click()

    assert form.locator(BOX).input_value() == TYPED


def test_signing_out_asks_first_and_then_leaves_nothing_for_the_next_person(form, desk):
    address, password = desk
    page, asked = form.url, []
    form.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.accept()))
    form.reload()
    form.get_by_role("button", name="Logga ut").click()
    form.wait_for_url("**/utloggad/")

    assert asked == ["Det finns text som inte är sparad. Den kastas när du loggar ut."]
    assert form.evaluate("Object.keys(localStorage).filter((name) => name.startsWith('keep:'))") == []
    sign_in(form, address, "admin@localhost", password)
    form.goto(page)
    assert not offered(form)


def offered(page) -> bool:
    return page.get_by_role("button", name="Ta tillbaka").count() > 0
