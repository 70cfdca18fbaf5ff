"""Brings a register file into the database: all of it or nothing, and every fault is listed.

Into an empty register it is a move, which keeps numbers and moments. Into one with
content it only adds: what is already there must be the same, and a clash is a fault.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from adoption.models import Body, Citation, Extract, Municipality, Source, TakingOffice
from adoption.services import cite
from programme.models import Part, Placement, Revision, TermOfOffice, Withdrawal
from programme.services import place, refuse_broken_line, refuse_untimely_withdrawal
from sodertorn.journal import Entry, head, record
from sodertorn.register_file import writer
from sodertorn.register_file.codec import FACTS, Unknown, fields_of, find, moment, read
from sodertorn.register_file.reader import Fault, Faulty, parse, schema_faults
from sodertorn.register_file.reader import place as place_in

TABLES = {  # section: model, and the fields that tell one row from another
    "terms": (TermOfOffice, ("label",)),
    "municipalities": (Municipality, ("code",)),
    "taking_office": (TakingOffice, ("term", "municipality")),
    "sources": (Source, ("key",)),
    "extracts": (Extract, ("sha256",)),
}


@transaction.atomic
def import_file(content: bytes, *, check_only: bool = False) -> int:
    """Import a register file and return the number of entries that were added. Raises Faulty."""
    run = Import(parse(content))
    added = run.everything()
    if run.faults:
        raise Faulty(run.faults)
    if check_only:
        transaction.set_rollback(True)
    return added


class Import:
    """One import: the file, what the register held before, and the faults found so far."""

    def __init__(self, document: dict):
        self.document = document
        self.faults: list[Fault] = []
        self.broken: set[tuple] = set()  # paths of sections' items that are faulty already
        self.lost: set[str | int] = set()  # how the file names them
        for path, fault in schema_faults(document):
            self.faults.append(fault)
            self.broken.add(path[:2])
        self.held = writer.document()

    def everything(self) -> int:
        if any(len(path) < 2 for path in self.broken):
            return 0
        for section in TABLES:
            for path, item in self.items(section):
                with self.at(path, item):
                    self.row(section, item)
        for path, item in self.items("programmes"):
            with self.at(path, item):
                self.programme(item)
        held = {entry["number"]: entry for entry in self.held["entries"]}
        return sum(self.entry(path, item, held) for path, item in self.items("entries"))

    def items(self, section: str) -> Iterator[tuple[tuple, dict]]:
        """The items of a section that the schema lets through; the others' names are remembered as lost."""
        for index, item in enumerate(self.document.get(section, [])):
            if (section, index) in self.broken:
                self.lose(item)
            else:
                yield (section, index), item

    def lose(self, item) -> None:
        if isinstance(item, dict):
            names = (item.get(name) for name in ("slug", "key", "code", "label", "sha256", "number"))
            self.lost |= {name for name in names if isinstance(name, str | int)}

    @contextmanager
    def at(self, path: tuple, item: dict):
        """Do something in a savepoint; what goes wrong becomes a fault with its place."""
        try:
            with transaction.atomic():
                yield
        except ValidationError as error:
            self.lose(item)
            if not (isinstance(error, Unknown) and self.depends_on_lost(item)):
                self.faults += [
                    Fault(place_in(self.document, [*path, *steps]), " ".join(messages))
                    for steps, messages in by_field(error)
                ]

    def depends_on_lost(self, item: dict) -> bool:
        """Whether something that the item names is faulty itself, so that this is no fault of its own."""
        named = [
            *item.values(),
            *item.get("seats", []),
            *(c.get("source") for c in item.get("citations", [])),
        ]
        words = [
            part for name in named if isinstance(name, str | int) for part in (name, str(name).split("/")[0])
        ]
        return bool(self.lost.intersection(words))

    def clash(self, held: list[dict], item: dict, *keys: str) -> bool:
        """Whether the same item is held already; raises when another one of the same name is."""
        for other in held:
            if all(other.get(key) == item.get(key) for key in keys):
                if other != item:
                    raise ValidationError(_("Registret har redan detta, men med annat innehåll."))
                return True
        return False

    def row(self, section: str, item: dict) -> None:
        model, keys = TABLES[section]
        if self.clash(self.held[section], item, *keys):
            return
        row = model(**read(fields_of(model), item))
        if model is Extract:
            row.name = f"{row.sha256}.pdf"
        row.full_clean()
        row.save(force_insert=True)

    def programme(self, item: dict) -> None:
        if self.clash(self.held["programmes"], item, "slug"):
            return
        revision = Revision(slug=item["slug"], kind=item["kind"])
        revision.full_clean()
        revision.save()
        made: dict[str, Part] = {}
        for position, stated in enumerate(item["parts"], 1):
            part = Part(
                revision=revision,
                position=position,
                **read(fields_of(Part, "revision", "parent"), stated),
            )
            if "parent" in stated:
                part.parent = made.get(stated["parent"])
                if part.parent is None:
                    raise ValidationError(
                        {f"parts[{position - 1}].parent": _("Står inte före den text som hör till den.")}
                    )
            part.full_clean()
            part.save()
            made[part.key] = part

    def entry(self, path: tuple, item: dict, held: dict[int, dict]) -> bool:
        """Add one entry; whether it is new to the register."""
        if item["number"] in held:
            with self.at(path, item):
                self.clash([held[item["number"]]], normal(item), "number")
            return False
        with self.at(path, item):
            self.add(item)
        return True

    def add(self, item: dict) -> None:
        number = item["number"]
        newest = head()
        expected = newest.number + 1 if newest else 1
        if number < expected or number > expected and not set(range(expected, number)) <= self.lost:
            raise ValidationError({"number": _("Nästa nummer i registret är %d.") % expected})
        model = FACTS[item["kind"]]
        known = {field.name for field in fields_of(model)}
        fact = model(**read(fields_of(model), {name: item[name] for name in item if name in known}))
        stated = {name: item[name] for name in ("office", "act", "correction", "reason") if name in item}
        if "follows" in item:
            stated["follows"] = find(Entry, item["follows"])
        if "recorded" in item:
            stated["recorded"] = moment(item["recorded"])
        if model is Withdrawal:
            refuse_untimely_withdrawal(fact.revision)
        if model is Placement:
            boards = [find(Body, name) for name in item.get("seats", [])]
            place(fact, boards=boards, number=number, **stated)
        else:
            record(fact, number=number, **stated)
        cite(fact, [Citation(**read(fields_of(Citation), c)) for c in item.get("citations", [])])
        if model in (Placement, Withdrawal):
            refuse_broken_line()


def normal(item: dict) -> dict:
    """An entry as the writer would write it: its seats in order."""
    return item | {"seats": sorted(item["seats"])} if "seats" in item else item


def by_field(error: ValidationError) -> list[tuple[list, list[str]]]:
    """The messages of an error with the field that each is about."""
    if hasattr(error, "error_dict"):
        return [([] if name == "__all__" else [name], error.message_dict[name]) for name in error.error_dict]
    return [([], error.messages)]
