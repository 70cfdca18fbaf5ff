"""The acts that say what a goal or an area goes back to: the office's judgement (släktskap)."""

from collections.abc import Iterable
from itertools import groupby

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from adoption.services import correct, register, supplement
from programme.models import DraftLineage, Lineage, Part
from sodertorn.journal import Correction, one_act


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


@one_act
def state_lineage(
    *, later: Part, earlier: Iterable[Part], why: str, office: str, by=None, reason: str = ""
) -> list[Lineage]:
    """Say all that a goal or area goes back to: one, several, or none; with none a record says so.

    What was said before and is not said now is struck, with the `reason` (R8).
    """
    chains, wanted = chains_of(later), list(earlier) or [None]
    who = {"office": office, "by": by}
    recorded = []
    for part in wanted:
        chain = next((c for c in chains if any(row.earlier == part for row in c)), None)
        if chain:
            chains.remove(chain)
            recorded += restate(chain[-1], part, why, reason, **who)
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
def draft_lineage(*, later: Part, earlier: Iterable[Part], why: str) -> list[DraftLineage]:
    """The same for a goal or area of a draft: it is edited, and becomes a record when the draft is sent."""
    if later.revision.placements.exists():
        raise ValidationError(_("Programmet är inget utkast längre."))
    wanted, said = list(earlier) or [None], []
    held = {row.earlier: row for row in later.draft_ancestry.select_related("earlier")}
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


def restate(known: Lineage, earlier: Part | None, why: str, reason: str, **who) -> list[Lineage]:
    """State a kinship that has been stated before: nothing, when it stands as it is."""
    stands = known.earlier == earlier and not known.entry.void
    if stands and known.why == why:
        return []
    if stands and not known.why:
        return [supplement(fact=known, why=why, **who)]
    error = {"correction": Correction.TYPING_ERROR, "reason": reason}
    return [correct(fact=known, earlier=earlier, why=why, **error, **who)]
