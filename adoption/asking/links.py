"""Links by which a municipality answers a question without an account: signed, and with an end."""

from datetime import timedelta

from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.http import Http404
from django.utils.translation import gettext as _

from adoption.models import Asked, Question

SIGNER = TimestampSigner(sep=".", salt="question")
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
