"""The forms with which a municipality corrects what is registered of its own decision, and why (R8)."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from adoption.desk.case_forms import CorrectDetail
from adoption.desk.decision_fields import ADOPTIONS_ONLY
from adoption.desk.decision_forms import CorrectDecision, WhyFields
from adoption.desk.follow_up_forms import CorrectFollowUp, extract_of
from adoption.desk.new_decision import about_minutes
from adoption.desk.source_fields import SOURCE_NAMES
from adoption.models import CaseDetail, Citation, Decision, FollowUp
from adoption.models.decisions import Document, Outcome, ParagraphKind
from adoption.models.follow_ups import FollowUpKind
from adoption.registering.forms import OF_COURT, OwnWords
from adoption.services import restated
from sodertorn.journal import Correction


def ask_why(form: forms.Form, never: str) -> None:
    """What is wrong, as the municipality itself would say it."""
    form.fields["correction"].choices = [
        (Correction.TYPING_ERROR.value, gettext("det är felskrivet här i registret")),
        (Correction.MINUTES_CORRECTED.value, gettext("vi har rättat vårt protokoll")),
        (Correction.NEVER_HAPPENED.value, never),
    ]


class OwnCorrection(WhyFields, OwnWords):
    """The whole decision again, as it was; its sources stand unless the minutes have been corrected, or come along."""

    waits = False
    ASKED = (
        *("correction", "reason", "on", "paragraph", "outcome", "text_change", "document", "extract"),
        *(
            "source_url",
            "no_paragraph",
            "conditional",
            "limited",
            "delegated",
            "doubt_words",
            "starts",
            "text",
        ),
    )
    GROUPS = (
        ("", ("correction", "reason", "on", "paragraph", "outcome", "text_change", "document")),
        ("", ("extract", "source_url")),
        (
            _("Ett villkor, en egen gräns, delegation eller ingen §"),
            ("conditional", "limited", "delegated", "doubt_words", "starts", "no_paragraph"),
        ),
        (_("Beslutets ordalydelse"), ("text",)),
    )

    def __init__(self, decision: Decision, placement, *args, **more):
        self.decision = decision
        super().__init__(*args, initial=CorrectDecision.as_it_stands(decision), **more)
        self.ask_only()
        self.ask_as(decision.case, placement)
        ask_why(self, gettext("beslutet har aldrig fattats"))

    def clean(self):
        given, known = super().clean(), self.decision
        if self.never_happened():
            return given
        adopts = given.get("outcome") == Outcome.ADOPTED
        if not given.get("on") and (known.exact or not adopts) and "on" not in self.errors:
            self.add_error("on", gettext("Ange sammanträdets dag."))
        shown = {"extract", "source_url"} & ({name for name in given if given[name]} | set(self.errors))
        if given.get("correction") == Correction.MINUTES_CORRECTED and not shown:
            self.add_error("extract", gettext("Lämna det rättade protokollet, eller länken till det."))
        written = given.get("paragraph") or given.get("no_paragraph")
        if not written and known.paragraph_kind != ParagraphKind.NOT_KNOWN and "paragraph" not in self.errors:
            self.add_error("paragraph", gettext("Skriv vilken § beslutet har."))
        return given

    def _clean_no_adoption(self, given) -> None:
        """What stood about an adoption falls away with it."""
        given |= {name: None if name == "starts" else False for name in ADOPTIONS_ONLY}
        given |= {"document": Document.NOT_STATED, "doubt_words": ""}

    def stated(self) -> dict:
        """What is known of a day that isn't exact stays, unless a day is given."""
        stated, on = super().stated(), self.cleaned_data["on"]
        if not on:
            del stated["earliest"], stated["latest"]
        elif self.decision.began and on <= self.decision.began:
            stated["began"] = None
        return stated

    def sources(self) -> list[Citation]:
        given, own = self.cleaned_data, self.decision.case.body.municipality
        mended = given["correction"] == Correction.MINUTES_CORRECTED
        if not (mended or given.get("extract") or given.get("source_url")):
            return []
        return self.citations(own, about_minutes(restated(self.decision, self.stated())))


class OwnNumber(CorrectDetail):
    """A reference number as it is written."""

    def __init__(self, known: CaseDetail, *args, **more):
        super().__init__(known, *args, **more)
        ask_why(self, gettext("numret hör inte till ärendet"))
        self.fields["words"].label = gettext("Diarienummer")
        self.fields["words"].help_text = gettext("Så som ni skriver det.")


class OwnLaterCorrection(CorrectFollowUp):
    """One thing that came after the decision: its right day and words, or the right file."""

    GROUPS = (("", ("correction", "reason", "on", "words", "extract")),)

    def __init__(self, filed: FollowUp, *args, **more):
        super().__init__(filed, *args, **more)
        self.is_file = filed.step == FollowUpKind.EXTRACT_FILED
        for name in (*SOURCE_NAMES, *(["on"] if self.is_file else [])):
            del self.fields[name]
        if filed.step in OF_COURT:
            self.fields["words"].label, self.fields["words"].help_text = OF_COURT[filed.step]
        else:
            del self.fields["words"]
        if self.is_file:
            self.fields["extract"].required = True
        ask_why(self, gettext("det har aldrig hänt, eller hör till ett annat beslut"))

    def stated(self) -> dict:
        if self.never_happened():
            return {}
        if not self.is_file:
            return {name: self.cleaned_data[name] for name in ("on", "words") if name in self.fields}
        sha256 = self.cleaned_data["extract"]
        return {"extract": extract_of(sha256), "file_name": self.file_name("extract")}
