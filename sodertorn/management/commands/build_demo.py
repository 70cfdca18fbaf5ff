from django.core.management.base import BaseCommand
from django.utils import timezone

from sodertorn.demo import build


class Command(BaseCommand):
    """Add an invented programme in the middle of its adoption; only in the demonstration's own database."""

    help = "Add an invented programme in the middle of its adoption to the demonstration's database."

    def handle(self, **options):
        build(timezone.localdate())
        self.stdout.write("an invented programme for 2027–2030 is in the middle of its adoption")
