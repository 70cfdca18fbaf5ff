"""Acts of the strategist's desk about a decision: each records all that came with one message from a municipality.

They build on the acts in adoption.services, and refuse what is recorded already.
"""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from adoption.errors import AlreadyRegistered
from adoption.models import Body, Case, CaseDetail, Citation, Decision, Extract, FollowUp
from adoption.models.bodies import BodyKind
from adoption.models.cases import DetailKind
from adoption.models.decisions import Outcome, ParagraphKind
from adoption.models.follow_ups import FollowUpKind
from adoption.services import correct, follow_up, newest, open_case, register, register_decision, supplement
from adoption.states import objection
from sodertorn.desk.uploads import kept, refuse_destroyed
from sodertorn.journal import Correction
from sodertorn.one_act import one_act
from sodertorn.register import Register
from sodertorn.standing import standing


@one_act
def receive_decision(
    *,
    revision,
    municipality,
    kind: BodyKind,
    office: str,
    by=None,
    numbers: Iterable[str] = (),
    signed_on: date | None = None,
    announced_on: date | None = None,
    extract: Extract | None = None,
    file_name: str = "",
    takes_back: Decision | None = None,
    citations: Iterable[Citation] = (),
    reason: str = "",
    **stated,
) -> Decision:
    """Register a decision as a municipality tells of it: its case with reference numbers, the decision, its papers.

    `municipality` is None for the committee. Raises AlreadyRegistered when the same body's
    decision of the same day and § stands.
    """
    case = case_at(revision, municipality, kind, office=office, by=by)
    if first := the_same(Decision(case=case, **stated)):
        raise AlreadyRegistered(first)
    who = {"office": office, "by": by}
    add_numbers(case, numbers, **who)
    more = {"takes_back": takes_back, "citations": citations, "reason": reason}
    decision = register_decision(case=case, **stated, **more, **who)
    file_papers(decision, signed_on, extract, file_name, announced_on, **who)
    return decision


@one_act
def supplement_decision(
    *,
    decision: Decision,
    kind: BodyKind | None = None,
    office: str,
    by=None,
    numbers: Iterable[str] = (),
    signed_on: date | None = None,
    announced_on: date | None = None,
    extract: Extract | None = None,
    file_name: str = "",
    citations: Iterable[Citation] = (),
    reason: str = "",
    **stated,
) -> Decision:
    """Fill in what was not known of a decision, and file its papers (R8). `kind` is the body, if it was not named."""
    known, who = newest(decision), {"office": office, "by": by}
    if kind:
        stated["case"] = case_at(known.case.revision, known.case.body.municipality, kind, **who)
    fuller = {name: value for name, value in stated.items() if value != getattr(known, name)}
    if not (fuller or citations or numbers or signed_on or announced_on or extract):
        raise ValidationError(_("Ingenting fylldes i."))
    if fuller or citations:
        known = supplement(fact=known, citations=citations, reason=reason, **fuller, **who)
        refuse_the_same(known)
    add_numbers(known.case, numbers, **who)
    file_papers(known, signed_on, extract, file_name, announced_on, **who)
    return known


@one_act
def correct_decision(
    *,
    decision: Decision,
    correction: Correction,
    reason: str,
    kind: BodyKind,
    office: str,
    by=None,
    citations: Iterable[Citation] = (),
    **stated,
) -> Decision:
    """State a decision again, or that it was never taken (R8)."""
    known, who = newest(decision), {"office": office, "by": by}
    if correction == Correction.NEVER_HAPPENED:
        return correct(fact=known, correction=correction, reason=reason, **who)
    stated["case"] = case_at(known.case.revision, known.case.body.municipality, kind, **who)
    right = {name: value for name, value in stated.items() if value != getattr(known, name)}
    if not (right or citations or known.entry.void):
        raise ValidationError(_("Ingenting ändrades."))
    mended = correct(fact=known, correction=correction, reason=reason, citations=citations, **right, **who)
    refuse_the_same(mended)
    return mended


@one_act
def file_follow_up(
    *, decision: Decision, step: FollowUpKind, extract: Extract | None = None, citations=(), **stated
) -> FollowUp:
    """File what came after a decision, once: the same again raises AlreadyRegistered."""
    extract = kept_extract(extract)
    about = {name: stated.get(name) for name in ("on", "words", "lifts") if name in stated}
    for filed in follow_ups_of(decision, step):
        if filed.extract == extract and all(getattr(filed, name) == value for name, value in about.items()):
            raise AlreadyRegistered(filed)
    return follow_up(decision=decision, step=step, extract=extract, citations=citations, **stated)


@one_act
def correct_follow_up(
    *,
    fact: FollowUp,
    correction: Correction,
    reason: str,
    office: str,
    by=None,
    extract: Extract | None = None,
    citations: Iterable[Citation] = (),
    **stated,
) -> FollowUp:
    """State what came after a decision again, or that it never happened (R8)."""
    known, why = newest(fact), {"correction": correction, "reason": reason, "office": office, "by": by}
    if correction == Correction.NEVER_HAPPENED:
        return correct(fact=known, **why)
    if extract:
        stated["extract"] = kept_extract(extract)
    right = {name: value for name, value in stated.items() if value != getattr(known, name)}
    if not (right or citations or known.entry.void):
        raise ValidationError(_("Ingenting ändrades."))
    return correct(fact=known, citations=citations, **right, **why)


@one_act
def rule(
    *,
    decision: Decision,
    counts: bool,
    words: str,
    correction: str = "",
    reason: str = "",
    office: str,
    by=None,
) -> FollowUp:
    """Rule whether a doubtful adoption counts, and why (R12); a changed ruling is a correction, with its reason."""
    known, who = newest(decision), {"office": office, "by": by}
    rulings = FollowUp.objects.filter(decision__entry__fact=known.entry.fact, step=FollowUpKind.RULED)
    if ruling := rulings.select_related("entry").order_by("entry").last():
        if not ruling.entry.void and (ruling.counts, ruling.words) == (counts, words):
            raise AlreadyRegistered(ruling)
        why = {"correction": correction, "reason": reason}
        return correct(fact=ruling, counts=counts, words=words, **why, **who)
    if not known.doubtful:
        raise ValidationError(_("Antagandet är inte tveksamt, så det behövs inget avgörande."))
    return follow_up(decision=known, step=FollowUpKind.RULED, counts=counts, words=words, **who)


@one_act
def check_decision(
    *, decision: Decision, compared: int, office: str, by, words: str = "", reason: str = ""
) -> FollowUp:
    """Mark a decision as checked against signed minutes (R13). `compared` is the entry that was, the newest; `reason` why that is enough."""
    known = newest(decision)
    if known.pk != compared:
        raise ValidationError({"compared": _("Beslutet har en nyare händelse; granska den.")})
    for checked in follow_ups_of(known, FollowUpKind.CHECKED):
        if checked.decision_id == known.pk and not objection(Register(), known):
            raise AlreadyRegistered(checked)
    said = {"on": timezone.localdate(), "words": words, "reason": reason}
    return follow_up(decision=known, step=FollowUpKind.CHECKED, **said, office=office, by=by)


# What they are made of


def case_at(revision, municipality, kind: BodyKind, **who) -> Case:
    """The programme's case at a municipality's body, opened if it wasn't."""
    kind = kind if municipality else BodyKind.COMMITTEE
    body, _made = Body.objects.get_or_create(municipality=municipality, kind=kind)
    return open_case(revision=revision, body=body, **who)


def the_same(decision: Decision) -> Decision | None:
    """Another decision that stands and is the same: body, day and § are (R3).

    A body that the source doesn't name may be the one that is named now. A § may hold both
    a decision of the body's own and a proposal to the council: those are two.
    """
    case = decision.case
    there = Decision.objects.filter(
        case__revision=case.revision_id, case__body__municipality=case.body.municipality_id
    )
    entered = decision.entry.fact if decision.pk else None
    others = standing(there.select_related("entry", "case__body").order_by("entry"))
    return next((d for d in others if d.entry.fact != entered and alike(d, decision)), None)


def alike(one: Decision, other: Decision) -> bool:
    kinds = {one.case.body.kind, other.case.body.kind}
    said = ("earliest", "latest", "paragraph_kind", "paragraph")
    known = one.exact and one.paragraph_kind != ParagraphKind.NOT_KNOWN  # else nothing says that they are one
    return (
        known
        and (len(kinds) == 1 or BodyKind.UNNAMED in kinds)
        and all(getattr(one, name) == getattr(other, name) for name in said)
        and (one.outcome == Outcome.TO_COUNCIL) == (other.outcome == Outcome.TO_COUNCIL)
    )


def refuse_the_same(decision: Decision) -> None:
    if first := the_same(decision):
        words = _("Ett beslut av samma organ med samma dag och § är redan registrerat (händelse %d).")
        raise ValidationError({"on": words % first.entry.fact})


def add_numbers(case: Case, numbers: Iterable[str], **who) -> None:
    """Say under which reference numbers the case is kept, beside those that are known."""
    details = CaseDetail.objects.filter(case=case, detail=DetailKind.NUMBER).select_related("entry")
    known = {detail.words for detail in standing(details.order_by("entry"))}
    for words in dict.fromkeys(numbers):
        if words not in known:
            register(fact=CaseDetail(case=case, detail=DetailKind.NUMBER, words=words), **who)


def file_papers(decision: Decision, signed_on, extract, file_name: str, announced_on=None, **who) -> None:
    """The minutes' signing, its notice and the extract that came with a decision, unless they are filed."""
    for step, on in ((FollowUpKind.SIGNED, signed_on), (FollowUpKind.ANNOUNCED, announced_on)):
        if on and on not in {f.on for f in follow_ups_of(decision, step)}:
            follow_up(decision=decision, step=step, on=on, **who)
    filed = {f.extract_id for f in follow_ups_of(decision, FollowUpKind.EXTRACT_FILED)}
    if extract and extract.sha256 not in filed:
        file = {"extract": kept_extract(extract), "file_name": file_name}
        follow_up(decision=decision, step=FollowUpKind.EXTRACT_FILED, **file, **who)


def follow_ups_of(decision: Decision, step: FollowUpKind) -> list[FollowUp]:
    """What stands of a kind after a decision."""
    rows = FollowUp.objects.filter(decision__entry__fact=decision.entry.fact, step=step)
    return standing(rows.select_related("entry", "extract").order_by("entry"))


def kept_extract(extract: Extract | None) -> Extract | None:
    """The register's row of an uploaded file. Raises ValidationError for one that is not there, or was destroyed."""
    if extract is None:
        return None
    refuse_destroyed(extract.sha256)
    if not kept(extract.sha256):
        raise ValidationError({"extract": _("Filen finns inte kvar. Välj den igen.")})
    return Extract.objects.get_or_create(sha256=extract.sha256, defaults={"size": extract.size})[0]
