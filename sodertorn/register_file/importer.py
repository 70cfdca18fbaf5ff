"""Brings a register file into the database: all of it or nothing, and every fault is listed.

Into an empty register it is a move, which keeps numbers and moments. Into one with
content it only adds: what is already there must be the same, and a clash is a fault.
"""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import count

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from adoption.models import Body, Citation, Extract, Municipality, Source, TakingOffice
from adoption.services import cite, refuse_broken_line
from programme.models import Part, Placement, Revision, TermOfOffice, Withdrawal
from programme.models.records import Origin
from programme.services import place, refuse_untimely_withdrawal
from programme.texts import ORDER
from sodertorn.journal import Act, Entry, EntryKind, Fact, head, record
from sodertorn.one_act import one_act
from sodertorn.register_file import writer
from sodertorn.register_file.codec import FACTS, Unknown, fields_of, find, moment, read, written
from sodertorn.register_file.reader import Fault, Faulty, parse, schema_faults
from sodertorn.register_file.reader import place as place_in

TABLES = {  # section: model, and the fields that tell one row from another
    "terms": (TermOfOffice, ("label",)),
    "municipalities": (Municipality, ("code",)),
    "taking_office": (TakingOffice, ("term", "municipality")),
    "sources": (Source, ("key",)),
    "extracts": (Extract, ("sha256",)),
}


@one_act
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
        self.expected: dict[int, int] = {}  # the number that each new entry must have, by its place
        self.began: datetime | None = None
        self.act: str | None = None  # the moment of the act that is being read
        self.moved: tuple[tuple, dict] | None = None  # the entry of that act which may have moved the line
        self.unplaced: set[str] = set()  # programmes whose place in the register is faulty
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
        self.expected = self.numbers(held)
        added = sum(self.entry(path, item, held) for path, item in self.items("entries"))
        self.check_line()
        if not self.faults:  # a faulty entry may be the one that would have placed it
            for path, item in self.items("programmes"):
                with self.at(path, item):
                    self.refuse_draft(item)
        return added

    def refuse_draft(self, item: dict) -> None:
        """A file holds no drafts: an entry must give each programme its place."""
        if not Revision.objects.placed().filter(slug=item["slug"]).exists():
            raise ValidationError({"slug": _("Ingen händelse ger programmet dess plats i registret.")})

    def items(self, section: str) -> Iterator[tuple[tuple, dict]]:
        """The items of a section that the schema lets through; the others' names are remembered as lost."""
        for index, item in enumerate(self.document.get(section, [])):
            if (section, index) in self.broken:
                self.lose(item)
                if section == "entries":  # its number may be what is wrong with it
                    self.lost.add(self.expected.get(index, 0))
            else:
                yield (section, index), item

    def lose(self, item) -> None:
        if isinstance(item, dict):
            names = (item.get(name) for name in ("slug", "key", "code", "label", "sha256", "number"))
            self.lost |= {name for name in names if isinstance(name, str | int)}
            kind, slug = item.get("kind"), item.get("revision")
            if slug and (kind == Placement.KIND or kind not in [*FACTS]) and "follows" not in item:
                self.unplaced.add(str(slug))

    @contextmanager
    def at(self, path: tuple, item: dict):
        """Do something in a savepoint; what goes wrong becomes a fault with its place."""
        try:
            with transaction.atomic():
                yield
        except DatabaseError as error:
            self.faults.append(Fault(place_in(self.document, path), str(error).splitlines()[0]))
            self.lose(item)
        except ValidationError as error:
            if not self.follows_from_lost(item, error):
                self.faults += [
                    Fault(place_in(self.document, [*path, *steps]), " ".join(messages))
                    for steps, messages in by_field(error)
                ]
            self.lose(item)

    def follows_from_lost(self, item: dict, error: ValidationError) -> bool:
        """Whether something that the item names is faulty itself, so that this is no fault of its own."""
        named = [
            *item.values(),
            *item.get("seats", []),
            *(c.get("source") for c in item.get("citations", [])),
        ]
        words = [
            part for name in named if isinstance(name, str | int) for part in (name, str(name).split("/")[0])
        ]
        lost = self.lost if isinstance(error, Unknown) else set()
        return bool((lost | self.unplaced).intersection(words))

    def clash(self, held: list, stated) -> bool:
        """Whether the same is held already; raises when something else of that name is."""
        if held and held != [stated]:
            raise ValidationError(_("Registret har redan detta, men med annat innehåll."))
        return bool(held)

    def row(self, section: str, item: dict) -> None:
        model, keys = TABLES[section]
        row = model(**read(fields_of(model), item))
        held = model.objects.filter(**{key: getattr(row, key) for key in keys})
        if not self.clash(writer.rows(held), *writer.rows([row])):
            row.full_clean()
            row.save(force_insert=True)

    def programme(self, item: dict) -> None:
        """A programme and its parts: of one that is held, only a transcript may get more parts (R11)."""
        held = next((one for one in self.held["programmes"] if one["slug"] == item["slug"]), None)
        if held is None:
            revision = Revision(slug=item["slug"], kind=item["kind"])
            revision.full_clean()
            revision.save()
        else:
            revision = Revision.objects.get(slug=item["slug"])
            self.clash([held["kind"]], item["kind"])
        known = {part["key"]: part for part in held["parts"]} if held else {}
        more: list[dict] = []
        for stated in item["parts"]:
            if not self.clash([known[stated["key"]]] if stated["key"] in known else [], stated):
                more.append(stated)
        if more and revision.placements.filter(origin=Origin.SENT).exists():
            raise ValidationError({"parts": _("Ett programs text är fryst när det har sänts (R1).")})
        if held and any(part.keys() & set(writer.WORDS) for part in more):
            raise ValidationError({"parts": _("I en avskrift är orden egna uppgifter, inte delar (R11).")})
        for stated in more:
            self.part(revision, item["parts"].index(stated), stated)

    def part(self, revision: Revision, place: int, stated: dict) -> None:
        part = Part(
            revision=revision, position=place + 1, **read(fields_of(Part, "revision", "parent"), stated)
        )
        if "parent" in stated:
            part.parent = revision.parts.filter(key=stated["parent"]).first()
            if part.parent is None:
                raise ValidationError(
                    {f"parts[{place}].parent": _("Står inte före den text som hör till den.")}
                )
        part.full_clean()
        part.save()

    def numbers(self, held: dict[int, dict]) -> dict[int, int]:
        """The number that each new entry must have, by its place in the list."""
        stated = (item.get("number") if isinstance(item, dict) else None for item in self.document["entries"])
        new = [place for place, n in enumerate(stated) if not isinstance(n, int | float) or n not in held]
        return dict(zip(new, count(max(held, default=0) + 1), strict=False))

    def refuse_number(self, place: int, number: int) -> None:
        """Numbers have no gaps. What goes on from a wrong one is no fault of its own."""
        before = self.document["entries"][place - 1] if place else None
        goes_on = isinstance(before, dict) and before.get("number") == number - 1
        if number != self.expected[place] and not goes_on:
            self.lost.add(self.expected[place])
            raise ValidationError({"number": _("Här väntas nummer %d.") % self.expected[place]})

    def entry(self, path: tuple, item: dict, held: dict[int, dict]) -> bool:
        """Add one entry; whether it is new to the register."""
        if known := held.get(item["number"]):
            with self.at(path, item):
                self.clash([known], as_written(item, known))
            return False
        if item.get("recorded") != self.act:
            self.check_line()
        self.act = item.get("recorded")
        with self.at(path, item):
            self.refuse_number(path[1], item["number"])
            self.add(item)
            if item["kind"] in (EntryKind.PLACEMENT, EntryKind.WITHDRAWAL):
                self.moved = path, item
        return True

    def check_line(self) -> None:
        """After each act, the entries of one moment, the programmes must form one line (R5)."""
        if self.moved and not self.unplaced:
            with self.at(*self.moved):
                refuse_broken_line()
        self.moved = None

    def add(self, item: dict) -> None:
        number = int(item["number"])
        newest = head()
        fact = fact_of(item)
        stated = {name: item[name] for name in ("office", "act", "correction", "reason") if name in item}
        if "follows" in item:
            stated["follows"] = find(Entry, item["follows"])
        stated["recorded"] = moment(item["recorded"]) if "recorded" in item else self.now(newest)
        if isinstance(fact, Withdrawal) and "follows" not in item:
            refuse_untimely_withdrawal(fact.revision)
        if isinstance(fact, Placement):
            named = item.get("seats", None if "follows" in item else [])
            boards = None if named is None else [find(Body, name) for name in named]
            place(fact, boards=boards, number=number, **stated)
        else:
            record(fact, number=number, **stated)
        cite(fact, citations_of(item))

    def now(self, newest: Entry | None) -> datetime:
        """One moment for all entries that state none; they are one act."""
        self.began = self.began or max(timezone.now(), newest.recorded if newest else timezone.now())
        return self.began


def fact_of(item: dict) -> Fact:
    """What an entry states."""
    model = FACTS[item["kind"]]
    fields = fields_of(model)
    stated = {field.name for field in fields} & item.keys()
    return model(**read(fields, {name: item[name] for name in stated}))


def citations_of(item: dict) -> list[Citation]:
    return [Citation(**read(fields_of(Citation), stated)) for stated in item.get("citations", [])]


def in_order(parts: list[dict]) -> list[dict]:
    """A programme's parts in the order in which the writer writes them: by kind, each under its parent."""
    under = defaultdict(list)
    for part in sorted(parts, key=lambda part: ORDER.index(part["kind"])):
        under[part.get("parent")].append(part)

    def below(parent: str | None) -> Iterator[dict]:
        for part in under.pop(parent, []):
            yield part
            yield from below(part["key"])

    return list(below(None))


def as_written(item: dict, held: dict) -> dict:
    """An entry as the writer would write it, to be compared with the one held: without defaults, in order."""
    seats = item.get("seats", held.get("seats", []) if "follows" in item else [])
    entry = Entry(
        number=item["number"],
        recorded=moment(item.get("recorded", held["recorded"])),
        office=item["office"],
        kind=item["kind"],
        act=item.get("act", Act.REGISTER),
        follows_id=item.get("follows"),
        correction=item.get("correction", ""),
        reason=item.get("reason", ""),
    )
    citations = [written(citation, fields_of(Citation)) for citation in citations_of(item)]
    return writer.entry(entry, fact_of(item), sorted(seats), citations)


def by_field(error: ValidationError) -> list[tuple[list, list[str]]]:
    """The messages of an error with the field that each is about."""
    if hasattr(error, "error_dict"):
        return [([] if name == "__all__" else [name], error.message_dict[name]) for name in error.error_dict]
    return [([], error.messages)]
