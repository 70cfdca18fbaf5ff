"""Rooms stay small: files and functions over the limits are named, and fail."""

import ast
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FILES = {".py": 300, ".html": 100, ".css": 250}
IN_BLOCKS = {"components.css": 160, "desk.css": 160}
"""Sheets whose blocks are found by their names (tests/pages/test_sheets.py): the block is the room, not the sheet."""
FUNCTION = 40
OUTSIDE = {".git", ".venv", "var", "migrations", "node_modules"}


def too_long(file: Path):
    text = file.read_text(encoding="utf-8")
    rooms = text.split("\n\n  /* ") if file.name in IN_BLOCKS else [text]
    most = IN_BLOCKS.get(file.name, FILES[file.suffix])
    length = max(room.count("\n") for room in rooms)
    if length > most:
        yield f"{length} lines, at most {most}"
    if file.suffix == ".py":
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = node.end_lineno - node.lineno + 1
                if length > FUNCTION:
                    yield f"{node.name} has {length} lines, at most {FUNCTION}"


def main() -> int:
    files = [
        file
        for file in sorted(ROOT.rglob("*"))
        if file.suffix in FILES and file.is_file() and not OUTSIDE & set(file.parts)
    ]
    found = [f"{file.relative_to(ROOT)}: {fault}" for file in files for fault in too_long(file)]
    print("\n".join(found) or f"{len(files)} files, none too long")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
