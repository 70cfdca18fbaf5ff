"""An act on the desk: a form, then a page that says what the register will say, then the act itself.

What the page says is no guess: the act is carried out, the register is read, and everything
is taken back. What somebody else recorded about the same programme after the form was opened
is shown before the act goes on.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial, wraps

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.shortcuts import render
from django.utils.translation import gettext as _

from sodertorn.announcing import announces
from sodertorn.desk.events import events
from sodertorn.desk.fields import DeskForm
from sodertorn.desk.once import ONLY_SHOWN, Answer, answer_once, once
from sodertorn.journal import Fact, head
from sodertorn.middleware import FILES_LOST
from sodertorn.one_act import one_act
from sodertorn.plain_text import clean
from sodertorn.register import Register

LONGEST_REASON = 1000
REPEATED = 3
"""So many of the sentences are said again when the act is done: what happened, which of the eight it was, what applies."""


class Overtaken(Exception):
    """Somebody recorded something about the same programme while the act was being confirmed."""


@dataclass(frozen=True, kw_only=True)
class DeskAct:
    """What one page of the desk records.

    `perform` is the act with its form's cleaned values and, when something is odd, the
    reason why it is right all the same; `says` is what the register then says, sentence by
    sentence; `odd` what is possible but unusual; `about` the addresses of the programmes
    that it concerns; `confirm` the template of the page that asks, and `shows` what more it shows;
    `then` what follows in the same transaction when the event log has its lines.
    """

    title: str
    form: Callable[..., DeskForm]
    perform: Callable[[forms.Form, str], Fact]
    says: Callable[[Register, Register, Fact], list[str]]
    done: Callable[[Fact], str]
    about: Callable[[forms.Form], set[str]]
    odd: Callable[[forms.Form], list[str]] = lambda form: []
    then: Callable[[Fact], None] = lambda fact: None
    template: str = "desk/act.html"
    confirm: str = "desk/confirm.html"
    shows: Callable[[forms.Form], dict] = lambda form: {}
    frame: dict = field(default_factory=dict)


def act_view(view):
    """A view that gives a `DeskAct`, as the pages of that act; another response it may give is kept.

    What the reader has seen ends with the entry that is the newest before the view reads
    anything: what is recorded while it reads is told of all the same.
    """

    @once
    @wraps(view)
    def page(request, *args, **named):
        newest = newest_number()
        found = view(request, *args, **named)
        return act_page(request, found, newest) if isinstance(found, DeskAct) else found

    return page


def act_page(request, act: DeskAct, newest: int):
    """The pages of an act: its form, its confirmation, and the way on."""
    if request.method != "POST":
        return form_page(request, act, act.form(), newest, newest)
    form, seen = act.form(request.POST, request.FILES), seen_by(request, newest)
    if not form.is_valid() or request.POST.get("step") in ONLY_SHOWN or FILES_LOST in request.POST:
        return form_page(request, act, form, seen, newest)
    odd = act.odd(form)
    reason, unfit = reason_of(request) if odd else ("", "")
    told = {"odd": odd, "odd_unfit": unfit, "odd_reason": request.POST.get("odd_reason", "")}
    try:
        says = foresee(act, form, reason)
        if request.POST.get("step") == "confirm" and (reason or not odd):
            words = " ".join(says[:REPEATED])
            return answer_once(request, partial(carry_out, act, form, reason, seen, words))
    except Overtaken:
        pass
    except ValidationError as wrong:
        put_beside_fields(form, wrong)
        return form_page(request, act, form, seen, newest)
    told |= {"says": says, "news": news(act, form, seen), "seen": newest}
    return confirmation(request, act, form, told)


def reason_of(request) -> tuple[str, str]:
    """Why something odd is right, and what is wrong with the words."""
    try:
        return clean(request.POST.get("odd_reason", ""), LONGEST_REASON), ""
    except ValidationError as unfit:
        return "", unfit.messages[0]


def form_page(request, act: DeskAct, form, seen: int, newest: int):
    """The form; what was recorded since it was opened may be why it was refused, so it is told here too."""
    page = {"title": act.title, "form": form, "seen": newest}
    page["news"] = news(act, form, seen) if form.is_bound else []
    page["files_lost"] = FILES_LOST in request.POST
    page["odd_reason"] = request.POST.get("odd_reason", "")
    return render(request, act.template, act.frame | page)


def confirmation(request, act: DeskAct, form, told: dict):
    """What the register will say, with everything that was typed carried along."""
    left_out = {"csrfmiddlewaretoken", "step", "seen", "shown", "odd_reason"}
    page = {
        "title": _("Stämmer det här?"),
        "lede": act.title,
        "carried": [
            (name, value)
            for name, values in form.to_carry().lists()
            if name not in left_out
            for value in values
        ],
        "reason_lacking": bool(told["odd"]) and request.POST.get("step") == "confirm",
    }
    return render(request, act.confirm, act.frame | page | told | act.shows(form))


@one_act
def foresee(act: DeskAct, form, reason: str) -> list[str]:
    """What the register would say: carry the act out, read, take everything back. Raises ValidationError.

    Alone like the act itself: what a form makes first, such as a source, would otherwise be
    held while it waits for its turn, and two would wait for each other.
    """
    newest = newest_number()
    fact, after = announces(act.perform)(form, reason), Register()
    says = [str(sentence) for sentence in act.says(after.before(newest + 1), after, fact)]
    transaction.set_rollback(True)
    return says


def carry_out(act: DeskAct, form, reason: str, seen: int, words: str) -> Answer:
    """The act itself, and what confirms it. Raises Overtaken."""
    fact = perform(act, form, reason, seen)
    act.then(fact)
    return Answer(act.done(fact), words, head=newest_number())


@announces
def perform(act: DeskAct, form, reason: str, seen: int) -> Fact:
    """Do it, unless something about the same programme was recorded since. Raises Overtaken."""
    if news(act, form, seen):
        raise Overtaken
    return act.perform(form, reason)


def newest_number() -> int:
    entry = head()
    return entry.number if entry else 0


def seen_by(request, newest: int) -> int:
    """The newest entry when the form was opened."""
    seen = request.POST.get("seen", "")
    return min(int(seen), newest) if seen.isdecimal() and len(seen) < 10 else 0


def news(act: DeskAct, form, seen: int) -> list[dict]:
    """What was recorded about the same programmes since the form was opened."""
    about = act.about(form)
    return [event for event in events(after=seen) if event["slug"] in about]


def put_beside_fields(form, wrong: ValidationError) -> None:
    """What an act refused, beside the form's fields; what belongs to none of them first on the page."""
    told = wrong.error_dict if hasattr(wrong, "error_dict") else {NON_FIELD_ERRORS: wrong.error_list}
    for name, errors in told.items():
        form.add_error(name if name in form.fields else None, errors)
