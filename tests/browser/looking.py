"""Faults of a page as each reader meets it: light and dark, wide and narrow."""

import os

from axe_playwright_python.sync_playwright import Axe

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "resultTypes": ["violations"],
    "preload": False,
}
WIDE, NARROW = 1280, 320
LOOKS = [(WIDE, "light"), (NARROW, "dark")]
"""Each width and each scheme once: every page is seen so by `make test`."""
if os.environ.get("HYPOTHESIS_PROFILE"):  # `make proof`
    LOOKS += [(WIDE, "dark"), (NARROW, "light")]
TOO_WIDE = "document.documentElement.scrollWidth > window.innerWidth"


def look(page):
    """Faults of the page, as each reader meets it."""
    faults, axe = [], Axe()
    for width, scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        if page.evaluate(TOO_WIDE):
            faults.append(f"wider than {width} px")
        report = axe.run(page, options=RULES)
        axe = Axe("")  # its script is in the page now
        faults += [f"{scheme} {width}: {report.generate_report()}"] if report.violations_count else []
    return faults
