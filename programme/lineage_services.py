"""The acts that say what a goal or an area goes back to: the office's judgement (släktskap)."""

from collections.abc import Iterable
from hashlib import sha256
from itertools import groupby

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from adoption.services import correct, register, supplement
from programme.draft_services import locked
from programme.models import DraftLineage, Lineage, Part
from sodertorn.journal import Correction
from sodertorn.one_act import one_act


def chains_of(later: Part) -> list[list[Lineage]]:
    """All that has been said of what a goal or area goes back to: each fact's entries, first to last."""
    rows = (
        Lineage.objects.filter(later=later)
        .select_related("entry", "earlier")
        .order_by("entry__fact", "entry")
    )
    return [list(chain) for _fact, chain in groupby(rows, key=lambda row: row.entry.fact)]


def standing_lineage(later: Part) -> list[Lineage]:
    return [chain[-1] for chain in chains_of(later) if not chain[-1].entry.void]


def drafted_lineage(later: Part) -> list[DraftLineage]:
    """What is said of a draft's goal or area now."""
    return list(later.draft_ancestry.select_related("earlier__revision").order_by("pk"))


def fingerprint(said: Iterable[Lineage | DraftLineage]) -> str:
    """What was said when a page was opened, so that another's saving since then is noticed."""
    return sha256(repr([(one.earlier_id, one.why) for one in said]).encode()).hexdigest()[:16]


class Overtaken(Exception):
    """Somebody said something else of a draft's goal or area after the page was opened: what is said now."""

    def __init__(self, said: list[DraftLineage]):
        super().__init__("overtaken by another saying")
        self.said = said


@one_act
def state_lineage(
    *,
    later: Part,
    earlier: Iterable[Part],
    why: str,
    office: str,
    by=None,
    correction: str = "",
    reason: str = "",
) -> list[Lineage]:
    """Say all that a goal or area goes back to: one, several, or none; with none a record says so.

    What was said before and is said otherwise now is corrected, and what is not said now is
    struck as never having been so; both with the `reason` (R8). `correction` is of the former.
    """
    chains, wanted = chains_of(later), list(earlier) or [None]
    changed, _struck = said_otherwise(later, wanted, why)
    if changed and correction == Correction.NEVER_HAPPENED:
        raise ValidationError({"correction": _("Något sägs på ett annat sätt. Välj varför det var fel.")})
    who = {"office": office, "by": by}
    recorded = []
    for part in wanted:
        chain = next((c for c in chains if any(row.earlier == part for row in c)), None)
        if chain:
            chains.remove(chain)
            recorded += restate(chain[-1], part, why, correction=correction, reason=reason, **who)
        else:
            recorded.append(register(fact=Lineage(later=later, earlier=part, why=why), **who))
    recorded += [
        correct(fact=chain[-1], correction=Correction.NEVER_HAPPENED, reason=reason, **who)
        for chain in chains
        if not chain[-1].entry.void
    ]
    if not recorded:
        raise ValidationError(_("Ingenting är ändrat."))
    return recorded


@transaction.atomic
def draft_lineage(*, later: Part, earlier: Iterable[Part], why: str, seen: str) -> list[DraftLineage]:
    """The same for a goal or area of a draft: it is edited, and becomes a record when the draft is sent.

    `seen` is the `fingerprint` of what was said when the page was opened. Raises `Overtaken`
    when something else is said now, and ValidationError when the draft or its text is none any more.
    """
    locked(later.revision)
    if not Part.objects.filter(pk=later.pk).exists():
        raise ValidationError(_("Texten är borttagen ur utkastet; ta först tillbaka den."))
    now, wanted, said = drafted_lineage(later), list(earlier) or [None], []
    if fingerprint(now) != seen and {(row.earlier, row.why) for row in now} != {(one, why) for one in wanted}:
        raise Overtaken(now)
    held = {row.earlier: row for row in now}
    for part in wanted:
        row = held.pop(part, None) or DraftLineage(later=later, earlier=part)
        if row.pk is None or row.why != why:
            row.why = why
            row.full_clean()
            row.save()
        said.append(row)
    for row in held.values():
        row.delete()
    return said


def said_otherwise(
    later: Part, earlier: Iterable[Part | None], why: str
) -> tuple[list[Lineage], list[Lineage]]:
    """What saying this corrects, and what it strikes, of all that has been said of a goal or area (R8)."""
    wanted, changed, struck = set(earlier) or {None}, [], []
    for chain in chains_of(later):
        newest = chain[-1]
        if wanted & {row.earlier for row in chain}:
            if corrects(newest, why) or newest.earlier not in wanted:
                changed.append(newest)
        elif not newest.entry.void:
            struck.append(newest)
    return changed, struck


def corrects(known: Lineage, why: str) -> bool:
    """Whether giving this reason takes back what the newest entry says: that it never was, or another reason."""
    return known.entry.void or bool(known.why and known.why != why)


def restate(known: Lineage, earlier: Part | None, why: str, *, correction: str, reason: str, **who):
    """State a kinship that has been stated before: nothing, when it stands as it is."""
    if corrects(known, why) or known.earlier != earlier:
        error = {"correction": correction, "reason": reason}
        return [correct(fact=known, earlier=earlier, why=why, **error, **who)]
    return [] if known.why == why else [supplement(fact=known, why=why, **who)]
