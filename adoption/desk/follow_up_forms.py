"""The forms about what comes after a decision: its papers, ends, rulings and checks (R3b, R12, R13)."""

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from adoption.desk.decision_forms import WhyFields
from adoption.desk.groups import Grouped
from adoption.desk.source_fields import BESIDE_HOW, SOURCE_NAMES, DecisionSource
from adoption.models import Decision, Extract, FollowUp
from adoption.models.follow_ups import ABOUT_FILES, ENDS, OF_AN_ENTRY, FollowUpKind
from sodertorn.desk.comparing import Comparing
from sodertorn.desk.fields import DayField, PlainField
from sodertorn.desk.file_fields import KeepsFiles, PdfField
from sodertorn.desk.uploads import size
from sodertorn.journal import Correction
from sodertorn.words import sentence_case, the_day

OF_THEIR_OWN = (
    *OF_AN_ENTRY,
    FollowUpKind.RULED,
    *(step for step in ABOUT_FILES if step != FollowUpKind.EXTRACT_FILED),
)
"""Steps that have pages of their own."""

ONLY_STRUCK = (*OF_AN_ENTRY, FollowUpKind.EXTRACT_REVIEWED, FollowUpKind.EXTRACT_WITHDRAWN)


def extract_of(sha256: str) -> Extract | None:
    return Extract(sha256=sha256, size=size(sha256)) if sha256 else None


class AfterFields(KeepsFiles, DecisionSource, Grouped):
    """What is said of one thing that came after a decision."""

    on = DayField(required=False, label=_("Dag"))
    words = PlainField(
        limit=2000, lines=2, required=False, label=_("Uppgift"), help_text=_("målnummer, skäl eller annat")
    )
    extract = PdfField(
        photos=True,
        required=False,
        label=_("Protokollsutdrag (PDF eller foto)"),
        help_text=_("Högst 20 MB."),
    )

    def refuse_day(self, step: str) -> None:
        """What came after has a day that has been; only an end may come later."""
        on = self.cleaned_data.get("on")
        if "on" in self.errors:
            return
        if on is None and step not in ABOUT_FILES:
            self.add_error("on", gettext("Ange dagen."))
        if on and on > localdate() and step not in (*ENDS, FollowUpKind.INHIBITION_LIFTED):
            self.add_error("on", gettext("Dagen har inte varit än. Skriv en dag till och med i dag."))


class FollowUpForm(AfterFields):
    """One thing that came after a decision, whichever it is."""

    says_how = True
    what = forms.ChoiceField(label=_("Vad har hänt?"))
    lifts = forms.ChoiceField(required=False, label=_("Vilken inhibition är upphävd?"))

    GROUPS = (
        ("", ("what", "on", "words", "extract", "lifts", "source_kind")),
        (_("Källan"), BESIDE_HOW),
    )

    def __init__(self, decision: Decision, filed: list[FollowUp], *args, **more):
        super().__init__(*args, **more)
        self.decision = decision
        self.offer_sources(decision.case.body.municipality)
        lifted = {f.lifts.entry.fact for f in filed if f.lifts}
        self.inhibitions = {
            str(f.entry.fact): f
            for f in filed
            if f.step == FollowUpKind.INHIBITION and f.entry.fact not in lifted
        }
        self.fields["what"].choices = [("", gettext("Välj")), *self._steps()]
        days = {number: sentence_case(the_day(f.on)) for number, f in self.inhibitions.items()}
        self._choose_among("lifts", days)

    def _steps(self) -> list[tuple[str, str]]:
        """What can have happened to this decision, as the register knows it."""
        never = {*OF_THEIR_OWN, *(() if self.decision.adopts else ENDS)}
        never |= set() if self.inhibitions else {FollowUpKind.INHIBITION_LIFTED}
        return [(step.value, step.label) for step in FollowUpKind if step not in never]

    def _choose_among(self, name: str, named: dict[str, str]) -> None:
        if named:
            self.fields[name].choices = [("", gettext("inget val")), *named.items()]
        else:
            del self.fields[name]

    def clean(self):
        given = super().clean()
        step = given.get("what", "")
        if step:
            self.refuse_day(step)
            self._refuse_missing(step, given)
        return given

    def _refuse_missing(self, step: str, given) -> None:
        wanted = {
            FollowUpKind.EXTRACT_FILED: ("extract", gettext("Välj filen.")),
            FollowUpKind.INHIBITION_LIFTED: ("lifts", gettext("Välj vilken inhibition som är upphävd.")),
        }
        name, words = wanted.get(step, ("", ""))
        if name and not given.get(name) and name not in self.errors:
            self.add_error(name, words)
        if given.get("extract") and step != FollowUpKind.EXTRACT_FILED:
            self.add_error("extract", gettext("En fil lämnas in som ”protokollsutdrag inlämnat”."))

    def stated(self) -> dict:
        given = self.cleaned_data
        stated = {"step": given["what"], "on": given["on"], "words": given["words"]}
        if given["extract"]:
            stated["file_name"] = self.file_name("extract")
        if given["what"] == FollowUpKind.INHIBITION_LIFTED:
            stated["lifts"] = self.inhibitions[given["lifts"]]
        return stated | {"extract": extract_of(given["extract"])}

    def sources(self) -> list:
        """A filed extract is a source itself."""
        if self.cleaned_data["what"] == FollowUpKind.EXTRACT_FILED and not self.names_a_source():
            return []
        return self.citations(self.decision.case.body.municipality)


class CorrectFollowUp(WhyFields, AfterFields):
    """One thing that came after a decision, again, as it was."""

    GROUPS = (
        ("", ("correction", "reason", "on", "words", "extract")),
        (_("Källan"), SOURCE_NAMES),
    )

    def __init__(self, filed: FollowUp, *args, **more):
        self.filed = filed
        super().__init__(*args, initial={"on": filed.on, "words": filed.words}, **more)
        self.offer_sources(filed.decision.case.body.municipality)
        if filed.step != FollowUpKind.EXTRACT_FILED:
            del self.fields["extract"]
        if filed.step in ONLY_STRUCK:
            self._only_strike()

    def _only_strike(self) -> None:
        """A check or a review is struck, never restated: that would be to make it again (R13)."""
        never = Correction.NEVER_HAPPENED
        self.fields["correction"].choices = [(never.value, never.label)]
        self.fields["correction"].initial = never.value
        for name in ("on", "words", *SOURCE_NAMES):
            self.fields.pop(name, None)

    def clean(self):
        given = super().clean()
        if self.filed.step not in ONLY_STRUCK and not self.never_happened():
            self.refuse_day(self.filed.step)
        return given

    def stated(self) -> dict:
        given = self.cleaned_data
        if self.never_happened():
            return {}
        stated = {"on": given["on"], "words": given["words"]}
        if given.get("extract"):
            stated |= {"extract": extract_of(given["extract"]), "file_name": self.file_name("extract")}
        return stated

    def sources(self) -> list:
        if self.never_happened() or not self.names_a_source():
            return []
        return self.citations(self.filed.decision.case.body.municipality)


class RulingForm(Grouped):
    """Whether a doubtful adoption counts, and why (R12)."""

    counts = forms.TypedChoiceField(
        label=_("Räknas antagandet?"),
        choices=[("yes", _("ja, från beslutets egen dag")), ("no", _("nej"))],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
    )
    words = PlainField(limit=2000, lines=3, label=_("Varför?"), help_text=_("visas offentligt"))

    GROUPS = (("", ("correction", "reason", "counts", "words")),)


class ChangedRuling(WhyFields, RulingForm):
    """A ruling again; that is a correction of it."""

    def __init__(self, ruling: FollowUp, *args, **more):
        stands = {"counts": "yes" if ruling.counts else "no", "words": ruling.words}
        super().__init__(*args, initial=stands, **more)
        self.fields["correction"].choices = [
            choice for choice in self.fields["correction"].choices if choice[0] != "never_happened"
        ]


class DecisionCheckForm(Comparing, Grouped):
    """That somebody else has compared the decision with signed minutes (R13)."""

    compared = forms.BooleanField(
        label=_("Jag har jämfört alla uppgifter om beslutet med det justerade protokollet, och de stämmer.")
    )
    words = PlainField(
        limit=500, required=False, label=_("Vilket protokoll?"), help_text=_("visas offentligt")
    )

    GROUPS = (("", ("entry", "compared", "words")),)
