"""Words of an event that may not be public are masked at the desk: which, under which law, why; then for good (R8b)."""

from functools import partial

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sodertorn.desk import office
from sodertorn.desk.acts import LONGEST_REASON, DeskAct
from sodertorn.desk.event_page import event_crumbs, label_of
from sodertorn.desk.events import revision_of
from sodertorn.desk.fields import DeskForm, PlainField
from sodertorn.journal import Entry
from sodertorn.masking import Masking, fact_of, mask, maskable
from sodertorn.register import Register
from sodertorn.words import listed

ONE_WHOLE = gettext_lazy("Allt som står i uppgiften maskas. Det går inte att maska en del av den.")
UNDER_A_FINGERPRINT = gettext_lazy(
    "Titeln på ett program som är sänt går inte att maska: den hör till det som ska antas, och programmets"
    " kontrollsumma gäller den."
)


class MaskForm(DeskForm):
    """Which words are masked, under which law and why."""

    field = forms.ChoiceField(
        label=gettext_lazy("Vilka ord ska maskas?"),
        help_text=ONE_WHOLE,
        widget=forms.RadioSelect,
    )
    law = PlainField(
        limit=Masking._meta.get_field("law").max_length,
        label=gettext_lazy("Enligt vilket lagrum?"),
        help_text=gettext_lazy("Till exempel offentlighets- och sekretesslagen 21 kap. 1 §."),
    )
    reason = PlainField(
        limit=LONGEST_REASON,
        lines=3,
        label=gettext_lazy("Varför?"),
        help_text=gettext_lazy("Upprepa inte orden. Skälet är offentligt och står kvar."),
    )

    def __init__(self, entry: Entry, data=None, files=None):
        super().__init__(data)
        found = maskable(entry)
        if fact_of(entry).fingerprinted:
            self.fields["field"].help_text = ONE_WHOLE + " " + UNDER_A_FINGERPRINT
        self.fields["field"].choices = [
            (path, f"{label_of(entry, path)}: ”{'” · ”'.join(words)}”") for path, words in found.items()
        ]


def mask_act(entry: Entry, user) -> DeskAct:
    revision = revision_of(fact_of(entry))

    def perform(form: MaskForm, reason: str) -> Masking:
        return mask(entry=entry, office=office(), by=user, **form.cleaned_data)

    return DeskAct(
        title=_("Maska ord i händelse %d") % entry.pk,
        form=partial(MaskForm, entry),
        perform=perform,
        says=masking_says,
        done=lambda masking: reverse("desk:event", args=[entry.pk]),
        about=lambda form: {revision.slug} if revision else set(),
        confirm="desk/mask_confirm.html",
        frame={"crumbs": event_crumbs(entry)},
    )


def masking_says(before: Register, after: Register, masking: Masking) -> list[str]:
    """What disappears from where. The words themselves are not said: the first sentence is kept as a confirmation."""
    told = {"what": label_of(masking.masked, masking.field), "number": masking.masked_id}
    said = [_("Uppgiften ”%(what)s” i händelse %(number)d är maskad.") % told]
    others = Masking.objects.filter(masked__fact=masking.masked.fact, field=masking.field)
    others = others.filter(entry__number__gt=before.entries[-1].number).exclude(pk=masking.pk)
    if numbers := [str(number) for number in others.values_list("masked", flat=True).order_by("masked")]:
        said.append(_("Samma ord maskas också i händelse %s, som upprepar dem.") % listed(numbers))
    return [
        *said,
        _("Lagrum: %s.") % masking.law,
        _("Skälet som sparas: %s") % masking.entry.reason,
    ]
