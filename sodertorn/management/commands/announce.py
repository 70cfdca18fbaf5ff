from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils.translation import gettext as _

from adoption.registering.begun import forget_begun
from sodertorn.announcing import announce, announces
from sodertorn.desk import office
from sodertorn.notices import tell_of_the_day
from sodertorn.unnamed_files import remove_unnamed_files


class Command(BaseCommand):
    """Announce what applies today, if that has changed, and clear away (docs/operate.md: run it each day, just after midnight)."""

    help = "Announce what applies today, if that is not what was announced last; clear away what nobody registered."

    def handle(self, **options):
        with transaction.atomic():
            said = announces(announce)(office=office())
            tell_of_the_day()
        self.stdout.write(_("%d tillkännagivanden.") % len(said))
        cleared = {"begun": forget_begun(), "files": remove_unnamed_files()}
        words = _("Bortrensat: %(begun)d påbörjade registreringar, %(files)d filer som aldrig registrerades.")
        self.stdout.write(words % cleared)
