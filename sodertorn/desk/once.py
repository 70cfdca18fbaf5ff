"""Nothing doubles: a form that is sent again, by a double click or fifty times at once, is carried out once.

Its page draws a token, which goes with the form to the end. What is carried out keeps its answer
under the token and all that was typed, in the same transaction; the same form again gets the
same answer. Typed otherwise, as after the Back button, it is another form and is asked about anew.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from uuid import uuid4

from django.contrib import messages
from django.core.signing import BadSignature, TimestampSigner
from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _

from sodertorn.answered import KEPT, Answered
from sodertorn.log_lines import LogLine
from sodertorn.permissions import may

TOKEN = "form_token"
SIGNER = TimestampSigner(salt=TOKEN)
NOT_TYPED = {TOKEN, "csrfmiddlewaretoken", "step", "seen", "shown"}
ONLY_SHOWN = ("edit", "read")
"""Steps that show the form again: to change it, or filled with what was read in its file."""
SHOWN = 16
"""So many characters of the log's checksum stand in a confirmation; its page has all of them."""


@dataclass(frozen=True)
class Answer:
    """Where somebody is led when a form was carried out, and the words that confirm it.

    `head` is the newest event then, when the form made one. What `overtakes` makes untrue what
    earlier forms that led to the same page were answered: sent again, they meet it like any other.
    """

    url: str
    words: str
    head: int | None = None
    overtakes: bool = False


def new_token(user) -> str:
    """Signed for somebody who is signed in: so that what a form brings is known for theirs when that has ended."""
    drawn = str(uuid4())
    return SIGNER.sign(f"{drawn} {user.pk}") if user.is_authenticated else drawn


def opened_by(request) -> str:
    """The number of the account that was signed in when the form was opened; nothing when nobody was."""
    try:
        return SIGNER.unsign(request.POST.get(TOKEN, ""), max_age=KEPT).partition(" ")[2]
    except BadSignature:
        return ""


def once(view):
    """A view whose forms are carried out by `answer_once`: what has its answer already gets it again.

    Asked before the view, and after it too: what the view refuses may be its own doing, a moment ago.
    """

    @wraps(view)
    def page(request, *args, **named):
        if request.method != "POST" or request.POST.get("step") in ONLY_SHOWN:
            return view(request, *args, **named)
        try:
            response = again(request) or view(request, *args, **named)
        except Exception:
            if first := again(request):
                return first
            raise
        return response if hasattr(response, "answered") else again(request) or response

    return page


def answer_once(request, carry_out: Callable[[], Answer | HttpResponse]) -> HttpResponse:
    """Carry a form out and keep its answer, both or neither; of equal forms at once one comes first.

    A response in place of an answer, as when the form is refused, is given as it is.
    """
    form = form_of(request)
    try:
        with transaction.atomic():
            answer = carry_out()
            if isinstance(answer, HttpResponse):
                return answer
            answered = Answered(form=form, url=answer.url, words=answer.words, head=answer.head)
            if answer.overtakes:
                Answered.objects.filter(url=answer.url).delete()
            if form:
                Answered.objects.filter(at__lt=timezone.now() - KEPT).delete()
                answered.save(force_insert=True)
    except IntegrityError:
        if first := again(request):
            return first
        raise
    return confirmed(request, answered)


def again(request) -> HttpResponse | None:
    """The answer that the same form got, in place of all that the page was about to say."""
    first = Answered.objects.filter(pk=form_of(request), at__gte=timezone.now() - KEPT).first()
    if first is None:
        return None
    list(messages.get_messages(request))
    return confirmed(request, first)


def confirmed(request, answered: Answered) -> HttpResponse:
    words = confirmation(answered) if may(request.user, "desk:event") else answered.words
    messages.success(request, words, extra_tags=request.path)
    response = redirect(answered.url)
    response.answered = True
    return response


def confirmation(answered: Answered) -> str:
    """The words, with the log's head, which proves later what was recorded then."""
    line = LogLine.objects.filter(pk=answered.head).first() if answered.head else None
    if line is None:
        return answered.words
    words = _("Händelseloggen slutar nu med händelse %(number)d, kontrollsumma %(sum)s …")
    head = words % {"number": line.pk, "sum": line.sha256[:SHOWN]}
    return format_html('{} <a href="{}">{}</a>', answered.words, reverse("desk:event", args=[line.pk]), head)


def form_of(request) -> str:
    """The hash of a form's token and of all that was typed; empty for a form without a token."""
    if TOKEN not in request.POST:
        return ""
    if not hasattr(request, "form_hash"):
        typed = [(name, values) for name, values in request.POST.lists() if name not in NOT_TYPED]
        files = [(name, hash_of(file)) for name, file in request.FILES.items()]
        said = [request.POST[TOKEN], request.path, request.user.pk, typed, files]
        request.form_hash = hashlib.sha256(json.dumps(said).encode()).hexdigest()
    return request.form_hash


def hash_of(file) -> str:
    found = hashlib.sha256()
    for chunk in file.chunks():
        found.update(chunk)
    file.seek(0)
    return found.hexdigest()
