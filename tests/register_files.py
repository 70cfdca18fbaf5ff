"""Register files for tests: a small one to be spoilt, and what an import says of it."""

import hashlib
import json
from copy import deepcopy
from pathlib import Path

import pytest

from sodertorn.register_file.importer import import_file
from sodertorn.register_file.reader import Faulty
from sodertorn.register_file.writer import register_file

TESTS = Path(__file__).parent
SHIPPED = (TESTS.parent / "sodertorn" / "data" / "register.json").read_bytes()
RICH = (TESTS / "data" / "rich-register.json").read_bytes()

OFFICE = {"office": "Södertörnssamverkan"}
SMALL = {  # as a person may write it by hand, with everything that may be left out left out
    "format": "sodertorn-register/1",
    "municipalities": [
        {"code": "0138", "slug": "tyreso", "name": "Tyresö", "full_name": "Tyresö kommun"},
        {"code": "0128", "slug": "salem", "name": "Salem", "full_name": "Salems kommun"},
    ],
    "sources": [{"key": "protokoll", "title": "Protokollet", "kind": "minutes"}],
    "programmes": [
        {
            "slug": "2019",
            "kind": "programme",
            "parts": [
                {"key": "infra", "kind": "focus_area"},
                {"key": "vision", "kind": "vision"},
                {"key": "infra/1", "kind": "goal", "parent": "infra"},
            ],
        }
    ],
    "entries": [
        {
            "number": 1,
            "kind": "placement",
            "revision": "2019",
            "origin": "transcribed",
            "title": "Programmet",
            "seats": ["tyreso/board", "salem/board"],
        },
        {"number": 2, "kind": "text", "part": "2019/vision", "text": "Vi leder"},
        {"number": 3, "kind": "case", "revision": "2019", "body": "tyreso/board"},
        {
            "number": 4,
            "kind": "decision",
            "case": 3,
            "outcome": "adopted",
            "latest": "2019-10-11",
            "citations": [{"source": "protokoll", "words": "antogs"}],
        },
        {
            "number": 5,
            "kind": "decision",
            "case": 3,
            "outcome": "adopted",
            "act": "supplement",
            "follows": 4,
            "earliest": "2019-10-11",
            "latest": "2019-10-11",
        },
        {"number": 6, "kind": "follow_up", "decision": 4, "step": "signed", "on": "2019-10-20"},
    ],
}
for entry in SMALL["entries"]:
    entry |= OFFICE


FORM = "sodertorns-utvecklingsprogram 1\ntitle\n  Programmet\nvision\nfocus-area\ngoal\n"
SENT = {  # the small one's programme, sent instead
    "origin": "sent",
    "sent_on": "2019-01-02",
    "decided_on": "2019-01-01",
    "fingerprint": hashlib.sha256(FORM.encode()).hexdigest(),
}


def small(**changes) -> dict:
    """A copy to be changed; `small(entries={4: {...}})` changes what the entry says, None leaves it out."""
    document = deepcopy(SMALL)
    for section, items in changes.items():
        for number, stated in items.items():
            index = number - 1 if section == "entries" else number
            item = document[section][index] | stated
            document[section][index] = {name: value for name, value in item.items() if value is not None}
    return document


def written(document: dict) -> bytes:
    return json.dumps(document, ensure_ascii=False).encode("utf-8", "surrogatepass")


def read(document: dict | bytes, **options) -> int:
    content = document if isinstance(document, bytes) else written(document)
    return import_file(content, **options)


def faults(document: dict | bytes) -> list[str]:
    """The faults, each with its place; the register is as it was."""
    before = register_file()

    with pytest.raises(Faulty) as refusal:
        read(document)

    assert register_file() == before
    return [str(fault) for fault in refusal.value.faults]
