"""People at the desk, over HTTP: what each did, and whether the register confirmed it."""

import hashlib
import http.client
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from threading import Event
from uuid import uuid4

import pikepdf
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from sodertorn.desk.once import TOKEN
from tests.desk.editor import fields
from tests.factories import EIGHT
from tests.pages.site import Page
from tests.pdf_files import pdf

CSRF = "k" * 32
NUMBERS = count(1)
OVERTAKEN = "Stämmer det här?"


class Lost(Exception):
    """The server went away before it had answered."""


@dataclass(eq=False)
class Act:
    """Something that somebody did: its kind, what it can be found by, and how it went.

    `answer` is the status that came back; 0 when none did.
    """

    kind: str
    token: str
    address: str
    typed: dict
    about: dict = field(default_factory=dict)
    answer: int = 0
    location: str = ""
    page: str = ""
    again: bool = False

    @property
    def confirmed(self) -> bool:
        return self.answer == 302


class Person:
    """Somebody who is signed in, and does one thing after another until the server goes away."""

    def __init__(self, port: int, session: str):
        self.port = port
        self.cookies = f"sessionid={session}; csrftoken={CSRF}"
        self.forget()

    def forget(self) -> None:
        """Begin with a register in which nothing is done yet."""
        self.acts: list[Act] = []
        self.lost: Act | None = None

    def ask(self, method: str, address: str, typed: dict | None = None) -> tuple[int, str, str]:
        """The status, where it leads, and the page. Raises Lost."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {"Cookie": self.cookies, "Content-Type": MULTIPART_CONTENT}
        for value in (typed or {}).values():
            if hasattr(value, "seek"):
                value.seek(0)  # it may be sent again
        body = encode_multipart(BOUNDARY, typed | {"csrfmiddlewaretoken": CSRF}) if typed else None
        try:
            connection.request(method, address, body, headers)
            answer = connection.getresponse()
            status, page = answer.status, answer.read().decode()
        except (OSError, http.client.HTTPException) as gone:
            raise Lost from gone
        finally:
            connection.close()
        return status, answer.getheader("Location", ""), page

    def page(self, address: str) -> Page:
        status, _location, html = self.ask("GET", address)
        if status != 200:
            raise Lost
        return Page(HttpResponse(html, status=status))

    def do(self, act: Act) -> Act:
        """Send a form, with the token that its page drew: sent again it has the same. Raises Lost."""
        act.typed.setdefault(TOKEN, uuid4().hex)
        self.acts.append(act)
        self.lost = act
        for _time in range(5):
            act.answer, act.location, act.page = self.ask("POST", act.address, act.typed)
            if act.answer != 200 or OVERTAKEN not in act.page:
                break
            act.answer = 0  # somebody was first: agree to what the page says now
        if act.answer >= 500:
            raise Lost
        self.lost = None
        return act

    def work(self, enough: Event) -> None:
        """One thing after another. What was lost is first sent once more, as a person would."""
        try:
            if self.lost:
                self.do(replace(self.lost, again=True, answer=0))
            for _act in self.day():
                if enough.is_set():
                    return
        except Lost:
            pass

    def day(self) -> Iterator[Act]:
        raise NotImplementedError


def extract(token: str) -> bytes:
    """A PDF like no other, of a quarter of a megabyte."""

    def own(made: pikepdf.Pdf) -> None:
        made.docinfo["/Title"] = token
        made.Root.Noise = pikepdf.Stream(made, os.urandom(250_000))

    return pdf(own)


class Registrar(Person):
    """Registers a decision with its extract, fills in what was missing, and corrects it."""

    def day(self):
        while True:
            number = next(NUMBERS)
            registered = self.do(self.decision(number))
            yield registered
            if not registered.confirmed:
                continue
            there, token = registered.location, f"protokoll {number}"
            about, fuller = {"number": f"KS 2026/{number}"}, {"text": token}
            fuller |= {"numbers": about["number"]} | ASKED
            yield self.do(Act("supplement", token, f"{there}komplettera/", fuller, about))
            typed = registered.typed | {"text": f"{token} B", "correction": "typing_error"}
            del typed["extract"], typed[TOKEN]
            reason = f"Rättelse {number}"
            yield self.do(Act("correct", reason, f"{there}ratta/", typed | {"reason": reason}))

    def decision(self, number: int) -> Act:
        content = extract(str(number))
        typed = {
            "revision": "2027-2030",
            "municipality": list(EIGHT)[number % 8],
            "body": "board",
            "on": "2026-03-02",
            "paragraph": str(number),
            "outcome": "noted",
            "text_change": "unchanged",
            "extract": SimpleUploadedFile("utdrag.pdf", content, content_type="application/pdf"),
        }
        about = {"sha256": hashlib.sha256(content).hexdigest()}
        return Act("register", str(number), "/admin/beslut/nytt/", typed | ASKED, about)


ASKED = {"step": "confirm", "seen": "999999999", "odd_reason": "Så är det."}


class Strategist(Person):
    """Saves a draft and writes down a comment on it."""

    DRAFT = "/admin/utkast/skiss/"

    def day(self):
        while True:
            token = f"Vision {next(NUMBERS)}"
            typed = fields(self.page(self.DRAFT)) | {"text-vision": [token], "why": [token], "do": "save"}
            yield self.do(Act("save", token, self.DRAFT, typed))
            token = f"Synpunkt {next(NUMBERS)}"
            typed = {"part": "", "sender": "management", "on": "2026-02-10", "text": token}
            yield self.do(Act("comment", token, f"{self.DRAFT}synpunkter/", typed))


class Sender(Person):
    """Sends the draft that is ready."""

    def forget(self):
        super().forget()
        self.ready = ""

    def day(self):
        address, typed = f"/admin/utkast/{self.ready}/sand/", dict(SENDING)
        status, _location, html = self.ask("POST", address, typed | {"step": "review"})
        found = {name: re.search(f'name="{name}" value="([^"]*)"', html) for name in ("shown", "seen")}
        if status != 200 or None in found.values():
            return
        seen = {name: match.group(1) for name, match in found.items()}
        yield self.do(Act("send", self.ready, address, typed | ASKED | seen))


SENDING = {
    "decided_on": "2026-01-10",
    "paragraph": "§ 12",
    "minutes": "Protokoll 2026-01-10",
    "sent_on": "2026-01-12",
    "answer_by": "2199-01-31",
    "seats": list(EIGHT),
    "document": "made",
}
