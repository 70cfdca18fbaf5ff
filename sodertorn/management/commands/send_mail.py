from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from sodertorn.mail import send_due


class Command(BaseCommand):
    """Send the mails that are due (docs/mail.md: run it each minute)."""

    help = "Send the mails in the outbox that are due: those that could not go out when they were written."

    def handle(self, **options):
        sent, failed = send_due()
        self.stdout.write(
            _("%(sent)d brev sända, %(failed)d gick inte fram.") % {"sent": sent, "failed": failed}
        )
