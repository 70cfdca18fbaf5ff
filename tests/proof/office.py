"""Who works in the register that is killed, and what they work with."""

from datetime import date

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection, connections

from adoption.models import Municipality
from programme.draft_services import start_draft
from programme.models import Placement
from sodertorn.users import User
from tests.factories import (
    EIGHT,
    PartFactory,
    RevisionFactory,
    SentFactory,
    TermFactory,
    boards,
    last_in_line,
)
from tests.proof.clients import Person, Registrar, Sender, Strategist

YEARS = {"period_first": 2027, "period_last": 2030}
PEOPLE = (Registrar, Registrar, Strategist, Sender)


def begin() -> list[str]:
    """A programme that awaits eight boards, a draft, and people with accounts; gives their sessions."""
    refuse_other_settings()
    assert set(EIGHT) == set(Municipality.objects.values_list("slug", flat=True))
    sent, _draft = (
        RevisionFactory(slug=slug, texts=True, replaces=last_in_line(), **YEARS, term=TermFactory())
        for slug in ("2027-2030", "skiss")
    )
    for kind in ("purpose", "overall_goal"):
        PartFactory(revision=sent, key=kind.replace("_", "-"), kind=kind)
    days = {"on": date(2026, 1, 12), "decided_on": date(2026, 1, 10)}
    SentFactory(revision=sent, boards=boards(*EIGHT), **days)
    return [signed_in(f"person{number}@example.se") for number in range(len(PEOPLE))]


def signed_in(email: str) -> str:
    user, session = User.objects.create_user(email=email, name=email, is_staff=True), SessionStore()
    session[SESSION_KEY], session[HASH_SESSION_KEY] = str(user.pk), user.get_session_auth_hash()
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session.save()
    return session.session_key


def refuse_other_settings() -> None:
    """What is tried is what a register really has: a lost power supply would find it all on the disk."""
    asked = {"synchronous": 2, "journal_mode": "wal"}
    if connection.vendor == "postgresql":
        asked = dict.fromkeys(("fsync", "synchronous_commit", "full_page_writes"), "on")
    with connection.cursor() as cursor:
        for name, wanted in asked.items():
            cursor.execute(f"{'PRAGMA' if connection.vendor == 'sqlite' else 'SHOW'} {name}")
            assert cursor.fetchone()[0] == wanted, name


def people(port: int, sessions: list[str]) -> list[Person]:
    return [kind(port, session) for kind, session in zip(PEOPLE, sessions, strict=True)]


def make_ready(sender: Sender) -> None:
    """There is a draft to send: of each, the one before was sent."""
    if sender.ready and not Placement.objects.filter(revision__slug=sender.ready).exists():
        return
    number = Placement.objects.count()
    sender.ready = f"program-{number}"
    stated = {"title": f"Program {number}", "from_revision": last_in_line(), "term": TermFactory()}
    start_draft(slug=sender.ready, by=User.objects.get(is_superuser=True), **stated, **YEARS)


def close_connections() -> None:
    connections.close_all()
