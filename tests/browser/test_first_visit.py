"""Who comes for the first time gets each kind of page in less than 100 KB, and from nobody else."""

import pytest

from tests.pages.site import KINDS

pytest_plugins = ["tests.browser.served"]

MOST = 100_000
"""Bytes over the wire, headers included: page, style sheets, fonts and pictures."""


@pytest.mark.proof_only
def test_a_first_visit_is_small_and_asks_nobody_else(real, page):
    wire, received, asked = page.context.new_cdp_session(page), [], set()
    wire.send("Network.enable")
    wire.send("Network.setCacheDisabled", {"cacheDisabled": True})
    wire.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    wire.on("Network.requestWillBeSent", lambda event: asked.add(event["request"]["url"]))
    weighed = {}

    for path in (*KINDS, "/en/", "/fel/", "/finns-inte/", "/sok/?q=infrastruktur"):
        received.clear()
        page.goto(real + path)
        page.evaluate("document.fonts.ready.then(() => true)")
        weighed[path] = (sum(received), len(received))

    heaviest = max(weighed.items(), key=lambda one: one[1])
    print(
        f"the heaviest of {len(weighed)} pages: {heaviest[0]}, {heaviest[1][0]} bytes in {heaviest[1][1]} files"
    )
    assert {path: size for path, (size, files) in weighed.items() if size >= MOST or files < 4} == {}
    away = [
        url for url in asked if not url.startswith((real + "/", "data:"))
    ]  # Chromium draws controls of its own
    assert away == []
