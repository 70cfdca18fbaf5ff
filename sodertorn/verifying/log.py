"""Does the register say of each entry what the event log says?"""

import json
from collections.abc import Iterator

from django.utils.translation import gettext as _

from sodertorn import event_log
from sodertorn.edits import EDITS
from sodertorn.event_log import Recorded, canonical, commitment, sha256
from sodertorn.free_text import MASKED
from sodertorn.journal import Entry
from sodertorn.log_lines import LogLine, Salt
from sodertorn.masking import Masking
from sodertorn.verifying.found import Found


class Log:
    """The event log and what it speaks of, read once."""

    def __init__(self):
        self.lines = list(LogLine.objects.order_by("entry"))
        self.said = {line.pk: read_line(line.text) for line in self.lines}
        self.salts: dict[int, dict[str, str]] = {}
        for salt in Salt.objects.all():
            self.salts.setdefault(salt.line_id, {})[salt.path] = salt.salt
        self.masked = set(Masking.objects.values_list("masked_id", "field"))
        self.facts = {fact.pk: fact for fact in event_log.facts_where()}


def read_line(text: str) -> dict:
    try:
        said = json.loads(text)
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def chain(log: Log) -> Found:
    """Is each line what its hash says, and does it name the one before?"""
    found = Found(_("rader i händelseloggen: %d") % len(log.lines))
    before = ""
    for place, line in enumerate(log.lines, 1):
        if line.pk != place:
            found.faults.append(_("Händelseloggen har ingen rad %d.") % place)
            break
        if sha256(line.text) != line.sha256:
            found.faults.append(_("Händelse %d: raden har inte den kontrollsumma som anges.") % place)
        if log.said[line.pk].get("before") != before:
            found.faults.append(_("Händelse %d: raden följer inte på raden före.") % place)
        before = line.sha256
    without = Entry.objects.filter(line__isnull=True).values_list("pk", flat=True)
    found.faults += [_("Händelse %d har ingen rad i händelseloggen.") % number for number in without]
    return found


class Known:
    """Commits with the salts that are kept, and collects the paths that have none."""

    def __init__(self, log: Log, number: int):
        self.salts = log.salts.get(number, {})
        self.masked = {path for entry, path in log.masked if entry == number}
        self.used: set[str] = set()

    def __call__(self, path: str, words: str) -> dict:
        self.used.add(path)
        if path in self.salts:
            return {"sha256": commitment(self.salts[path], words)}
        return {"sha256": MASKED if words == MASKED and path in self.masked else _("inget salt")}


def entries(log: Log) -> Found:
    """Does the register say of each entry what its line says?"""
    found = Found(_("händelser jämförda med sina rader: %d") % len(log.facts))
    for number in Entry.objects.exclude(pk__in=log.facts).values_list("pk", flat=True):
        found.faults.append(_("Händelse %d anger ingenting: uppgiften saknas.") % number)
    for record in event_log.recorded(log.facts.values()):
        said = {
            name: value
            for name, value in log.said.get(record.entry.pk, {}).items()
            if name not in ("before", "edited", "edits", "places")
        }
        commit = Known(log, record.entry.pk)
        found.faults += differences(record, said, record.stated(commit))
        found.faults += [
            _("Händelse %(number)d: saltet till %(path)s hör inte till något.")
            % {"number": record.entry.pk, "path": path}
            for path in sorted(commit.salts.keys() - commit.used)
            if not path.startswith(EDITS)
        ]
        if record.entry.kind != record.fact.KIND:
            found.faults.append(_("Händelse %d anger något annat än sitt slag.") % record.entry.pk)
    return found


def differences(record: Recorded, said: dict, stated: dict) -> list[str]:
    return [
        _("Händelse %(number)d: %(path)s är %(stated)s i registret men %(said)s i händelseloggen.")
        % {"number": record.entry.pk, "path": path, "stated": short(now), "said": short(then)}
        for path, then, now in unlike(said, stated)
    ]


def unlike(said, stated, path: str = "") -> Iterator[tuple[str, object, object]]:
    """Where two values differ. What is masked is like any commitment."""
    if isinstance(said, dict) and isinstance(stated, dict):
        for name in sorted(said.keys() | stated.keys()):
            yield from unlike(said.get(name), stated.get(name), f"{path}.{name}" if path else name)
    elif isinstance(said, list) and isinstance(stated, list) and len(said) == len(stated):
        for place, (then, now) in enumerate(zip(said, stated, strict=True)):
            yield from unlike(then, now, f"{path}.{place}")
    elif said != stated and not (stated == MASKED and isinstance(said, str) and len(said) == 64):
        yield path, said, stated


def short(value) -> str:
    text = canonical(value)
    return text if len(text) <= 60 else text[:57] + "…"


def places(log: Log) -> Found:
    """Are the texts of each programme where they were when the last entry about its places was made?"""
    newest = {}
    for number, fact in sorted(log.facts.items()):
        if programme := event_log.programme_of(fact):
            newest[programme.slug] = (number, programme)
    found = Found(_("program med sina texters plats: %d") % len(newest))
    for slug, (number, programme) in newest.items():
        if log.said.get(number, {}).get("places") != event_log.places(programme):
            found.faults.append(
                _("Texterna i %(slug)s är inte desamma som i händelse %(number)d.")
                % {"slug": slug, "number": number}
            )
    return found
