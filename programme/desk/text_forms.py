from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from adoption.services import strikes
from programme.desk.texts import Place
from programme.models import TextRecord
from programme.models.structure import SINGLE, PartKind
from programme.text_services import known_text
from sodertorn.desk.comparing import Comparing
from sodertorn.desk.fields import DeskForm, PlainField
from sodertorn.desk.file_fields import KeepsFiles, PdfField
from sodertorn.desk.source_fields import SourceFields
from sodertorn.journal import Correction
from sodertorn.words import sentence_case

CORRECTIONS = [
    (Correction.TYPING_ERROR, gettext_lazy("vårt skrivfel: källan säger något annat än det som står")),
    (Correction.MINUTES_CORRECTED, gettext_lazy("kommunen har rättat sin handling")),
]
WRONG_FILE = (Correction.TYPING_ERROR, gettext_lazy("vi bifogade fel fil"))
STRUCK = (Correction.NEVER_HAPPENED, gettext_lazy("texten står inte i programmet och ska strykas"))
HEADED = (PartKind.SECTION, PartKind.ANNEX)


class CorrectionFields(DeskForm):
    """What kind of error a correction mends, and why; asked for only where something stands."""

    correction = forms.ChoiceField(
        choices=CORRECTIONS,
        required=False,
        widget=forms.RadioSelect,
        label=gettext_lazy("Varför är det fel som står?"),
    )
    reason = PlainField(
        limit=1_000,
        lines=2,
        required=False,
        label=gettext_lazy("Skäl"),
        help_text=gettext_lazy("Vad som var fel. Skälet sparas i händelseloggen, som är offentlig."),
    )

    def refuse_unexplained(self) -> None:
        """A correction says what kind it is, and why (R8)."""
        if not self.cleaned_data.get("correction") and "correction" not in self.errors:
            self.add_error("correction", _("Det som står ändras. Välj varför det är fel."))
        if not self.cleaned_data.get("reason") and "reason" not in self.errors:
            self.add_error("reason", _("Skriv skälet till rättelsen."))

    def explanation(self) -> dict[str, str]:
        return {name: self.cleaned_data.get(name, "") for name in ("correction", "reason")}


class WordFields(DeskForm):
    """The words of one text, and what is said beside them."""

    heading = PlainField(limit=300, required=False, label=gettext_lazy("Rubrik"))
    text = PlainField(
        limit=20_000,
        lines=6,
        required=False,
        label=gettext_lazy("Lydelse"),
        help_text=gettext_lazy("Ordagrant som i källan, med källans stavning."),
    )
    network = PlainField(
        limit=300,
        required=False,
        label=gettext_lazy("Nätverk"),
        help_text=gettext_lazy("Tomt om det inte är känt."),
    )
    note = PlainField(
        limit=2_000,
        lines=2,
        required=False,
        label=gettext_lazy("Anmärkning"),
        help_text=gettext_lazy("Vår egen: vad som är osäkert, eller var lydelsen står om den saknas."),
    )

    def stated(self) -> dict[str, str]:
        return {
            name: self.cleaned_data.get(name, "") for name in WordFields.base_fields if name in self.fields
        }

    def has_words(self) -> bool:
        return bool(self.cleaned_data.get("text") or self.cleaned_data.get("heading"))

    def refuse_empty(self) -> None:
        if not self.errors and not self.has_words() and not self.cleaned_data.get("note"):
            self.add_error("text", _("Skriv lydelsen, eller i anmärkningen varför den inte är införd."))


class TextForm(CorrectionFields, SourceFields, WordFields):
    """One text of a transcript: entered, supplemented or corrected."""

    field_order = ["heading", "text", "network"]

    def __init__(self, *args, place: Place, **more):
        super().__init__(*args, **more)
        self.place, self.known = place, known_text(place.part)
        if place.part.kind == PartKind.FOCUS_AREA:
            self.fields["text"] = PlainField(limit=300, required=False, label=_("Fokusområdets namn"))
        else:
            del self.fields["network"]
        if place.part.kind not in HEADED:
            del self.fields["heading"]
        self.void = self.known is not None and self.known.entry.void
        if self.known is None or not (self.void or self.known.has_words):
            del self.fields["correction"], self.fields["reason"]
        elif not self.void:
            self.fields["correction"].choices = [*CORRECTIONS, STRUCK]

    def clean(self):
        stated = self.stated()
        self.source_needed = self.has_words() and not (self.known and self.known.has_words)
        given = super().clean()
        if given.get("correction") != Correction.NEVER_HAPPENED:
            self.refuse_empty()
            self.refuse_unchanged(stated)
        if not self.errors and (given.get("correction") or (self.known and strikes(self.known, stated))):
            self.refuse_unexplained()
        return given

    def refuse_unchanged(self, stated: dict[str, str]) -> None:
        known: TextRecord | None = self.known
        if self.errors or known is None or self.void or self.names_source:
            return
        if all(getattr(known, name) == value for name, value in stated.items()):
            self.add_error("text", _("Ingenting är ändrat."))


class TextCheckForm(Comparing):
    """Somebody has compared a text with its source."""

    compared = forms.BooleanField(
        label=gettext_lazy("Jag har jämfört texten med källan, ord för ord, och de stämmer överens."),
        error_messages={"required": gettext_lazy("Jämför texten med källan och kryssa i rutan.")},
    )
    note = PlainField(
        limit=1_000,
        lines=2,
        required=False,
        label=gettext_lazy("Anmärkning"),
        help_text=gettext_lazy("Till exempel vilken kopia av källan som du jämförde med."),
    )


class StrikeCheckForm(DeskForm):
    """Why a check of a text was a mistake."""

    reason = PlainField(
        limit=1_000,
        lines=2,
        label=gettext_lazy("Skäl"),
        help_text=gettext_lazy("Vad som var fel. Skälet sparas i händelseloggen, som är offentlig."),
        error_messages={"required": gettext_lazy("Skriv skälet till rättelsen.")},
    )


class PlaceForm(SourceFields, WordFields):
    """A further place in a transcript, with its first text."""

    where = forms.ChoiceField(label=gettext_lazy("Var i programmet?"))

    field_order = ["where", "heading", "text", "network"]

    def __init__(self, *args, places: list[Place], **more):
        super().__init__(*args, **more)
        self.parts = {str(place.part.pk): place.part for place in places}
        self.fields["where"].choices = [("", _("Välj plats")), *free_places(places)]
        self.fields["heading"].help_text = _("Bara för ett avsnitt eller en bilaga.")
        self.fields["text"].help_text = _("Ordagrant som i källan. För ett fokusområde: dess namn.")
        self.fields["network"].help_text = _("Bara för ett fokusområde.")

    @property
    def kind(self) -> PartKind | None:
        where = self.cleaned_data.get("where")
        return PartKind(where.partition(":")[0]) if where else None

    @property
    def parent(self):
        return self.parts.get(self.cleaned_data["where"].partition(":")[2])

    def clean(self):
        self.source_needed = self.has_words()
        given = super().clean()
        if self.kind and given.get("heading") and self.kind not in HEADED:
            self.add_error("heading", _("Bara ett avsnitt eller en bilaga har en rubrik."))
        if self.kind and given.get("network") and self.kind != PartKind.FOCUS_AREA:
            self.add_error("network", _("Bara ett fokusområde har ett nätverk."))
        self.refuse_empty()
        return given


def free_places(places: list[Place]) -> list[tuple[str, str]]:
    """Where a further text can stand: after the last of its kind."""
    taken = {place.part.kind for place in places}
    found = [(kind.value, sentence_case(str(kind.label))) for kind in SINGLE if kind not in taken]
    found += [(k.value, _("Ett %s till") % k.label) for k in (PartKind.SECTION, PartKind.FOCUS_AREA)]
    for kind, above in ((PartKind.GOAL, PartKind.FOCUS_AREA), (PartKind.POINT, PartKind.GOAL)):
        for place in places:
            if place.part.kind == above:
                found.append((f"{kind}:{place.part.pk}", under(place, kind)))
    return [*found, (PartKind.ANNEX.value, _("En bilaga till"))]


def under(place: Place, kind: PartKind) -> str:
    """`Långsiktigt mål under Fokusområde 1 (Infrastruktur)`."""
    words = place.text.words.text
    short = f" ({words[:60]})" if words else ""
    return _("%(kind)s under %(place)s") % {
        "kind": sentence_case(str(kind.label)),
        "place": f"{place.label}{short}",
    }


class AnnexForm(KeepsFiles, CorrectionFields, SourceFields):
    """The file that is a transcript's annex."""

    file = PdfField(
        label=gettext_lazy("Bilagan"),
        help_text=gettext_lazy(
            "En PDF på högst 20 MB, som den kom. Den sparas som den är och ändras aldrig."
        ),
        error_messages={"required": gettext_lazy("Välj bilagans fil.")},
    )

    field_order = ["file"]

    def __init__(self, *args, standing: str, **more):
        super().__init__(*args, **more)
        if not standing:
            del self.fields["correction"], self.fields["reason"]
        else:
            self.fields["correction"].choices = [WRONG_FILE, CORRECTIONS[1]]
        self.standing = standing

    def clean(self):
        given = super().clean()
        if self.standing:
            self.refuse_unexplained()
        return given
