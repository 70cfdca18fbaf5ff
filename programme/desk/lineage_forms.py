from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programme.desk.text_forms import CorrectionFields
from programme.lineage_services import said_otherwise
from programme.models import Part
from sodertorn.desk.fields import DeskForm, PlainField
from sodertorn.journal import Correction

CORRECTIONS = [
    (Correction.TYPING_ERROR, gettext_lazy("vårt skrivfel: det står inte som vi menade")),
    (Correction.MINUTES_CORRECTED, gettext_lazy("kommunen har rättat sin handling")),
    (Correction.NEVER_HAPPENED, gettext_lazy("bedömningen var fel och tas tillbaka")),
]


class LineageForm(CorrectionFields, DeskForm):
    """What a goal or an area goes back to: one, several, or none; and why."""

    earlier = forms.MultipleChoiceField(
        required=False, widget=forms.CheckboxSelectMultiple, label=gettext_lazy("Går tillbaka på")
    )
    none = forms.BooleanField(required=False, label=gettext_lazy("Inget: det är nytt"))
    why = PlainField(
        limit=1_000,
        lines=3,
        required=False,
        label=gettext_lazy("Skäl"),
        help_text=gettext_lazy("Visas på programmets sida, som vår bedömning."),
    )

    field_order = ["earlier", "none", "why", "correction", "reason"]

    def __init__(self, *args, choices: list, said: list, later: Part | None, **more):
        """`later` is the goal or area in the register; None for a draft's, which is simply edited."""
        super().__init__(*args, **more)
        self.fields["earlier"].choices = choices
        self.said, self.later = said, later
        if not (said and later):
            del self.fields["correction"], self.fields["reason"]
        else:
            self.fields["correction"].choices = CORRECTIONS

    def clean(self):
        given = super().clean()
        if given.get("earlier") and given.get("none"):
            self.add_error("none", _("Välj antingen tidigare texter eller inget, inte båda."))
        if not given.get("earlier") and not given.get("none") and not self.errors:
            self.add_error("earlier", _("Välj det som texten går tillbaka på, eller att den är ny."))
        if "correction" in self.fields and not self.errors:
            self.refuse_unexplained_change()
        return given

    def refuse_unexplained_change(self) -> None:
        """What was said earlier and is changed or taken back says what kind of error it was, and why (R8)."""
        changed, struck = said_otherwise(self.later, self.ancestors(), self.cleaned_data["why"])
        if not changed and not struck:
            return
        self.refuse_unexplained()
        back = self.cleaned_data.get("correction") == Correction.NEVER_HAPPENED
        if changed and back:
            self.add_error(
                "correction", _("Något står kvar men sägs på ett annat sätt. Välj varför det var fel.")
            )
        elif not changed and not back and "correction" not in self.errors:
            self.add_error("correction", _("En tidigare bedömning tas tillbaka. Välj det."))

    def ancestors(self) -> list[Part]:
        return list(Part.objects.filter(pk__in=self.cleaned_data["earlier"]).select_related("revision"))


def beginning(said: list) -> dict:
    """What the form holds when it is opened."""
    return {
        "earlier": [str(one.earlier_id) for one in said if one.earlier_id],
        "none": bool(said) and all(one.earlier_id is None for one in said),
        "why": next((one.why for one in said if one.why), ""),
    }
