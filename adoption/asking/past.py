"""The older decisions whose day or § is not known: each municipality is asked for them by one mail."""

from collections.abc import Collection
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import override

from adoption.asking.links import LASTS, past_token, where_it_is_filled_in
from adoption.letter_services import write_letter
from adoption.models import Decision, Municipality
from adoption.models.letters import Wanted
from adoption.recipients import addresses_of
from adoption.registering.asked import open_cases
from adoption.registering.case_page import asked_now
from sodertorn.register import Register
from sodertorn.words import the_day
from sodertorn.writing import site


@dataclass(frozen=True)
class Gap:
    """A decision of a municipality that the register knows too little of, with the page where it is filled in.

    `decision` when it is one of which the day or the § can be filled in, without an account too.
    """

    municipality: Municipality
    programme: str
    words: str
    url: str
    decision: Decision | None = None

    @property
    def told(self) -> str:
        """For those who sign in, and as the letter is kept."""
        return f"{self.programme}. {self.words}\n{self.url}"

    @property
    def sent(self) -> str:
        """For the municipality alone, where no account is needed."""
        if self.decision is None:
            return self.told
        return f"{self.programme}. {self.words}\n{site('past_answer', past_token(self.decision))}"


def gaps(register: Register) -> list[Gap]:
    """Of the programmes from before the register, each decision that is missing, or whose day or § is."""
    found = []
    for case, seat in open_cases(register, localdate()):
        placement = register.placements[case.revision.slug]
        if placement.sent_on is None and (seat.decision is None or seat.decision.little_known):
            asked, own = asked_now(register, case, seat), case.body.municipality
            there = seat.decision and asked.url == where_it_is_filled_in(seat.decision)
            stated = (own, placement.title, asked.words, settings.SITE_URL + asked.url)
            found.append(Gap(*stated, seat.decision if there else None))
    return found


def first_words() -> str:
    """What the mail says if nobody words it otherwise; the links come after."""
    return _(
        "Hej!\n\n"
        "I registret över Södertörns utvecklingsprogram saknas uppgifter om era äldre beslut. Kan ni hjälpa oss?\n\n"
        "Det är två fält och en länk: dagen, paragrafen och, om protokollet finns på webben, dess adress."
    )


def how_to_answer(mine: list[Gap]) -> list[str]:
    """Of links without an account: how often, how long, and that whoever has one answers for the municipality."""
    if not any(gap.decision for gap in mine):
        return []
    words = _(
        "Det behövs inget konto. Varje länk går att svara genom en gång, till och med %s, och bara medan"
        " uppgifterna saknas. Den som har länken svarar för kommunen, så lämna den bara till den som ska svara."
    )
    return [words % the_day(localdate() + LASTS)]


@transaction.atomic
def ask_for_the_past(
    *, register: Register, municipalities: Collection[str], text: str, by
) -> list[Municipality]:
    """One mail to each, by their codes, with a link for each gap. Gives those that have an address and were asked."""
    asked = []
    with override("sv"):
        lacking = gaps(register)
        for own in register.municipalities:
            mine = [gap for gap in lacking if gap.municipality == own]
            if mine and own.pk in municipalities and addresses_of(own):
                stated = {"wanted": Wanted.PAST, "municipality": own, "by": by}
                stated["subject"] = _("Äldre beslut om Södertörns utvecklingsprogram")
                sends = [text, *(gap.sent for gap in mine), *how_to_answer(mine)]
                kept = [text, *(gap.told for gap in mine)]
                write_letter(text="\n\n".join(kept), sends="\n\n".join(sends), **stated)
                asked.append(own)
    return asked
