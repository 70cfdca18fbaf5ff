from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from sodertorn.backup import Refused
from sodertorn.backup.writer import back_up


class Command(BaseCommand):
    """Write the whole register, database and files, to one file, while it is in use (docs/operate.md)."""

    help = "Write the whole register, database and files, to one file, while it is in use."

    def add_arguments(self, parser):
        parser.add_argument(
            "place", nargs="?", type=Path, help="a folder, or a new file; var/backups when left out"
        )

    def handle(self, *, place, **options):
        target = place or settings.VAR / "backups"
        if target.is_dir() or target.suffix != ".zip":
            target /= f"register-{timezone.now():%Y-%m-%dT%H%M%SZ}.zip"
        try:
            made = back_up(target)
        except (Refused, OSError) as fault:
            raise CommandError(f"No backup was made. {fault}") from fault
        files = sum(member.startswith("files/") for member in made.sums)
        self.stdout.write(
            f"{target}: {sum(made.tables.values())} rows in {len(made.tables)} tables, {files} files"
        )
        if made.lacking:
            lines = [f"{sha256}: {why}" for sha256, why in made.lacking.items()]
            raise CommandError("\n  ".join(["Files that the register names are lacking in it:", *lines]))
