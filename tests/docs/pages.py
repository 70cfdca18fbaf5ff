"""The documentation as data: pages, their sections, the tables in them."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def section(page: str, heading: str) -> str:
    """What stands under a heading, down to the next heading of whatever level."""
    return re.split(r"^#+ ", page.split(f"\n{heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]


def tables(text: str, header: str) -> list[dict[str, list[str]]]:
    """Each table with this header, as rows: the word in the first cell, and the cells after it."""
    found = []
    for table in text.split(f"{header}\n")[1:]:
        lines = table.split("\n\n")[0].splitlines()[1:]
        rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
        found.append({row[0].strip("` "): row[1:] for row in rows})
    return found


def blocks(page: str, language: str) -> list[str]:
    """The code blocks in a language, as they stand."""
    found = re.findall(r"^```(\w*)\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    return [block for written_in, block in found if written_in == language]


def anchors(page: str) -> set[str]:
    """The addresses of a page's headings, as GitHub and its like make them."""
    headings = re.findall(r"^#+ (.+)$", page, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def links(page: str) -> list[str]:
    """The relative links and pictures."""
    found = re.findall(r"\]\(([^)\s]+)\)", re.sub(r"^```.*?^```$", "", page, flags=re.DOTALL | re.MULTILINE))
    return [link for link in found if not re.match(r"[a-z]+:", link)]
