"""The form of the samples: each kind of control, as it is when empty, filled in and wrong."""

from django import forms
from django.utils.safestring import SafeString, mark_safe

from sodertorn.desk.fields import DayField, DeskForm, PlainField

CHOICES = [("ja", "Ja"), ("nej", "Nej")]


class SampleForm(DeskForm):
    words = PlainField(limit=40, label="En rad", help_text="vad som ska stå här")
    text = PlainField(limit=400, lines=4, label="Flera rader")
    day = DayField(label="En dag")
    one = forms.ChoiceField(label="Ett av flera", choices=CHOICES)
    chosen = forms.ChoiceField(
        label="Ett val?", choices=CHOICES, widget=forms.RadioSelect, help_text="välj ett"
    )
    yes = forms.BooleanField(label="Ja, så är det")


FILLED = {"words": "Ord", "text": "Flera ord", "day": "2027-02-16", "one": "nej", "chosen": "ja", "yes": "on"}
FORMS = {
    "tomt": SampleForm(auto_id="prov_tomt_%s"),
    "ifyllt": SampleForm(FILLED, auto_id="prov_ifyllt_%s"),
    "fel": SampleForm({"day": "2027-02-30"}, auto_id="prov_fel_%s"),
}


def file_input(label: str) -> SafeString:
    return mark_safe(f'<label>{label} <input type="file"></label>')  # noqa: S308 - our own words
