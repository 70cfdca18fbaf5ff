"""What somebody has begun to register waits on the server, for that person and case, until it is registered."""

from datetime import timedelta

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from adoption.models import Case, Started
from adoption.registering.asked import municipalities_of, open_cases
from adoption.registering.case_page import crumbs
from adoption.registering.forms import OwnWords
from sodertorn.desk.once import TOKEN
from sodertorn.plain_text import clean
from sodertorn.register import Register
from sodertorn.words import moment

KEPT = timedelta(days=90)
MOST = 20_000
"""So many characters of one box wait at most: more than any box takes."""


def waiting_form(request, case: Case, make, first: dict, chosen: dict):
    """Makes the form of a page: what is sent waits on the server too, and what waited is there again.

    `first` is what the register knows; `chosen` what somebody comes to the page with.
    """

    def form(*sent):
        there = Started.objects.filter(user=request.user, case=case).first()
        begun = first | (there.typed if there else {}) | chosen
        made = make(*sent, initial=begun, person=request.user)
        made.overtaken = False
        made.seen = request.POST.get("begun", "") if made.is_bound else version(there)
        if made.is_bound and request.POST.get("step") != "confirm":
            let_wait(request, case, made, there)
        return made

    return form


def version(there: Started | None) -> str:
    return there.saved_at.isoformat() if there else ""


def let_wait(request, case: Case, form: OwnWords, there: Started | None) -> None:
    """Keep what was typed and which file has come; but never over what a colleague has saved since the page was opened.

    Several may work from one office's address. Of its own page a row has the token.
    """
    token = request.POST.get(TOKEN, "")
    if there and form.seen != version(there) and there.typed.get(TOKEN) != token:
        if request.POST.get("step") == "save":
            form.add_error(None, told_of(form, there))
            form.seen, form.overtaken = version(there), True
        return
    names = [*form.fields, *(f"{name}_named" for name in form.fields)]
    typed = {name: form.data[name] for name in names if name in form.data and may_wait(form.data[name])}
    stated = {"typed": typed | {TOKEN: token}, "saved_at": timezone.now()}
    Started.objects.update_or_create(user=request.user, case=case, defaults=stated)


def told_of(form: OwnWords, there: Started) -> str:
    """What somebody else has saved otherwise, and what to do."""
    other = [
        f"{field.label}: {dict(getattr(field, 'choices', ())).get(there.typed[name], there.typed[name])}"
        for name, field in form.fields.items()
        if there.typed.get(name) and there.typed[name] != form.data.get(name)
    ]
    words = _("Någon annan sparade här %(moment)s (%(other)s). Spara igen om det du har skrivit ska stå.")
    return words % {"moment": moment(there.saved_at), "other": "; ".join(other)}


def all_waits(form: OwnWords) -> bool:
    """Whether everything that was typed and chosen is kept."""
    return not form.unfit and all(may_wait(form.data[name]) for name in form.fields if form.data.get(name))


def may_wait(typed: str) -> bool:
    """Whether it can be kept: not what the form refuses for good, such as a personal number."""
    try:
        clean(typed, MOST)
    except ValidationError:
        return False
    return True


def saved_for_later(request, case: Case, form):
    """The way back to the case from a form that was only to be kept, or thrown away; else nothing."""
    step = request.POST.get("step") if request.method == "POST" else ""
    if step == "discard":
        form(request.POST, request.FILES)  # waits, for whoever goes back
        page = {"title": _("Kasta det påbörjade?"), "section": "registering", "address": request.path}
        page |= {"crumbs": crumbs(case)}
        return render(request, "registering/discard.html", page)
    if step == "discarded":
        throw_away(request.user, case=case)
        messages.success(request, _("Det påbörjade är kastat."))
        return redirect("registering:case", case.pk)
    if step == "save":
        made = form(request.POST, request.FILES)
        if made.overtaken or not all_waits(made):
            return None  # what is refused is told of beside its box
        messages.success(request, _("Sparat. Det väntar på dig här."), extra_tags=request.path)
        return redirect("registering:case", case.pk)
    return None


def throw_away(user, **cases) -> None:
    Started.objects.filter(user=user, **cases).delete()


def forget_begun() -> int:
    """What nobody goes on with: old, of a case that is closed, of a person who registers there no more. Gives how much."""
    register = Register()
    is_open = {case.pk for case, _seat in open_cases(register, localdate())}
    gone = [
        there.pk
        for there in Started.objects.select_related("user", "case__body__municipality")
        if there.saved_at < timezone.now() - KEPT
        or there.case_id not in is_open
        or not there.user.is_active
        or there.case.body.municipality not in municipalities_of(there.user, register)
    ]
    return Started.objects.filter(pk__in=gone).delete()[0]
