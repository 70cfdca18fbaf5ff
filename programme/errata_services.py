"""Acts about slips in a sent text (R1b): an erratum is decided, told and answered; the frozen text never changes."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from adoption.models import Citation, Municipality
from adoption.services import correct, register, supplement
from programme.models import Erratum, ErratumAnswer, Part
from sodertorn.journal import Correction, Fact
from sodertorn.one_act import one_act
from sodertorn.register import Register


@one_act
def enter_erratum(*, part: Part, office: str, by=None, **stated) -> Erratum:
    """Enter an erratum that samarbetskommittén has decided. What is withdrawn applies on no day and needs none."""
    if part.revision.slug in Register().withdrawals:
        raise ValidationError({"part": _("Programmet är återkallat.")})
    return register(fact=Erratum(part=part, **stated), office=office, by=by)


@one_act
def answer_erratum(
    *,
    erratum: Erratum,
    municipality: Municipality,
    office: str,
    by=None,
    citations: Iterable[Citation] = (),
    **stated,
) -> ErratumAnswer:
    """Register what a municipality says of an erratum; one answer each, which can then be corrected (R8)."""
    first = Erratum.objects.select_related("entry").get(entry=erratum.entry.fact)
    answer = ErratumAnswer(erratum=first, municipality=municipality, **stated)
    return register(fact=answer, office=office, by=by, citations=citations)


def strikes(known: Fact, stated: dict) -> bool:
    """Whether stating this takes back something that the newest entry says: then it is a correction (R8)."""
    return known.entry.void or any(
        getattr(known, name) != value and not known.narrows(known._meta.get_field(name), known)
        for name, value in stated.items()
    )


@one_act
def restate(
    *,
    known: Erratum | ErratumAnswer,
    office: str,
    by=None,
    citations: Iterable[Citation] = (),
    correction: str = "",
    reason: str = "",
    **stated,
) -> Fact:
    """State an erratum or an answer again: supplemented, or corrected when it strikes something (R8)."""
    who = {"office": office, "by": by, "citations": citations}
    if not correction and not strikes(known, stated):
        return supplement(fact=known, **who, **stated)
    same = all(getattr(known, name) == value for name, value in stated.items())
    if same and not citations and correction != Correction.NEVER_HAPPENED and not known.entry.void:
        raise ValidationError(_("Ingenting är ändrat."))
    return correct(fact=known, correction=correction, reason=reason, **who, **stated)
