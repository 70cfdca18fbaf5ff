"""The desk's page of one decision: what is known and not, what came after, and what can be done now."""

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from adoption.came_after import appeal_fact, by_day, follow_up_fact
from adoption.confirm_services import confirmation_of
from adoption.decision_pages import decision_page, facts, objected
from adoption.desk.extracts import extracts, text_beside, to_read
from adoption.desk.one_case import one_case
from adoption.desk.recording import decision_crumbs
from adoption.models import Decision, FollowUp
from adoption.models.decisions import Document, Outcome, ParagraphKind, TextChange
from adoption.models.follow_ups import ABOUT_FILES, FollowUpKind
from adoption.recipients import addresses_of
from adoption.states import Strength, objection, strength_of
from sodertorn.journal import Entry
from sodertorn.register import Register


def desk_url(name: str, *args) -> str:
    """Public addresses, but a decision's is the desk's."""
    return reverse({"adoption:decision": "desk:decision"}.get(name, name), args=args)


def one_decision(register: Register, number: int, user) -> dict:
    decision = next(d for d in reversed(register.all_decisions) if d.entry.fact == number)
    page = decision_page(register, number, localdate(), desk_url)
    people = Entry.objects.filter(fact=number, by__isnull=False).select_related("by")
    names = {entry.number: str(entry.by) for entry in people}
    for entry in page["chain"]:
        entry["url"] = reverse("desk:event", args=[entry["number"]])
        entry["recorded"] = ", ".join(filter(None, [entry["recorded"], names.get(entry["number"])]))
    page["remarks"][1:1] = their_words(register, decision)  # after the remark that they object
    page["follow_ups"] = came_after(register, number) + appeal_fact(
        decision, register.follow_ups[number], localdate()
    )
    page["extracts"] = extracts(register, number, user)
    return page | {
        "section": "decisions",
        "crumbs": decision_crumbs(),
        "unknown": unknown(register, decision),
        "actions": actions(register, decision, user),
        "cases": cases(register, decision),
        "public_url": reverse("adoption:decision", args=[number]),
    }


def cases(register: Register, decision: Decision) -> list[dict]:
    """The cases of the decision's seat: that of its board, and of the council that the board passed it to."""
    seat = (decision.case.revision.slug, decision.case.body.seat)
    there = [case for case in register.cases if (case.revision.slug, case.body.seat) == seat]
    return [one_case(register, case) for case in there]


def to_compare(register: Register, decision: Decision) -> dict:
    """All that is recorded of a decision, to be compared with its minutes; in the page, not in the form."""
    number = decision.entry.fact
    return {
        "facts": facts(register, decision, desk_url),
        "words": decision.text,
        "objection": [*objected(register, decision), *their_words(register, decision)],
        "follow_ups": came_after(register, number),
        "extracts": to_read(register, number),
        "text": text_beside(register, decision),
    }


def their_words(register: Register, decision: Decision) -> list[str]:
    """What the municipality says is wrong, in its own words."""
    answer = objection(register, decision)
    return [_("Kommunens ord: ”%s”") % answer.objection] if answer and answer.objection else []


def came_after(register: Register, number: int) -> list[dict]:
    """All that came after but what is about its files."""
    filed = by_day(register.follow_ups[number])
    return [after(number, one) for one in filed if one.step not in ABOUT_FILES]


def after(number: int, filed: FollowUp) -> dict:
    """One thing that came after, with the way to correct it."""
    there = reverse("desk:decision_follow_up_correct", args=[number, filed.entry.fact])
    shown = follow_up_fact(filed)
    words = f"”{filed.objection}”" if filed.objection else shown["note"]
    return shown | {"note": words, "correct_url": there}


def unknown(register: Register, decision: Decision) -> list[str]:
    """What is not known of a decision, in the order in which one would ask for it."""
    if decision.entry.void:
        return []
    steps = {f.step for f in register.follow_ups[decision.entry.fact]}
    adopted = decision.outcome == Outcome.ADOPTED
    lacking = [
        (not decision.exact, _("sammanträdets dag")),
        (decision.paragraph_kind == ParagraphKind.NOT_KNOWN, _("paragrafen")),
        (decision.case.body.kind == "unnamed", _("vilket organ som beslutade")),
        (adopted and decision.text_change == TextChange.NOT_STATED, _("om texten är oförändrad")),
        (adopted and decision.document == Document.NOT_STATED, _("vilket dokument som antogs")),
        (not register.details[decision.case_id], _("diarienumret")),
        (FollowUpKind.SIGNED not in steps, _("när protokollet justerades")),
        (FollowUpKind.EXTRACT_FILED not in steps, _("protokollsutdraget")),
    ]
    return [words for lacks, words in lacking if lacks]


def actions(register: Register, decision: Decision, user) -> list[dict]:
    """What can be done about the decision now, the likely first; what can't be done by this person says why."""
    number = decision.entry.fact
    correct = action("decision_correct", number, _("Rätta"))
    ask = action("decision_ask", number, _("Fråga kommunen om det stämmer"))
    asks = [] if why_not_ask(register, decision) else [ask]
    if decision.entry.void:
        return [correct, *asks]
    found = [
        action("decision_supplement", number, _("Komplettera")),
        action("decision_follow_up", number, _("Registrera vad som har hänt sedan")),
    ]
    ruling = ruling_of(decision)
    if not why_no_ruling(decision, ruling):
        label = _("Ändra avgörandet") if ruling else _("Avgör om antagandet räknas")
        found.insert(0, action("decision_rule", number, label))
    allowed, why = may_check(register, decision, user)
    found.append(
        action("decision_check", number, _("Granska mot justerat protokoll"), "" if allowed else why)
    )
    return sorted([*found, correct, *asks], key=lambda one: bool(one["why_not"]))


def action(name: str, number: int, label: str, why_not: str = "") -> dict:
    return {"url": reverse(f"desk:{name}", args=[number]), "name": label, "why_not": why_not}


def may_check(register: Register, decision: Decision, user) -> tuple[bool, str]:
    """Whether a person may mark the decision as checked (R13), and otherwise why not."""
    if decision.entry.void:
        return False, _("Enligt en rättelse har beslutet aldrig fattats.")
    if strength_of(register, decision) == Strength.CHECKED:
        return False, _("Beslutet är granskat, så som det nu står.")
    if any(entry.by_id == user.pk for entry in register.chain(decision.entry.fact)):
        words = _("Du har själv registrerat eller ändrat uppgifterna. Någon annan måste granska dem.")
        return False, words
    return True, ""


def why_not_ask(register: Register, decision: Decision) -> str:
    """Why a municipality can't be asked whether its decision is registered right; "" when it can."""
    own = decision.case.body.municipality
    if own is None or decision.entry.office == own.full_name:
        return _("Uppgifterna är kommunens egna, eller så är det ingen kommun som beslutade.")
    if confirmation_of(register, decision):
        return _("Kommunen har bekräftat det.")
    return "" if addresses_of(own) else _("Registret har ingen adress till kommunen.")


def ruling_of(decision: Decision) -> FollowUp | None:
    """What the newest entry of the decision's ruling says, also when that is that it never was."""
    rows = FollowUp.objects.filter(decision__entry__fact=decision.entry.fact, step=FollowUpKind.RULED)
    return rows.select_related("entry").order_by("entry").last()


def why_no_ruling(decision: Decision, ruling: FollowUp | None) -> str:
    if decision.entry.void:
        return _("Enligt en rättelse har beslutet aldrig fattats.")
    if not ruling and not (decision.adopts and decision.doubtful):
        return _(
            "Det finns inget tveksamt att avgöra: det räknas, eller räknas inte, som det är registrerat."
        )
    return ""
