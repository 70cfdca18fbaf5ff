"""What is read, wrong and left empty, through PDF files: `python -m tests.reading.report [folder]`.

Without a folder the first set. A folder holds PDF files and `expected.json`, as docs/reading.md asks for them.
"""

import json
import os
import sys
from pathlib import Path

os.environ.setdefault("SODERTORN_MODE", "test")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sodertorn.settings")

import django  # noqa: E402

django.setup()

from adoption.reading.process import asked_as_json, from_json  # noqa: E402
from adoption.reading.values import Asked, Kind, Reading  # noqa: E402
from sodertorn.desk.uploads import in_a_process  # noqa: E402
from tests.reading.examples import first_set  # noqa: E402
from tests.reading.minutes import ASKED, EIGHT  # noqa: E402
from tests.reading.pdfs import pdf  # noqa: E402
from tests.reading.score import Score  # noqa: E402


def through_pdf(name: str, content: bytes, asked: Asked) -> Reading:
    """A file beyond the limits of work and memory is none that was read, and is named."""
    try:
        return from_json(in_a_process("adoption.reading.process", content, asked_as_json(asked), seconds=60))
    except (ValueError, TimeoutError):
        print(f"beyond the limits: {name}")
        return Reading(Kind.NO_TEXT)


def of_first_set(examples=None) -> Score:
    score = Score()
    for example in first_set() if examples is None else examples:
        score.add(example.name, through_pdf(example.name, pdf(example.pages), ASKED), example.expected)
    return score


def of_folder(folder: Path) -> Score:
    """`expected.json`: a list of {file, period: [first, last], expected: {field: value}}; what isn't there must be left empty."""
    score = Score()
    for one in json.loads((folder / "expected.json").read_text()):
        asked = Asked(tuple(one["period"]) if one.get("period") else None, EIGHT)
        stated = {
            field: ", ".join(value) if isinstance(value, list) else value
            for field, value in one["expected"].items()
            if value
        }
        score.add(one["file"], through_pdf(one["file"], (folder / one["file"]).read_bytes(), asked), stated)
    return score


def main() -> None:
    score = of_folder(Path(sys.argv[1])) if len(sys.argv) > 1 else of_first_set()
    print(score.table())
    for what, rows in (("wrong", score.wrong), ("left empty", score.empty)):
        for row in rows:
            print(f"{what}: {', '.join(row)}")


if __name__ == "__main__":
    main()
