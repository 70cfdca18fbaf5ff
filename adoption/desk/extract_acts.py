"""The acts about a file among a decision's papers, wherever they are carried out: review, withdraw, replace."""

from dataclasses import dataclass
from functools import partial

from django.http import Http404
from django.shortcuts import render
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from adoption.desk.extract_forms import MaskedCopyForm, ReviewForm, WithdrawForm
from adoption.desk.extract_text import text_shown, what_is_found
from adoption.desk.follow_up_forms import extract_of
from adoption.desk.recording import about
from adoption.desk.telling import filed_says
from adoption.extract_services import replace_extract, review_extract, why_no_review, withdraw_extract
from adoption.extracts import Publicity, once_filed, states_in
from adoption.models import Decision, FollowUp
from adoption.models.follow_ups import FollowUpKind
from adoption.pages import fact
from adoption.sentences import told
from sodertorn.desk.acts import DeskAct
from sodertorn.desk.file_texts import found_in
from sodertorn.register import Register


@dataclass(frozen=True)
class Place:
    """Which file of which decision, and where somebody does something about it: at the desk, or as its municipality.

    `who` is in whose name; `done` and `file_url` the addresses of the decision's page and of the file there.
    """

    register: Register
    decision: Decision
    filed: FollowUp
    who: dict
    done: str
    file_url: str
    frame: dict

    @property
    def sha256(self) -> str:
        return self.filed.extract_id

    def act(self, title: str, perform, *, shown=None, **more) -> DeskAct:
        """An act about the file, whose page shows which one it is."""
        stated = {"decision": self.decision, "sha256": self.sha256} | self.who
        page = {"facts": about_file(self.filed), "file_url": self.file_url}
        page["lede"] = told(self.register, self.decision)
        return DeskAct(
            title=title,
            perform=lambda form, reason: perform(form, **stated),
            done=lambda said: self.done,
            about=about(self.decision),
            template="desk/extract_act.html",
            frame=self.frame | page | (shown or {}),
            **more,
        )


def filed_or_404(register: Register, number: int, sha256: str) -> FollowUp:
    """What filed the extract among the decision's papers. Raises Http404."""
    for filed in register.follow_ups[number]:
        if filed.step == FollowUpKind.EXTRACT_FILED and filed.extract_id == sha256:
            return filed
    raise Http404(_("Beslutet har inget sådant utdrag."))


def once_filed_or_404(register: Register, number: int, sha256: str) -> FollowUp:
    """An entry that filed the extract, also one that was struck or corrected to another file. Raises Http404."""
    filed = next((f for f in once_filed(register, number) if f.extract_id == sha256), None)
    return filed or filed_or_404(register, number, sha256)


def about_file(filed: FollowUp) -> list[dict]:
    """Which file it is: its name, its size, and what its text layer tells."""
    rows = [
        fact(_("Filens namn"), filed.file_name),
        fact(_("Storlek"), filesizeformat(filed.extract.size)),
        *what_is_found(filed.extract_id),
        fact(_("Kontrollsumma (SHA-256)"), filed.extract_id),
    ]
    return [row for row in rows if row["value"]]


def review_act(request, place: Place):
    """Somebody says that they have read the file, and it becomes public."""
    state, title = states_in(place.register)[place.sha256], _("Granska protokollsutdraget")
    why = _("Utdraget är granskat.") if state.publicity == Publicity.PUBLIC else why_no_review(state)
    if why and request.method != "POST":
        page = {"title": title, "why": why, "decision_url": place.done}
        return render(request, "desk/no_act.html", place.frame | page)

    def perform(form, **stated):
        return review_extract(unread=form.cleaned_data.get("unread", False), **stated)

    says = partial(now_it_is, _("Utdraget blir offentligt: alla kan läsa det på beslutets sida."))
    shown, form = {"text": text_shown(place.sha256, "")}, partial(ReviewForm, found_in(place.sha256))
    return place.act(title, perform, form=form, says=says, shown=shown)


def withdraw_act(place: Place) -> DeskAct:
    """The file is public no longer."""

    def perform(form, **stated):
        return withdraw_extract(words=form.cleaned_data["words"], **stated)

    def says(before, after, said):
        return now_it_is(_("Utdraget visas inte längre offentligt: %s") % said.words, before, after, said)

    return place.act(_("Sluta visa protokollsutdraget"), perform, form=WithdrawForm, says=says)


def replace_act(place: Place) -> DeskAct:
    """A masked copy takes the file's place."""

    def perform(form, **stated):
        masked, name = extract_of(form.cleaned_data["extract"]), form.file_name("extract")
        return replace_extract(masked=masked, file_name=name, **stated)

    def says(before, after, filed):
        return [_("Den maskade kopian ersätter utdraget, som inte visas offentligt."), *filed_says(filed)]

    form = partial(MaskedCopyForm, place.sha256, person=place.who["by"])
    return place.act(_("Ersätt med en maskad kopia"), perform, form=form, says=says)


def now_it_is(sentence: str, before: Register, after: Register, said: FollowUp) -> list[str]:
    decision = after.decisions.get(said.decision.entry.fact)
    return [sentence, told(after, decision)] if decision else [sentence]
