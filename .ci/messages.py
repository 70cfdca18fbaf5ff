"""Is every Swedish text in code and templates in locale/en, translated, and nothing else there?

Gathers the texts anew in a copy, so that nothing here changes, and compares.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = Path("locale/en/LC_MESSAGES/django.po")
OUTSIDE = shutil.ignore_patterns(".*", "var", "tests", "docs", "bench", "static", "__pycache__")


def key(entry: polib.POEntry) -> tuple:
    return entry.msgctxt, entry.msgid, entry.msgid_plural


def gathered() -> polib.POFile:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        shutil.copytree(ROOT, copy, ignore=OUTSIDE)
        (copy / CATALOGUE).parent.mkdir(parents=True, exist_ok=True)
        command = "makemessages --locale en --add-location file --no-obsolete"
        subprocess.run([sys.executable, "manage.py", *command.split()], cwd=copy, check=True)
        placeholders = "msgfmt --check-format -o /dev/null"
        subprocess.run([*placeholders.split(), CATALOGUE], cwd=copy, check=True)
        return polib.pofile(str(copy / CATALOGUE))


def faults():
    kept = polib.pofile(str(ROOT / CATALOGUE)) if (ROOT / CATALOGUE).exists() else []
    used = {key(entry): entry for entry in gathered()}
    known = {key(entry): entry for entry in kept if not entry.obsolete}
    for text in used.keys() - known.keys():
        yield f"not in the catalogue (make messages): {text[1]!r} in {used[text].occurrences}"
    for text in known.keys() - used.keys():
        yield f"no longer used (make messages): {text[1]!r}"
    for entry in kept:
        if entry.obsolete:
            yield f"no longer used: {entry.msgid!r}"
        elif not entry.translated():
            yield f"{'fuzzy' if entry.fuzzy else 'not translated'}: {entry.msgid!r}"


def main() -> int:
    try:
        found = sorted(faults())
    except subprocess.CalledProcessError as fault:
        found = [str(fault)]
    print("\n".join(found) or "every text is translated")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
