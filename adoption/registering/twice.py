"""A decision that is in the register already, when its municipality comes with it: what that tells is not lost."""

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _

from adoption.decision_services import follow_ups_of, supplement_decision
from adoption.errors import AlreadyRegistered
from adoption.models import Decision
from adoption.models.follow_ups import FollowUpKind
from adoption.registering.forms import OwnDecision
from adoption.sentences import numbers_of, told
from adoption.services import newest
from sodertorn.register import Register

SAID = ("outcome", "text_change", "document", "conditional", "limited", "delegated")
SAID += ("doubt_words", "starts", "text")
"""What can be told otherwise of a decision of the same body, day and §."""


def tells(name: str, value) -> bool:
    """Whether a value says something: a box that isn't ticked, or an answer that isn't known, says nothing."""
    return value not in ("", None, False, Decision.UNKNOWN.get(name))


def add_to(form: OwnDecision, first: Decision, reason: str, *, office: str, by) -> Decision:
    """Fill the decision in with what its municipality tells, which from then on states it too.

    Raises ValidationError when that is something else than what is registered, and leads to
    correcting it; AlreadyRegistered when it is nothing new.
    """
    known = newest(first)
    stated = {name: value for name, value in form.stated().items() if name in SAID and tells(name, value)}
    if other := {name: value for name, value in stated.items() if differs(name, value, known)}:
        form.registered = {
            "url": reverse("registering:correct", args=[known.case_id, known.entry.fact]),
            "name": _("Det registrerade är fel: rätta det"),
        }
        raise ValidationError(told_otherwise(form, known, other))
    register, fact = Register(), known.entry.fact
    fuller = {name: value for name, value in stated.items() if value != getattr(known, name)}
    papers = form.papers()
    stands_for_it = office in register.offices_of(fact)
    if stands_for_it and not fuller and not new_papers(register, known, papers):
        raise AlreadyRegistered(known)
    who = {"office": office, "by": by, "reason": reason}
    sources = [] if stands_for_it and not fuller else form.sources()
    kind = form.case().body.kind
    return supplement_decision(decision=known, kind=kind, citations=sources, **fuller, **papers, **who)


def differs(name: str, value, known: Decision) -> bool:
    stands = getattr(known, name)
    unknown = not tells(name, stands) and not isinstance(stands, bool)
    return value != stands and not unknown


def told_otherwise(form: OwnDecision, known: Decision, other: dict) -> dict:
    """What the register has instead, beside each answer."""
    words = _(
        "Beslutet är redan registrerat, men så här: %s Är det ett annat beslut har det en annan dag eller §."
    )
    beside = {}
    for name in other:
        display = getattr(known, f"get_{name}_display", lambda name=name: getattr(known, name))()
        beside[name] = _("Registret har: %s.") % (_("nej") if display is False else display)
    return {"__all__": words % told(Register(), known)} | beside


def new_papers(register: Register, known: Decision, papers: dict) -> bool:
    signed = {f.on for f in follow_ups_of(known, FollowUpKind.SIGNED)}
    announced = {f.on for f in follow_ups_of(known, FollowUpKind.ANNOUNCED)}
    filed = {f.extract_id for f in follow_ups_of(known, FollowUpKind.EXTRACT_FILED)}
    return bool(
        (papers["signed_on"] and papers["signed_on"] not in signed)
        or (papers["announced_on"] and papers["announced_on"] not in announced)
        or (papers["extract"] and papers["extract"].sha256 not in filed)
        or set(papers["numbers"]) - set(numbers_of(register, known.case_id))
    )


def add_what_it_says(before: Register, decision: Decision, said: list[str]) -> list[str]:
    """After the sentence of the decision: that it was there, and by whom."""
    offices = before.offices_of(decision.entry.fact)
    if not offices:
        return said
    words = _(
        "Beslutet var redan registrerat, av %s. Nu läggs era uppgifter till, och ni står själva för det."
    )
    return [said[0], words % ", ".join(sorted(offices)), *said[1:]]
