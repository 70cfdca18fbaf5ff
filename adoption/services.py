"""Acts about decisions and about recorded facts of any kind; nothing else writes them.

Each is one transaction: it checks the rule, writes the entries, and leaves nothing
behind when it fails. All raise ValidationError with what is wrong, beside the field.
"""

from collections.abc import Iterable
from copy import copy
from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from adoption import in_force
from adoption.models import Body, BodyKind, Case, Citation, Decision, FollowUp, Seat
from adoption.models.decisions import Outcome
from adoption.models.follow_ups import ENDS, OF_AN_ENTRY, FollowUpKind
from sodertorn.constraints import insert
from sodertorn.journal import Act, Correction, Entry, EntryKind, Fact, record
from sodertorn.one_act import one_act
from sodertorn.register import Register

OWN_ACT = {EntryKind.PLACEMENT, EntryKind.WITHDRAWAL, EntryKind.DECISION, EntryKind.FOLLOW_UP}
"""Kinds that are registered by an act of their own, which does more than write the entry."""


def refuse_broken_line() -> None:
    """Refuse an act after which the programmes would not form one line, without forks or gaps (R5)."""
    known = Register()
    try:
        known.answer(timezone.localdate())
    except in_force.LineBroken as broken:
        raise ValidationError(
            {"replaces": _("Programmen bildar inte en enda följd: %(where)s.") % {"where": broken}}
        ) from broken
    adjusted = {p.adjusts.slug for p in known.placements.values() if p.adjusts}
    if not adjusted <= known.placements.keys():
        raise ValidationError({"adjusts": _("Programmet har en justerad lydelse; rätta den först.")})


def state_seats(placement, boards: Iterable[Body] | None) -> None:
    """Write the seats that an entry about a programme states (R2): the only way to write them.

    None keeps those of the entry before. A supplement may only say who they are when
    that was not known; a seat is a municipality's board, or for an adjusted wording the
    committee.
    """
    earlier = Seat.objects.filter(placement=placement.entry.follows_id or 0).select_related("body")
    stood = [seat.body for seat in earlier]
    seated = stood if boards is None else list(boards)
    if placement.sent_on and stood and set(seated) != set(stood):
        raise ValidationError({"seats": _("Det som är sänt är fryst (R1).")})
    if placement.entry.act == Act.SUPPLEMENT and stood and set(seated) != set(stood):
        raise ValidationError(
            {"seats": _("En komplettering fyller i det som saknas; ändra med en rättelse.")}
        )
    if placement.sent_on and not seated:
        raise ValidationError({"seats": _("Ange vilka som ska anta programmet.")})
    proper = BodyKind.COMMITTEE if placement.adjusts else BodyKind.BOARD
    if any(body.kind != proper for body in seated):
        raise ValidationError(
            {"seats": _("En plats är en kommunstyrelse, eller för en justerad lydelse kommittén.")}
        )
    for body in seated:
        insert(Seat(placement=placement, body=body))


def cite(fact: Fact, citations: Iterable[Citation]) -> None:
    """Say what the sources say about an entry, in the act that makes it."""
    for citation in citations:
        citation.entry = fact.entry
        insert(citation)


@one_act
def register(*, fact: Fact, office: str, citations: Iterable[Citation] = (), **entry) -> Fact:
    """Register a fact for the first time (R8), with its sources. Raises TypeError for a kind with its own act.

    `entry` is what more `record` takes: by whom, why, when.
    """
    if fact.KIND in OWN_ACT:
        raise TypeError(f"a {fact.KIND} is registered by its own act")
    record(fact, office=office, **entry)
    cite(fact, citations)
    return fact


def newest(fact: Fact) -> Fact:
    """What the newest entry of the fact's chain states."""
    return type(fact).objects.select_related("entry").filter(entry__fact=fact.entry.fact).latest("entry")


@one_act
def supplement(
    *,
    fact: Fact,
    office: str,
    by=None,
    citations: Iterable[Citation] = (),
    boards: Iterable[Body] | None = None,
    recorded=None,
    reason: str = "",
    **stated,
) -> Fact:
    """Fill in what was not known, or narrow an interval (komplettera, R8); strikes nothing.

    `boards` are the seats of a programme whose seats were not known. `recorded` is given
    when the entry belongs to an act that has begun. `reason` says why something odd is right.
    """
    known = newest(fact)
    fuller = restated(known, stated)
    if fuller.same(known) and not citations and boards is None:
        raise ValidationError(_("Ingenting fylldes i."))
    chain = {"act": Act.SUPPLEMENT, "follows": known.entry, "reason": reason}
    record(fuller, office=office, by=by, recorded=recorded, **chain)
    _keep_the_line(fuller, boards)
    cite(fuller, citations)
    return fuller


@one_act
def correct(
    *,
    fact: Fact,
    correction: Correction,
    reason: str,
    office: str,
    by=None,
    citations: Iterable[Citation] = (),
    boards: Iterable[Body] | None = None,
    **stated,
) -> Fact:
    """State a fact again, saying what kind of error it was and why (rätta, R8).

    With Correction.NEVER_HAPPENED the fact is struck as a whole; a mistaken correction
    is mended by another. The old entry stays readable. Without new citations the
    sources that stood go on saying what they said, and without `boards` the seats stand.
    """
    known = newest(fact)
    right = restated(known, stated)
    why = {"correction": correction, "reason": reason}
    record(right, office=office, by=by, act=Act.CORRECT, follows=known.entry, **why)
    _keep_the_line(right, boards)
    cite(right, citations or _standing_citations(known.entry))
    return right


def strikes(known: Fact, stated: dict) -> bool:
    """Whether stating this takes back something that the newest entry says: then it is a correction (R8)."""
    return known.entry.void or bool(restated(known, stated).struck(known))


@one_act
def restate(
    *,
    known: Fact,
    office: str,
    by=None,
    citations: Iterable[Citation] = (),
    correction: str = "",
    reason: str = "",
    **stated,
) -> Fact:
    """State a fact again: supplemented, or corrected when it strikes something (R8)."""
    who = {"office": office, "by": by, "citations": citations}
    if not correction and not strikes(known, stated):
        return supplement(fact=known, **who, **stated)
    same = all(getattr(known, name) == value for name, value in stated.items())
    if same and not citations and correction != Correction.NEVER_HAPPENED and not known.entry.void:
        raise ValidationError(_("Ingenting är ändrat."))
    return correct(fact=known, correction=correction, reason=reason, **who, **stated)


def _keep_the_line(restated: Fact, boards: Iterable[Body] | None) -> None:
    """A programme that is stated again says who must adopt it, and the line stays whole (R2, R5)."""
    if restated.KIND == EntryKind.PLACEMENT:
        state_seats(restated, boards)
    if restated.KIND in (EntryKind.PLACEMENT, EntryKind.WITHDRAWAL):
        refuse_broken_line()


def _standing_citations(entry: Entry) -> list[Citation]:
    """Copies of what the sources say of a fact up to an entry: since it was last stated as a whole."""
    found: list[Citation] = []
    while True:
        found = [*entry.citations.order_by("id"), *found]
        if entry.act != Act.SUPPLEMENT:
            break
        entry = entry.follows
    for citation in found:
        citation.pk, citation._state.adding = None, True
    return found


def restated(known: Fact, stated: dict) -> Fact:
    """The whole fact again, with what is now stated otherwise."""
    fact = copy(known)
    fact._state = copy(known._state)
    fact._state.adding, fact._state.fields_cache = True, {}
    for name, value in stated.items():
        setattr(fact, name, value)
    return fact


@one_act
def open_case(*, revision, body: Body, office: str, by=None) -> Case:
    """The programme's case at a body; opened once, then the same is given (R2)."""
    case = Case.objects.filter(revision=revision, body=body).first()
    return case or record(Case(revision=revision, body=body), office=office, by=by)


@one_act
def register_decision(
    *,
    case: Case,
    outcome: Outcome,
    on: date | None = None,
    office: str,
    by=None,
    takes_back: Decision | None = None,
    citations: Iterable[Citation] = (),
    reason: str = "",
    **stated,
) -> Decision:
    """Register what a body decided (R3). `on` is the exact (last) day of its meeting.

    `reason` says why a decision that looks odd is right all the same.
    `takes_back` is an older adoption that this decision rescinds from the day on which it
    does what it does (R3b, R4). A board that passes the matter on opens the council's case (R2).
    """
    if on is not None:
        stated |= {"earliest": on, "latest": on}
    decision = Decision(case=case, outcome=outcome, **stated)
    record(decision, office=office, by=by, reason=reason)
    cite(decision, citations)
    if takes_back:
        follow_up(
            decision=takes_back,
            step=FollowUpKind.RESCINDED,
            on=decision.latest and max(decision.latest, decision.starts or decision.latest),
            through=decision,
            office=office,
            by=by,
        )
    if decision.passes_on:
        municipality = case.body.municipality
        council, _made = Body.objects.get_or_create(municipality=municipality, kind=BodyKind.COUNCIL)
        open_case(revision=case.revision, body=council, office=office, by=by)
    return decision


@one_act
def follow_up(
    *,
    decision: Decision,
    step: FollowUpKind,
    office: str,
    by=None,
    citations: Iterable[Citation] = (),
    reason: str = "",
    **stated,
) -> FollowUp:
    """File what came after a decision: minutes signed, an end, a ruling, a check (R3b, R8, R12, R13).

    A check must be made by another person than those who registered the decision.
    """
    if step in ENDS and stated.get("on") is None:
        raise ValidationError({"on": _("Ange dagen från vilken antagandet inte längre gäller.")})
    named = newest(decision) if step in OF_AN_ENTRY else _first(decision)
    fact = FollowUp(decision=named, step=step, **stated)
    record(fact, office=office, by=by, reason=reason)
    cite(fact, citations)
    return fact


def _first(decision: Decision) -> Decision:
    return Decision.objects.select_related("entry").get(entry=decision.entry.fact)
