"""The desk's pages about an extract from minutes: it is reviewed, withdrawn, replaced by a masked copy, destroyed."""

from functools import partial

from django.http import Http404
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext as _

from adoption.desk.extract_forms import DestroyForm, MaskedCopyForm, ReviewForm, WithdrawForm
from adoption.desk.extract_text import text_shown, what_is_found
from adoption.desk.follow_up_forms import extract_of
from adoption.desk.follow_up_views import no_act
from adoption.desk.recording import about, decision_act, decision_url, fact_or_404, frame, who
from adoption.desk.telling import filed_says
from adoption.extract_services import (
    destroy_extract,
    replace_extract,
    review_extract,
    why_no_review,
    withdraw_extract,
)
from adoption.extracts import Publicity, states_in
from adoption.models import FollowUp
from adoption.models.follow_ups import FollowUpKind
from adoption.pages import fact
from adoption.sentences import told
from sodertorn.desk.acts import DeskAct
from sodertorn.register import Register


def filed_or_404(register: Register, number: int, sha256: str) -> FollowUp:
    """What filed the extract among the decision's papers. Raises Http404."""
    for filed in register.follow_ups[number]:
        if filed.step == FollowUpKind.EXTRACT_FILED and filed.extract_id == sha256:
            return filed
    raise Http404(_("Beslutet har inget sådant utdrag."))


def act_on_file(number: int, sha256: str, title: str, perform, *, shown=None, **more) -> DeskAct:
    """An act about one of the decision's files, whose page shows which one it is."""
    decision, register = fact_or_404(number), Register()
    filed = filed_or_404(register, number, sha256)
    page = {"lede": told(register, decision), "facts": about_file(filed), "file_url": file_url(sha256)}
    return DeskAct(
        title=title,
        perform=partial(perform, decision),
        done=lambda said: decision_url(decision),
        about=about(decision),
        template="desk/extract_act.html",
        frame=frame(decision) | page | (shown or {}),
        **more,
    )


def file_url(sha256: str) -> str:
    return reverse("desk:extract", args=[sha256])


def about_file(filed: FollowUp) -> list[dict]:
    """Which file it is: its name, its size, and what its text layer tells."""
    rows = [
        fact(_("Filens namn"), filed.file_name),
        fact(_("Storlek"), filesizeformat(filed.extract.size)),
        *what_is_found(filed.extract_id),
        fact(_("Kontrollsumma (SHA-256)"), filed.extract_id),
    ]
    return [row for row in rows if row["value"]]


@decision_act
def review(request, number, sha256):
    """Somebody says that they have read the file, and it becomes public."""
    decision, register = fact_or_404(number), Register()
    filed_or_404(register, number, sha256)
    state, title = states_in(register)[sha256], _("Granska protokollsutdraget")
    why = _("Utdraget är granskat.") if state.publicity == Publicity.PUBLIC else why_no_review(state)
    if why and request.method != "POST":
        return no_act(request, decision, title, why)

    def perform(decision, form, reason):
        return review_extract(decision=decision, sha256=sha256, **who(request))

    says = partial(now_it_is, _("Utdraget blir offentligt: alla kan läsa det på beslutets sida."))
    shown = {"text": text_shown(sha256, "")}
    return act_on_file(number, sha256, title, perform, form=ReviewForm, says=says, shown=shown)


@decision_act
def withdraw(request, number, sha256):
    def perform(decision, form, reason):
        words = form.cleaned_data["words"]
        return withdraw_extract(decision=decision, sha256=sha256, words=words, **who(request))

    title, says = _("Sluta visa protokollsutdraget"), _("Utdraget visas inte längre offentligt: %s")
    return act_on_file(
        number,
        sha256,
        title,
        perform,
        form=WithdrawForm,
        says=lambda before, after, said: now_it_is(says % said.words, before, after, said),
    )


@decision_act
def replace(request, number, sha256):
    def perform(decision, form, reason):
        masked, name = extract_of(form.cleaned_data["extract"]), form.file_name("extract")
        return replace_extract(
            decision=decision, sha256=sha256, masked=masked, file_name=name, **who(request)
        )

    def says(before, after, filed):
        return [_("Den maskade kopian ersätter utdraget, som inte visas offentligt."), *filed_says(filed)]

    title = _("Ersätt med en maskad kopia")
    return act_on_file(number, sha256, title, perform, form=partial(MaskedCopyForm, sha256), says=says)


@decision_act
def destroy(request, number, sha256):
    """Destroy the file for good; its checksum and what was recorded of it stay."""

    def perform(decision, form, reason):
        given = form.cleaned_data
        stated = {"law": given["law"], "reason": given["reason"]}
        return destroy_extract(decision=decision, sha256=sha256, **stated, **who(request))

    def says(before, after, said):
        gone = _("Filen förstörs för gott. Kontrollsumman och det som registrerats om den står kvar.")
        law, why = _("Lagrum: %s.") % said.words, _("Skälet som sparas: %s") % said.entry.reason
        return now_it_is(gone, before, after, said) + [law, why]

    title = _("Förstör filen")
    return act_on_file(number, sha256, title, perform, form=DestroyForm, says=says)


def now_it_is(sentence: str, before: Register, after: Register, said: FollowUp) -> list[str]:
    decision = after.decisions.get(said.decision.entry.fact)
    return [sentence, told(after, decision)] if decision else [sentence]
