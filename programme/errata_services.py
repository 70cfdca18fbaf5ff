"""Acts about slips in a sent text (R1b): an erratum is decided, told and answered; the frozen text never changes."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from adoption.models import Citation, Municipality
from adoption.services import register
from programme.models import Erratum, ErratumAnswer, Part
from sodertorn.one_act import one_act
from sodertorn.register import Register


@one_act
def enter_erratum(*, part: Part, office: str, by=None, reason: str = "", **stated) -> Erratum:
    """Enter an erratum that samarbetskommittén has decided. What is withdrawn applies on no day and needs none.

    `reason` says why one that looks odd is right all the same.
    """
    if part.revision.slug in Register().withdrawals:
        raise ValidationError({"part": _("Programmet är återkallat.")})
    return register(fact=Erratum(part=part, **stated), office=office, by=by, reason=reason)


@one_act
def answer_erratum(
    *,
    erratum: Erratum,
    municipality: Municipality,
    office: str,
    by=None,
    reason: str = "",
    citations: Iterable[Citation] = (),
    **stated,
) -> ErratumAnswer:
    """Register what a municipality says of an erratum; one answer each, which can then be corrected (R8).

    `reason` says why one that looks odd is right all the same.
    """
    first = Erratum.objects.select_related("entry").get(entry=erratum.entry.fact)
    answer = ErratumAnswer(erratum=first, municipality=municipality, **stated)
    return register(fact=answer, office=office, by=by, reason=reason, citations=citations)
