"""Finds out whether a text is a register file, before anything is believed; lists every fault with its place."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from jsonschema import Draft202012Validator, FormatChecker

from sodertorn.register_file import FORMAT

SCHEMA_FILE = Path(__file__).with_name("schema.json")
MOST_BYTES = 20 * 1024 * 1024
MOST_WORDS = 160
ODD = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True)
class Fault:
    """What is wrong, and where: `entries[12].latest (händelse 13)`."""

    place: str
    what: str

    def __str__(self):
        return f"{self.place}: {self.what}" if self.place else self.what


class Faulty(Exception):
    """The file can't be imported; `faults` lists everything that is wrong with it."""

    def __init__(self, faults: list[Fault]):
        super().__init__(f"{len(faults)} faults")
        self.faults = faults


@cache
def validator() -> Draft202012Validator:
    return Draft202012Validator(
        json.loads(SCHEMA_FILE.read_text("utf-8")), format_checker=FormatChecker(["date"])
    )


def read_file(path: Path) -> bytes:
    """The file's bytes, unless it is too large to be a register. Raises Faulty, OSError."""
    with path.open("rb") as file:
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise Faulty([Fault("", _("Filen är större än 20 MB; så stor är ingen registerfil."))])
    return content


def parse(content: bytes) -> dict:
    """The JSON object in the file, of a format that we know. Raises Faulty."""
    try:
        document = json.loads(
            content.decode("utf-8-sig"), object_pairs_hook=_no_name_twice, parse_constant=_no_constant
        )
    except UnicodeDecodeError as error:
        raise Faulty([Fault(_("byte %d") % error.start, _("Filen är inte text i UTF-8."))]) from error
    except json.JSONDecodeError as error:
        place = _("rad %(line)d, tecken %(column)d") % {"line": error.lineno, "column": error.colno}
        raise Faulty([Fault(place, _("Här slutar filen att vara JSON; kanske är den avbruten."))]) from error
    except (RecursionError, ValueError) as error:
        what = _("Filen är nästlad djupare än någon registerfil.")
        raise Faulty([Fault("", what if isinstance(error, RecursionError) else str(error))]) from error
    if not isinstance(document, dict) or not isinstance(document.get("format"), str):
        raise Faulty([Fault("format", _("Filen säger inte vilket format den har; ”%s” väntas.") % FORMAT)])
    if document["format"] != FORMAT:
        what = _("Filen har formatet ”%(format)s”; den här versionen läser ”%(known)s”.")
        raise Faulty([Fault("format", what % {"format": document["format"][:60], "known": FORMAT})])
    return document


def _no_name_twice(pairs: list[tuple[str, object]]) -> dict:
    found = dict(pairs)
    if len(found) < len(pairs):
        count = Counter(name for name, _value in pairs)
        twice = sorted(name for name in count if count[name] > 1)
        raise ValueError(_("Namnet ”%s” står två gånger i samma objekt.") % ", ".join(twice)[:MOST_WORDS])
    return found


def _no_constant(name: str):
    raise ValueError(_("%s är inget värde i JSON.") % name)


def schema_faults(document: dict) -> list[tuple[tuple, Fault]]:
    """Every departure from the JSON Schema, and every text that none may hold, with its path in the document."""
    try:
        found = [(tuple(e.absolute_path), in_words(e)) for e in validator().iter_errors(document)]
        found += [(path, _("Här finns ett tecken som ingen text kan ha.")) for path in odd_texts(document)]
    except RecursionError:
        return [((), Fault("", _("Filen är nästlad djupare än någon registerfil.")))]
    found.sort(key=lambda fault: [str(step).zfill(9) for step in fault[0]])
    return [(path, Fault(place(document, path), what)) for path, what in found if what]


def odd_texts(value, path: tuple = ()) -> Iterator[tuple]:
    """Where a text holds what no database keeps: half a character (a lone surrogate), or NUL."""
    if isinstance(value, str) and ODD.search(value):
        yield path
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, part in inside:
        yield from odd_texts(part, (*path, step))


def place(document: dict, path: Iterable) -> str:
    """A place in the file as people write it, with the number of the entry."""
    path = list(path)
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).lstrip(".")
    if len(path) > 1 and path[0] == "entries":
        entry = document["entries"][path[1]]
        number = entry.get("number") if isinstance(entry, dict) else None
        return f"{text} ({_('händelse')} {number})" if number else text
    return text


SAYS = {  # by the schema's keyword
    "type": gettext_lazy("%(value)s har fel typ; %(expected)s väntas."),
    "enum": gettext_lazy("%(value)s är inget av %(expected)s."),
    "const": gettext_lazy("%(value)s är inget av %(expected)s."),
    "pattern": gettext_lazy("%(value)s har inte den form som väntas: %(expected)s"),
    "format": gettext_lazy("%(value)s är ingen dag i kalendern; en dag skrivs ÅÅÅÅ-MM-DD."),
    "minLength": gettext_lazy("Texten är tom; utelämna namnet när inget är känt."),
    "maxLength": gettext_lazy("Texten är längre än %(expected)s tecken."),
    "minimum": gettext_lazy("%(value)s är för litet; minst %(expected)s."),
    "maximum": gettext_lazy("%(value)s är för stort; högst %(expected)s."),
    "uniqueItems": gettext_lazy("Samma står två gånger."),
}


def in_words(error) -> str:
    """A schema error in the user's language; empty when it is no fault of its own."""
    if error.validator == "required":
        missing = [name for name in error.validator_value if name not in error.instance]
        return _("Här saknas %s.") % ", ".join(missing)
    if error.validator in ("additionalProperties", "unevaluatedProperties"):
        unknown = ", ".join(sorted(error.instance.keys() - names_known(error)))[:MOST_WORDS]
        return unknown and _("Här finns ett namn som formatet inte känner: %s") % unknown
    value = json.dumps(error.instance, ensure_ascii=False)[:MOST_WORDS]
    expected = json.dumps(error.validator_value, ensure_ascii=False)[:MOST_WORDS]
    words = SAYS.get(error.validator)
    return words % {"value": value, "expected": expected} if words else error.message[:MOST_WORDS]


def names_known(error) -> set[str]:
    """The names that an object may have. An entry's come from its kind; when another is wrong, jsonschema knows none."""
    known = set(error.schema.get("properties", ()))
    if error.validator == "unevaluatedProperties":
        kind, facts = error.instance.get("kind"), validator().schema["$defs"]
        of_its_kind = facts[kind] if kind in facts["entry"]["properties"]["kind"]["enum"] else {}
        known |= set(of_its_kind.get("properties", error.instance))
    return known
