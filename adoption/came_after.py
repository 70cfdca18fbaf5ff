"""What came after a decision, as its pages tell of it, in the order in which it happened."""

from datetime import date

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from adoption.appeal import appeal_of, appeal_words
from adoption.models import Decision, FollowUp
from adoption.models.follow_ups import ABOUT_FILES, FollowUpKind
from adoption.pages import fact
from sodertorn.words import moment, sentence_case, the_day

KINDS = list(FollowUpKind)
LEADS_TO = {
    FollowUpKind.SIGNED: (FollowUpKind.ANNOUNCED, FollowUpKind.TAKEN_DOWN),
    FollowUpKind.ANNOUNCED: (FollowUpKind.TAKEN_DOWN,),
    FollowUpKind.APPEALED: (
        FollowUpKind.INHIBITION,
        FollowUpKind.JUDGMENT,
        FollowUpKind.LEGAL_FORCE,
        FollowUpKind.ANNULLED,
    ),
    FollowUpKind.JUDGMENT: (FollowUpKind.LEGAL_FORCE, FollowUpKind.ANNULLED),
}
"""What comes after which, where no day says so."""


def came_after(decision: Decision, later: list[FollowUp], day: date) -> list[dict]:
    """What came after but what is about its files, and what that means for an appeal."""
    return [
        *[follow_up_fact(f) for f in by_day(later) if f.step not in ABOUT_FILES],
        *appeal_fact(decision, later, day),
    ]


def by_day(later: list[FollowUp]) -> list[FollowUp]:
    """In the order in which it happened, then of recording.

    What has no day stands where it was recorded, but before what it must have led to.
    """

    def place(filed: FollowUp) -> tuple[date, int, int]:
        return filed.on or localtime(filed.entry.recorded).date(), filed.pk, 0

    def placed(filed: FollowUp) -> tuple[date, int, int]:
        came = [] if filed.on else [one for one in later if one.step in LEADS_TO.get(filed.step, ())]
        before = [(*place(one)[:2], KINDS.index(filed.step) - KINDS.index(one.step)) for one in came]
        return min([place(filed), *before])

    return sorted(later, key=placed)


def appeal_fact(decision: Decision, later: list[FollowUp], day: date) -> list[dict]:
    words = appeal_words(appeal_of(later, day)) if decision.adopts else ""
    return [fact(_("Överklagande"), words)] if words else []


def follow_up_fact(follow_up) -> dict:
    """One thing that came after, with its day and what the source says."""
    answer = {True: _("räknas"), False: _("räknas inte"), None: ""}[follow_up.counts]
    value = the_day(follow_up.on) if follow_up.on else _("registrerat %s") % moment(follow_up.entry.recorded)
    return fact(sentence_case(follow_up.get_step_display()), value, note=answer, words=follow_up.words)
