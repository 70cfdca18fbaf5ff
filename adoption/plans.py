"""What is planned of a matter: which plans are of the meeting to come, and which the meetings held have used up.

Days are calendar dates in Europe/Stockholm.
"""

from datetime import date

from django.utils.translation import gettext as _

from adoption.appeal import day_off_words
from adoption.models import Case, CaseDetail
from adoption.models.cases import PLANNED, DetailKind
from sodertorn.words import sentence_case, the_day

Plan = dict[str, CaseDetail]


def plan_to_come(register, case: Case, day: date) -> Plan:
    """Of each step the newest plan (R2), unless it is used up. A day that has been is in it too: nothing is decided since."""
    return {step: plan for step, plan in newest(register, case) if not used_up(register, plan, day)}


def plan_held(register, case: Case, day: date) -> Plan:
    """What was planned of the meetings that have decided; a day after them never came."""
    last = max(met(register, case.pk, day).values(), default=date.min)
    used = {step: plan for step, plan in newest(register, case) if used_up(register, plan, day)}
    return {step: plan for step, plan in used.items() if plan.on and plan.on <= last}


def newest(register, case: Case) -> list[tuple[str, CaseDetail]]:
    return [(detail.detail, detail) for detail in register.details[case.pk] if detail.detail in PLANNED]


def met(register, case: int, day: date) -> dict[int, date]:
    """The meetings that have decided by the day: each decision's fact, with the last day that it can be of."""
    rows = register.decisions.values()
    return {d.entry.fact: d.latest for d in rows if d.case_id == case and d.latest and d.latest <= day}


def used_up(register, plan: CaseDetail, day: date) -> bool:
    """Whether it is of a meeting that has decided by the day."""
    return any(is_of(plan, fact, on) for fact, on in met(register, plan.case_id, day).items())


def is_of(plan: CaseDetail, fact: int, on: date | None) -> bool:
    """Whether a plan is of the meeting that took a decision, or of one before: noted before it was recorded, or for its day or an earlier one."""
    return plan.entry.fact < fact or bool(plan.on and on and plan.on <= on)


def odd_day(on: date | None, sent_on: date | None) -> list[str]:
    """What is unusual about the day of a planned step: it may be right all the same."""
    if on is None:
        return []
    odd = [words] if (words := day_off_words(on)) else []
    if sent_on and on < sent_on:
        words = _("%(day)s är före den dag då programmet sändes, %(sent)s.")
        odd.append(sentence_case(words % {"day": the_day(on), "sent": the_day(sent_on)}))
    return odd


def after_the_meeting(days: dict[str, date | None]) -> list[str]:
    """Of the planned days of one matter, by step, those of steps that lead up to the meeting and yet come after it."""
    met = days.get(DetailKind.MEETING)
    return [
        step
        for step in (DetailKind.PREPARATION, DetailKind.DEADLINE)
        if met and (days.get(step) or met) > met
    ]
