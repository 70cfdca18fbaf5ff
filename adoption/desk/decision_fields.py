"""What can be said of a decision in a form: its day, §, outcome, doubts, papers and source (R3, R12, R14)."""

import re

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from adoption.desk.filling import FilledFromExtract
from adoption.desk.groups import Grouped
from adoption.desk.source_fields import SOURCE_NAMES, DecisionSource
from adoption.models import Extract
from adoption.models.bodies import BodyKind
from adoption.models.decisions import Document, Outcome, ParagraphKind, TextChange
from sodertorn.desk.fields import DayField, PlainField
from sodertorn.desk.file_fields import KeepsFiles, PdfField
from sodertorn.desk.uploads import size

BODIES = [(kind.value, kind.label) for kind in (BodyKind.BOARD, BodyKind.COUNCIL, BodyKind.UNNAMED)]
PLAIN = ("began", "day_words", "outcome", "text_change", "text", "document", "starts")
PLAIN += ("conditional", "limited", "delegated", "doubt_words", "note")
ADOPTIONS_ONLY = ("starts", "conditional", "limited", "delegated")


class DecisionFields(FilledFromExtract, KeepsFiles, DecisionSource, Grouped):
    """Every field of a decision; the forms take away those that they don't ask for."""

    body = forms.ChoiceField(
        label=_("Vem beslutade?"), choices=BODIES, initial=BodyKind.BOARD, widget=forms.RadioSelect
    )
    on = DayField(
        past=True,
        required=False,
        label=_("Sammanträdets dag"),
        help_text=_("Den sista, om det varade i flera dagar. Tom om dagen inte är känd."),
    )
    began = DayField(past=True, required=False, label=_("Första dagen, om det varade i flera dagar"))
    earliest = DayField(past=True, required=False, label=_("Tidigast"))
    latest = DayField(
        past=True, required=False, label=_("Då var det beslutat"), help_text=_("den sista möjliga dagen")
    )
    day_words = PlainField(limit=300, required=False, label=_("Källans ord om dagen"))
    paragraph = PlainField(
        limit=40,
        required=False,
        label=_("§"),
        help_text=_("Som kommunen skriver den: 9, 45 a, 250/18. Tom om den inte är känd."),
    )
    no_paragraph = forms.BooleanField(
        required=False, label=_("Beslutet har ingen § (ordförandens brådskande beslut)")
    )
    outcome = forms.ChoiceField(label=_("Vad beslutades?"), choices=[("", _("Välj")), *Outcome.choices])
    text_change = forms.ChoiceField(
        required=False,
        label=_("Om programmet antogs: är texten oförändrad?"),
        choices=TextChange.choices,
        widget=forms.RadioSelect,
    )
    document = forms.ChoiceField(
        required=False,
        label=_("Vilket dokument antogs?"),
        choices=Document.choices,
        initial=Document.NOT_STATED,
    )
    starts = DayField(
        required=False,
        label=_("Gäller enligt beslutet från"),
        help_text=_("Bara om beslutet anger en egen dag."),
    )
    conditional = forms.BooleanField(required=False, label=_("Det har ett annat villkor än att övriga antar"))
    limited = forms.BooleanField(required=False, label=_("Det har ett eget slutdatum eller en annan gräns"))
    delegated = forms.BooleanField(required=False, label=_("Det är fattat på delegation"))
    doubt_words = PlainField(
        limit=2000, lines=2, required=False, label=_("Villkoret eller gränsen, ordagrant")
    )
    text = PlainField(limit=10000, lines=4, required=False, label=_("Beslutets ordalydelse"))
    numbers = PlainField(
        limit=1000, required=False, label=_("Diarienummer"), help_text=_("Flera skiljs åt med komma.")
    )
    extract = PdfField(
        photos=True,
        required=False,
        label=_("Protokollsutdrag (PDF eller foto)"),
        help_text=_("Visas offentligt först när det är granskat. Högst 20 MB."),
    )
    signed_on = DayField(past=True, required=False, label=_("Protokollet justerades"))
    announced_on = DayField(past=True, required=False, label=_("Justeringen tillkännagavs"))
    note = PlainField(
        limit=2000, lines=2, required=False, label=_("Anmärkning"), help_text=_("visas offentligt")
    )

    GROUPS = (
        ("", ("extract", "read_from", "revision", "municipality", "body", "on", "paragraph")),
        ("", ("outcome", "text_change", "takes_back")),
        (
            _("Dagen är inte känd, eller sammanträdet varade i flera dagar"),
            ("earliest", "latest", "day_words", "began"),
        ),
        (
            _("Protokoll, diarienummer och ordalydelse"),
            ("signed_on", "announced_on", "numbers", "text", "no_paragraph"),
        ),
        (_("Källan"), SOURCE_NAMES),
        (
            _("Dokumentet, villkor och egen startdag"),
            ("document", "starts", "conditional", "limited", "delegated", "doubt_words"),
        ),
        (_("Anmärkning"), ("note",)),
    )

    def leave_out(self, *names: str) -> None:
        for name in names:
            del self.fields[name]

    def clean_paragraph(self):
        """As written, but for the sign; of several (`§§ 9-10`) the stroke is a dash."""
        written = self.cleaned_data["paragraph"]
        if "§§" in written:
            written = re.sub(r"(?<=\d)\s*-\s*(?=\d)", "–", written)
        return written.replace("§", "").strip()

    def clean_numbers(self):
        numbers = [number.strip() for number in self.cleaned_data["numbers"].split(",")]
        if any(len(number) > 200 for number in numbers):
            raise forms.ValidationError(gettext("Ett diarienummer har högst 200 tecken."))
        return list(dict.fromkeys(number for number in numbers if number))

    def clean(self):
        given = super().clean()
        self._clean_day(given)
        if given.get("paragraph") and given.get("no_paragraph"):
            self.add_error("no_paragraph", gettext("Beslutet har en § eller ingen, inte båda."))
        if given.get("outcome") not in (None, "", Outcome.ADOPTED):
            self._clean_no_adoption(given)
        elif given.get("outcome") and given.get("text_change") == "":
            self.add_error("text_change", gettext("Svara på om texten är oförändrad."))
        doubted = given.get("conditional") or given.get("limited")
        if doubted and not given.get("doubt_words") and "doubt_words" not in self.errors:
            self.add_error("doubt_words", gettext("Skriv villkoret eller gränsen, med beslutets ord."))
        return given

    def _clean_day(self, given) -> None:
        """A day that is given stands before bounds that the form itself came with."""
        on, first, last = (given.get(name) for name in ("on", "earliest", "latest"))
        typed = {
            given.get(name) for name in ("earliest", "latest") if given.get(name) != self.initial.get(name)
        }
        if on and typed - {None, on}:
            self.add_error(
                "earliest", gettext("Ange sammanträdets dag eller mellan vilka dagar det var, inte båda.")
            )
        if first and last and first > last:
            self.add_error("latest", gettext("Den tidigaste dagen ligger före den senaste."))
        if given.get("began") and on and given["began"] >= on:
            self.add_error("began", gettext("Sammanträdets första dag ligger före den sista."))

    def _clean_no_adoption(self, given) -> None:
        """Only an adoption has a document, a condition or a start of its own."""
        for name in ADOPTIONS_ONLY:
            if given.get(name):
                self.add_error(name, gettext("Det här gäller bara ett antagande."))
        if given.get("document") not in (None, "", Document.NOT_STATED):
            self.add_error("document", gettext("Det här gäller bara ett antagande."))

    def day_is_told(self, given) -> bool:
        return any(given.get(name) for name in ("on", "earliest", "latest", "day_words"))

    def stated(self) -> dict:
        """The decision's fields as the form has them."""
        given = self.cleaned_data
        stated = {name: given[name] for name in PLAIN if name in given}
        if stated.get("outcome", Outcome.ADOPTED) != Outcome.ADOPTED:
            stated["text_change"] = TextChange.NOT_STATED
        if "text_change" in stated:
            stated["text_change"] = stated["text_change"] or TextChange.NOT_STATED
        if "document" in stated:
            stated["document"] = stated["document"] or Document.NOT_STATED
        if "on" in given:
            on = given["on"]
            first, last = given.get("earliest"), given.get("latest")
            stated |= {"earliest": on or first, "latest": on or last}
        return stated | (self._paragraph() if "paragraph" in given else {})

    def _paragraph(self) -> dict:
        written, none = self.cleaned_data["paragraph"], self.cleaned_data.get("no_paragraph")
        otherwise = ParagraphKind.NONE if none else ParagraphKind.NOT_KNOWN
        return {"paragraph": written, "paragraph_kind": ParagraphKind.WRITTEN if written else otherwise}

    def days_of_minutes(self) -> dict:
        return {name: self.cleaned_data.get(name) for name in ("signed_on", "announced_on")}

    def minutes(self) -> dict:
        """What came along of the minutes, for what is unusual about them (adoption.desk.oddities)."""
        return self.days_of_minutes() | {"extract": self.cleaned_data.get("extract") or ""}

    def papers(self) -> dict:
        """What came with the decision."""
        given = self.cleaned_data
        sha256 = given["extract"]
        return {
            "numbers": given["numbers"],
            **self.days_of_minutes(),
            "extract": Extract(sha256=sha256, size=size(sha256)) if sha256 else None,
            "file_name": self.file_name("extract") if sha256 else "",
        }
