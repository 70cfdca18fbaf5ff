from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from programme.reminding import remind
from sodertorn.mail import send_due


class Command(BaseCommand):
    """Write the reminders of the day, and send the mails that are due (docs/mail.md: run it each minute)."""

    help = "Write the reminders of the day, and send the mails that could not go out when they were written."

    def handle(self, **options):
        try:
            remind()
        finally:  # whatever is wrong with the reminders, the other mails go out
            sent, failed = send_due()
        self.stdout.write(
            _("%(sent)d brev sända, %(failed)d gick inte fram.") % {"sent": sent, "failed": failed}
        )
