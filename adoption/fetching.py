"""Fetches minutes that a municipality has published, from the address that it gave; never in a request.

An address is somebody else's words: only https, only public addresses, a few redirects, no more bytes
than a file may have, and what comes is looked at like any upload.
"""

import ssl
from collections.abc import Callable
from datetime import timedelta
from http.client import HTTPException, HTTPResponse, HTTPSConnection
from ipaddress import ip_address
from socket import SHUT_RDWR, SOCK_STREAM, create_connection, getaddrinfo
from threading import Timer
from time import monotonic
from urllib.parse import urljoin, urlsplit

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.encoding import iri_to_uri
from django.utils.translation import gettext as _

from adoption.decision_services import file_papers
from adoption.models import Extract, PublishedMinutes
from sodertorn.desk.uploads import keep_content, refuse_unfit, size
from sodertorn.one_act import one_act
from sodertorn.storage import LARGEST

SECONDS = 20
"""For each answer of the network."""
MOST_SECONDS = 120
"""For a whole file: one that drips is left."""
REDIRECTS = 3
TRIES = 6
"""Then it is left to a person: after two days."""
HTTPS = 443
CHUNK = 64 * 1024


class NotFetched(Exception):
    """Why a file didn't come, in words for whoever gave the address."""


class NeverFetched(NotFetched):
    """It will not come however often it is asked for."""


def fetch_due(fetch: Callable[[str], bytes], *, office: str) -> tuple[int, int]:
    """Fetch what is due. Gives how many files came, and how many didn't."""
    came = missing = 0
    for minutes in PublishedMinutes.objects.due(timezone.now()).select_related("decision__entry"):
        minutes.tries += 1
        wait = timedelta(hours=2**minutes.tries)
        minutes.due_at = timezone.now() + wait if minutes.tries < TRIES else None
        minutes.save(update_fields=["tries", "due_at"])
        try:
            content = fetch(minutes.url)
            refuse_unfit(content)
            file_fetched(minutes=minutes, sha256=keep_content(content), office=office)
            came += 1
        except (NotFetched, ValidationError) as fault:
            words = fault.messages[0] if isinstance(fault, ValidationError) else str(fault)
            last = {"due_at": None} if isinstance(fault, NeverFetched) else {}
            PublishedMinutes.objects.filter(pk=minutes.pk).update(fault=words[:500], **last)
            missing += 1
    return came, missing


@one_act
def file_fetched(*, minutes: PublishedMinutes, sha256: str, office: str) -> None:
    """File what was fetched as an extract of the decision, by the register's own office."""
    extract = Extract(sha256=sha256, size=size(sha256))
    file_papers(minutes.decision, None, extract, "", office=office)
    done = {"extract_id": sha256, "due_at": None, "fault": ""}
    PublishedMinutes.objects.filter(pk=minutes.pk).update(**done)


def fetch(url: str) -> bytes:
    """The file at an address. Raises NotFetched."""
    for _hop in range(REDIRECTS + 1):
        try:
            answer = ask(url)
            if not answer.headers.get("Location"):
                return body(answer)
            url = urljoin(url, answer.headers["Location"])
            answer.close()
        except (OSError, HTTPException, ValueError) as fault:
            raise NotFetched(_("Adressen svarar inte: %s") % fault) from fault
    raise NotFetched(_("Adressen leder vidare för många gånger."))


def ask(url: str) -> HTTPResponse:
    """Ask for an address, at one of its host's public addresses: what is looked up is what is asked."""
    parts = urlsplit(iri_to_uri(url))
    if parts.scheme != "https" or not parts.hostname or parts.port not in (None, HTTPS):
        raise NeverFetched(_("Bara adresser som börjar med https:// hämtas."))
    connection = HTTPSConnection(parts.hostname, HTTPS, timeout=SECONDS)
    plain = create_connection((public_address(parts.hostname), HTTPS), timeout=SECONDS)
    connection.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=parts.hostname)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    slow = Timer(MOST_SECONDS, connection.sock.shutdown, [SHUT_RDWR])  # a head that drips is left too
    slow.start()
    try:
        connection.request("GET", path, headers={"User-Agent": "Sodertorns utvecklingsprogram, register"})
        return connection.getresponse()
    finally:
        slow.cancel()


def public_address(host: str) -> str:
    """An address of the host on the open internet. Raises NotFetched when one of its addresses is not."""
    found = {where[0] for *_kind, where in getaddrinfo(host, HTTPS, type=SOCK_STREAM)}
    if not found or not all(ip_address(address).is_global for address in found):
        raise NotFetched(_("Adressen finns inte på det öppna internet."))
    return sorted(found)[0]


def body(answer: HTTPResponse) -> bytes:
    if answer.status != 200:
        raise NotFetched(_("Adressen svarar med felet %d.") % answer.status)
    content, until = bytearray(), monotonic() + MOST_SECONDS
    while chunk := answer.read1(CHUNK):
        content += chunk
        if len(content) > LARGEST or monotonic() > until:
            raise NotFetched(_("Filen är för stor eller kommer för sakta."))
    return bytes(content)
