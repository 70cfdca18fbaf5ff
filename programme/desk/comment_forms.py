"""The forms about comments on a draft."""

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from programme.comment_services import impossible, words_of
from programme.comments import beginning, places
from programme.models import Comment
from programme.models.drafts import CommentFrom
from sodertorn.desk.fields import DayField, DeskForm, PlainField


def longest(field: str) -> int:
    return Comment._meta.get_field(field).max_length


class CommentForm(DeskForm):
    """A comment: on which text, from whom, when, what."""

    part = forms.ChoiceField(label=_("Vad den gäller"), required=False)
    sender = forms.ChoiceField(label=_("Från"), choices=CommentFrom.choices, widget=forms.RadioSelect)
    sender_words = PlainField(
        limit=longest("sender_words"),
        label=_("Vem"),
        required=False,
        help_text=_("Organet eller rollen, inte personen. Krävs när det är någon annan."),
    )
    on = DayField(label=_("Dag då synpunkten lämnades"), initial=localdate)
    text = PlainField(limit=longest("text"), lines=10, label=_("Synpunkt"))

    def __init__(self, revision, *args, **kwargs):
        super().__init__(*args, **kwargs)
        found = places(revision)
        self.parts = {part.key: part for part, name in found}
        self.fields["part"].choices = [
            ("", _("Utkastet som helhet")),
            *((part.key, f"{name}: {beginning(words_of(part))}") for part, name in found),
        ]

    def clean_part(self):
        return self.parts.get(self.cleaned_data["part"])

    def clean(self):
        said = self.cleaned_data
        if said.get("sender") == CommentFrom.OTHER and said.get("sender_words") == "":
            self.add_error("sender_words", _("Skriv vem synpunkten kommer från."))
        return said

    def clean_on(self):
        """Told together with what else is wrong, and not only when the act refuses it."""
        if reason := impossible(self.cleaned_data["on"]):
            raise forms.ValidationError(reason)
        return self.cleaned_data["on"]


class SettleForm(DeskForm):
    how = PlainField(limit=longest("settled"), lines=10, label=_("Hur den togs om hand"))
    settled_on = DayField(label=_("Dag"), initial=localdate)


class WithdrawForm(DeskForm):
    why = PlainField(limit=longest("withdrawn"), lines=10, label=_("Varför den dras tillbaka"))
    withdrawn_on = DayField(label=_("Dag"), initial=localdate)
