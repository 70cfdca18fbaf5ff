"""Make .venv hold exactly the packages of requirements/NAME.txt: install.py NAME.

A bare Debian has neither pip nor ensurepip. So every machine takes the same path: an empty
environment, and the pip wheel beside this file run from where it lies. Written for any Python 3,
so that one that is too old is told so and not shown a syntax error.
"""

import fcntl
import hashlib
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE.parent / ".venv"
PYTHON = VENV / "bin" / "python"


def want(name):
    """What the environment was made from: when this changes, it's made anew."""
    made_from = (HERE / (name + ".txt")).read_bytes() + sys.version.encode() + str(VENV).encode()
    return hashlib.sha256(made_from).hexdigest()


def have(name):
    stamp = VENV / ("." + name)
    works = PYTHON.exists() and stamp.exists()  # a Python that was removed leaves a dangling link
    return stamp.read_text() if works else ""


def install(name):
    # dev holds all of run: it's laid on top of an environment that is run and nothing else.
    if (VENV / ".dev").exists() or have("run") != want("run"):
        import venv

        venv.create(str(VENV), clear=True, with_pip=False)
    wheel = next(HERE.glob("pip-*.whl"))
    options = "-qq --no-input --no-cache-dir --disable-pip-version-check --no-warn-script-location"
    safe = "--require-hashes --no-deps --only-binary=:all: --root-user-action=ignore"
    subprocess.run(
        [str(PYTHON), "-m", "pip", "install"]
        + [*options.split(), *safe.split(), "-r", str(HERE / (name + ".txt"))],
        env=dict(os.environ, PYTHONPATH=str(wheel)),
        check=True,
    )
    for stamp in {"run", name}:
        (VENV / ("." + stamp)).write_text(want(stamp))


def main(name):
    if sys.version_info < (3, 11):  # noqa: UP036
        version = sys.version.split()[0]
        return f"Python 3.11 or newer is needed, this is {version}. If you have one: make PYTHON=…"
    if have(name) == want(name):
        return None
    try:
        with open(__file__) as one_at_a_time:
            fcntl.flock(one_at_a_time, fcntl.LOCK_EX)
            if have(name) != want(name):
                print(f"Installing what requirements/{name}.txt names in .venv …", flush=True)
                install(name)
    except subprocess.CalledProcessError:
        return "The packages could not be installed; what pip said stands above."
    except OSError as fault:
        return f"The packages could not be installed: {fault}"
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
