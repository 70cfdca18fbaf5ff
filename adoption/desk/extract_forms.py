"""The forms about an extract from minutes."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sodertorn.desk.acts import LONGEST_REASON
from sodertorn.desk.fields import DeskForm, PlainField
from sodertorn.desk.file_fields import KeepsFiles, PdfField
from sodertorn.desk.file_texts import Found


class ReviewForm(DeskForm):
    """That somebody has read the file; all of it where the register could not."""

    read = forms.BooleanField(
        label=_(
            "Jag har öppnat filen och läst den. Den innehåller inga uppgifter som inte får vara offentliga: "
            "inget personnummer, ingen hemadress, ingenting som omfattas av sekretess."
        )
    )
    unread = forms.BooleanField(
        label=_(
            "Registret kunde inte läsa filens text och har inte letat efter personnummer. "
            "Jag har själv läst varje sida."
        )
    )

    def __init__(self, found: Found, *args, **more):
        super().__init__(*args, **more)
        if found.readable:
            del self.fields["unread"]


class WithdrawForm(DeskForm):
    """Why the file is not public any more."""

    words = PlainField(
        limit=500,
        lines=2,
        label=_("Varför ska den inte längre vara offentlig?"),
        help_text=_("Skälet är offentligt. Upprepa inte det som inte får visas."),
    )


class MaskedCopyForm(KeepsFiles):
    """The file in which what may not be shown is masked."""

    extract = PdfField(
        photos=True,
        label=_("Den maskade kopian (PDF eller foto)"),
        help_text=_("Maskera så att orden försvinner ur filen, inte bara täcks. Högst 20 MB."),
    )

    def __init__(self, sha256: str, *args, **more):
        self.replaced = sha256
        super().__init__(*args, **more)

    def clean_extract(self):
        if self.cleaned_data["extract"] == self.replaced:
            raise forms.ValidationError(gettext("Det är samma fil. Välj den maskade kopian."))
        return self.cleaned_data["extract"]


class DestroyForm(DeskForm):
    """Under which law a file is destroyed, and why."""

    law = PlainField(
        limit=200,
        label=_("Enligt vilket lagrum eller gallringsbeslut?"),
        help_text=_("Till exempel dataskyddsförordningen artikel 17."),
    )
    reason = PlainField(
        limit=LONGEST_REASON,
        lines=3,
        label=_("Varför?"),
        help_text=_("Skälet är offentligt och står kvar. Upprepa inte det som inte får visas."),
    )
    forever = forms.BooleanField(label=_("Jag vet att filen inte går att få tillbaka."))
