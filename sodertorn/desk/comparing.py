"""A form by which somebody says that a fact agrees with its source: about exactly the entry that was compared."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sodertorn.desk.fields import DeskForm


class Comparing(DeskForm):
    """`newest` is the entry that the page shows; was another one compared, the tick is cleared."""

    entry = forms.IntegerField(widget=forms.HiddenInput)
    compared = forms.BooleanField(label=_("Jag har jämfört"))

    def __init__(self, data=None, *args, newest: int, **more):
        stale = data is not None and data.get("entry") != str(newest)
        if stale:
            ticked, data = "compared" in data, data.copy()
            data["entry"] = newest
            data.pop("compared", None)
        super().__init__(data, *args, **more)
        self.fields["entry"].initial = newest
        if stale and ticked:
            self.fields["compared"].error_messages["required"] = gettext(
                "Uppgifterna har ändrats sedan du öppnade sidan. Jämför det som står nu och kryssa i rutan igen."
            )
