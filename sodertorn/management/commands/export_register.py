import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from sodertorn.register_file.writer import register_file


class Command(BaseCommand):
    """Write the register's public facts as a register file (docs/register-file.md)."""

    help = "Write the register's public facts as a register file, to FILE or to standard output."

    def add_arguments(self, parser):
        parser.add_argument(
            "file", nargs="?", type=Path, help="where to write; standard output when left out"
        )

    def handle(self, *, file, **options):
        content = register_file()
        if file is None:
            sys.stdout.buffer.write(content)
        else:
            try:
                file.write_bytes(content)
            except OSError as error:
                raise CommandError(f"{file}: {error.strerror}") from error
