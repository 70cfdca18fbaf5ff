from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sodertorn.announcing import announces
from sodertorn.register_file.importer import import_file
from sodertorn.register_file.reader import Faulty, read_file


class Command(BaseCommand):
    """Read a register file: all of it, or nothing and a list of every fault (docs/register-file.md)."""

    help = "Read a register file: all of it, or nothing and a list of every fault."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--check", action="store_true", help="only say what would happen; change nothing")

    def handle(self, *, file, check, **options):
        try:
            added = announces(import_file)(read_file(file), check_only=check)
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}") from error
        except Faulty as faulty:
            count = len(faulty.faults)
            title = ngettext(
                "Ingenting lästes in. Filen har %d fel:",
                "Ingenting lästes in. Filen har %d fel:",
                count,
            )
            raise CommandError("\n  ".join([title % count, *map(str, faulty.faults)])) from faulty
        done = (
            _("Filen är felfri; den skulle lägga till %d händelser.")
            if check
            else _("%d händelser lästes in.")
        )
        self.stdout.write(done % added)
