from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from sodertorn.archive import Taken, write_archive


class Command(BaseCommand):
    """Write the register as files to keep: facts, log, records as PDF/A, checksums (docs/operate.md)."""

    help = "Write the register as files to keep, in one zip: facts, log, records as PDF/A, checksums."

    def add_arguments(self, parser):
        parser.add_argument(
            "place", nargs="?", type=Path, help="a folder, or a new .zip; var/archives when left out"
        )

    def handle(self, *, place, **options):
        target = place or settings.VAR / "archives"
        if target.suffix != ".zip":
            target /= f"arkiv-{timezone.now():%Y-%m-%dT%H%M%SZ}.zip"
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            sums = write_archive(target)
        except (Taken, OSError) as fault:
            raise CommandError(f"No archive was made. {fault}") from fault
        self.stdout.write(f"{target}: {len(sums)} files")
