"""The register and the demonstration, each served as `make run` and `make demo` do, from a database of its own."""

import fcntl
import os
import re
import shutil
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


@pytest.fixture(scope="session")
def prepared(tmp_path_factory):
    """Fills a folder with what `prepare` makes in a mode: it is made once, also when many workers ask."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def fill(folder: Path, mode: str) -> None:
        made = shared / f"prepared-{mode}"
        with open(shared / f"{mode}.lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not made.exists():
                prepare(mode, made)
        shutil.copytree(made, folder, dirs_exist_ok=True)

    return fill


def prepare(mode: str, made: Path) -> None:
    folder = made.with_suffix(".begun")  # named as made when it is whole
    folder.mkdir()
    with listening() as door:
        free = str(door.getsockname()[1])  # which `prepare` tries
    command = [sys.executable, "manage.py", "prepare"]
    environment = environment_of(mode, folder) | {"PORT": free}
    said = subprocess.run(
        command, check=True, capture_output=True, text=True, cwd=ROOT, env=environment
    ).stdout
    (folder / "password").write_text(re.search(r"password (\S+) \(", said).group(1))
    folder.rename(made)


def environment_of(mode: str, folder: Path) -> dict[str, str]:
    database = {DATABASE[mode]: f"sqlite:///{folder}/register.sqlite3"}
    return os.environ | {"SODERTORN_MODE": mode, "FILES_DIR": str(folder)} | database


@contextmanager
def served(mode: str, folder: Path):
    """The address of a server; its door is open before it starts, so that nobody has to wait for it."""
    with listening() as door:
        environment = environment_of(mode, folder) | {"SITE_URL": address_of(door)}
        serve = [sys.executable, *GUNICORN.split(), "--bind", f"fd://{door.fileno()}"]
        with subprocess.Popen(serve, pass_fds=[door.fileno()], cwd=ROOT, env=environment) as server:
            try:
                yield address_of(door)
            finally:
                server.terminate()


@pytest.fixture(scope="session")
def real(tmp_path_factory, prepared):
    """The address of the register that is shipped."""
    folder = tmp_path_factory.mktemp("real")
    prepared(folder, "local")
    with served("local", folder) as address:
        yield address


@pytest.fixture(scope="session")
def demo(tmp_path_factory, prepared):
    """The address of the demonstration."""
    folder = tmp_path_factory.mktemp("demo")
    prepared(folder, "demo")
    with served("demo", folder) as address:
        yield address


@pytest.fixture(scope="module")
def desk(tmp_path_factory, prepared):
    """A register of its own to work in: its address, and the password of its first administrator."""
    folder = tmp_path_factory.mktemp("desk")
    prepared(folder, "local")
    with served("local", folder) as address:
        yield address, (folder / "password").read_text()


@pytest.fixture
def demo_desk(tmp_path, prepared):
    """A demonstration of one's own: its address, its administrator's password, and what runs a command on it."""
    prepared(tmp_path, "demo")

    def manage(*command: str) -> str:
        run = [sys.executable, "manage.py", *command]
        environment = environment_of("demo", tmp_path)
        done = subprocess.run(run, capture_output=True, text=True, cwd=ROOT, env=environment)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    with served("demo", tmp_path) as address:
        yield address, (tmp_path / "password").read_text(), manage
