"""Large letters, a narrow view, colours of one's own, no mouse: each kind of page can be used (WCAG 2.2 AA)."""

import os

import pytest

from tests.browser.in_process import show
from tests.browser.looking import PROOF
from tests.pages.conftest import demo, demo_register, first_of_december, real_register  # noqa: F401 - fixtures
from tests.pages.site import visit

pytestmark = [
    pytest.mark.usefixtures("demo"),
    pytest.mark.any_database,
    pytest.mark.skipif(not PROOF, reason="tried by make proof"),
]

KINDS = (
    *("/", "/gallande/", "/program/", "/program/2027-2030/", "/program/2027-2030/mal/1/"),
    *("/program/2023-2026/jamfor/2027-2030/", "/program/2023-2026/jamfor/2027-2030/i-en-spalt/", "/jamfor/"),
    *(
        "/antagande/2027-2030/",
        "/kommuner/",
        "/kommuner/haninge/",
        "/beslut/78/",
        "/sa-avgors/",
        "/om/",
        "/ord/",
    ),
    *(
        "/handelser/",
        "/kontrollera/",
        "/sok/?q=infrastruktur",
        "/folj/",
        "/tillganglighet/",
        "/fel/",
        "/logga-in/",
    ),
    *("/finns-inte/", "/en/antagande/2027-2030/"),
)
TOO_WIDE = "document.documentElement.scrollWidth > window.innerWidth"
LARGE_LETTERS = "document.documentElement.style.fontSize = '200%'"
REACHABLE = """() => {
  const every = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
  const shut = one => one.closest('details:not([open])') && !(one.matches('summary') && !one.parentElement.parentElement.closest('details:not([open])'))
  window.waiting = new Set(every.filter(one => one.checkVisibility() && !shut(one)))
  return window.waiting.size
}"""
STOP = """() => {
  const one = document.activeElement
  if (one === document.body) return null
  window.waiting.delete(one)
  const box = [...one.getClientRects()].find(box => box.width && box.height) || one.getBoundingClientRect()
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
  const top = document.elementFromPoint(x, y)
  const covered = !top || !(one.contains(top) || top.contains(one) || top.control === one)
  return covered ? one.outerHTML.slice(0, 100) : ''
}"""
"""Nothing when the keyboard has left the page; otherwise the element that it has reached, if something covers it."""


DRAWN = """() => [...document.querySelectorAll('.map__place')].map(place => {
  const style = getComputedStyle(place.querySelector('.map__shape'))
  return {state: place.getAttribute('class'), fill: style.fill, stroke: style.stroke, dashes: style.strokeDasharray}
})"""
BACKGROUND = "getComputedStyle(document.body).backgroundColor"


@pytest.mark.parametrize("path", KINDS if os.environ.get("HYPOTHESIS_PROFILE") == "proof" else KINDS[::6])
def test_every_kind_of_page_as_readers_set_it(page, path):
    page.emulate_media(reduced_motion="reduce")
    show(page, path, visit(path))

    assert page.evaluate("document.getAnimations().length") == 0
    assert keyboard_faults(page) == []
    page.set_viewport_size({"width": 640, "height": 512})
    page.evaluate(LARGE_LETTERS)
    assert not page.evaluate(TOO_WIDE), "letters made twice as large"


@pytest.mark.parametrize("path", ["/kommuner/", "/antagande/2027-2030/"])
def test_the_map_tells_every_state_apart_without_colours(page, path):
    page.emulate_media(forced_colors="active")
    show(page, path, visit(path))

    shapes, background = page.evaluate(DRAWN), page.evaluate(BACKGROUND)

    assert [one for one in shapes if {one["fill"], one["stroke"]} == {background}] == []
    looks = {(one["fill"], one["stroke"], one["dashes"]) for one in shapes}
    assert len(shapes) == 8 and len(looks) == len({one["state"] for one in shapes})


def test_every_stop_that_is_missed_or_covered_is_found(page):
    show(page, "/om/", visit("/om/"))

    page.evaluate("""() => {
      document.querySelector('main a').tabIndex = -1
      const cover = document.createElement('div')
      cover.setAttribute('style', 'position: fixed; inset: auto 0 0 0; height: 99%; background: red')
      document.body.append(cover)
    }""")

    faults = keyboard_faults(page)
    assert [fault[:11] for fault in faults if "not reached" in fault] == ["not reached"]
    assert len(faults) > 5


def keyboard_faults(page) -> list[str]:
    """Stops that are covered, and what the keyboard never reaches."""
    count, faults = page.evaluate(REACHABLE), []
    for _step in range(count + 20):
        page.keyboard.press("Tab")
        covered = page.evaluate(STOP)
        if covered is None:
            break
        faults += filter(None, [covered])
    return faults + page.evaluate(
        "[...window.waiting].map(one => 'not reached: ' + one.outerHTML.slice(0, 100))"
    )
