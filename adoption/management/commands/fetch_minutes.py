from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from adoption.fetching import fetch, fetch_due
from sodertorn.desk import office


class Command(BaseCommand):
    """Fetch the minutes that municipalities have linked to (docs/registering.md: run it each hour)."""

    help = "Fetch the minutes that municipalities have linked to, and file them."

    def handle(self, **options):
        came, missing = fetch_due(fetch, office=office())
        self.stdout.write(_("%(came)d hämtade, %(missing)d inte.") % {"came": came, "missing": missing})
