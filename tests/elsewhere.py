"""A place of its own for a register: an empty database of either kind, a folder, and commands that run there."""

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from django.conf import settings
from django.db import connection

ROOT = Path(__file__).resolve().parent.parent


def url_of(name: str) -> str:
    """The address of a database on the PostgreSQL that the tests use."""
    own = connection.get_connection_params()
    password = f":{quote(own['password'], safe='')}" if "password" in own else ""
    who, host = f"{quote(own['user'], safe='')}{password}", own.get("host", "")
    if host.startswith("/"):
        return f"postgres://{who}@/{name}?host={host}"
    return f"postgres://{who}@{host}:{own.get('port', 5432)}/{name}"


def own_url() -> str:
    """The address of the database that this test uses."""
    name = connection.settings_dict["NAME"]
    return url_of(name) if connection.vendor == "postgresql" else f"sqlite:///{name}"


def environment(url: str, files: Path) -> dict:
    """What a register that runs beside the test is told: never what the shell says of another."""
    told = {"SODERTORN_MODE": "local", "DATABASE_URL": url, "FILES_DIR": str(files)}
    return os.environ | told | {"SECRET_KEY": settings.SECRET_KEY}


@contextmanager
def empty_postgresql(name: str):
    """The address of a database that is removed at the end."""
    with connection.cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}"')
        try:
            yield url_of(name)
        finally:
            cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def sender(url: str, files: Path, mail_server: tuple) -> subprocess.Popen:
    """Somebody else who empties the outbox."""
    there = environment(url, files) | {"EMAIL_URL": "smtp://{}:{}".format(*mail_server)}
    return subprocess.Popen([sys.executable, "manage.py", "send_mail"], cwd=ROOT, env=there)


def manage(url: str, files: Path, *arguments) -> subprocess.CompletedProcess:
    command = [sys.executable, "manage.py", *map(str, arguments)]
    return subprocess.run(
        command, cwd=ROOT, env=environment(url, files), capture_output=True, text=True, check=False
    )
