"""The forms about what is known of a case: a reference number, or a planned step (R2)."""

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from adoption.desk.decision_forms import WhyFields
from adoption.models import Case, CaseDetail
from adoption.models.cases import PLANNED, DetailKind
from adoption.plans import after_the_meeting, plan_to_come
from sodertorn.desk.fields import DayField, DeskForm, PlainField
from sodertorn.journal import Correction
from sodertorn.register import Register
from sodertorn.words import the_day


class DetailFields(DeskForm):
    """The words of a reference number, or the day of a planned step and what is said of it."""

    on = DayField(required=False, label=_("Planerad dag"), help_text=_("Tomt: inget är planerat längre."))
    words = PlainField(
        limit=200,
        required=False,
        label=_("Uppgift"),
        help_text=_("Ett diarienummer så som kommunen skriver det, eller vad som är planerat."),
    )

    def refuse_unfit(self, case: Case, detail: str, known: CaseDetail | None = None) -> None:
        """A reference number is written out and has no day (the model's own rule); a step comes before its meeting.

        `known` is what is corrected: what was planned of a meeting that has been is no step to the next.
        """
        if detail in PLANNED:
            self._refuse_order(case, detail, known)
        if detail != DetailKind.NUMBER:
            return
        if not self.cleaned_data.get("words") and "words" not in self.errors:
            self.add_error("words", gettext("Skriv diarienumret."))
        if self.cleaned_data.get("on"):
            self.add_error("on", gettext("Ett diarienummer har ingen dag."))

    def _refuse_order(self, case: Case, detail: str, known: CaseDetail | None) -> None:
        plan = plan_to_come(Register(), case, localdate())
        if known and (detail not in plan or plan[detail].entry.fact != known.entry.fact):
            return
        days = {step: one.on for step, one in plan.items()} | {detail: self.cleaned_data.get("on")}
        if not (wrong := after_the_meeting(days)):
            return
        met = the_day(days[DetailKind.MEETING])
        if detail in wrong:
            self.add_error("on", gettext("Det ligger efter sammanträdet %s.") % met)
        elif detail == DetailKind.MEETING:
            words = gettext("Registret har %(step)s %(day)s, efter sammanträdet. Rätta den dagen först.")
            told = {"step": DetailKind(wrong[0]).label, "day": the_day(days[wrong[0]])}
            self.add_error("on", words % told)


class NewDetail(DetailFields):
    """A reference number or a planned step that a municipality has told of."""

    detail = forms.ChoiceField(label=_("Vad gäller det?"), choices=DetailKind.choices)

    field_order = ["detail", "words", "on"]

    def __init__(self, case: Case, *args, **more):
        self.case = case
        super().__init__(*args, **more)

    def clean(self):
        given = super().clean()
        self.refuse_unfit(self.case, given.get("detail", ""))
        return given


class CorrectDetail(WhyFields, DetailFields):
    """The same again, as it was, or that it never was so."""

    field_order = ["correction", "reason", "words", "on"]

    def __init__(self, known: CaseDetail, *args, **more):
        self.known = known
        super().__init__(*args, initial={"on": known.on, "words": known.words}, **more)
        if known.detail not in PLANNED:
            del self.fields["on"]
        never = Correction.NEVER_HAPPENED.value
        kinds = [choice for choice in Correction.choices if choice[0] != never]
        self.fields["correction"].choices = [*kinds, (never, gettext("hör inte till ärendet och stryks"))]

    def clean(self):
        given = super().clean()
        if not self.never_happened():
            self.refuse_unfit(self.known.case, self.known.detail, self.known)
        return given

    def stated(self) -> dict:
        names = [name for name in ("on", "words") if name in self.fields]
        return {} if self.never_happened() else {name: self.cleaned_data[name] for name in names}
