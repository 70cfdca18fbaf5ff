"""Every kind of page, light and dark, wide and narrow: nothing that axe finds, nothing too wide, no errors.

`make test` looks at a few, `make proof` at all.
"""

import pytest

from tests.browser.looking import PROOF, WIDE, look
from tests.pages.site import BOTH

pytest_plugins = ["tests.browser.served"]
pytestmark = pytest.mark.proof

REAL = [
    "/",
    "/program/2023-2026/",
    "/program/2019/jamfor/2019-justerad-2021/",
    "/antagande/2023-2026/",
    "/beslut/78/",
    "/handelser/",
    "/finns-inte/",
    "/en/",
]
DEMO = ["/", "/antagande/2027-2030/", "/antagande/2027-2030/handlingar/nynashamn/"]
if PROOF:
    REAL += [
        "/?dag=2021-06-01",
        "/?dag=2023-03-01",
        "/?kand=2020-01-01",
        "/gallande/2023-03-01/",
        "/program/2019/",
        "/program/2019/jamfor/2019-justerad-2021/i-en-spalt/",
        "/program/2019/jamfor/2023-2026/",
        "/antagande/2013/",
        "/antagande/2019/",
        "/sok/?q=infrastruktur",
        "/sok/?q=xyzzy",
        "/tillganglighet/meddela/",
        "/fel/?sida=/om/",
        "/en/program/2019/",
        *(path for path in BOTH if path not in REAL),
    ]
    DEMO += [
        "/program/",
        "/program/2027-2030/",
        "/program/2027-2030/mal/1/",
        "/kommuner/",
        "/kommuner/haninge/",
        "/finns-inte/",
        "/en/antagande/2027-2030/",
        "/en/program/2027-2030/",
        "/en/program/2023-2026/jamfor/2027-2030/",
    ]


@pytest.fixture(scope="module")
def page(browser, browser_context_args):
    """One for all of them: the browser has compiled axe by then."""
    context = browser.new_context(**browser_context_args)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", REAL)
def test_every_kind_of_page_of_the_register(real, page, errors, path):
    page.goto(real + path)

    assert look(page) == []
    assert [error for error in errors if "404 (Not Found)" not in error or path != "/finns-inte/"] == []


@pytest.mark.parametrize("path", DEMO)
def test_every_kind_of_page_of_the_demonstration(demo, page, errors, path):
    page.goto(demo + path)

    assert page.locator(".demo").is_visible()
    assert look(page) == []
    assert [error for error in errors if "404 (Not Found)" not in error or path != "/finns-inte/"] == []


def test_the_page_of_a_decision_that_was_corrected(demo, page, errors):
    page.goto(f"{demo}/antagande/2027-2030/")
    page.locator("tr", has_text="Haninge").locator("a[href^='/beslut/']").click()

    assert page.locator("s").is_visible()
    assert look(page) == []
    assert errors == []


@pytest.mark.parametrize(("look_of", "colour"), [("light 1280", "#ddd"), ("dark 320", "#222")])
def test_axe_finds_what_is_wrong(real, page, look_of, colour):
    page.goto(f"{real}/om/")

    page.locator("h1").evaluate(
        "(h1, colour) => { h1.style.color = colour; h1.style.width = '9999px' }", colour
    )

    page.evaluate("""() => [1, 2].forEach(_ => {
      const button = document.body.appendChild(document.createElement('button'))
      Object.assign(button.style, {all: 'unset', display: 'block', width: '9px', height: '9px'})
    })""")

    faults = " ".join(look(page, every=True))
    assert f"{look_of}: " in faults
    assert "color-contrast" in faults and "target-size" in faults
    assert "wider than 320 px" in faults


@pytest.mark.parametrize("path", ["/", "/en/"])
def test_the_start_page_answers_on_a_laptop_without_scrolling(real, demo, page, path):
    """1280 by 720; the demonstration's banner is not counted, which a real adoption has not."""
    page.set_viewport_size({"width": WIDE, "height": 720})
    bottoms = {}
    for site in (real, demo):
        page.goto(site + path)
        banner = page.locator(".demo")
        above = banner.bounding_box()["height"] if banner.count() else 0
        box = page.locator(".answers").bounding_box()
        bottoms[site] = box["y"] + box["height"] - above

    assert {site: bottom for site, bottom in bottoms.items() if bottom > 720} == {}
