"""Acts about programmes: they take their place in the line, or leave it.

Each is one transaction, and raises ValidationError with what is wrong.
"""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from adoption import in_force
from adoption.models import Body, Case, Citation
from adoption.services import cite, refuse_broken_line, state_seats, supplement
from programme.canonical import canonical_of, fingerprint
from programme.errors import AlreadySent
from programme.models import DraftLineage, Lineage, Particulars, Placement, Revision, Withdrawal
from programme.models.records import Origin, refuse_drafts
from programme.preview_services import end_links
from sodertorn.journal import record
from sodertorn.one_act import one_act
from sodertorn.register import Register

PARTICULARS = [field.name for field in Particulars._meta.get_fields()]


def place(placement: Placement, *, boards: Iterable[Body] | None, **entry) -> Placement:
    """Write a placement with the seats that must adopt the programme (R2)."""
    record(placement, **entry)
    if placement.origin == Origin.SENT:
        refuse_another_fingerprint(placement)
    state_seats(placement, boards)
    return placement


def refuse_another_fingerprint(placement: Placement) -> None:
    """An original's fingerprint is that of its words (R10); raises ValidationError when it isn't."""
    form = canonical_of(placement.revision, placement, placement.annex_sha256)
    if placement.fingerprint != fingerprint(form):
        words = _("Kontrollsumman stämmer inte med texten; den är %(right)s.")
        raise ValidationError({"fingerprint": words % {"right": fingerprint(form)}})


@one_act
def transcribe(
    *,
    revision: Revision,
    boards: Iterable[Body] = (),
    before: Revision | None = None,
    office: str,
    by=None,
    citations: Iterable[Citation] = (),
    **stated,
) -> Placement:
    """Enter a programme from before the register as a transcript (R11).

    `before` is the programme that it is put in front of; the link of that one moves in
    the same act (R5).
    """
    later = Register().placements[before.slug] if before else None
    if later:
        stated.setdefault("replaces", later.replaces)
    placement = Placement(revision=revision, origin=Origin.TRANSCRIBED, **stated)
    place(placement, boards=boards, office=office, by=by)
    cite(placement, citations)
    if later:
        moment = placement.entry.recorded
        supplement(fact=later, replaces=revision, office=office, by=by, recorded=moment)
    refuse_broken_line()
    return placement


@one_act
def send(
    *,
    revision: Revision,
    boards: Iterable[Body],
    on: date,
    decided_on: date,
    office: str,
    by=None,
    citations: Iterable[Citation] = (),
    instead_of: Revision | None = None,
    shown: str = "",
    reason: str = "",
    **stated,
) -> Placement:
    """Send a draft for adoption (R1): its particulars are stated, its seats fixed, their cases opened.

    `on` is stated and may lie before today; the entry's moment is when the text was
    frozen. `decided_on` is the day of samarbetskommittén's own decision to send. `shown`
    is the fingerprint that somebody saw and agreed to, and `reason` why something odd is
    right. Raises `AlreadySent` when somebody was first.
    """
    revision = alone(revision)
    if on > timezone.localdate():
        raise ValidationError({"sent_on": _("Ett program sänds tidigast i dag.")})
    if instead_of:
        refuse_standing(instead_of)
    boards = list(boards)
    stated = {name: getattr(revision, name) for name in PARTICULARS} | stated
    stated |= {"sent_on": on, "decided_on": decided_on, "instead_of": instead_of}
    placement = Placement(revision=revision, origin=Origin.SENT, **stated)
    placement.fingerprint = fingerprint(canonical_of(revision, placement, placement.annex_sha256))
    refuse_unseen(placement, shown)
    place(placement, boards=boards, office=office, by=by, reason=reason)
    cite(placement, citations)
    refuse_broken_line()
    for body in boards:
        record(Case(revision=revision, body=body), office=office, by=by)
    record_lineage(revision, office=office, by=by)
    end_links(revision=revision, by=by)
    return placement


def alone(revision: Revision) -> Revision:
    """The draft, which nobody saves until the transaction ends. Raises `AlreadySent`."""
    revision = Revision.objects.select_for_update().get(pk=revision.pk)
    if first := Placement.objects.select_related("entry__by").filter(revision=revision).first():
        raise AlreadySent(first)
    return revision


def refuse_unseen(placement: Placement, shown: str) -> None:
    """What somebody saw and agreed to is what is sent."""
    if shown not in ("", placement.fingerprint):
        words = _("Utkastet har ändrats sedan du såg texten. Läs den igen innan du sänder.")
        raise ValidationError(words, code="changed")


def refuse_standing(revision: Revision) -> None:
    """Only what has been withdrawn can have another sent in its stead (R1)."""
    if revision.slug not in Register().withdrawals:
        refuse_drafts(instead_of=revision)
        raise ValidationError({"instead_of": _("Programmet är inte återkallat.")})


def record_lineage(revision: Revision, **entry) -> None:
    """What a draft's goals and areas were said to go back to is on record from the sending on."""
    for said in DraftLineage.objects.filter(later__revision=revision).order_by("later__position", "pk"):
        record(Lineage(later=said.later, earlier=said.earlier, why=said.why), **entry)
        said.delete()


def refuse_untimely_withdrawal(revision: Revision) -> None:
    """Refuse to withdraw what isn't sent, is withdrawn already, or has been complete on some day (R1)."""
    facts = Register().facts.at(None)
    programme = next((p for p in facts.programmes if p.slug == revision.slug and p.sent_on), None)
    if programme is None:
        raise ValidationError({"revision": _("Bara ett program som är sänt kan återkallas.")})
    if any(withdrawal.programme == revision.slug for withdrawal in facts.withdrawals):
        raise ValidationError({"revision": _("Programmet är redan återkallat.")})
    if in_force.Reading(facts, cautious=False).ever_complete(programme, date.max):
        raise ValidationError({"revision": _("Alla har antagit programmet; det kan inte återkallas.")})


@one_act
def withdraw(
    *, revision: Revision, on: date, why: str, office: str, by=None, paragraph: str = ""
) -> Withdrawal:
    """Withdraw a sent programme, while it has never been complete and is the last of the line (R1, R5)."""
    refuse_untimely_withdrawal(revision)
    withdrawal = record(
        Withdrawal(revision=revision, on=on, why=why, paragraph=paragraph), office=office, by=by
    )
    refuse_broken_line()
    return withdrawal
