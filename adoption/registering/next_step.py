"""Where a registered decision leads on: what is to be done next, and about the file that came along."""

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from adoption.desk.extracts import WAYS, filings
from adoption.desk.oddities import SIGNED_WITHIN
from adoption.extracts import Publicity, states_in
from adoption.models import Case, Decision
from adoption.models.decisions import Outcome
from adoption.models.follow_ups import FollowUpKind
from adoption.registering.case_page import council_case
from adoption.states import Adoption, SeatState
from sodertorn.desk.file_texts import found_in
from sodertorn.register import Register


def next_step(register: Register, case: Case, decision: Decision) -> dict:
    """Where an outcome leads on: in words, and to a page when there is something to do."""
    plan = reverse("registering:plan", args=[case.pk])
    if decision.entry.void:
        return {"words": _("Beslutet är struket. Det gamla går att läsa i registret.")}
    if decision.outcome in (Outcome.REFERRED_BACK, Outcome.POSTPONED):
        words = _("Ärendet kommer tillbaka. Vilken dag tas det upp igen?")
        return {"words": words, "url": plan, "name": _("Anteckna nästa sammanträde")}
    if decision.passes_on:
        council = council_case(register, case)
        words = _("Kommunfullmäktiges ärende är öppnat. Registrera där vad fullmäktige beslutar.")
        return {
            "words": words,
            "url": reverse("registering:case", args=[council.pk]),
            "name": _("Till fullmäktiges ärende"),
        }
    if decision.outcome != Outcome.ADOPTED:
        return {"words": _("Samverkansstrategen har fått veta det och hör av sig.")}
    if not decision.adopts:
        words = _(
            "En ändrad text är ett annat program, så beslutet räknas inte. Samverkansstrategen har fått veta det."
        )
        return {"words": words}
    if (
        decision.doubtful
        and Adoption(register, case.revision.slug, localdate()).seat(case.body.seat).state
        == SeatState.DOUBTFUL
    ):
        return {"words": _("Samverkansstrategen har fått frågan om antagandet räknas.")}
    return after_adoption(register, case, decision)


def after_adoption(register: Register, case: Case, decision: Decision) -> dict:
    """Where an adoption that counts leads on."""
    signed = any(f.step == FollowUpKind.SIGNED for f in register.follow_ups[decision.entry.fact])
    transcript = (
        register.placements[case.revision.slug].sent_on is None
    )  # of years ago: only day and § are asked
    if signed or transcript:
        return {"words": "" if to_review(register, case, decision) else _("Allt är klart. Tack!")}
    place = [case.pk, decision.entry.fact, "justerat"]
    words = _("Beslutet är registrerat. När protokollet är justerat, anteckna dagen.")
    if decision.latest and decision.latest < localdate() - SIGNED_WITHIN:
        words = _("Beslutet är registrerat. Vilken dag justerades protokollet?")
    return {
        "words": words,
        "url": reverse("registering:later", args=place),
        "name": _("Protokollet är justerat"),
    }


def to_review(register: Register, case: Case, decision: Decision) -> dict | None:
    """What stands between the public and the minutes that were handed in, and the page where it is done."""
    fact, states = decision.entry.fact, states_in(register)
    waits = [f for f in filings(register, fact) if states[f.extract_id].publicity == Publicity.UNREVIEWED]
    if not waits:
        return None
    sha256 = waits[-1].extract_id
    step, words = "extract_review", _("Kvar: granska protokollet, så att det kan visas offentligt.")
    if found_in(sha256).personal_number:
        step, words = (
            "extract_replace",
            _("Protokollet innehåller ett personnummer och kan inte bli offentligt."),
        )
    return {
        "words": words,
        "url": reverse(f"registering:{step}", args=[case.pk, fact, sha256]),
        "name": WAYS[step],
    }
