"""Faults of a page as each reader meets it: light and dark, wide and narrow."""

import os
from zlib import crc32

from axe_playwright_python.sync_playwright import Axe

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "rules": {"target-size": {"enabled": True}},  # 2.5.8, which axe leaves out unless it is asked for
    "resultTypes": ["violations"],
    "preload": False,
}
WIDE, NARROW = 1280, 320
LOOKS = [(WIDE, "light"), (NARROW, "dark")]
"""Each width and each scheme once. A page is measured in both and given to axe in one of them."""
PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "")
PROOF = bool(PROFILE)
"""Whether every page is looked at."""
WHOLLY = PROFILE == "proof"
if WHOLLY:  # axe gets every page in all four
    LOOKS += [(WIDE, "dark"), (NARROW, "light")]
TOO_WIDE = "document.documentElement.scrollWidth > window.innerWidth"


def look(page, every=WHOLLY):
    """Faults of the page, as each reader meets it; which look axe is given is drawn by the page's address."""
    page.wait_for_load_state()  # a click waits only until the next page begins to come
    faults, axe = [], Axe()
    drawn = crc32(page.evaluate("location.pathname + location.search").encode()) % len(LOOKS)
    for number, (width, scheme) in enumerate(LOOKS):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        if page.evaluate(TOO_WIDE):
            faults.append(f"wider than {width} px")
        if not every and number != drawn:
            continue
        report = axe.run(page, options=RULES)
        axe = Axe("")  # its script is in the page now
        faults += [f"{scheme} {width}: {report.generate_report()}"] if report.violations_count else []
    return faults
