from contextlib import ExitStack

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from adoption.asking.appeals import ask_about_appeals
from adoption.asking.still_right import ask_whether_still_right, forget_what_is_settled
from programme.reminding import remind
from sodertorn.mail import send_due


class Command(BaseCommand):
    """Write the reminders and the questions of the day, and send the mails that are due (docs/mail.md: run it each minute)."""

    help = "Write the reminders and the questions of the day, and send the mails that could not go out when they were written."

    def handle(self, **options):
        with ExitStack() as all_of_it:  # whatever is wrong with one, the others are done, and mails go out
            all_of_it.callback(self.send)
            for work in (forget_what_is_settled, ask_whether_still_right, ask_about_appeals, remind):
                all_of_it.callback(work)

    def send(self):
        sent, failed = send_due()
        self.stdout.write(
            _("%(sent)d brev sända, %(failed)d gick inte fram.") % {"sent": sent, "failed": failed}
        )
