"""Mails are never lost, and go out once: against a real mail server that is slow, refuses, or dies."""

from datetime import timedelta
from email import message_from_string, policy
from threading import Thread

import pytest
import time_machine
from django.db import connections, transaction
from django.utils import timezone

from sodertorn import mail
from sodertorn.announcing import announces
from sodertorn.outbox import KEPT, Mail
from tests.elsewhere import own_url, sender
from tests.factories import MunicipalityFactory, SentFactory, UserFactory
from tests.smtp_server import DIES, TAKES, smtp_server

pytestmark = pytest.mark.django_db
LATER = timedelta(days=1)


@pytest.fixture
def server(settings):
    with smtp_server() as found:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = found.server_address
        yield found


def write(number=1, **more):
    letter = {"to": f"{number}@example.se", "subject": f"Brev {number}", "text": "Hej å ä ö"} | more
    return mail.write(**letter)


def send_later():
    with time_machine.travel(timezone.now() + LATER, tick=False):
        return mail.send_due()


def test_a_mail_goes_out_once_and_its_text_is_then_kept_nowhere(server):
    one = write()

    assert mail.send_due() == (1, 0)
    assert mail.send_due() == send_later() == (0, 0)

    [taken] = server.taken
    assert "To: 1@example.se" in taken and "Auto-Submitted: auto-generated" in taken
    assert server.message_ids == [one.message_id]
    one.refresh_from_db()
    assert one.sent_at and one.text == ""


def test_what_is_rolled_back_was_never_written(server):
    with transaction.atomic():
        write()
        transaction.set_rollback(True)

    assert mail.send_due() == (0, 0)


@pytest.mark.parametrize("word", ["rcpt", "taken"])
def test_one_that_is_refused_for_now_is_tried_again_with_the_same_id(server, word):
    one, _other = write(1), write(2)
    server.says[word] = lambda s: s.says.pop(word) and "451 not now"

    assert mail.send_due() == (1, 1)
    assert [m.pk for m in Mail.objects.delayed()] == [one.pk]
    assert mail.send_due() == (0, 0)
    assert send_later() == (1, 0)

    assert len(server.taken) == 2 and server.message_ids[-1] == one.message_id


@pytest.mark.parametrize("word", ["rcpt", "taken"])
def test_one_that_is_refused_for_good_waits_for_a_person_and_holds_up_no_other(server, word):
    one, _other = write(1), write(2)
    server.says[word] = lambda s: s.says.pop(word) and "550 no such person"

    assert mail.send_due() == (1, 1)
    assert send_later() == (0, 0)
    failed = Mail.objects.failed().get()
    assert failed == one and failed.fault == "550 no such person"

    mail.try_again(mail=failed, to="new@example.se")
    assert mail.send_due() == (1, 0)
    assert "To: new@example.se" in server.taken[-1]


@pytest.mark.parametrize("word", ["hello", "mail", "data", "taken"])
def test_when_the_server_dies_nothing_is_lost_and_nothing_more_is_tried(server, word):
    one, other = write(1), write(2)
    server.says[word] = DIES

    assert mail.send_due() == (0, 1)
    other.refresh_from_db()
    assert other.tries == 0

    del server.says[word]
    assert send_later() == (2, 0)
    assert sorted(server.message_ids) == sorted([one.message_id, other.message_id])


@pytest.mark.parametrize("says", [{"ehlo": "554 go away", "helo": "554 go away"}, {"mail": "550 not you"}])
def test_a_server_that_lets_nobody_in_loses_no_mail(server, says):
    write()
    server.says |= says

    assert mail.send_due() == (0, 1)
    assert Mail.objects.delayed().count() == 1


def test_a_slow_server_gets_the_time_to_say_yes_so_that_it_is_asked_once(server, settings):
    settings.EMAIL_TIMEOUT = 0.1
    write()
    server.slow["taken"] = 0.3

    assert mail.send_due() == (1, 0)
    assert send_later() == (0, 0)
    assert len(server.taken) == 1


def test_one_that_never_answers_is_left(server, settings, monkeypatch):
    settings.EMAIL_TIMEOUT = 0.1
    monkeypatch.setattr(mail, "ANSWER", 0.1)
    write()
    server.slow["rcpt"] = 0.3

    assert mail.send_due() == (0, 1)
    server.slow.clear()
    assert send_later() == (1, 0)
    assert len(server.taken) == 1


@pytest.mark.django_db(transaction=True)
def test_only_when_the_sender_is_killed_before_it_can_note_the_yes_it_goes_out_twice(server, tmp_path):
    one = write()
    other = sender(own_url(), tmp_path, server.server_address)
    server.says["taken"] = lambda s: other.kill() or TAKES

    other.wait()
    del server.says["taken"]

    assert mail.send_due() == (0, 0)
    assert send_later() == (1, 0)
    assert server.message_ids == [one.message_id, one.message_id]


@pytest.mark.django_db(transaction=True)
def test_of_two_senders_at_once_one_waits_for_the_other(server):
    for number in range(3):
        write(number)
    server.slow["taken"] = 0.05

    def send():
        mail.send_due()
        connections.close_all()

    senders = [Thread(target=send) for _number in range(2)]
    for one in senders:
        one.start()
    for one in senders:
        one.join()

    assert len(server.taken) == len(set(server.message_ids)) == 3


def test_after_four_days_it_is_left_to_a_person(server):
    server.says["hello"] = "421 not today"
    with time_machine.travel(timezone.now(), tick=False) as clock:
        one = write()
        while one.due_at:
            clock.move_to(one.due_at)
            assert mail.send_due() == (0, 1)
            one.refresh_from_db()

        assert timedelta(days=4) < timezone.now() - one.written_at < timedelta(days=5)
    assert [*Mail.objects.failed()] == [one]


def test_a_mail_that_no_server_would_take_holds_up_no_other(server):
    write(1, to="a@example.se\r\nBcc: b@example.se")
    write(2, subject="Två\r\nBcc: c@example.se")

    assert mail.send_due() == (1, 1)
    [taken] = server.taken
    assert "\nBcc" not in taken


def test_what_is_held_waits_for_a_check_or_for_a_person(server):
    somebody = UserFactory()
    one = write(held_for="2027-2030")

    assert mail.send_due() == send_later() == (0, 0)
    assert mail.release(held_for="2023-2026") == 0
    assert mail.release(held_for="2027-2030", by=somebody) == 1
    assert mail.send_due() == (1, 0)

    one.refresh_from_db()
    assert one.released_by == somebody


def test_that_a_mail_went_out_is_forgotten_after_its_time(server):
    write(1)
    write(2, held_for="2027-2030")
    mail.send_due()

    with time_machine.travel(timezone.now() + KEPT + LATER, tick=False):
        mail.send_due()

    assert [m.to for m in Mail.objects.all()] == ["2@example.se"]


def enclosed(taken: str):
    """The only file that goes with a mail that the server took: its name and its content."""
    [file] = message_from_string(taken, policy=policy.default).iter_attachments()
    return file.get_filename(), file.get_content()


def test_the_covering_letter_goes_with_the_mail_that_asks_for_adoption(server):
    MunicipalityFactory(slug="huddinge", contact_email="kommun@huddinge.example.se")
    announces(SentFactory)(slug="2027-2030", seats=["huddinge"], by=UserFactory())

    assert mail.send_due() == (1, 0)

    name, content = enclosed(server.taken[0])
    assert name == "Huddinge_missiv_2027-2030.pdf" and content.startswith(b"%PDF-")


def test_what_can_not_be_enclosed_now_waits_with_its_mail_and_holds_up_no_other(server):
    one, _other = write(1, encloses="missiv/2027-2030/huddinge"), write(2)

    assert mail.send_due() == (1, 1)
    assert [*Mail.objects.failed()] == [one]

    SentFactory(slug="2027-2030", seats=["huddinge"])
    assert mail.try_again(mail=one, to=one.to) and not mail.try_again(mail=one, to=one.to)
    assert mail.send_due() == (1, 0)
    assert enclosed(server.taken[-1])[0] == "Huddinge_missiv_2027-2030.pdf"
