"""The pages can be read and walked through with a keyboard, and without scripts."""

import pytest

pytest_plugins = ["tests.browser.served"]

FOCUSED = "document.activeElement"
STOP = """() => {
    const element = document.activeElement
    if (element === document.body) return null
    const shape = element.querySelector('.map__shape')
    const style = getComputedStyle(element)
    const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
    const drawn = shape && parseFloat(getComputedStyle(shape).strokeWidth) >= 3
    const box = element.getBoundingClientRect()
    const seen = (outlined || drawn) && box.width > 0 && box.bottom > 0 && box.top < innerHeight
    return seen ? '' : element.outerHTML.slice(0, 120)
}"""
"""Nothing when the keyboard has left the page; otherwise the element that it has reached, if that can't be seen."""


@pytest.fixture
def narrow(browser, browser_context_args):
    """A page on a phone, without scripts."""
    context = browser.new_context(
        **browser_context_args, viewport={"width": 320, "height": 640}, java_script_enabled=False
    )
    yield context.new_page()
    context.close()


def focused(page):
    return page.evaluate_handle(FOCUSED).as_element()


def test_the_first_stop_is_the_way_past_the_menu(real, page):
    page.goto(f"{real}/")

    page.keyboard.press("Tab")
    assert focused(page).inner_text() == "Till innehållet"
    assert page.locator(".skip").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.locator("main").evaluate(f"main => main.contains({FOCUSED})")


@pytest.mark.proof_only
@pytest.mark.parametrize("path", ["/", "/antagande/2027-2030/", "/program/2027-2030/"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_stop_can_be_seen(demo, page, path, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto(demo + path)

    stops, unseen = 0, []
    page.keyboard.press("Tab")
    while (unseen_stop := page.evaluate(STOP)) is not None and stops < 300:
        stops += 1
        unseen += filter(None, [unseen_stop])
        page.keyboard.press("Tab")

    assert 10 < stops < 300
    assert unseen == []


def test_the_menu_of_a_phone_opens_with_the_keyboard_and_without_scripts(real, narrow):
    narrow.goto(f"{real}/")
    link = narrow.locator(".menu__nav").get_by_role("link", name="Kommunerna", exact=True)

    assert not link.is_visible()
    narrow.locator(".menu summary").focus()
    narrow.keyboard.press("Enter")
    assert link.is_visible()
    link.focus()
    narrow.keyboard.press("Enter")

    narrow.wait_for_url(f"{real}/kommuner/")


def test_another_day_is_chosen_without_scripts(real, narrow):
    narrow.goto(f"{real}/program/")

    narrow.get_by_text("Välj dag", exact=True).click()
    narrow.locator("input[name=dag]").fill("2021-06-01")
    narrow.get_by_role("button", name="Visa").click()

    assert (
        narrow.locator(".reading__sentence").inner_text()
        == "Läget den 1\N{NO-BREAK SPACE}juni\N{NO-BREAK SPACE}2021"
    )
    narrow.get_by_role("link", name="Till läget i dag").click()
    narrow.wait_for_url(f"{real}/program/")


def test_no_page_needs_a_script(real, page):
    scripts = []
    page.on(
        "request", lambda request: scripts.append(request.url) if request.resource_type == "script" else None
    )

    for path in ("/", "/program/2019/", "/antagande/2019/", "/kommuner/tyreso/", "/beslut/78/", "/om/"):
        page.goto(real + path)
        assert page.locator("script").count() == 0

    assert scripts == []


@pytest.mark.parametrize(
    "path", ["/antagande/2019/?dag=2021-06-01", "/beslut/78/?kand=2026-11-25", "/program/2023-2026/"]
)
def test_the_other_language_is_the_same_page_at_the_same_day(real, page, path):
    page.goto(real + path)

    page.locator(".site__nav").get_by_role("link", name="English").click()
    page.wait_for_url(f"{real}/en{path}")
    assert page.locator("html").get_attribute("lang") == "en"
    page.locator(".site__nav").get_by_role("link", name="Svenska").click()
    page.wait_for_url(real + path)


def test_a_municipality_on_the_map_leads_to_its_page(real, page):
    page.goto(f"{real}/kommuner/")

    page.locator(".map__place").last.focus()
    page.keyboard.press("Enter")

    page.wait_for_url(f"{real}/kommuner/tyreso/")


def test_words_made_twice_as_large_need_no_sideways_scrolling(real, page):
    page.set_viewport_size({"width": 640, "height": 800})
    page.goto(f"{real}/antagande/2019/")

    page.locator("html").evaluate("html => html.style.fontSize = '200%'")

    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
