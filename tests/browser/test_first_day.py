"""A strategist's first day: old texts and decisions entered, the next programme begun, shared and commented on."""

import pytest

from tests.browser.desk_work import begin_draft, make_strategist, sign_in
from tests.pdf_files import pdf

pytest_plugins = ["tests.browser.served"]

TEXTS = {
    "Övergripande mål": "Ett påhittat övergripande mål.",
    "Långsiktigt mål 1": "Ett första påhittat mål.",
    "Långsiktigt mål 2": "Ett andra påhittat mål.",
}
MEETINGS = {
    "Botkyrka": ("2023-03-06", "41"),
    "Haninge": ("2023-03-20", "63/23"),
    "Salem": ("2023-04-11", "45 a"),
}
ANNEX = {"name": "bilaga-1.pdf", "mimeType": "application/pdf", "buffer": pdf(pages=4)}


@pytest.fixture
def person(desk, browser):
    """Åsa, on her first day, who is also the administrator; and what her browser complained of."""
    address, password = desk
    page = browser.new_context(base_url=address, locale="sv-SE").new_page()
    complaints = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    sign_in(page, address, "admin@localhost", password)
    yield page
    page.context.close()
    assert complaints == []


def go_on(page) -> None:
    """See what the register will say, and agree."""
    page.get_by_role("button", name="Fortsätt").click()
    assert page.locator("h1").inner_text() == "Stämmer det här?", page.locator("main").inner_text()
    page.get_by_role("button", name="Ja, registrera").click()
    page.wait_for_load_state()
    assert page.locator(".notice--success").count() == 1


@pytest.mark.proof_only
def test_the_first_day(desk, person, browser):
    address, _password = desk
    make_strategist(person, address, "berit@example.se", "Berit Strateg")
    enter_the_annex_and_its_texts(person)
    a_second_person_checks(browser, address)
    register_three_old_decisions(person)
    begin_draft(person, address, "2027-2030", "Påhittat program 2027–2030", source="2019")
    reorder_and_save(person)
    share_a_preview(person, browser)
    collect_comments(person)


def enter_the_annex_and_its_texts(page):
    page.goto("/admin/texter/2023-2026/bilaga/")
    page.set_input_files("[name=file]", ANNEX)
    go_on(page)
    for place, words in TEXTS.items():
        page.goto("/admin/texter/2023-2026/")
        page.locator("main a", has_text=place).filter(has_text="För in").click()
        page.fill("[name=text]", words)
        page.select_option("[name=source]", index=1)
        page.fill("[name=source_page]", "3")
        go_on(page)
    page.goto("/program/2023-2026/")
    assert all(words in page.locator("main").inner_text() for words in TEXTS.values())


def a_second_person_checks(browser, address):
    page = browser.new_context(base_url=address, locale="sv-SE").new_page()
    sign_in(page, address, "berit@example.se")
    page.goto("/admin/texter/2023-2026/")
    page.locator("main a", has_text="Övergripande mål").filter(has_text="Kontrollera").click()
    page.locator("main form [type=checkbox]").check()
    go_on(page)
    page.goto("/program/2023-2026/")
    assert "Kontrollerad mot källan" in page.locator("main").inner_text()
    page.context.close()


def register_three_old_decisions(page):
    for municipality, (day, paragraph) in MEETINGS.items():
        page.goto("/admin/beslut/")
        page.locator("tr", has_text=municipality).first.locator("a").first.click()
        page.get_by_role("link", name="Komplettera").click()
        page.fill("[name=on]", day)
        page.fill("[name=paragraph]", paragraph)
        go_on(page)
    page.goto("/antagande/2023-2026/")
    table = " ".join(page.locator("main table").inner_text().split())  # unbroken spaces too
    assert "6 mars 2023" in table
    assert "§ 45 a" in table


def reorder_and_save(page):
    goals = page.locator(":is([name='text-nar/1'], [name='text-nar/2'])")
    before = goals.evaluate_all("boxes => boxes.map(box => box.value)")
    page.locator("#item-nar\\/2 button", has_text="Flytta upp").first.press("Enter")
    page.wait_for_load_state()
    assert goals.evaluate_all("boxes => boxes.map(box => box.value)") == before[::-1]
    assert "inte sparade" in page.locator(".draft__state").inner_text()
    page.fill("[name=text-vision]", "En påhittad vision.")
    page.get_by_role("button", name="Spara", exact=True).click()
    page.wait_for_load_state()
    page.reload()
    assert goals.evaluate_all("boxes => boxes.map(box => box.value)") == before[::-1]
    assert page.locator("[name=text-vision]").input_value() == "En påhittad vision."


def share_a_preview(page, browser):
    page.goto("/admin/utkast/2027-2030/dela/")
    page.fill("[name=recipient]", "ledningsgruppen")
    page.get_by_role("button", name="Gör en länk").click()
    page.wait_for_load_state()
    link = page.locator("main :is(input, code, a)").evaluate_all(
        "found => found.map(e => e.value || e.innerText).find(text => text.includes('/utkast/') && !text.includes('admin'))"
    )
    reader = browser.new_context().new_page()
    reader.goto(link)
    words = reader.locator("body").inner_text()
    assert "Utkast, delas för synpunkter till och med" in words
    assert "En påhittad vision." in words
    reader.context.close()
    page.reload()
    assert "Öppnad en gång" in page.locator("main").inner_text()


def collect_comments(page):
    page.goto("/admin/utkast/2027-2030/synpunkter/")
    page.check("[name=sender][value=management]")
    page.fill("[name=on]", "2026-11-20")
    page.fill("[name=text]", "Visionen är för lång.")
    page.get_by_role("button", name="Anteckna").click()
    page.wait_for_load_state()
    assert "Visionen är för lång." in page.locator("main").inner_text()
    with page.expect_download() as document:
        page.get_by_role("link", name="Word").click()
    assert document.value.suggested_filename.endswith(".docx")
