"""Letters with which a municipality is asked whether its decision is registered right, and what it answers is passed on."""

from django.utils.translation import gettext as _
from django.utils.translation import override

from adoption.confirm_services import LIVES, token_of
from adoption.decision_pages import decided
from adoption.models import Decision, FollowUp
from adoption.recipients import addresses_of, strategists
from adoption.sentences import told
from sodertorn.journal import Act
from sodertorn.outbox import Mail
from sodertorn.register import Register
from sodertorn.writing import site, with_numbers, write


def ask_municipality(register: Register, decision: Decision) -> list[Mail]:
    """What others say of its decision, a municipality is asked to confirm. Gives the letters.

    They are for it alone: whoever has the link answers in its name, so nobody at the desk reads them.
    """
    own = decision.case.body.municipality
    if own is None or decision.entry.office == own.full_name:
        return []
    said, known = told(register, decision), [] if decision.entry.void else decided(register, decision)
    return write(
        addresses_of(own),
        with_numbers(register, decision.case_id, _("Stämmer det? %s") % said),
        done_with(decision),
        said,
        "\n".join(f"{row['label']}: {row['value']}" for row in known),
        _("Stämmer det? Svara Ja, eller Nej och vad som är fel, här. Det behövs inget konto:")
        + "\n"
        + site("confirm", token_of(decision)),
        _("Länken gäller i %d dagar, och så länge uppgifterna inte ändras.") % LIVES.days,
        private=True,
    )


def done_with(decision: Decision) -> str:
    """What the office has done with the decision, and why."""
    entry = decision.entry
    if entry.void:
        return (
            _("Vi har strukit ert beslut: enligt registret har det aldrig fattats. Skäl: %s") % entry.reason
        )
    if entry.act == Act.CORRECT:
        return _("Vi har rättat ert beslut i registret, så här. Skäl: %s") % entry.reason
    if entry.act == Act.SUPPLEMENT:
        return _("Vi har fyllt i uppgifterna om ert beslut, så här:")
    return _("Vi har registrerat ert beslut så här:")


def tell_of_objection(filed: FollowUp) -> None:
    """A municipality says that its decision is not registered right."""
    decision = filed.decision
    with override("sv"):
        register, own = Register(), decision.case.body.municipality
        write(
            strategists(),
            with_numbers(register, decision.case_id, _("%s: det stämmer inte") % own.full_name),
            _("%s har svarat att det här inte stämmer:") % own.full_name,
            told(register, decision),
            f"”{filed.objection}”",
            _("På skrivbordet: %s") % site("desk:decision", decision.entry.fact),
        )
