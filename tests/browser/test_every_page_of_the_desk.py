"""Every page of the desk, light and dark, wide and narrow, in both languages: nothing that axe finds, nothing too wide.

`make test` looks at a few, `make proof` at all.
"""

import pytest

from tests.browser.desk_work import begin_draft, sign_in
from tests.browser.looking import PROOF, look

pytest_plugins = ["tests.browser.served"]
pytestmark = pytest.mark.proof

DRAFT = "/admin/utkast/2027-2030/"
PAGES = [
    "/admin/",
    "/stil/",
    DRAFT,
    f"{DRAFT}jamfor/",
    "/admin/slaktskap/2027-2030/",
    "/admin/beslut/",
    "/admin/beslut/nytt/",
    "/admin/beslut/78/",
    "/admin/texter/2023-2026/",
    "/admin/adoption/municipality/0140/change/",
    "/admin/finns-inte/",
    f"/en{DRAFT}",
]
if PROOF:
    PAGES += [
        "/admin/vantar/for-in/",
        "/konto/losenord/",
        "/admin/meddelanden/",
        "/admin/utkast/",
        "/admin/utkast/nytt/",
        *(DRAFT + page for page in ("versioner/", "versioner/1/", "synpunkter/", "dela/", "historik/")),
        "/admin/slaktskap/2023-2026/",
        "/admin/beslut/filer/",
        *(
            f"/admin/beslut/78/{page}/"
            for page in ("komplettera", "ratta", "uppfoljning", "granska", "avgora")
        ),
        "/admin/kommuner/",
        "/admin/kommuner/aldre-beslut/",
        "/admin/brev/2023-2026/huddinge/",
        "/admin/texter/",
        *(f"/admin/texter/2023-2026/{page}/" for page in ("ny", "bilaga", "45", "44/kontrollera")),
        "/admin/adoption/municipality/",
        "/admin/adoption/municipality/0140/history/",
        "/admin/adoption/source/add/",
        "/admin/programme/termofoffice/",
        "/admin/programme/revision/",
        "/admin/sodertorn/entry/",
        "/admin/sodertorn/user/",
        "/admin/sodertorn/user/add/",
        "/en/admin/",
        "/en/admin/beslut/nytt/",
    ]


@pytest.fixture(scope="module")
def page(desk, browser, browser_context_args):
    """Of a strategist, who is administrator too, and has signed in and begun a draft; one for all that is looked at."""
    address, password = desk
    context = browser.new_context(**browser_context_args)
    page = context.new_page()
    page.goto(f"{address}/logga-in/losenord/")
    assert look(page) == []
    sign_in(page, address, "admin@localhost", password)
    begin_draft(page, address, "2027-2030", "Påhittat program 2027–2030", source="2019")
    yield page
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_every_page_of_the_desk(desk, page, errors, path):
    page.goto(desk[0] + path)

    assert look(page) == []
    assert [error for error in errors if "404 (Not Found)" not in error or path != "/admin/finns-inte/"] == []


OUTLINE = """() => {
  const focused = document.activeElement, style = getComputedStyle(focused);
  // When a part of a control that the browser draws has the focus, the browser marks that part.
  const seen = !focused.matches(":focus-visible") || (style.outlineStyle != "none" && parseFloat(style.outlineWidth) >= 2);
  return seen ? "" : focused.outerHTML.slice(0, 80);
}"""


def test_focus_is_seen_on_every_control(desk, page):
    """Each control that the keyboard reaches is drawn otherwise when it has the focus (WCAG 2.4.7)."""
    page.goto(desk[0] + DRAFT)
    unseen = []
    for _step in range(40):
        page.keyboard.press("Tab")
        unseen.append(page.evaluate(OUTLINE))

    assert [control for control in unseen if control] == []
