from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from sodertorn.announcing import announce, announces
from sodertorn.desk import office


class Command(BaseCommand):
    """Announce what applies today, if that has changed (docs/operate.md: run it each day, just after midnight)."""

    help = "Announce what applies today, if that is not what was announced last."

    def handle(self, **options):
        said = announces(announce)(office=office())
        self.stdout.write(_("%d tillkännagivanden.") % len(said))
