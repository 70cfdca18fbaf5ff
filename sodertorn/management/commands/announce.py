from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils.translation import gettext as _

from sodertorn.announcing import announce, announces
from sodertorn.desk import office
from sodertorn.notices import tell_of_the_day


class Command(BaseCommand):
    """Announce what applies today, if that has changed (docs/operate.md: run it each day, just after midnight)."""

    help = "Announce what applies today, if that is not what was announced last."

    def handle(self, **options):
        with transaction.atomic():
            said = announces(announce)(office=office())
            tell_of_the_day()
        self.stdout.write(_("%d tillkännagivanden.") % len(said))
