"""The register and the demonstration, each served as `make run` and `make demo` do, from a database of its own."""

import os
import re
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
GUNICORN = "-m gunicorn --workers 1 --threads 4 --no-control-socket --log-level warning sodertorn.wsgi"
DATABASE = {"local": "DATABASE_URL", "demo": "DEMO_DATABASE_URL"}


def listening() -> socket.socket:
    return socket.create_server(("127.0.0.1", 0))


def address_of(door: socket.socket) -> str:
    return f"http://127.0.0.1:{door.getsockname()[1]}"


@contextmanager
def served(mode: str, folder: Path):
    """The address of a server; its door is open before it starts, so that nobody has to wait for it."""
    with listening() as door, listening() as other:
        free = other.getsockname()[1]
        other.close()
        environment = os.environ | {
            "SODERTORN_MODE": mode,
            DATABASE[mode]: f"sqlite:///{folder}/register.sqlite3",
            "FILES_DIR": str(folder),
            "SITE_URL": address_of(door),
            "PORT": str(free),  # which `prepare` tries
        }
        work = {"cwd": ROOT, "env": environment}
        prepare = [sys.executable, "manage.py", "prepare"]
        said = subprocess.run(prepare, check=True, capture_output=True, text=True, **work).stdout
        (folder / "password").write_text(re.search(r"password (\S+) \(", said).group(1))
        serve = [sys.executable, *GUNICORN.split(), "--bind", f"fd://{door.fileno()}"]
        with subprocess.Popen(serve, pass_fds=[door.fileno()], **work) as server:
            yield address_of(door)
            server.terminate()


@pytest.fixture(scope="session")
def real(tmp_path_factory):
    """The address of the register that is shipped."""
    with served("local", tmp_path_factory.mktemp("real")) as address:
        yield address


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """The address of the demonstration."""
    with served("demo", tmp_path_factory.mktemp("demo")) as address:
        yield address


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A register of its own to work in: its address, and the password of its first administrator."""
    folder = tmp_path_factory.mktemp("desk")
    with served("local", folder) as address:
        yield address, (folder / "password").read_text()
