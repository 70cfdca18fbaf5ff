"""How a decision is known: a source as sodertorn.desk.source_fields has it, but left alone it is what the municipality sent."""

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from adoption.models import Citation, Source
from adoption.models.sources import SourceKind
from sodertorn.desk.fields import PlainField
from sodertorn.desk.source_fields import NEW, SourceFields, new_source, source_kinds
from sodertorn.words import day, paragraph

OF_THE_MUNICIPALITY = (SourceKind.MINUTES, SourceKind.MUNICIPAL_PAPER, SourceKind.MESSAGE)
DESCRIBED = ("source_kind", "source_title", "source_url", "source_own")
SOURCE_NAMES = ("source_words", "source_page", "source", *DESCRIBED)
BESIDE_HOW = tuple(name for name in SOURCE_NAMES if name != "source_kind")
"""The fields of a source that are left when how it is known is asked for among the first."""


def kinds() -> list[tuple[str, str]]:
    return [("", gettext("avgörs av vad som bifogas")), *source_kinds()[1:]]


class DecisionSource(SourceFields):
    """Nothing chosen and nothing described: minutes when an extract comes along, else the municipality's message.

    With `says_how` that is not taken for granted: somebody at the office may know it from elsewhere.
    """

    says_how = False
    DESCRIBED = DESCRIBED
    source_municipality = None
    others = (SourceKind.MESSAGE, SourceKind.MINUTES)
    source_kind = forms.ChoiceField(
        choices=kinds,
        required=False,
        label=_("En ny källas slag"),
        help_text=_("Utan val: protokoll när ett utdrag bifogas, annars meddelande från kommunen."),
    )
    source_title = PlainField(
        limit=300,
        required=False,
        label=_("Den nya källans titel"),
        help_text=_("Skrivs av registret om den är tom. Nämn ingen enskild person: titeln är offentlig."),
    )
    source_own = forms.ChoiceField(
        required=False,
        label=_("Är det kommunens egen uppgift?"),
        choices=[
            ("", _("ja för protokoll, kommunal handling och meddelande, annars nej")),
            ("yes", _("ja")),
            ("no", _("nej")),
        ],
    )

    def __init__(self, *args, **more):
        super().__init__(*args, **more)
        if self.says_how:
            how = self.fields["source_kind"]
            how.label, how.choices = gettext("Hur är det känt?"), source_kinds()
            how.help_text = gettext("Inget val behövs när ett utdrag bifogas eller en källa väljs nedan.")

    def clean(self):
        given = super().clean()
        if given.get("source") and given.get("source_own") and not any(given.get(name) for name in NEW):
            self.add_error("source_own", gettext("Det avgörs av källan som är vald."))
        return given

    def _refuse_half_a_source(self, given):
        """The register writes the title; it knows the kind of an extract that comes along."""
        said = given.get("source_kind") or given.get("extract")
        if self.says_how and not said and not {"source_kind", "extract"} & self.errors.keys():
            self.add_error(
                "source_kind",
                gettext("Välj hur det är känt, till exempel genom ett meddelande från kommunen."),
            )

    def _refuse_no_source(self, given):
        self._refuse_half_a_source(given)

    def names_a_source(self) -> bool:
        return any(self.cleaned_data.get(name) for name in SOURCE_NAMES)

    def citations(self, municipality=None, about: str = "") -> list[Citation]:
        """What the source says, to be saved by the act; a new source is made now.

        `about` names what the minutes are of, for the title that the register writes.
        """
        given = self.cleaned_data
        source = given["source"] or self._new_source(municipality, about)
        words = {"words": given["source_words"], "page": given["source_page"]}
        return [Citation(source=source, read_on=localdate(), **words)]

    def _new_source(self, municipality, about: str) -> Source:
        given = self.cleaned_data
        sent = SourceKind.MINUTES if given.get("extract") else SourceKind.MESSAGE
        kind = given["source_kind"] or sent
        own = given["source_own"] == "yes" or not given["source_own"] and kind in OF_THE_MUNICIPALITY
        return new_source(
            title=given["source_title"] or title_of(kind, municipality, about),
            kind=kind,
            url=given["source_url"],
            municipality=municipality if own else None,
        )


def title_of(kind: str, municipality, about: str) -> str:
    """A source's title where nobody has written one; in Swedish whoever registers, for it is kept."""
    with override("sv"):
        if kind == SourceKind.MESSAGE:
            sender = municipality.full_name if municipality else gettext("samarbetskommittén")
            words = gettext("Meddelande från %(sender)s, %(day)s")
            return words % {"sender": sender, "day": day(localdate())}
        what = str(SourceKind(kind).label).capitalize()
        return f"{what}, {about}" if about else what


def minutes_of(body: str, on, written: str) -> str:
    """`kommunstyrelsen i Nykvarn den 9 februari 2027 § 7`."""
    with override("sv"):
        when = gettext(" den %s") % day(on) if on else ""
        return f"{body}{when}{' ' + paragraph(written) if written else ''}"
