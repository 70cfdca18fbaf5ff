"""Where a fact is read: an existing source or a new one, with the page and the source's own words."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.text import slugify
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from adoption.models import Citation, Municipality, Source
from adoption.models.sources import SourceKind
from sodertorn.desk.fields import DeskForm, PlainAddress, PlainField

NEW = ("source_title", "source_kind", "source_url", "source_municipality")


def source_kinds() -> list[tuple[str, str]]:
    kinds = [(k.value, k.label) for k in SourceKind if k != SourceKind.INVENTED or settings.DEMO]
    return [("", _("Välj slag")), *kinds]


class SourceFields(DeskForm):
    """The source of what is recorded; `citations()` makes it, in the transaction of the act."""

    source = forms.ModelChoiceField(
        Source.objects.order_by("title"),
        required=False,
        label=gettext_lazy("Källa som registret har"),
        empty_label=gettext_lazy("Ingen av dem"),
    )
    source_title = PlainField(
        limit=300,
        required=False,
        label=gettext_lazy("En ny källas titel"),
        help_text=gettext_lazy(
            "Så att en läsare kan hitta den: vilken myndighet, vad, vilken dag. Nämn ingen enskild person: titeln är offentlig."
        ),
    )
    source_kind = forms.ChoiceField(
        choices=source_kinds, required=False, label=gettext_lazy("Den nya källans slag")
    )
    source_url = PlainAddress(
        max_length=500,
        required=False,
        assume_scheme="https",
        label=gettext_lazy("Den nya källans webbadress"),
        help_text=gettext_lazy("Tomt om den saknar adress."),
    )
    source_municipality = forms.ModelChoiceField(
        Municipality.objects.order_by("name"),
        required=False,
        label=gettext_lazy("Kommunen som själv står för källan"),
        empty_label=gettext_lazy("Ingen kommun"),
    )
    source_page = PlainField(limit=40, required=False, label=gettext_lazy("Sida i källan"))
    source_words = PlainField(
        limit=2_000,
        lines=2,
        required=False,
        label=gettext_lazy("Källans egna ord"),
        help_text=gettext_lazy("Ordagrant, om de behövs för att visa var uppgiften står."),
    )

    source_needed = False

    others = (SourceKind.MESSAGE,)
    """Kinds of which only this municipality's are offered: there comes one with each decision."""

    def __init__(self, *args, **more):
        super().__init__(*args, **more)
        self.offer_sources(None)

    def offer_sources(self, municipality: Municipality | None) -> None:
        """The sources to choose from, without those in which another municipality told of its own decision."""
        theirs = Q(kind__in=self.others, municipality__isnull=False)
        own = Q(municipality=municipality) if municipality else Q(pk=None)
        self.fields["source"].queryset = Source.objects.filter(~theirs | own).order_by("title")

    def clean(self):
        given = super().clean()
        new = [name for name in NEW if given.get(name)]
        if given.get("source") and new:
            self.add_error("source", _("Välj en källa i listan eller beskriv en ny, inte båda."))
        elif new:
            self._refuse_half_a_source(given)
        elif not given.get("source") and "source" not in self.errors:
            self._refuse_no_source(given)
        return given

    def _refuse_half_a_source(self, given: dict) -> None:
        for name, words in (
            ("source_title", _("Skriv den nya källans titel.")),
            ("source_kind", _("Välj vilket slags källa det är.")),
        ):
            if not given.get(name) and name not in self.errors:
                self.add_error(name, words)

    def _refuse_no_source(self, given: dict) -> None:
        beside = given.get("source_page") or given.get("source_words")
        if (self.source_needed or beside) and not any(name in self.errors for name in NEW):
            self.add_error("source", _("Ange källan: välj en i listan eller beskriv en ny."))

    DESCRIBED = NEW

    @property
    def described(self) -> list[forms.BoundField]:
        """The fields that describe a new source."""
        return [self[name] for name in self.DESCRIBED]

    @property
    def new_source_begun(self) -> bool:
        """Whether the part about a new source is shown unfolded: something of it is filled in, or wrong."""
        return any(field.value() or field.errors for field in self.described)

    @property
    def names_source(self) -> bool:
        return bool(self.cleaned_data.get("source") or self.cleaned_data.get("source_title"))

    def citations(self) -> list[Citation]:
        """What the source says, to be saved by the act; a new source is made now."""
        given = self.cleaned_data
        if not self.names_source:
            return []
        source = given["source"] or new_source(
            title=given["source_title"],
            kind=given["source_kind"],
            url=given["source_url"],
            municipality=given["source_municipality"],
        )
        page, words = given["source_page"], given["source_words"]
        return [Citation(source=source, page=page, words=words, read_on=localdate())]


def new_source(**stated) -> Source:
    """The source, made unless the very same is there already. Raises ValidationError by the form's fields."""
    if held := Source.objects.filter(**stated).first():
        return held
    stem = slugify(stated["title"])[:50].strip("-") or "kalla"
    used, key, number = set(Source.objects.values_list("key", flat=True)), stem, 2
    while key in used:
        key, number = f"{stem}-{number}", number + 1
    source = Source(key=key, **stated)
    try:
        source.full_clean()
    except ValidationError as wrong:
        raise ValidationError({f"source_{name}": e for name, e in wrong.error_dict.items()}) from wrong
    source.save()
    return source
