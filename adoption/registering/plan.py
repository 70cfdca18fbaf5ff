"""What a municipality notes of a matter before its meeting: numbers, the officer, the planned days."""

from datetime import date

from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from adoption.case_services import state_detail
from adoption.models import Case, CaseDetail, HandlingOfficer
from adoption.models.cases import PLANNED, DetailKind
from adoption.plans import after_the_meeting, odd_day, plan_to_come
from sodertorn.desk.fields import DayField, DeskForm, PlainField
from sodertorn.one_act import one_act
from sodertorn.register import Register
from sodertorn.words import the_day


def known_details(register: Register, case: Case) -> dict[str, CaseDetail]:
    """What stands of a case: the plan of the meeting to come, and the newest reference number."""
    numbers = {one.detail: one for one in register.details[case.pk] if one.detail not in PLANNED}
    return numbers | plan_to_come(register, case, localdate())


def officer_of(case: Case) -> str:
    officer = HandlingOfficer.objects.filter(case=case).first()
    return officer.name if officer else ""


def as_text(value: date | str | None) -> str:
    return value.isoformat() if isinstance(value, date) else value or ""


class PlanForm(DeskForm):
    """What is noted of the matter before the meeting.

    The page carries what it showed: only what somebody changed there is recorded, and what another
    noted meanwhile is told of where both changed the same.
    """

    number = PlainField(
        limit=200, required=False, label=_("Diarienummer"), help_text=_("Så som ni skriver det.")
    )
    officer = PlainField(
        limit=150, required=False, label=_("Handläggare"), help_text=_("Visas aldrig offentligt.")
    )
    preparation = DayField(required=False, label=_("Beredning eller utskott"))
    deadline = DayField(required=False, label=_("Manusstopp"))
    meeting = DayField(required=False, label=_("Sammanträde"))

    def __init__(
        self,
        data=None,
        *,
        known: dict[str, CaseDetail],
        officer: str = "",
        sent_on: date | None = None,
        **more,
    ):
        self.sent_on = sent_on
        plans = {name: known[name].on for name in PLANNED if name in known}
        super().__init__(None if data is None else data.copy(), initial={**plans, "officer": officer}, **more)
        self.asked: list[tuple[str, str]] = []
        self.stands = {name: as_text(self.initial.get(name)) for name in ("officer", *PLANNED)}
        self.shown = {name: self.data.get(f"{name}_shown", was) for name, was in self.stands.items()}
        if DetailKind.NUMBER in known:
            self.fields["number"].label = gettext("Ytterligare diarienummer")
        for name, was in self.shown.items():
            if self.data.get(name) == was:  # left alone: what stands now is shown, if the page comes again
                self.data[name] = self.stands[name]

    def clean(self):
        given = super().clean()
        for name in self.changed & given.keys():
            if self.shown[name] != self.stands[name] != as_text(given[name]):
                words = gettext("Någon har antecknat %s sedan du öppnade sidan. Spara igen om ditt ska stå.")
                self.add_error(name, words % (self.stands[name] or gettext("att det inte finns längre")))
        self._refuse_order(given)
        self._ask_about_odd_days(given)
        self.shown = self.stands
        return given

    def _refuse_order(self, given) -> None:
        for step in after_the_meeting(given):
            if {step, DetailKind.MEETING} & self.changed:
                words = gettext("Det ligger efter sammanträdet %s.")
                self.add_error(step, words % the_day(given[DetailKind.MEETING]))

    def _ask_about_odd_days(self, given) -> None:
        """An unusual day is right when it is saved once more."""
        for step in set(PLANNED) & self.changed - self.errors.keys():
            odd = odd_day(given[step], self.sent_on)
            if odd and self.data.get(f"{step}_asked") != as_text(given[step]):
                self.asked.append((f"{step}_asked", as_text(given[step])))
                self.add_error(step, " ".join([*odd, gettext("Är det rätt? Spara igen i så fall.")]))

    @property
    def changed(self) -> set[str]:
        return {name for name in self.stands if self.data.get(name, "") != self.stands[name]}

    @property
    def carried(self) -> list[tuple[str, str]]:
        return [*((f"{name}_shown", was) for name, was in self.shown.items()), *self.asked]

    @property
    def details(self) -> list[tuple[DetailKind, dict]]:
        """What is new: a number that was typed, and each plan that was changed."""
        given = self.cleaned_data
        found = [(kind, {"on": given[kind]}) for kind in PLANNED if as_text(given[kind]) != self.stands[kind]]
        return [(DetailKind.NUMBER, {"words": given["number"]}), *found] if given["number"] else found


@one_act
def note_plan(*, case: Case, form: PlanForm, office: str, by) -> None:
    """Record what is new in the form, all or nothing. Raises ValidationError."""
    for detail, stated in form.details:
        state_detail(case=case, detail=detail, **stated, office=office, by=by)
    name = form.cleaned_data["officer"]
    if name == form.stands["officer"]:
        return
    if name:
        HandlingOfficer.objects.update_or_create(case=case, defaults={"name": name})
    else:
        for officer in HandlingOfficer.objects.filter(case=case):
            officer.delete()
