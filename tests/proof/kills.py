"""Kill the real server, and PostgreSQL, while people work: python -m tests.proof.kills sqlite|postgresql

Several people register, fill in, correct, save, comment and send over HTTP, with the settings
that the register really has. At random moments the server's processes are killed (SIGKILL);
then everything is looked at. Exit code 77: there is no PostgreSQL here.

The seed that it prints makes the same choices again (`--seed`); which statement a kill
meets is up to the machine. A register is begun anew after each fifty kills.
"""

import argparse
import os
import random
import secrets
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / ".ci"))

KILLS = {"quick": 6, "proof": 200}.get(os.environ.get("HYPOTHESIS_PROFILE", ""), 6)
ANEW = 50
"""Kills after which a register is begun anew: reading a longer one would only take longer."""

A_LOT = 8
"""Acts after which a kill waits for nobody in particular."""


def prepare(url: str, files: Path) -> dict[str, str]:
    """A register as `make run` makes it; the environment in which it is served."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        free = str(door.getsockname()[1])
    ours = {"SODERTORN_MODE": "local", "DATABASE_URL": url, "FILES_DIR": str(files), "PORT": free}
    ours["SECRET_KEY"] = secrets.token_urlsafe(64)
    os.environ.update(ours)
    os.environ["DJANGO_SETTINGS_MODULE"] = "sodertorn.settings"
    subprocess.run([sys.executable, "manage.py", "prepare"], check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    import django

    django.setup()
    return dict(os.environ)


class Trial:
    """A server, a database and people at work; each round ends with a kill and a look at everything."""

    def __init__(self, database, environment: dict[str, str], rng: random.Random):
        from tests.proof import office
        from tests.proof.servers import WebServer

        self.database, self.rng, self.office = database, rng, office
        sessions = office.begin()
        office.close_connections()
        database.keep()
        self.web = WebServer(environment, Path(database.home) / "said")
        self.people = office.people(self.web.port, sessions)
        self.counted: Counter = Counter()
        self.kinds: Counter = Counter()

    def ways(self, number: int) -> tuple[str, Callable[[], None]]:
        """What is killed: with PostgreSQL every other time that."""
        if number % 2 and hasattr(self.database, "kill_and_start"):
            return "PostgreSQL", self.database.kill_and_start
        if self.rng.random() < 0.2:
            return "the whole server", self.web.kill_and_start
        return "its workers", self.web.kill_workers

    def round(self, number: int) -> None:
        self.office.make_ready(self.people[-1])
        self.office.close_connections()
        before = [len(person.acts) for person in self.people]
        enough = Event()
        at_work = [Thread(target=person.work, args=[enough], daemon=True) for person in self.people]
        for thread in at_work:
            thread.start()
        name, strike = self.ways(number)
        one = self.rng.randrange(len(self.people))
        acts, seconds = self.rng.randrange(1, 4), self.rng.uniform(0.0, 0.4)
        self.wait(at_work[one], self.people[one], acts, seconds)
        strike()
        enough.set()
        for thread in at_work:
            thread.join()
        self.look(number, name, before)

    def wait(self, busy: Thread, person, acts: int, seconds: float) -> None:
        """Until somebody has done so much, or can't, or all have done a lot; and so long after that."""
        enough, a_lot = len(person.acts) + acts, self.done() + A_LOT
        while busy.is_alive() and len(person.acts) < enough and self.done() < a_lot:
            time.sleep(0.005)
        time.sleep(seconds)

    def done(self) -> int:
        return sum(len(person.acts) for person in self.people)

    def look(self, number: int, name: str, before: list[int]) -> None:
        from tests.proof.aftermath import found, verified

        acts = [act for person, seen in zip(self.people, before, strict=True) for act in person.acts[seen:]]
        for act in acts:
            there = "whole" if found(act) else "absent"
            how = "cut off" if not act.answer else "told that it failed"
            said = "confirmed" if act.confirmed else f"{how} and {there}"
            self.counted[said + (" when sent again" if act.again else "")] += 1
            self.kinds[act.kind] += act.confirmed
        entries = verified()
        self.counted[f"kills of {name}"] += 1
        self.office.close_connections()
        told = Counter("confirmed" if act.confirmed else str(act.answer) for act in acts)
        print(f"kill {number}: {name}; {dict(told)}; {entries} entries, all verified", flush=True)

    def anew(self) -> None:
        """All that was ever confirmed is still there; then begin with the register as it was."""
        from tests.proof.aftermath import found, left_over

        for act in (act for person in self.people for act in person.acts):
            found(act)
        orphans, unfinished = left_over()
        print(f"left over: {orphans} files that no row names, {unfinished} unfinished", flush=True)
        self.office.close_connections()
        self.web.kill_all()
        self.database.anew()
        self.web.start()
        for person in self.people:
            person.forget()

    def run(self, kills: int) -> None:
        for number in range(1, kills + 1):
            self.round(number)
            if number % ANEW == 0 or number == kills:
                self.anew()


def trial(database, home: Path, kills: int, seed: int) -> None:
    print(f"{database.NAME}: {kills} kills, seed {seed}", flush=True)
    start = time.monotonic()
    one = None
    try:
        environment = prepare(database.url, home / "files")
        one = Trial(database, environment, random.Random(seed))
        one.run(kills)
        print(f"confirmed of each kind: {dict(one.kinds)}")
        said = ", ".join(f"{n} {what}" for what, n in sorted(one.counted.items()))
        print(
            f"{kills} kills of {database.NAME}: {said}; {kills} times verified, {time.monotonic() - start:.0f} s"
        )
    finally:
        if one:
            one.web.kill_all()
        database.stop()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("database", choices=["sqlite", "postgresql"])
    parser.add_argument("--kills", type=int, default=KILLS)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(10**6))
    asked = parser.parse_args()
    from postgresql import binaries

    from tests.proof.servers import PostgreSQL, SQLite

    found = binaries()
    if asked.database == "postgresql" and not found:
        print("no PostgreSQL here")
        return 77
    with tempfile.TemporaryDirectory(prefix="kills-", dir="/tmp", ignore_cleanup_errors=True) as home:
        folder = Path(home)
        database = SQLite(folder) if asked.database == "sqlite" else PostgreSQL(folder, found)
        trial(database, folder, asked.kills, asked.seed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
