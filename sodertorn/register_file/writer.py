"""Writes the register's public facts as a file: the same register always gives the same bytes."""

import json
from collections.abc import Iterable

from django.db.models import Model

from adoption.models import Citation, Extract, Municipality, Source, TakingOffice
from programme.models import Placement, Revision, TermOfOffice
from programme.models.structure import Part, Wording
from programme.texts import arrange
from sodertorn.edits import EDITS, MOVED
from sodertorn.journal import Act, Entry, EntryKind
from sodertorn.register_file import FORMAT
from sodertorn.register_file.codec import FACTS, body_name, fields_of, moment_text, written
from sodertorn.swedish import sort_key

WORDS = [field.name for field in Wording._meta.get_fields()]


def register_file() -> bytes:
    """The whole register file, UTF-8."""
    text = json.dumps(document(), ensure_ascii=False, indent=1)
    return text.encode() + b"\n"


def document() -> dict:
    return {
        "format": FORMAT,
        "terms": rows(TermOfOffice.objects.order_by("election")),
        "municipalities": rows(Municipality.objects.in_swedish_order()),
        "taking_office": rows(
            TakingOffice.objects.select_related().order_by("term__election", "municipality")
        ),
        "sources": rows(
            sorted(
                Source.objects.filter(citations__isnull=False).select_related().distinct(),
                key=lambda source: source.key,  # the database's order depends on its collation
            )
        ),
        "extracts": rows(Extract.objects.filter(follow_ups__isnull=False).distinct().order_by("pk")),
        "programmes": [programme(r) for r in public_programmes()],
        "entries": entries(),
    }


def rows(found: Iterable[Model]) -> list[dict]:
    return [written(row, fields_of(type(row))) for row in found]


def public_programmes() -> list[Revision]:
    """The programmes that are sent or transcribed; a draft has no placement."""
    placed = Revision.objects.placed().prefetch_related("parts__parent")
    return sorted(placed, key=lambda revision: sort_key(revision.slug))


def programme(revision: Revision) -> dict:
    """A programme's identity and the places of its texts; of an original, also the words (R11)."""
    texts = arrange(list(revision.parts.all()), {}, transcript=False)
    return {"slug": revision.slug, "kind": revision.kind, "parts": parts(texts, [])}


def parts(texts, found: list[dict]) -> list[dict]:
    """The tree of texts, each parent before its children."""
    for text in texts:
        found.append(part(text.part))
        parts(text.children, found)
    return found


def part(row: Part) -> dict:
    under = {"parent": row.parent.key} if row.parent else {}
    return (
        {"key": row.key, "kind": row.kind} | under | {name: v for name in WORDS if (v := getattr(row, name))}
    )


def entries() -> list[dict]:
    """Every entry with its fact, in order."""
    facts = {}
    for model in FACTS.values():
        for fact in model.objects.select_related():
            facts[fact.pk] = fact
    cited: dict[int, list[dict]] = {}
    for citation in Citation.objects.select_related("source").order_by("id"):
        cited.setdefault(citation.entry_id, []).append(written(citation, fields_of(Citation)))
    seats = {
        placement.pk: sorted(body_name(seat.body) for seat in placement.seats.all())
        for placement in Placement.objects.prefetch_related("seats__body__municipality")
    }
    return [
        entry(row, facts[row.number], seats.get(row.number), cited.get(row.number))
        for row in Entry.objects.order_by("number")
    ]


def entry(row: Entry, fact, seats: list[str] | None, citations: list[dict] | None) -> dict:
    stated = {
        "number": row.number,
        "recorded": moment_text(row.recorded),
        "office": row.office,
        "kind": row.kind,
    }
    if row.act != Act.REGISTER:
        stated |= {"act": row.act, "follows": row.follows_id}
    stated |= {name: value for name in ("correction", "reason") if (value := getattr(row, name))}
    stated |= written(fact, [f for f in fact.stated_fields() if f.name not in fact.NOT_PUBLIC])
    if row.kind == EntryKind.MASKING and not fact.field.startswith(MOVED):
        stated["field"] = fact.field.replace(EDITS, MOVED, 1)
    if seats or (row.kind == EntryKind.PLACEMENT and row.follows_id):
        stated["seats"] = seats or []
    if citations:
        stated["citations"] = citations
    return stated
