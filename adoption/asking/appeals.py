"""Has the decision been appealed? A municipality is asked once, by mail, when the time to appeal has run out."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from adoption.appeal import NEXT_DAY, PERIOD, AppealState, appeal_of, has_ended
from adoption.asking.links import LASTS, token_of
from adoption.models import Asked, Decision, FollowUp, Question
from adoption.models.follow_ups import ENDS, FollowUpKind
from adoption.recipients import addresses_of
from adoption.sentences import told
from adoption.services import correct, follow_up
from sodertorn.journal import Correction
from sodertorn.notices import tell_of
from sodertorn.one_act import one_act
from sodertorn.register import Register
from sodertorn.words import the_day
from sodertorn.writing import site, with_numbers, write

ASKED_WITHIN = timedelta(days=60)
"""So long after the announcement it is asked; of older decisions, as those read from a file, it never is."""

ANSWERS = {"inget": FollowUpKind.LEGAL_FORCE, "overklagat": FollowUpKind.APPEALED}
"""The two links, by their part of the address, and what each answer records."""
OUTCOMES = (*ENDS, *ANSWERS.values(), FollowUpKind.JUDGMENT)
"""What tells what came of an appeal, or that none was made."""


def ask_about_appeals() -> None:
    """Write the questions whose day has come, each once, whoever else does the same."""
    today = timezone.localdate()
    announced = FollowUp.objects.filter(
        step=FollowUpKind.ANNOUNCED, on__gt=today - ASKED_WITHIN, on__lt=today - PERIOD
    )
    asked = set(Question.objects.filter(asked=Asked.APPEAL).values_list("about", flat=True))
    facts = {n for n in announced.values_list("decision__entry__fact", flat=True) if str(n) not in asked}
    register = Register() if facts else None
    for fact in sorted(facts):
        decision = register.decisions.get(fact)
        if decision and is_open(register, decision, today):
            ask(register, decision)


def is_open(register: Register, decision: Decision, day: date, but: FollowUp | None = None) -> bool:
    """Whether nobody but the municipality knows what came of it: the time is over, and nothing is recorded (`but` this)."""
    if decision.entry.fact not in register.decisions:
        return False  # struck
    steps = [step for step in register.follow_ups[decision.entry.fact] if step != but]
    appeal = appeal_of(steps, day)
    known = decision.adopts and decision.case.body.municipality and not has_ended(steps)
    withdrawn = decision.case.revision.slug in register.withdrawals
    return bool(known and not withdrawn and appeal and appeal.state == AppealState.OVER)


def ask(register: Register, decision: Decision) -> None:
    """Write the mail: for the municipality alone, since whoever has a link answers in its name."""
    own = decision.case.body.municipality
    addresses = addresses_of(own)
    if not addresses:
        return
    last = appeal_of(register.follow_ups[decision.entry.fact], timezone.localdate()).last
    with transaction.atomic(), override("sv"):
        about = {"asked": Asked.APPEAL, "about": str(decision.entry.fact)}
        question, mine = Question.objects.get_or_create(**about, defaults={"municipality": own})
        if not mine:
            return
        token, until = token_of(question), timezone.localdate() + LASTS
        write(
            addresses,
            with_numbers(
                register, decision.case_id, _("Har beslutet överklagats? %s") % told(register, decision)
            ),
            _("Hej! Tiden för att överklaga det här beslutet gick ut %s, enligt vår beräkning:")
            % the_day(last),
            told(register, decision),
            _("Har något överklagande kommit in? Öppna den länk som stämmer. Det behövs inget konto."),
            _("Inget överklagande:") + "\n" + site("appeal_answer", token, "inget"),
            _("Överklagat:") + "\n" + site("appeal_answer", token, "overklagat"),
            _("Vi frågar bara den här gången. Länkarna gäller till och med %s.") % the_day(until),
            private=True,
        )


def decision_asked_about(question: Question) -> Decision:
    """As its newest entry has it."""
    related = ("entry", "case__revision", "case__body__municipality")
    return Decision.objects.select_related(*related).filter(entry__fact=question.about).latest("entry")


def answer_to_change(register: Register, decision: Decision) -> FollowUp | None:
    """What the office answered through a link, which it may change once: nothing else is known of an appeal yet."""
    number, own = decision.entry.fact, decision.case.body.municipality
    known = [f for f in register.all_follow_ups if f.decision.entry.fact == number and f.step in OUTCOMES]
    if len(known) != 1:
        return None  # something else is known, or it was changed before
    said = known[0]
    by_link = said.entry.by_id is None and said.entry.office == own.full_name
    mine = by_link and said.step in ANSWERS.values()
    return said if mine and is_open(register, decision, timezone.localdate(), but=said) else None


@one_act
def answer_appeal(*, decision: Decision, step: FollowUpKind, strikes: str = "", **stated) -> FollowUp:
    """The municipality's office says that no appeal has come in, so that the decision is final since, or that one has.

    Nobody is named: whoever has the link answers for the office. `strikes` is the entry of the
    other answer, given before: that is struck as wrong (R8). Raises ValidationError when
    something else is known already, or the time has not run out.
    """
    register, today, changed = Register(), timezone.localdate(), []
    office = decision.case.body.municipality.full_name
    said = answer_to_change(register, decision)
    with override("sv"):
        if said and said.step != step and str(said.pk) == strikes:
            never = {"correction": Correction.NEVER_HAPPENED, "reason": _("Kommunen har ändrat sitt svar.")}
            changed, register = [correct(fact=said, **never, office=office)], Register()
        if not is_open(register, decision, today):
            raise ValidationError(_("Registret har redan en uppgift om det här."), code="answered")
        if step == FollowUpKind.LEGAL_FORCE:
            stated = {"on": final_since(register, decision)}
        given = follow_up(decision=decision, step=step, office=office, **stated)
        for fact in (*changed, given):
            tell_of(fact, Register())
    return given


def final_since(register: Register, decision: Decision) -> date:
    """The day on which the decision has legal force if nobody has appealed: the one after the last."""
    return appeal_of(register.follow_ups[decision.entry.fact], timezone.localdate()).last + NEXT_DAY
