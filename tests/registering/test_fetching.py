"""Minutes that are only linked to are fetched later, from the open internet and nowhere else."""

from io import BytesIO

import pytest

from adoption import fetching
from adoption.fetching import NotFetched, ask, body, fetch_due, public_address
from adoption.models import FollowUp, PublishedMinutes
from tests.desk.rooms import read
from tests.factories import OFFICE
from tests.pdf_files import pdf
from tests.registering.test_own_decision import decided, registered

URL = "https://www.tyreso.example.se/protokoll/ks-2025-02-10.pdf"


@pytest.fixture
def linked(office):
    registered(office.client, office.new, **decided(source_url=URL))
    return PublishedMinutes.objects.get()


def test_a_decision_stands_without_its_minutes(office, linked):
    assert linked.url == URL and not linked.extract
    assert "hämtas från länken" in read(office.client, office.page).main


def test_what_is_fetched_is_filed_once(linked):
    asked = []

    assert fetch_due(lambda url: asked.append(url) or pdf(), office=OFFICE) == (1, 0)
    assert fetch_due(lambda url: asked.append(url) or pdf(), office=OFFICE) == (0, 0)

    filed = FollowUp.objects.get(step="extract_filed")
    linked.refresh_from_db()
    assert (asked, filed.extract, filed.decision) == ([URL], linked.extract, linked.decision)


@pytest.mark.parametrize(
    ("content", "why"), [(b"<html>", "ingen PDF"), (NotFetched("Adressen svarar inte"), "svarar inte")]
)
def test_what_does_not_come_is_tried_again_and_told(office, linked, content, why):
    def fetch(url):
        if isinstance(content, Exception):
            raise content
        return content

    assert fetch_due(fetch, office=OFFICE) == (0, 1)

    linked.refresh_from_db()
    assert why in linked.fault and linked.due_at and linked.tries == 1
    assert fetch_due(fetch, office=OFFICE) == (0, 0)  # not yet
    assert "Lämna gärna filen" in read(office.client, office.page).main


def test_what_can_never_be_fetched_is_not_tried_again_unless_it_is_given_again(office, linked):
    PublishedMinutes.objects.update(url="http://www.tyreso.example.se/a.pdf")
    fetch_due(fetching.fetch, office=OFFICE)
    assert PublishedMinutes.objects.get().due_at is None

    PublishedMinutes.objects.update(url=URL, tries=6)
    why = {"correction": "minutes_corrected", "reason": "Ny version."}
    registered(office.client, f"{office.new}{linked.decision_id}/ratta/", source_url=URL, **why)
    again = PublishedMinutes.objects.get()
    assert again.due_at and (again.tries, again.fault) == (0, "")


@pytest.mark.parametrize(
    "url",
    [
        "http://www.tyreso.se/a.pdf",
        "file:///etc/passwd",
        "https://www.tyreso.se:8443/a.pdf",
        "https:///a.pdf",
        *("https://127.0.0.1/", "https://10.0.0.7/", "https://169.254.169.254/latest/", "https://[::1]/"),
        *("https://0.0.0.0/", "https://[::ffff:127.0.0.1]/", "https://localhost/", "https://2130706433/"),
    ],
)
def test_what_is_not_public_is_not_asked(url, monkeypatch):
    monkeypatch.setattr(fetching, "create_connection", lambda *_where, **_how: pytest.fail("asked"))

    with pytest.raises((NotFetched, OSError)):
        ask(url)


def test_a_host_with_one_address_inside_is_not_asked(monkeypatch):
    both = [(0, 0, 0, "", (address, 443)) for address in ("8.8.8.8", "192.168.0.4")]
    monkeypatch.setattr(fetching, "getaddrinfo", lambda *_host, **_kind: both)

    with pytest.raises(NotFetched):
        public_address("www.tyreso.example.se")


class Answer(BytesIO):
    status = 200
    headers: dict = {}


def test_a_redirect_is_asked_like_any_address(monkeypatch):
    def asked(url):
        if url != URL:
            return ask(url)
        answer = Answer()
        answer.headers = {"Location": "http://127.0.0.1/"}
        return answer

    monkeypatch.setattr(fetching, "ask", asked)

    with pytest.raises(NotFetched, match="https"):
        fetching.fetch(URL)


def test_too_much_is_left(monkeypatch):
    monkeypatch.setattr(fetching, "LARGEST", 10)

    assert body(Answer(b"0123456789")) == b"0123456789"
    with pytest.raises(NotFetched, match="för stor"):
        body(Answer(b"0123456789a"))
