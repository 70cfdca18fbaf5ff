"""Reads a file in a process of its own, with little memory and time: `python -m adoption.reading.process <asked> < file`.

`asked` is JSON: the programme's years or null, and the municipalities. Prints the reading as JSON.
"""

import gc
import json
import sys
from dataclasses import asdict

from adoption.reading.reader import read
from adoption.reading.values import Asked, Found, Kind, Line, Reading
from sodertorn.uploaded.limits import limit
from sodertorn.uploaded.pdf_text import texts


def as_json(reading: Reading) -> str:
    return json.dumps(asdict(reading))


def from_json(said: str | bytes) -> Reading:
    """Raises ValueError for what is no reading."""
    told = json.loads(said)
    fields = {name: Found(**one) for name, one in told["fields"].items()}
    return Reading(Kind(told["kind"]), fields, Line(**told["sign"]) if told["sign"] else None)


def asked_as_json(asked: Asked) -> str:
    return json.dumps(asdict(asked))


def asked_from_json(said: str) -> Asked:
    told = json.loads(said)
    period = tuple(told["period"]) if told["period"] else None
    return Asked(period, tuple(tuple(one) for one in told["municipalities"]))


if __name__ == "__main__":
    limit()
    gc.disable()  # it ends with the file: to look for what it could give back takes a fourth of the time
    print(as_json(read(texts(sys.stdin.buffer.read()), asked_from_json(sys.argv[1]))))
