"""A municipality registers its decision on a telephone: from the link in the mail to the confirmation, in few steps."""

from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.utils.timezone import localdate

from tests.browser.looking import look
from tests.pdf_files import pdf

pytest_plugins = ["tests.browser.served"]

MOST_INTERACTIONS = 12
FRIDAY = 4
INVITED = """
from adoption.link_mail import link_address
from adoption.link_services import give_links, invite
from adoption.models import Municipality
nynashamn = Municipality.objects.get(slug="nynashamn")
user = invite(email="registrator@nynashamn.example.se", municipalities=[nynashamn])
print(link_address(give_links(user=user, by=None)[0]))
"""


class Hand:
    """Counts what somebody does: each box that is filled in, each answer, each button."""

    def __init__(self, page):
        self.page, self.count, self.faults = page, 0, []

    def does(self, act, *words) -> None:
        act(*words)
        self.count += 1

    def press(self, name: str) -> None:
        self.does(self.page.locator("main .button:not(.button--quiet)", has_text=name).click)

    def choose(self, answer: str) -> None:
        self.does(self.page.get_by_label(answer, exact=True).check)

    def looks(self) -> None:
        """What there is to complain of here, and whether the telephone has to be turned."""
        self.faults += look(self.page)
        self.page.set_viewport_size({"width": 360, "height": 740})
        if self.page.evaluate("document.documentElement.scrollWidth") > 360:
            self.faults.append(f"wider than 360 px: {self.page.url}")


@pytest.fixture
def telephone(browser):
    context = browser.new_context(locale="sv-SE", viewport={"width": 360, "height": 740})
    yield context.new_page()
    context.close()


@pytest.mark.proof_only
def test_from_the_invitation_to_the_confirmation(demo_desk, telephone, tmp_path: Path):
    address, _password, manage = demo_desk
    minutes = tmp_path / "protokoll.pdf"
    minutes.write_bytes(pdf())
    page, hand = telephone, Hand(telephone)
    box, today = page.locator, localdate()
    met = today - timedelta(days=max(0, today.weekday() - FRIDAY))  # a meeting on a Saturday is asked about

    page.goto(address + urlsplit(manage("shell", "-c", INVITED).split()[-1]).path)
    hand.press("Logga in")
    assert "Svar önskas senast" in box("main").inner_text()
    hand.looks()
    hand.press("Registrera beslutet")
    assert not box("[name=text_change]").first.is_visible()
    hand.does(box("[name=extract]").set_input_files, minutes)
    hand.does(box("[name=on]").fill, met.isoformat())
    hand.does(box("[name=paragraph]").fill, "7")
    hand.does(box("[name=numbers]").fill, "KS-2026/64")
    hand.choose("antog programmet")
    hand.choose("ordagrant")
    hand.does(box("[name=document][value=sent]").check)
    hand.looks()
    hand.press("Fortsätt")
    said = box(".saying").inner_text()
    assert "Kommunstyrelsen i Nynäshamn antog" in said and "av åtta" in said
    hand.looks()
    hand.press("Ja, registrera")
    page.wait_for_load_state()

    assert "Bekräftelse på registrerat beslut" in page.title()
    assert "KS-2026/64" in box("main").inner_text()
    assert hand.count <= MOST_INTERACTIONS
    with page.expect_download() as downloading:
        page.get_by_role("link", name="Hämta som PDF").click()
    assert downloading.value.suggested_filename == f"Nynäshamn_KS_{met}_par-7_bekraftelse.pdf"
    hand.looks()
    for name in ("Protokollet är justerat", "Nynäshamn", "Anteckna diarienummer och dagar"):
        page.get_by_role("link", name=name, exact=True).click()
        hand.looks()
    assert hand.faults == []
