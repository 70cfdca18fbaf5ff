"""The acts about messages from readers: one comes in, and the desk closes it with what was done."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from adoption.recipients import strategists
from sodertorn.free_text import MASKED
from sodertorn.outbox import Mail
from sodertorn.reports import Report
from sodertorn.writing import site, write


@transaction.atomic
def receive(*, about: str, page: str, words: str, email: str) -> Report:
    """Keep a reader's message and tell the strategists; the mail doesn't say who it is from."""
    report = Report(about=about, page=page, words=words, email=email)
    report.full_clean()
    report.save(force_insert=True)
    with override("sv"):
        write(
            strategists(),
            _("%(about)s: meddelande %(number)d")
            % {"about": report.get_about_display(), "number": report.pk},
            _("En läsare har skrivit till registret.") + (" " + _("Det gäller %s.") % page if page else ""),
            f"”{words}”",
            _("Läs, svara och avsluta på skrivbordet: %s") % site("desk:report", report.pk),
        )
    return report


@transaction.atomic
def mask(*, report: Report) -> None:
    """What was told may not be kept: all that was typed goes, for good, also out of mails that wait.

    That a message came stays.
    """
    Report.objects.filter(pk=report.pk).update(words=MASKED, page="", email="")
    Mail.objects.filter(sent_at=None, text__contains=site("desk:report", report.pk)).delete()


def close(*, report: Report, note: str, by) -> bool:
    """Say what was done, and forget who asked; False when somebody else has closed it meanwhile."""
    waiting = Report.objects.open().filter(pk=report.pk)
    return bool(waiting.update(closed_at=timezone.now(), note=note, closed_by=by, email=""))
