"""Everything between installing and serving, in one process, so that a second start is quick."""

import secrets
import socket
from io import StringIO
from pathlib import Path

import polib
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand
from django.db import OperationalError, connection, transaction


def compile_messages(locale: Path) -> int:
    """Write each .mo that is missing or older than its .po. A bare Debian has no msgfmt."""
    compiled = 0
    for source in locale.glob("*/LC_MESSAGES/*.po"):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            unfinished = target.with_suffix(f".{secrets.token_hex(4)}")  # others may do the same
            polib.pofile(str(source)).save_as_mofile(str(unfinished))
            unfinished.replace(target)
            compiled += 1
    return compiled


def refuse_taken_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as fault:
            raise CommandError(
                f"Port {port} can't be used ({fault.strerror}). Name another: PORT={port + 10}"
            ) from None


class Command(BaseCommand):
    help = "Compile translations, migrate, load the register where there is none."
    requires_system_checks = []  # migrate makes what some of them look for

    def handle(self, **options):
        if not settings.PRODUCTION:
            refuse_taken_port(int(settings.PORT))
        self.say("Translations", f"{compile_messages(settings.LOCALE_PATHS[0])} compiled")
        if settings.PRODUCTION:
            call_command("collectstatic", interactive=False, verbosity=0)
            self.say("Static files", f"collected in {settings.STATIC_ROOT}")
        try:
            connection.ensure_connection()
        except OperationalError as fault:
            raise CommandError(f"The database can't be opened: {fault}") from None
        self.migrate()
        self.load()
        self.make_administrator()
        if not settings.PRODUCTION:
            self.say("Serving", f"{settings.SITE_URL} (Ctrl-C ends)")

    def say(self, step: str, what: str) -> None:
        self.stdout.write(f"{step + ' ':.<16} {what}")

    def migrate(self) -> None:
        from django.db.migrations.recorder import MigrationRecorder

        before = len(MigrationRecorder(connection).applied_migrations())
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
        new = len(MigrationRecorder(connection).applied_migrations()) - before
        where = connection.settings_dict["NAME"]
        self.say("Database", f"{connection.display_name} {where}, {new} new migrations")

    def load(self) -> None:
        from sodertorn.event_log import give_lines
        from sodertorn.models import Entry

        if not Entry.objects.exists():
            with transaction.atomic():  # the demo's facts come with the register or not at all
                register = settings.BASE_DIR / "sodertorn" / "data" / "register.json"
                call_command("import_register", str(register), stdout=StringIO())
                if settings.DEMO:
                    call_command("build_demo", stdout=StringIO())
        sealed = give_lines()
        self.say(
            "Register", f"{Entry.objects.count()} entries" + (f", {sealed} given a line" if sealed else "")
        )

    def make_administrator(self) -> None:
        """The first, with a password shown once. In production nobody gets in unasked."""
        users = get_user_model().objects
        if users.filter(is_superuser=True).exists():
            return
        if settings.PRODUCTION:
            self.say("Administrator", "none yet: manage.py createsuperuser")
            return
        email, password = "admin@localhost", secrets.token_urlsafe(12)
        users.create_superuser(email=email, password=password)
        self.say("Administrator", f"{email}, password {password} (not shown again)")
