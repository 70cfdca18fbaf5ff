"""Words that may not be public are masked at the desk: which, under which law, why; then for good (R8b)."""

from functools import partial

from django import forms
from django.db.models import Model
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from sodertorn.desk import office
from sodertorn.desk.acts import LONGEST_REASON, DeskAct
from sodertorn.desk.event_page import event_crumbs, label_of
from sodertorn.desk.events import revision_of
from sodertorn.desk.fields import DeskForm, PlainField
from sodertorn.journal import Entry
from sodertorn.masked_edits import WHY, edited_words, mask_edits
from sodertorn.masking import Masking, fact_of, mask, maskable
from sodertorn.register import Register
from sodertorn.words import listed, sentence_case

ONE_WHOLE = gettext_lazy("Allt som står i uppgiften maskas. Det går inte att maska en del av den.")
UNDER_A_FINGERPRINT = gettext_lazy(
    "Titeln på ett program som är sänt går inte att maska: den hör till det som ska antas, och programmets"
    " kontrollsumma gäller den."
)

EVERYWHERE_IN_THE_HISTORY = gettext_lazy(
    "Orden maskas i alla ändringar där uppgiften har lytt så, och där de står nu."
)


class MaskForm(DeskForm):
    """Which words are masked, under which law and why. `choices` are the words, `told` what must be known of them."""

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

    def __init__(self, choices: list[tuple[str, str]], told: list[str], data=None, files=None):
        super().__init__(data)
        self.fields["field"].choices = choices
        self.fields["field"].help_text = " ".join([str(ONE_WHOLE), *map(str, told)])


def mask_act(entry: Entry, user) -> DeskAct:
    """Words of an event."""
    fact = fact_of(entry)
    revision = revision_of(fact)
    choices = [
        (path, f"{label_of(entry, path)}: ”{'” · ”'.join(words)}”") for path, words in maskable(entry).items()
    ]

    def perform(form: MaskForm, reason: str) -> Masking:
        return mask(entry=entry, office=office(), by=user, **form.cleaned_data)

    return DeskAct(
        title=_("Maska ord i händelse %d") % entry.pk,
        form=partial(MaskForm, choices, [UNDER_A_FINGERPRINT] if fact.fingerprinted else []),
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
    return [*said, *under_which_law(masking)]


def under_which_law(masking: Masking) -> list[str]:
    return [_("Lagrum: %s.") % masking.law, _("Skälet som sparas: %s") % masking.entry.reason]


def mask_edits_act(row: Model, user, done: str, crumbs: list[tuple[str, str]]) -> DeskAct:
    """Words in the edit history of what is no fact; afterwards its history is shown."""
    found = {f"{said.versions[0].pk}.{said.field}": said for said in edited_words(row)}
    choices = [
        (key, f"{label_in(row, said.field)} ({_('står nu') if said.now else _('har stått')}): ”{said.words}”")
        for key, said in found.items()
    ]

    def perform(form: MaskForm, reason: str) -> Masking:
        said = found[form.cleaned_data["field"]]
        why = {name: form.cleaned_data[name] for name in ("law", "reason")}
        return mask_edits(row=row, field=said.field, words=said.words, office=office(), by=user, **why)

    def says(before: Register, after: Register, masking: Masking) -> list[str]:
        said = found[masking.field.partition("/")[2]]
        told = {"what": label_in(row, said.field), "times": len(said.versions)}
        masked = ngettext(
            "Uppgiften ”%(what)s” är maskad i en ändring.",
            "Uppgiften ”%(what)s” är maskad i %(times)d ändringar.",
            told["times"],
        )
        now = _("Den är maskad också där den står nu.") if said.now else _("Det som står nu ändras inte.")
        return [masked % told, now, *under_which_law(masking)]

    return DeskAct(
        title=_("Maska ord i historiken: %s") % row,
        form=partial(MaskForm, choices, [EVERYWHERE_IN_THE_HISTORY]),
        perform=perform,
        says=says,
        done=lambda masking: done,
        about=lambda form: set(),
        confirm="desk/mask_confirm.html",
        frame={"crumbs": crumbs},
    )


def label_in(row: Model, field: str) -> str:
    """What a field of an edited row is called."""
    return _("Varför ändrad") if field == WHY else sentence_case(str(row._meta.get_field(field).verbose_name))
