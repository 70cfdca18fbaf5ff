"""From the invitation to the list of what is asked, on a telephone; and the pages of signing in, for each reader."""

from urllib.parse import urlsplit

import pytest

from tests.browser.desk_work import sign_in
from tests.browser.looking import look

pytest_plugins = ["tests.browser.served"]

BEFORE = ("/logga-in/", "/logga-in/skickad/", "/logga-in/nytt-losenord/", "/en/logga-in/losenord/")
OWN = ("/konto/", "/konto/app/", "/konto/nycklar/ny/")
NEWEST_LINK = """
from adoption.models import SignInLink
from adoption.link_mail import link_address
print(link_address(SignInLink.objects.latest("pk")))
"""


@pytest.fixture
def person(browser):
    """Opens a browser of one's own, in which nothing may be complained of."""
    complaints, contexts = [], []

    def arrive(address: str, width: int):
        contexts.append(
            browser.new_context(base_url=address, locale="sv-SE", viewport={"width": width, "height": 740})
        )
        page = contexts[-1].new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        return page

    yield arrive
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.mark.proof_only
def test_from_the_invitation_to_what_is_asked(demo_desk, person):
    address, password, manage = demo_desk
    strategist, telephone = person(address, 1280), person(address, 360)
    sign_in(strategist, address, "admin@localhost", password)
    strategist.goto("/admin/personer/bjud-in/")
    strategist.fill("[name=email]", "registrator@nynashamn.example.se")
    strategist.check("text=Nynäshamn")
    strategist.get_by_role("button", name="Skicka inbjudan").click()
    strategist.get_by_role("link", name="registrator@nynashamn.example.se").click()
    assert "Gäller tills ärendet är avslutat" in strategist.locator("main").inner_text()
    assert look(strategist) == []

    telephone.goto(urlsplit(manage("shell", "-c", NEWEST_LINK).split()[-1]).path)
    assert "Nynäshamns kommun" in telephone.locator("main").inner_text()
    telephone.get_by_role("button", name="Logga in").click()

    telephone.wait_for_url(f"{address}/registrera/*/")
    asked = telephone.locator("main").inner_text()
    assert "2027–2030" in asked and "Svar önskas senast" in asked
    assert telephone.evaluate("document.documentElement.scrollWidth") <= 360
    assert look(telephone) == []


def test_the_pages_of_signing_in(demo_desk, person):
    address, password, _manage = demo_desk
    page = person(address, 1280)
    for path in BEFORE:
        page.goto(path)
        assert look(page) == [], path
    sign_in(page, address, "admin@localhost", password)
    for path in OWN:
        page.goto(path)
        if "bekrafta" in page.url:
            page.fill("[name=password]", password)
            page.locator("main .button").click()
        assert look(page) == [], path
