"""The real server and the real databases, started as in production, killed and started again."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from tests.browser.served import ROOT, address_of, listening

SERVE = re.search(r"^SERVE = \$\(PY\) (.+)$", (ROOT / "Makefile").read_text(), re.MULTILINE).group(1)


def children(process: int) -> list[int]:
    with suppress(OSError):
        return [int(p) for p in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    return []


def kill(processes: list[int]) -> None:
    for process in processes:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)


class WebServer:
    """Gunicorn as `make run` starts it. Its door is ours: who knocks while it is down waits."""

    def __init__(self, environment: dict[str, str], said: Path):
        self.door, self.said = listening(), said
        self.environment = environment | {"SITE_URL": address_of(self.door)}
        self.port = self.door.getsockname()[1]
        self.start()

    def start(self) -> None:
        serve = [sys.executable, *SERVE.split(), "--bind", f"fd://{self.door.fileno()}"]
        with self.said.open("ab") as log:
            fd = [self.door.fileno()]
            self.process = subprocess.Popen(serve, pass_fds=fd, cwd=ROOT, env=self.environment, stderr=log)

    def kill_workers(self) -> None:
        """All that answer; the one that started them starts others."""
        kill(children(self.process.pid))

    def kill_all(self) -> None:
        kill([self.process.pid, *children(self.process.pid)])
        self.process.wait()

    def kill_and_start(self) -> None:
        self.kill_all()
        self.start()


class SQLite:
    """A database in a file, and how it was when it was prepared."""

    NAME = "SQLite"

    def __init__(self, home: Path):
        self.home = home
        self.file, self.prepared = home / "register.sqlite3", home / "prepared.sqlite3"
        self.url = f"sqlite:///{self.file}"

    def keep(self) -> None:
        shutil.copy(self.file, self.prepared)

    def anew(self) -> None:
        for beside in ("-wal", "-shm"):
            Path(f"{self.file}{beside}").unlink(missing_ok=True)
        shutil.copy(self.prepared, self.file)

    def stop(self) -> None:
        pass


class PostgreSQL:
    """A server of its own, which keeps what it has said that it keeps."""

    NAME = "PostgreSQL"
    DURABLE = "-c fsync=on -c synchronous_commit=on -c full_page_writes=on"

    def __init__(self, home: Path, binaries: Path):
        from postgresql import Server

        self.home, self.server = home, Server(home, binaries)
        self.address = self.server.make()
        self.server.start(self.DURABLE)
        self.url = self.address.replace("/postgres?", "/register?")
        self.tell("CREATE DATABASE register")

    def tell(self, *statements: str) -> None:
        import psycopg

        with psycopg.connect(self.address, autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement)

    def keep(self) -> None:
        self.tell("CREATE DATABASE prepared TEMPLATE register")

    def anew(self) -> None:
        """Copied as files, after a checkpoint: copied through its log, PostgreSQL forgets in a crash
        what the copy's sequences have given out since, and gives it out again."""
        self.tell(
            "DROP DATABASE register WITH (FORCE)",
            "CREATE DATABASE register TEMPLATE prepared STRATEGY FILE_COPY",
        )

    def kill_and_start(self) -> None:
        postmaster = int((self.server.home / "data" / "postmaster.pid").read_text().split()[0])
        processes = [postmaster, *children(postmaster)]
        kill(processes)
        while any(Path(f"/proc/{process}").exists() for process in processes):
            time.sleep(0.01)
        self.server.start(self.DURABLE)

    def stop(self) -> None:
        self.server.stop()
