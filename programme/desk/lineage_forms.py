from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sodertorn.desk.fields import DeskForm, PlainField


class LineageForm(DeskForm):
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
    reason = PlainField(
        limit=1_000,
        lines=2,
        required=False,
        label=gettext_lazy("Varför ändras det som sagts förut?"),
        help_text=gettext_lazy("Sparas i händelseloggen, som är offentlig."),
    )

    def __init__(self, *args, choices: list, said: list, recorded: bool, **more):
        super().__init__(*args, **more)
        self.fields["earlier"].choices = choices
        self.said = said
        if not (said and recorded):
            del self.fields["reason"]

    def clean(self):
        given = super().clean()
        if given.get("earlier") and given.get("none"):
            self.add_error("none", _("Välj antingen tidigare texter eller inget, inte båda."))
        if not given.get("earlier") and not given.get("none") and not self.errors:
            self.add_error("earlier", _("Välj det som texten går tillbaka på, eller att den är ny."))
        if "reason" in self.fields and not self.errors and self.strikes() and not given.get("reason"):
            self.add_error("reason", _("Skriv varför det som sagts förut ändras."))
        return given

    def strikes(self) -> bool:
        """Whether something that stands is taken back or said otherwise (R8)."""
        wanted, why = {int(key) for key in self.cleaned_data["earlier"]} or {None}, self.cleaned_data["why"]
        return any(one.earlier_id not in wanted or (one.why and one.why != why) for one in self.said)


def beginning(said: list) -> dict:
    """What the form holds when it is opened."""
    return {
        "earlier": [str(one.earlier_id) for one in said if one.earlier_id],
        "none": bool(said) and all(one.earlier_id is None for one in said),
        "why": next((one.why for one in said if one.why), ""),
    }
