"""Faults of a page as each reader meets it: light and dark, wide and narrow."""

from axe_playwright_python.sync_playwright import Axe

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "resultTypes": ["violations"],
    "preload": False,
}
COLOURS = RULES | {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
"""What another colour scheme can change: the markup and the places are the same."""

SCHEMES, WIDTHS = {"light": RULES, "dark": COLOURS}, (1280, 320)
TOO_WIDE = "document.documentElement.scrollWidth > window.innerWidth"


def look(page):
    """Faults of the page, as each reader meets it."""
    faults, axe = [], Axe()
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        if page.evaluate(TOO_WIDE):
            faults.append(f"wider than {width} px")
        for scheme, rules in SCHEMES.items():
            page.emulate_media(color_scheme=scheme)
            report = axe.run(page, options=rules)
            axe = Axe("")  # its script is in the page now
            faults += [f"{scheme} {width}: {report.generate_report()}"] if report.violations_count else []
    return faults
