"""Rooms stay small: files and functions over the limits are named, and fail."""

import ast
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FILES = {".py": 300, ".html": 100, ".css": 250}
FUNCTION = 40
OUTSIDE = {".git", ".venv", "var", "migrations", "node_modules"}


def too_long(file: Path):
    text = file.read_text(encoding="utf-8")
    length = text.count("\n")
    if length > FILES[file.suffix]:
        yield f"{length} lines, at most {FILES[file.suffix]}"
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
