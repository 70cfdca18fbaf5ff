"""Tests in a real Chromium, the machine's own: no browser is downloaded."""

import os
import shutil

import pytest

# Playwright runs a loop in this thread, and Django takes that for code that must not wait.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    names = ("chromium", "chromium-browser", "google-chrome")
    chromium = next(filter(None, map(shutil.which, names)), None)
    if not chromium:
        pytest.skip("chromium is not installed")
    return {**browser_type_launch_args, "executable_path": chromium, "args": FLAGS.split()}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return {**browser_context_args, "locale": "sv-SE", "timezone_id": "Europe/Stockholm"}


GIVEN_UP = "net::ERR_ABORTED"
"""How a request ends that the next page comes before; what the policy stops is said on the console too."""


@pytest.fixture
def errors(page):
    """What the browser complains of: errors, and what the policy stopped."""
    found = []
    listeners = {
        "console": lambda message: found.append(message.text) if message.type == "error" else None,
        "pageerror": lambda error: found.append(str(error)),
        "requestfailed": lambda request: found.append(request.url) if request.failure != GIVEN_UP else None,
    }
    for event, listener in listeners.items():
        page.on(event, listener)
    yield found
    for event, listener in listeners.items():
        page.remove_listener(event, listener)  # a file of tests may share the page
