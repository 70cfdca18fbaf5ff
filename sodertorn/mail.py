"""Mail goes out through here, and nowhere else: written to the outbox with its act, then sent.

What is written goes out when its transaction has ended, beside the request; `manage.py send_mail`
sends what then could not. One sender works at a time, until the mail server has said yes
and that is noted: between the two it may die, and only then the mail goes out twice, with the
same Message-ID.
"""

import fcntl
import logging
import smtplib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from datetime import timedelta
from email.utils import make_msgid
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import DatabaseError, connection, connections, transaction
from django.utils import timezone

from sodertorn.outbox import Mail, forget

LOG = logging.getLogger(__name__)
DELIVERY = ThreadPoolExecutor(max_workers=1, thread_name_prefix="mail")
"""Beside the request, one thing at a time."""

SENDER_LOCK = 0x50D3_7028
"""The PostgreSQL advisory lock that the one has who sends."""
ANSWER = 10 * 60
"""Seconds to wait for the server's yes (RFC 5321, 4.5.3.2.6): who doesn't wait sends twice."""
LONGEST_DELAY = timedelta(hours=4)
TRIES = 32
"""Then it is left to a person: after four days."""

NOT_ABOUT_THE_MAIL = (
    smtplib.SMTPHeloError,
    smtplib.SMTPSenderRefused,
    smtplib.SMTPServerDisconnected,
    TimeoutError,
)


class Unreachable(Exception):
    """The server doesn't let anybody in now, whatever the mail."""


# Written


def write(*, to: str, subject: str, text: str, held_for: str = "", **more) -> Mail:
    """Put a mail to one address into the outbox, in the transaction that is going on.

    A line break in the subject is taken for a space. `held_for` is the address of the programme whose
    check it waits for (R13). `more`: `private`, when whoever has the text can sign in or answer in
    somebody's name, so that it is shown to nobody; `encloses`, what goes with it (sodertorn.enclosures).
    """
    domain = urlsplit(settings.SITE_URL).hostname
    letter = {"to": to, "subject": " ".join(subject.split())[:300], "text": text} | more
    if held_for:
        letter |= {"held_for": held_for, "due_at": None}
    mail = Mail.objects.create(message_id=make_msgid(domain=domain), **letter)
    if not held_for:
        transaction.on_commit(wake)
    return mail


def release(*, held_for: str, by=None) -> int:
    """Send what waited for a programme's check: it is checked, or somebody (`by`) says "send now" (R13)."""
    released = Mail.objects.filter(held_for=held_for).update(
        held_for="", released_by=by, due_at=timezone.now()
    )
    transaction.on_commit(wake)
    return released


def try_again(*, mail: Mail, to: str) -> bool:
    """Send what failed after all, perhaps to another address; what has gone out stays as it is. Gives whether it did."""
    failed = Mail.objects.failed().filter(pk=mail.pk)
    changed = failed.update(to=to, due_at=timezone.now(), tries=0, fault="")
    transaction.on_commit(wake)
    return bool(changed)


def drop(*, mail: Mail) -> None:
    """Somebody sees to it otherwise: the mail goes out no more. What has gone out stays as it is."""
    Mail.objects.filter(pk=mail.pk, sent_at=None).delete()


# Sent


def wake() -> None:
    """Send what is due, soon, in a thread of its own."""
    if settings.MAIL_AT_ONCE:
        DELIVERY.submit(beside, send_due)


def beside(work: Callable[[], object]) -> None:
    try:
        work()
    except Exception:
        LOG.exception("what was to be done beside a request failed")
    finally:
        connections.close_all()


def send_due() -> tuple[int, int]:
    """Send what is due, until nothing is or the server can't be reached. Gives how many went out, and how many not.

    That a mail is tried, and when it is tried next, is noted before: so one that kills its
    sender holds up no other, and while nothing can be noted, nothing is sent.
    """
    sent = failed = 0
    with alone():
        forget()
        while mail := Mail.objects.due(timezone.now()).first():
            mail.tries += 1
            mail.due_at = timezone.now() + min(timedelta(minutes=2**mail.tries), LONGEST_DELAY)
            if not note(mail, tries=mail.tries, due_at=mail.due_at):
                continue  # somebody threw it away just now
            try:
                hand_over(mail)
                sent += 1
            except Unreachable as fault:
                note_fault(mail, fault, final=False)
                return sent, failed + 1
            except Exception as fault:
                note_fault(mail, fault, final=is_final(fault))
                failed += 1
    return sent, failed


@contextmanager
def alone():
    """One sender at a time; who waits gets its turn when the other is done, or dead."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [SENDER_LOCK])
            try:
                yield
            finally:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [SENDER_LOCK])
    else:
        with open(f"{connection.settings_dict['NAME']}-mail", "w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield


def hand_over(mail: Mail) -> None:
    """Give a mail to the server, with what it encloses; its yes is noted at once. Raises Unreachable, or what the server or Python said."""
    headers = {"Message-ID": mail.message_id, "Auto-Submitted": "auto-generated"}
    message = EmailMessage(mail.subject, mail.text, to=[mail.to], headers=headers)
    if mail.encloses and not settings.PRINTS_MAIL:
        from sodertorn.enclosures import enclosure  # a room of the top floor, which exists only once

        message.attach(*enclosure(mail.encloses))
    server = get_connection()
    try:
        try:
            server.open()
        except Exception as fault:
            raise Unreachable(fault) from fault
        if smtp := getattr(server, "connection", None):
            smtp.sock.settimeout(ANSWER)
        server.send_messages([message])
        note_sent(mail)
    except NOT_ABOUT_THE_MAIL as fault:
        raise Unreachable(fault) from fault
    finally:
        with suppress(Exception):
            server.close()


def is_final(fault: Exception) -> bool:
    """Whether the server said no for good (5xx), or the mail is such that no server would take it."""
    if isinstance(fault, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _words in fault.recipients.values())
    if isinstance(fault, smtplib.SMTPResponseException):
        return fault.smtp_code >= 500
    return isinstance(fault, smtplib.SMTPException) or not isinstance(fault, (OSError, DatabaseError))


def note_sent(mail: Mail) -> None:
    note(mail, sent_at=timezone.now(), due_at=None, text="", fault="")


def note_fault(mail: Mail, fault: Exception, *, final: bool) -> None:
    left, words = final or mail.tries >= TRIES, said(fault)
    LOG.warning("mail %s did not go out: %s", mail.pk, words)
    note(mail, fault=words[:500], due_at=None if left else mail.due_at)


def said(fault: Exception) -> str:
    """`550 no such person`: what the server said, or Python."""
    if isinstance(fault, Unreachable):
        return said(fault.__cause__)
    if isinstance(fault, smtplib.SMTPRecipientsRefused):
        code, words = next(iter(fault.recipients.values()))
    elif isinstance(fault, smtplib.SMTPResponseException):
        code, words = fault.smtp_code, fault.smtp_error
    else:
        return str(fault) or type(fault).__name__
    return f"{code} {words.decode(errors='replace') if isinstance(words, bytes) else words}"


def note(mail: Mail, **what) -> int:
    return Mail.objects.filter(pk=mail.pk).update(**what)
