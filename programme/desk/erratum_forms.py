"""What is asked about a slip in a sent text (R1b): the words, the committee's decision, a municipality's answer."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from adoption.desk.source_fields import DecisionSource
from adoption.services import strikes
from programme.desk.sending_forms import CommitteeDecision
from programme.desk.text_forms import CorrectionFields
from programme.desk.texts import Place
from programme.models import Answer, Erratum, ErratumAnswer, Slip
from sodertorn.desk.fields import DayField, PlainField
from sodertorn.journal import Correction, Fact

CORRECTIONS = [
    (Correction.TYPING_ERROR, gettext_lazy("vårt skrivfel: det står inte som i källan")),
    (Correction.MINUTES_CORRECTED, gettext_lazy("den som beslutade eller svarade har rättat sin handling")),
    (Correction.NEVER_HAPPENED, gettext_lazy("det har aldrig inträffat och ska strykas")),
]


class DecidedAndTold(CommitteeDecision):
    """What kind of slip it is, who decided the erratum, and when the eight were told."""

    slip = forms.ChoiceField(
        choices=Slip.choices, widget=forms.RadioSelect, label=gettext_lazy("Vilket slags fel är det?")
    )
    told_on = DayField(
        past=True,
        required=False,
        label=gettext_lazy("Meddelad kommunerna den"),
        help_text=gettext_lazy("Tomt om det inte har skett ännu. Fyll i det sedan."),
    )

    field_order = ["part", "stands", "reads", "slip", "decided_on", "paragraph", "minutes", "told_on"]

    def clean(self):
        given = super().clean()
        decided, told = given.get("decided_on"), given.get("told_on")
        if decided and told and told < decided:
            self.add_error("told_on", _("Rättelsen kan inte vara meddelad innan den beslutades."))
        return given

    def stated(self) -> dict:
        given = self.cleaned_data
        return {
            "slip": given["slip"],
            "decided_on": given["decided_on"],
            "decided_paragraph": given["paragraph"],
            "decided_minutes": given["minutes"],
            "told_on": given["told_on"],
        }


class ErratumForm(DecidedAndTold):
    """A slip in one text of a sent programme."""

    part = forms.ChoiceField(label=gettext_lazy("I vilken text står felet?"))
    stands = PlainField(
        limit=300,
        lines=2,
        label=gettext_lazy("Orden som de står"),
        help_text=gettext_lazy("Ordagrant ur den frysta texten, så många att de bara står på ett ställe."),
    )
    reads = PlainField(limit=300, lines=2, label=gettext_lazy("Orden som de ska läsas"))

    def __init__(self, *args, places: list[Place], **more):
        super().__init__(*args, **more)
        self.parts = {str(place.part.pk): place.part for place in places if place.part.has_words}
        self.fields["part"].choices = [
            ("", _("Välj text")),
            *((str(p.part.pk), named(p)) for p in places if p.part.has_words),
        ]

    def clean(self):
        given = super().clean()
        if given.get("stands") and given["stands"] == given.get("reads"):
            self.add_error("reads", _("Orden är desamma. Skriv hur de ska läsas."))
        return given

    def stated(self) -> dict:
        given = self.cleaned_data
        words = {"part": self.parts[given["part"]], "stands": given["stands"], "reads": given["reads"]}
        return words | super().stated()


def named(place: Place) -> str:
    """`Långsiktigt mål 1, Infrastruktur: Restiden mellan …`"""
    words = place.part.text or place.part.heading
    return f"{place.label}: {words[:60]}{'…' if len(words) > 60 else ''}"


class Mending(CorrectionFields):
    """What is stated again of `known`; what strikes something says why (R8)."""

    known: Fact | None

    @property
    def own(self) -> list[forms.BoundField]:
        """What stands above the source and the reason."""
        apart = {*DecisionSource.base_fields, *CorrectionFields.base_fields}
        return [field for field in self if field.name not in apart]

    def choose_corrections(self) -> None:
        self.fields["correction"].choices = CORRECTIONS[: 2 if self.known.entry.void else 3]

    def never_happened(self) -> bool:
        return self.cleaned_data.get("correction") == Correction.NEVER_HAPPENED

    def refuse_unexplained_change(self) -> None:
        """A fact that never happened needs nothing else stated; another change says why it is right."""
        if self.never_happened():
            for name in set(self.errors) - {"correction", "reason"}:
                del self._errors[name]
        elif self.errors:
            return
        if self.cleaned_data.get("correction") or strikes(self.known, self.stated()):
            self.refuse_unexplained()


class MendErratum(Mending, DecidedAndTold):
    """The same erratum again: filled in, or corrected."""

    def __init__(self, *args, known: Erratum, **more):
        stands = {name: getattr(known, name) for name in ("slip", "decided_on", "told_on")}
        stands |= {"paragraph": known.decided_paragraph, "minutes": known.decided_minutes}
        super().__init__(*args, initial=stands, **more)
        self.known = known
        self.choose_corrections()

    def clean(self):
        given = super().clean()
        self.refuse_unexplained_change()
        return given


class AnswerForm(Mending, DecisionSource):
    """What a municipality says of an erratum; corrected when it is registered already."""

    answer = forms.ChoiceField(
        choices=Answer.choices, widget=forms.RadioSelect, label=gettext_lazy("Vad svarar kommunen?")
    )
    on = DayField(past=True, label=gettext_lazy("Svarade den"))

    field_order = ["answer", "on"]

    def __init__(self, *args, known: ErratumAnswer | None, **more):
        initial = {"answer": known.answer, "on": known.on} if known else None
        super().__init__(*args, initial=initial, **more)
        self.known = known
        if known:
            self.choose_corrections()
        else:
            del self.fields["correction"], self.fields["reason"]

    def clean(self):
        given = super().clean()
        if self.known:
            self.refuse_unexplained_change()
        return given

    def stated(self) -> dict:
        return {name: self.cleaned_data[name] for name in ("answer", "on")}
