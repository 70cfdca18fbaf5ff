"""Acts about the texts of transcripts (R11): entered one at a time with their source, checked by another person."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from adoption.models import Citation
from adoption.services import correct, newest, register, restate, supplement
from programme.models import Part, Placement, Revision, TextCheck, TextRecord
from programme.models.records import Origin
from programme.models.structure import PartKind, new_key
from sodertorn.journal import Correction
from sodertorn.one_act import one_act
from sodertorn.standing import standing


def known_text(part: Part) -> TextRecord | None:
    """The newest entry about a text, also one that says that it never was."""
    return TextRecord.objects.select_related("entry").filter(part=part).order_by("entry").last()


@one_act
def enter_text(
    *,
    part: Part,
    office: str,
    by=None,
    citations: Iterable[Citation] = (),
    correction: str = "",
    reason: str = "",
    **stated: str,
) -> TextRecord:
    """Say how a text of a transcript reads: registered, supplemented, or corrected when it strikes something (R8)."""
    known, who = known_text(part), {"office": office, "by": by, "citations": citations}
    if known is None:
        return register(fact=TextRecord(part=part, **stated), **who)
    return restate(known=known, correction=correction, reason=reason, **who, **stated)


@one_act
def check_text(*, record: TextRecord, office: str, by, note: str = "") -> TextCheck:
    """Somebody compared a text with its source, and they agree (R8): never one who entered any of its entries."""
    return register(fact=TextCheck(record=record, note=note), office=office, by=by)


@one_act
def strike_check(*, record: TextRecord, reason: str, office: str, by=None) -> TextCheck:
    """Say that a text was never compared with its source: the check was a mistake, and stays readable (R8)."""
    checks = standing(record.checks.select_related("entry").order_by("entry"))
    if not checks:
        raise ValidationError(_("Texten har ingen kontroll att ta tillbaka."))
    why = {"correction": Correction.NEVER_HAPPENED, "reason": reason}
    return correct(fact=checks[0], office=office, by=by, **why)


@one_act
def add_place(
    *,
    revision: Revision,
    kind: PartKind,
    parent: Part | None = None,
    office: str,
    by=None,
    citations: Iterable[Citation] = (),
    **stated: str,
) -> TextRecord:
    """A further place in a transcript, the last of its kind, together with its first text (R11)."""
    if not revision.placements.filter(origin=Origin.TRANSCRIBED).exists():
        raise ValidationError(_("Bara en avskrift får fler texter."))
    last = revision.parts.aggregate(last=Max("position"))["last"] or 0
    used = set(revision.parts.values_list("key", flat=True))
    key = new_key(kind, used, inside=parent.key if parent else "")
    part = Part(revision=revision, kind=kind, parent=parent, position=last + 1, key=key)
    part.full_clean()
    part.save()
    return register(fact=TextRecord(part=part, **stated), office=office, by=by, citations=citations)


@one_act
def attach_annex(
    *,
    revision: Revision,
    sha256: str,
    office: str,
    by=None,
    citations: Iterable[Citation] = (),
    correction: str = "",
    reason: str = "",
) -> Placement:
    """Say which file is a transcript's annex, by its hash; another one than stood is a correction (R8)."""
    placement = newest(revision.placements.select_related("entry").earliest("entry"))
    if placement.origin == Origin.SENT:
        raise ValidationError({"file": _("Ett sänt programs bilaga är fryst (R1).")})
    if placement.annex_sha256 == sha256:
        raise ValidationError({"file": _("Just den filen är redan programmets bilaga.")})
    stated = {"annex_sha256": sha256, "office": office, "by": by, "citations": citations}
    if placement.annex_sha256:
        return correct(fact=placement, correction=correction, reason=reason, **stated)
    return supplement(fact=placement, **stated)
