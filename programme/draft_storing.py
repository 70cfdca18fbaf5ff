"""A draft's value written to its rows, one at a time so that each leaves its trace in the edit history."""

from datetime import datetime, timedelta

from django.db import models

from programme.drafting import PARTICULARS, WORDS, Draft
from programme.models import DraftLineage, Part, Revision
from programme.models.structure import SINGLE


def store_row(row: models.Model, *, moment: datetime, by, why: str = "", **how) -> models.Model:
    """Save a row, with when, who and why in its history."""
    sign(row, moment, by, why).save(**how)
    return row


def sign(row: models.Model, moment: datetime, by, why: str) -> models.Model:
    row._history_date, row._history_user, row._change_reason = moment, by, why or None
    return row


def store(revision: Revision, stored: Draft, wanted: Draft, **signed) -> None:
    """Write what differs between the draft as it is stored and as it shall be. `signed`: moment, by, why."""
    if wanted.particulars != stored.particulars:
        for name in PARTICULARS:
            field = revision._meta.get_field(name)
            words = wanted.particulars[name]
            setattr(
                revision, field.attname, field.to_python(words) if words else "" if name == "title" else None
            )
        revision.full_clean()
        store_row(revision, **signed)
    parts = {part.key: part for part in revision.parts.all()}
    gone = [
        parts[item.key] for item in reversed(stored.items) if item.key in parts and not wanted.item(item.key)
    ]
    take_away([part for part in gone if part.kind in SINGLE], signed)  # before another takes its place
    store_parts(revision, wanted, parts, signed)
    take_away([part for part in gone if part.kind not in SINGLE], signed)  # nothing belongs to them any more


def store_parts(revision: Revision, wanted: Draft, parts: dict[str, Part], signed: dict) -> None:
    """New and changed texts, each after what it belongs to."""
    places = positions(wanted, parts)
    for item in wanted.items:
        part = parts.get(item.key)
        if part is None and item.blank and item.kind in SINGLE:
            continue  # its place is shown in every draft; there is nothing to store in it yet
        values = {name: getattr(item, name) for name in WORDS} | {"position": places[item.key]}
        values["parent_id"] = parts[item.parent].pk if item.parent else None
        if part is None:
            parts[item.key] = bring(Part(revision=revision, key=item.key, kind=item.kind, **values), signed)
        elif any(getattr(part, name) != value for name, value in values.items()):
            for name, value in values.items():
                setattr(part, name, value)
            part.full_clean()
            store_row(part, **signed)


def positions(wanted: Draft, parts: dict[str, Part]) -> dict[str, int]:
    """Each text's place among its siblings: as it is stored where that still tells the order, else counted anew."""
    places = {}
    for first in wanted.items:
        if first.key in places:
            continue
        keys = [item.key for item in wanted.below(first.parent) if item.kind == first.kind]
        kept = [parts[key].position for key in keys if key in parts]
        news = [max(kept, default=0) + n for n in range(1, len(keys) - len(kept) + 1)]
        told = kept + news
        in_order = all(key in parts for key in keys[: len(kept)]) and told == sorted(set(told))
        places |= dict(zip(keys, told if in_order else range(1, len(keys) + 1), strict=True))
    return places


def bring(part: Part, signed: dict) -> Part:
    """Store a text that is new, or that was there before: then it is the same one, and goes back to the same texts."""
    before = Part.history.filter(revision=part.revision_id, key=part.key).first()
    part.pk = before.id if before else None
    part.full_clean()
    store_row(part, **signed, force_insert=True)
    if before:
        then = DraftLineage.history.as_of(before.history_date - timedelta(microseconds=1))
        for lineage in then.filter(later=part.pk):
            store_row(lineage, **signed, force_insert=True)
    return part


def take_away(parts: list[Part], signed: dict) -> None:
    """Remove texts, those that belong to others first."""
    for part in parts:
        for lineage in part.draft_ancestry.all():
            sign(lineage, **signed).delete()
        sign(part, **signed).delete()
