"""Links by which a municipality answers a question without an account: signed, and with an end."""

from datetime import timedelta

from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from adoption.confirm_services import decision_of
from adoption.confirm_services import token_of as token_of_entry
from adoption.models import Asked, Decision, Question

SIGNER = TimestampSigner(sep=".", salt="question")
PAST = TimestampSigner(sep=".", salt="past-decision")
LASTS = timedelta(days=180)


def token_of(question: Question) -> str:
    """Names the question and when it was asked, signed with the register's secret, from now until its end.

    In a register that was restored another question may get the number of one that was lost.
    """
    return SIGNER.sign(f"{question.pk}-{second_of(question)}")


def second_of(question: Question) -> int:
    return int(question.at.timestamp())


def question_or_404(token: str, asked: Asked) -> Question:
    """The question that a link answers. Raises Http404 with what is wrong: it's none of ours, or has ended."""
    try:
        number, second = map(int, SIGNER.unsign(token, max_age=LASTS).split("-"))
    except SignatureExpired as ended:
        words = _("Länken gällde i ett halvår och har gått ut. Logga in och lämna uppgiften där i stället.")
        raise Http404(words) from ended
    except (BadSignature, ValueError) as wrong:
        raise Http404(_("Länken är inte hel. Öppna den igen ur brevet.")) from wrong
    question = Question.objects.select_related("municipality").filter(pk=number, asked=asked).first()
    if question is None or second_of(question) != second:
        raise Http404(_("Länken är inte hel. Öppna den igen ur brevet."))
    return question


def past_token(decision: Decision) -> str:
    """Names the entry of an older decision that the register knows too little of."""
    return token_of_entry(decision, PAST)


def past_or_404(token: str) -> tuple[Decision, bool]:
    """The decision that a link is about, and whether it can still be filled in there: once, in time, while nobody else has."""
    found = decision_of(token, PAST, LASTS)
    if found is None:
        raise Http404(_("Länken är inte hel. Öppna den igen ur brevet."))
    return found


def where_it_is_filled_in(decision: Decision) -> str:
    """For those who sign in."""
    return reverse("registering:supplement", args=[decision.case_id, decision.entry.fact])
