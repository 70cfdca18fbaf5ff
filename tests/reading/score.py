"""Counts what was read, read wrong and left empty, field by field."""

from collections import Counter

from adoption.reading.reader import read
from adoption.reading.values import FIELDS, Asked, Reading

WORDS = ("condition", "reservation")


def texts(pages) -> list[str]:
    return ["\n".join(" ".join(row) for row in page) for page in pages]


def told(value: str) -> str:
    return " ".join(value.split()).strip(' .,;:”"').casefold()


def right(field: str, value: str, expected: str) -> bool:
    """Whether a value is the one that is stated; of words in a sentence it is enough that one holds the other."""
    if field in WORDS:
        return told(value) in told(expected) or told(expected) in told(value)
    if field == "numbers":
        return {told(one) for one in value.split(",")} == {told(one) for one in expected.split(",")}
    return told(value) == told(expected)


class Score:
    def __init__(self):
        self.counts = {field: Counter() for field in FIELDS}
        self.wrong: list[tuple[str, str, str, str]] = []
        self.empty: list[tuple[str, str, str]] = []

    def add(self, name: str, reading: Reading, expected: dict[str, str]) -> None:
        for field in FIELDS:
            there, read_there = expected.get(field, ""), reading.fields.get(field)
            value = read_there.value if read_there else ""
            if value and not right(field, value, there):
                self.counts[field]["wrong"] += 1
                self.wrong.append((name, field, value, there))
            elif there and not value:
                self.counts[field]["empty"] += 1
                self.empty.append((name, field, there))
            elif there:
                self.counts[field]["read"] += 1
            self.counts[field]["stated"] += bool(there)

    def total(self, what: str) -> int:
        return sum(count[what] for count in self.counts.values())

    def table(self) -> str:
        """As docs/reading.md has it."""
        rows = ["| field | stated | read | wrong | left empty |", "| --- | --: | --: | --: | --: |"]
        for field, count in self.counts.items():
            rows.append(
                f"| {field} | {count['stated']} | {count['read']} | {count['wrong']} | {count['empty']} |"
            )
        sums = " | ".join(f"**{self.total(what)}**" for what in ("stated", "read", "wrong", "empty"))
        return "\n".join([*rows, f"| **all** | {sums} |"])


def scored(examples, asked: Asked) -> Score:
    score = Score()
    for example in examples:
        score.add(example.name, read(texts(example.pages), asked), example.expected)
    return score
