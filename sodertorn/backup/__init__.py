"""Backup and restore: one file that holds a whole register, from either database and for either (docs/operate.md).

A zip file: `tables/NAME.jsonl` for each table, `files/PLACE` for each file that a row names,
`manifest.json`, which says what is in it, and `SHA256SUMS`, with which `sha256sum` checks it all.
"""

FORMAT = 1
MANIFEST, SUMS = "manifest.json", "SHA256SUMS"


class Refused(Exception):
    """Why nothing was backed up or restored, in words for the operator."""


def table_member(table: str) -> str:
    return f"tables/{table}.jsonl"


def file_member(place: str) -> str:
    return f"files/{place}"
