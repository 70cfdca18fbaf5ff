from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from sodertorn.one_moment import one_moment
from sodertorn.verifying import checks
from sodertorn.verifying.saved_log import compare


class Command(BaseCommand):
    """Recompute everything that is recorded, and say what was checked or exactly what differs (docs/verify.md)."""

    help = "Recompute the event log, the files and the rule; exits with 1 and names what differs."

    def add_arguments(self, parser):
        parser.add_argument(
            "--journal", type=Path, metavar="FILE", help="an event log saved earlier, to compare with"
        )

    def handle(self, *, journal, **options):
        with one_moment():
            found = list(checks())
            if journal:
                try:
                    found.append(compare(journal.read_bytes()))
                except OSError as error:
                    raise CommandError(f"{journal}: {error.strerror}") from error
        for one in found:
            self.stdout.write(f"{'✗' if one.faults else '✓'} {one.looked_at}")
            for fault in one.faults:
                self.stdout.write(f"    {fault}")
        faults = sum(len(one.faults) for one in found)
        if faults:
            raise CommandError(_("Registret är inte som det var: %d fel.") % faults)
        self.stdout.write(_("Allt stämmer."))
