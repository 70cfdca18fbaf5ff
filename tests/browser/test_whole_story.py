"""The whole story of a programme, on the demonstration: from a draft until its proof is checked elsewhere."""

import io
import subprocess
import sys
import zipfile
from datetime import date, timedelta

import pytest

from tests.browser.desk_work import begin_draft, make_strategist, sign_in
from tests.pdf_files import pdf

pytest_plugins = ["tests.browser.served"]

SLUG = "2027-2030-ny"
VISION = "Södertörn växer tillsammans, varsamt"
AT_ONCE = {"Nynäshamn": "31", "Salem": "8/26", "Södertälje": "22", "Tyresö": "45 a"}
ALL = ["Botkyrka", "Haninge", "Huddinge", "Nykvarn", *AT_ONCE]


def ago(weekdays: int) -> str:
    """Boards seldom meet on Saturdays, and the register asks about it."""
    day = date.today()
    while weekdays:
        day -= timedelta(days=1)
        weekdays -= day.weekday() < 5
    return day.isoformat()


@pytest.fixture
def person(demo_desk, browser):
    """Somebody who is strategist and administrator; the browser may not complain of anything."""
    address, password, _manage = demo_desk
    page = browser.new_context(base_url=address, locale="sv-SE").new_page()
    complaints = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    sign_in(page, address, "admin@localhost", password)
    yield page
    page.context.close()
    assert complaints == []


@pytest.mark.proof_only
def test_the_whole_story(demo_desk, person, browser, tmp_path):
    address, _password, manage = demo_desk
    make_strategist(person, address, "berit@example.se", "Berit Strateg")
    withdraw_what_was_sent(person)
    draft_another_in_its_stead(person, address)
    send_it(person)
    decide_in_two_steps(person)
    decide_through_a_council(person)
    decide_at_once(person)
    a_second_person_checks_all(browser, address)
    it_applies_and_is_compared(person)
    annul_one(person)
    assert "Allt stämmer." in manage("verify")
    the_proof_holds_elsewhere(person, tmp_path / "elsewhere")


def said(page) -> str:
    """What the page tells, in words, spaces that do not break among them."""
    return " ".join(page.locator("main").inner_text().split())


def go_on(page, why_odd: str = "") -> str:
    """See what the register will say, and agree; where that asks why, with a reason. Gives what it said."""
    page.locator("[name=step][value=review]:visible").click()
    page.wait_for_load_state()
    assert page.locator("h1").inner_text() == "Stämmer det här?", said(page)
    told = said(page)
    if why_odd and page.locator("[name=odd_reason]").count():
        page.fill("[name=odd_reason]", why_odd)
    page.locator("[name=step][value=confirm]").click()
    page.wait_for_load_state()
    assert page.locator(".notice--success").count() == 1, said(page)
    return told


def decide(page, municipality: str, weekdays: int, *, outcome="adopted", paragraph="", body="board") -> str:
    """A decision is registered. Gives what the register says of it."""
    page.goto("/admin/beslut/nytt/")
    page.select_option("[name=revision]", SLUG)
    page.select_option("[name=municipality]", label=municipality)
    page.check(f"[name=body][value={body}]")
    page.fill("[name=on]", ago(weekdays))
    page.fill("[name=paragraph]", paragraph)
    page.select_option("[name=outcome]", outcome)
    if outcome == "adopted":
        page.check("[name=text_change][value=unchanged]")
    page.select_option("[name=source_kind]", "message")
    return go_on(page)


def withdraw_what_was_sent(page):
    page.goto("/admin/program/2027-2030/aterkalla/")
    page.fill("[name=on]", ago(24))
    page.fill("[name=why]", "Påhittat skäl: visionen ska formuleras om.")
    assert "Programmet återkallades" in go_on(page)


def draft_another_in_its_stead(page, address):
    begin_draft(page, address, SLUG, "Påhittat program för 2027–2030, på nytt", source="2027-2030")
    page.fill("[name=text-vision]", VISION)
    page.get_by_role("button", name="Spara", exact=True).click()
    page.wait_for_load_state()
    assert page.locator("[name=text-vision]").input_value() == VISION


def send_it(page):
    page.goto(f"/admin/utkast/{SLUG}/sand/")
    page.fill("[name=decided_on]", ago(24))
    page.fill("[name=paragraph]", "14")
    page.fill("[name=minutes]", "Påhittat protokoll")
    page.fill("[name=sent_on]", ago(23))
    told = go_on(page, why_odd="Påhittat skäl: det får gälla genast.")
    assert "Åtta kommunstyrelser ska anta det" in told
    assert VISION in told
    assert page.request.get(f"/program/{SLUG}/bilaga.pdf").body().startswith(b"%PDF")


def decide_in_two_steps(page):
    assert "återremitterade" in decide(page, "Botkyrka", 22, outcome="referred_back", paragraph="3")
    assert "Första av åtta" in decide(page, "Botkyrka", 20, paragraph="11")

    assert "Andra av åtta" in decide(page, "Haninge", 19)
    page.get_by_role("link", name="Komplettera").click()
    page.fill("[name=paragraph]", "63/26")
    page.set_input_files(
        "[name=extract]", {"name": "utdrag.pdf", "mimeType": "application/pdf", "buffer": pdf()}
    )
    assert "§ 63/26" in go_on(page)

    assert "Tredje av åtta" in decide(page, "Huddinge", 16, paragraph="9")
    page.get_by_role("link", name="Rätta", exact=True).click()
    page.check("[name=correction][value=typing_error]")
    page.fill("[name=reason]", "Fel dag skrevs av.")
    page.fill("[name=on]", ago(17))
    go_on(page)


def decide_through_a_council(page):
    assert "fullmäktige" in decide(page, "Nykvarn", 14, outcome="to_council", paragraph="7")
    page.goto(f"/antagande/{SLUG}/")
    assert "Tre av åtta har antagit programmet" in said(page)
    assert "Hos fullmäktige" in said(page)
    assert "Fjärde av åtta" in decide(page, "Nykvarn", 6, paragraph="88", body="council")


def decide_at_once(page):
    for weekdays, (municipality, paragraph) in zip((5, 4, 3, 2), AT_ONCE.items(), strict=True):
        told = decide(page, municipality, weekdays, paragraph=paragraph)
    assert "Åttonde av åtta: alla har antagit det." in told


def a_second_person_checks_all(browser, address):
    page = browser.new_context(base_url=address, locale="sv-SE").new_page()
    sign_in(page, address, "berit@example.se")
    page.goto("/admin/vantar/granska/")
    waiting = page.locator("main a[href$='/granska/']")
    for link in waiting.evaluate_all("links => links.map(link => link.href)"):
        page.goto(link)
        page.check("[name=compared]")
        page.fill("[name=words]", "Påhittat justerat protokoll")
        go_on(page, why_odd="Det är påhittat, så registret har det inte.")
    page.goto(f"/antagande/{SLUG}/")
    assert "Granskade mot justerat protokoll Åtta av åtta" in said(page)
    page.context.close()


def it_applies_and_is_compared(page):
    page.goto("/gallande/")
    told = said(page)
    assert "då kommunstyrelsen i Tyresö som den sista av åtta antog det (§ 45 a)" in told
    assert "Alla åtta besluten är granskade mot justerade protokoll." in told
    page.goto(f"/program/2023-2026/jamfor/{SLUG}/")
    told = said(page)
    assert "borttaget: leder Sveriges starka och hållbara tillväxt" in told
    assert "tillagt: växer tillsammans, varsamt" in told


def annul_one(page):
    page.goto(f"/antagande/{SLUG}/")
    page.locator("tr", has_text="Salem").get_by_role("link", name="Beslutet, händelse").click()
    page.goto(page.url.replace("/beslut/", "/admin/beslut/") + "uppfoljning/")
    page.select_option("[name=what]", "annulled")
    page.fill("[name=on]", ago(0))
    page.fill("[name=words]", "Påhittad dom, mål 1234-26")
    page.select_option("[name=source_kind]", "message")
    told = go_on(page)
    assert "Salem räknas inte längre bland dem som har antagit det: sju av åtta." in told
    page.goto("/gallande/")
    assert "Det är inte avgjort vad som gäller" in said(page)
    assert "måste det antas på nytt av kommunstyrelsen i Salem" in said(page)


def the_proof_holds_elsewhere(page, place):
    """For a Python that has nothing of ours."""
    kit = page.request.get(f"/program/{SLUG}/bevis.zip").body()
    zipfile.ZipFile(io.BytesIO(kit)).extractall(place)
    command = [sys.executable, "-I", "-S", str(place / "check.py")]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
