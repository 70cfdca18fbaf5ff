"""Pages in a browser without a server: the tests' own register, on the tests' own day, is asked for each."""

import mimetypes

from django.conf import settings

from tests.pages.site import Page

SITE = "http://register.test"


def show(browser_page, path: str, made: Page) -> None:
    """Opens a page that was made already: the browser works in a context of its own, with no way to our database."""

    def answer(route):
        asked = route.request.url.removeprefix(SITE)
        if asked.startswith(settings.STATIC_URL):
            file = settings.BASE_DIR / "static" / asked.removeprefix(settings.STATIC_URL)
            route.fulfill(body=file.read_bytes(), content_type=mimetypes.guess_type(file.name)[0])
        else:
            route.fulfill(status=made.status, body=made.html, content_type=made.response["Content-Type"])

    browser_page.route(f"{SITE}/**", answer)
    browser_page.goto(SITE + path)
    browser_page.unroute_all()
