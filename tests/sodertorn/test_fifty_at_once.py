"""Equal forms at once over HTTP make one entry and get one confirmation; of two different ones the second sees the first."""

from functools import partial
from http.client import HTTPConnection
from urllib.parse import urlencode

import pytest

from sodertorn.journal import Entry
from tests.desk.decided import NEW, awaiting_three, message, of_tyreso
from tests.desk.rooms import desk_of, strategist
from tests.pages.site import Page
from tests.sodertorn.test_races import at_once, faults

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgresql_in_proof]


class Answered:
    """What a `Page` is made from, as it came over the wire."""

    def __init__(self, response):
        self.status_code, self.headers = response.status, response.headers
        self.content = response.read()

    @property
    def told(self) -> tuple:
        """The status, the address, and the confirmation, which travels in a cookie that is signed and dated."""
        cookies = self.headers.get_all("Set-Cookie", [])
        said = [cookie.split(":")[0] for cookie in cookies if cookie.startswith("messages=")]
        return self.status_code, self.headers["Location"], *said


@pytest.fixture
def post(live_server):
    """Sends a form as a browser that is signed in does, on a connection of its own."""
    awaiting_three()
    live_server.thread.httpd.socket.listen(50)  # Django's own lets ten wait at its door
    session = desk_of(strategist()).cookies["sessionid"].value
    token = "a" * 32
    headers = {"Cookie": f"sessionid={session}; csrftoken={token}"}
    headers["Content-Type"] = "application/x-www-form-urlencoded"

    def sent(form):
        connection = HTTPConnection(live_server.thread.host, live_server.thread.port, timeout=120)
        connection.request("POST", NEW, urlencode(form | {"csrfmiddlewaretoken": token}), headers)
        try:
            return Answered(connection.getresponse())
        finally:
            connection.close()

    return sent


def form(token: str, **other) -> dict:
    return {"step": "confirm", "seen": Entry.objects.count(), "form_token": token} | message(**other)


def test_fifty_equal_forms_at_once_make_one_entry_and_get_one_confirmation(post):
    before = Entry.objects.count()

    answers = at_once(*50 * [partial(post, form("one"))])

    assert faults(answers) == []
    (decision,) = of_tyreso()
    assert Entry.objects.count() == before + 1
    ((status, address, confirmation),) = {answer.told for answer in answers}
    assert (status, address) == (302, f"/admin/beslut/{decision.pk}/")
    assert confirmation


def test_of_two_different_forms_at_once_the_second_sees_what_the_first_recorded(post):
    answers = at_once(partial(post, form("one")), partial(post, form("two", paragraph="8")))

    assert faults(answers) == []
    assert len(of_tyreso()) == 1
    first, second = sorted(answers, key=lambda answer: answer.status_code, reverse=True)
    assert (first.status_code, second.status_code) == (302, 200)
    assert "Kommunstyrelsen i Tyresö antog" in Page(second).main
