"""The event log (händelselogg): one line of JSON for each entry, each naming the one before by its hash.

docs/event-log.md defines the line so exactly that anybody can recompute it. Numbers, days,
outcomes and addresses stand in it as they are. Free text and people stand as commitments:
the SHA-256 of a salt, a colon and the words. So the log can be given to anybody, proves
every word, and goes on proving when words have been masked (R8b).
"""

import hashlib
import json
import secrets
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection, models

from adoption.models import Body, Citation, FollowUp, Municipality, Source, TakingOffice
from programme.models import PaperWordings, Part, Placement, Revision, TermOfOffice, TextRecord
from sodertorn.edits import EDITS, path_of
from sodertorn.free_text import MASKED, is_free
from sodertorn.journal import Entry, Fact, fact_kinds
from sodertorn.log_lines import LogLine, Salt
from sodertorn.masking import Masking
from sodertorn.one_act import one_act
from sodertorn.register_file import writer
from sodertorn.register_file.codec import body_name, fields_of, moment_text, written

EDITED = {
    model._meta.model_name: model
    for model in (Municipality, TermOfOffice, TakingOffice, Source, PaperWordings)
}
"""What public pages show and people edit: not entries, so their edit histories stand in the lines."""

Commit = Callable[[str, str], dict]
"""Gives what stands in a line for words, by the path of what they are: `{"sha256": …}`."""


def canonical(value) -> str:
    """JSON that is always the same for the same value: sorted names, no spaces, letters as they are."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def commitment(salt: str, words: str) -> str:
    return sha256(f"{salt}:{words}")


@dataclass(frozen=True)
class Recorded:
    """An entry with everything that hangs on it, as it goes into its line."""

    entry: Entry
    fact: Fact
    citations: tuple[Citation, ...]
    seats: tuple[str, ...]

    def stated(self, commit: Commit) -> dict:
        """What the line says of the record, with commitments in place of free text."""
        entry = self.entry
        said = {"number": entry.number, "recorded": moment_text(entry.recorded), "office": entry.office}
        said |= {"kind": entry.kind, "act": entry.act, "fact": entry.fact}
        if entry.follows_id:
            said["follows"] = entry.follows_id
        if entry.correction:
            said["correction"] = entry.correction
        if entry.reason:
            said["reason"] = commit("reason", entry.reason)
        if entry.by_id:
            said["by"] = commit("by", str(entry.by_id))
        said["states"] = covered(self.fact, self.fact.stated_fields(), "", commit)
        if self.citations:
            cited = fields_of(Citation)
            said["citations"] = [covered(c, cited, "citations.", commit) for c in self.citations]
        if isinstance(self.fact, Placement):
            said["seats"] = list(self.seats)
        if isinstance(self.fact, FollowUp) and (file := self.fact.extract):
            said["file"] = {"size": file.size, "media_type": file.media_type}
        return said


def covered(row: models.Model, fields: list[models.Field], under: str, commit: Commit) -> dict:
    """The fields that hold something, those that people write freely as commitments."""
    free = {field.name for field in fields if is_free(field)}
    return {
        name: commit(under + name, value) if name in free else value
        for name, value in written(row, fields).items()
    }


def recorded(facts: Iterable[Fact]) -> Iterator[Recorded]:
    """Entries as they go into their lines, in their order."""
    facts = sorted(facts, key=lambda fact: fact.pk)
    cited = Citation.objects.filter(entry__in=[fact.pk for fact in facts]).select_related("source")
    citations: dict[int, list[Citation]] = {}
    for citation in cited.order_by("id"):
        citations.setdefault(citation.entry_id, []).append(citation)
    for fact in facts:
        seats = fact.seats.select_related("body__municipality") if isinstance(fact, Placement) else ()
        yield Recorded(
            fact.entry,
            fact,
            tuple(citations.get(fact.pk, ())),
            tuple(sorted(body_name(seat.body) for seat in seats)),
        )


def programme_of(fact: Fact) -> Revision | None:
    """The programme of whose texts the entry may have made or moved a place."""
    match fact:
        case Placement():
            return fact.revision
        case TextRecord():
            return fact.part.revision
    return None


def places(revision: Revision) -> str:
    """The hash of a programme's kind and of its texts' places, as a register file writes them."""
    return sha256(canonical(writer.programme(revision)))


# Edits of what is no entry


def edit_content(version: models.Model) -> str:
    """An edit as it is committed to: every column of its row in the edit history."""
    values = {f.name: getattr(version, f.attname) for f in version._meta.concrete_fields}
    plain = {
        name: moment_text(value)
        if isinstance(value, datetime)
        else value.isoformat()
        if isinstance(value, date)
        else value
        for name, value in values.items()
    }
    return canonical(plain)


def newest_edits() -> dict[str, int]:
    """The number of the newest edit of each model; one query, since every act asks."""
    tables = {name: model.history.model._meta.db_table for name, model in EDITED.items()}
    asked = " UNION ALL ".join(f"SELECT '{name}', max(history_id) FROM {t}" for name, t in tables.items())
    with connection.cursor() as cursor:
        cursor.execute(asked)
        return {name: newest or 0 for name, newest in cursor.fetchall()}


def edits_after(cursor: dict[str, int]) -> dict[str, models.Model]:
    """Edits later than those that the log holds, by their path."""
    return {
        path_of(version): version
        for name, newest in newest_edits().items()
        if newest > (held := cursor.get(name, 0))
        for version in EDITED[name].history.filter(history_id__gt=held).order_by("history_id")
    }


def masked_edit(masking: Masking) -> models.Model | None:
    """The edit of which a masking masked words; of another masking, or in a register that was moved, nothing."""
    kind, _slash, rest = masking.field.removeprefix(EDITS).partition("/")
    number, _dot, field = rest.partition(".")
    if not masking.field.startswith(EDITS) or kind not in EDITED:
        return None
    return EDITED[kind].history.filter(pk=number, **{field: MASKED}).first()


# Writing


class NewSalts:
    """Draws a salt for each path of a line, and keeps it."""

    def __init__(self):
        self.drawn: dict[str, str] = {}

    def __call__(self, path: str, words: str) -> dict:
        return {"sha256": commitment(self.drawn.setdefault(path, secrets.token_hex(16)), words)}


def newest_line() -> LogLine | None:
    return LogLine.objects.order_by("-entry").first()


def seal(facts: Iterable[Fact]) -> None:
    """Write the lines of new entries, at the end of the act that recorded them."""
    last = newest_line()
    before, cursor = (last.sha256, json.loads(last.text)["edited"]) if last else ("", {})
    edits = edits_after(cursor)
    lines, salts = [], []
    for record in recorded(facts):
        commit = NewSalts()
        said = record.stated(commit)
        if programme := programme_of(record.fact):
            said["places"] = places(programme)
        if edits:
            said["edits"] = {
                path: commit(path, edit_content(version))["sha256"] for path, version in edits.items()
            }
            cursor = cursor | {
                version.instance_type._meta.model_name: version.pk for version in edits.values()
            }
            edits = {}
        if isinstance(record.fact, Masking) and (version := masked_edit(record.fact)):
            left = {path_of(version): commit(path_of(version), edit_content(version))["sha256"]}
            said["edits"] = said.get("edits", {}) | left
        text = canonical(said | {"edited": cursor, "before": before})
        before = sha256(text)
        lines.append(LogLine(entry=record.entry, text=text, sha256=before))
        salts += [Salt(line_id=record.entry.pk, path=p, salt=s) for p, s in commit.drawn.items()]
    Salt.objects.bulk_create(salts)  # first: what hangs on a line comes too late when it is there
    LogLine.objects.bulk_create(lines)


@one_act
def give_lines() -> int:
    """Give lines to entries from before there was a log; the number of them."""
    facts = facts_where(entry__line__isnull=True)
    if facts:
        seal(facts)
    return len(facts)


def facts_where(**condition) -> list[Fact]:
    """Facts of all kinds, with what their lines name."""
    return [
        fact
        for kind in fact_kinds()
        for fact in kind.objects.select_related("entry", *named_by(kind)).filter(**condition)
    ]


def named_by(kind: type[Fact]) -> list[str]:
    """What must be read with a fact so that its line can name what it points at."""
    further = {Part: "revision", Body: "municipality"}
    found = []
    for field in kind.stated_fields():
        if field.related_model:
            found.append(field.name)
            found += (
                [f"{field.name}__{further[field.related_model]}"] if field.related_model in further else []
            )
    return found
