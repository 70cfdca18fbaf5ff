from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from sodertorn.backup import Refused
from sodertorn.backup.restorer import restore
from sodertorn.verifying import checks


class Command(BaseCommand):
    """Bring a backup into an empty database and an empty folder, after checking all of it (docs/operate.md)."""

    help = "Bring a backup into an empty database and an empty folder, after checking all of it."
    requires_system_checks = []  # there are no tables yet that some of them look for

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--check", action="store_true", help="only check the backup; restore nothing")

    def handle(self, *, file, check, **options):
        try:
            manifest = restore(file, check_only=check)
        except (Refused, OSError) as fault:
            raise CommandError(str(fault)) from fault
        made = f"the backup of {manifest['made'][:19]}Z, {sum(manifest['tables'].values())} rows"
        self.stdout.write(f"{'Whole' if check else 'Restored'}: {made}")
        lacking = [f"{sha256}: {why}" for sha256, why in manifest["lacking"].items()]
        if not check:
            lacking += [fault for found in checks() for fault in found.faults]
        if lacking:
            raise CommandError("\n  ".join(["What it lacks:", *lacking]))
