"""The older decisions whose day or § is not known: each municipality is asked for them by one mail."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import override

from adoption.letter_services import write_letter
from adoption.models import Municipality
from adoption.models.letters import Wanted
from adoption.recipients import addresses_of
from adoption.registering.asked import open_cases
from adoption.registering.case_page import asked_now
from sodertorn.register import Register


@dataclass(frozen=True)
class Gap:
    """A decision of a municipality that the register knows too little of, with the page where it is filled in."""

    municipality: Municipality
    programme: str
    words: str
    url: str


def gaps(register: Register) -> list[Gap]:
    """Of the programmes from before the register, each decision that is missing, or whose day or § is."""
    found = []
    for case, seat in open_cases(register, localdate()):
        placement = register.placements[case.revision.slug]
        if placement.sent_on is None and (seat.decision is None or seat.decision.little_known):
            asked = asked_now(register, case, seat)
            found.append(
                Gap(case.body.municipality, placement.title, asked.words, settings.SITE_URL + asked.url)
            )
    return found


def first_words() -> str:
    """What the mail says if nobody words it otherwise; the links come after."""
    return _(
        "Hej!\n\n"
        "I registret över Södertörns utvecklingsprogram saknas uppgifter om era äldre beslut. Kan ni hjälpa oss?\n\n"
        "Det är två fält och en länk: dagen, paragrafen och, om protokollet finns på webben, dess adress."
    )


@transaction.atomic
def ask_for_the_past(
    *, register: Register, municipalities: Iterable[str], text: str, by
) -> list[Municipality]:
    """One mail to each, by their codes, with a link for each gap. Gives those that have an address and were asked."""
    asked = []
    with override("sv"):
        lacking = gaps(register)
        for own in register.municipalities:
            mine = [gap for gap in lacking if gap.municipality == own]
            if mine and own.pk in municipalities and addresses_of(own):
                lines = [f"{gap.programme}. {gap.words}\n{gap.url}" for gap in mine]
                stated = {"wanted": Wanted.PAST, "municipality": own, "by": by}
                subject = _("Äldre beslut om Södertörns utvecklingsprogram")
                write_letter(subject=subject, text="\n\n".join([text, *lines]), **stated)
                asked.append(own)
    return asked
