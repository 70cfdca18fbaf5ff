"""What a body decided (R3)."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from adoption.models.bodies import BodyKind
from adoption.models.cases import Case
from sodertorn.constraints import check, one_of
from sodertorn.journal import EntryKind, Fact


class Outcome(models.TextChoices):
    """What did the body decide? (R3)"""

    ADOPTED = "adopted", _("antog programmet")
    REFERRED_BACK = "referred_back", _("återremitterade ärendet")
    POSTPONED = "postponed", _("bordlade ärendet")
    REJECTED = "rejected", _("avslog förslaget")
    TO_COUNCIL = "to_council", _("föreslog att kommunfullmäktige beslutar")
    OPINION = "opinion", _("lämnade ett yttrande")
    NOTED = "noted", _("noterade det, lade det till handlingarna")
    STRUCK_OFF = "struck_off", _("ärendet utgick")
    OTHER = "other", _("något annat")


class TextChange(models.TextChoices):
    """If adopted: is the text unchanged? (R3)"""

    UNCHANGED = "unchanged", _("ordagrant")
    WITH_ADDITION = "with_addition", _("ordagrant, och beslutade något eget därutöver")
    CHANGED = "changed", _("något i texten ändrades")
    NOT_STATED = "not_stated", _("framgår inte")


class Document(models.TextChoices):
    """Which document was adopted? (R3)"""

    SENT = "sent", _("det som sändes")
    ANOTHER = "another", _("ett annat")
    NOT_STATED = "not_stated", _("framgår inte")


class ParagraphKind(models.TextChoices):
    WRITTEN = "written", _("som den skrivs")
    NONE = "none", _("ingen § (ordförandens brådskande beslut)")
    NOT_KNOWN = "not_known", _("inte känd")


class Decision(Fact):
    """What a body did (beslut): never changed, only supplemented or corrected by a new entry (R3, R8).

    The day is the last day of the meeting, Europe/Stockholm. Only an adoption may have
    an interval, `earliest` to `latest` (equal when the day is exact), with the source's
    words; None means that the bound is not known (R14).
    """

    KIND = EntryKind.DECISION
    STATED_WHEN_EMPTY = ("starts",)
    UNKNOWN = {
        "text_change": TextChange.NOT_STATED,
        "document": Document.NOT_STATED,
        "paragraph_kind": ParagraphKind.NOT_KNOWN,
    }

    case = models.ForeignKey(Case, models.PROTECT, verbose_name=_("ärende"), related_name="decisions")
    began = models.DateField(
        _("sammanträdets första dag"),
        null=True,
        blank=True,
        help_text=_("bara om det varade i flera dagar"),
    )
    earliest = models.DateField(
        _("tidigast"), null=True, blank=True, help_text=_("tomt om ingen gräns är känd")
    )
    latest = models.DateField(
        _("senast"),
        null=True,
        blank=True,
        help_text=_("samma dag som tidigast när dagen är känd; tomt om okänt"),
    )
    day_words = models.CharField(_("källans ord om dagen"), max_length=300, blank=True)
    paragraph_kind = models.CharField(
        _("slags §"), max_length=10, choices=ParagraphKind.choices, default=ParagraphKind.NOT_KNOWN
    )
    paragraph = models.CharField(
        _("§"),
        max_length=40,
        blank=True,
        help_text=_("som kommunen skriver den, utan §-tecken: 9, 45 a, 250/18"),
    )
    outcome = models.CharField(_("beslut"), max_length=15, choices=Outcome.choices)
    text_change = models.CharField(
        _("är texten oförändrad?"),
        max_length=15,
        choices=TextChange.choices,
        default=TextChange.NOT_STATED,
    )
    text = models.TextField(_("beslutets ordalydelse"), blank=True, help_text=_("tomt om den inte är känd"))
    document = models.CharField(
        _("vilket dokument antogs?"),
        max_length=10,
        choices=Document.choices,
        default=Document.NOT_STATED,
    )
    starts = models.DateField(
        _("gäller enligt beslutet från"), null=True, blank=True, help_text=_("oftast tomt")
    )
    conditional = models.BooleanField(_("annat villkor än att övriga antar"), default=False)
    limited = models.BooleanField(_("eget slutdatum eller annan gräns"), default=False)
    delegated = models.BooleanField(_("fattat på delegation"), default=False)
    doubt_words = models.TextField(_("villkoret eller gränsen"), blank=True, help_text=_("med beslutets ord"))
    note = models.TextField(_("anmärkning"), blank=True)

    class Meta:
        verbose_name = _("beslut")
        verbose_name_plural = pgettext_lazy("flera", "beslut")
        constraints = [
            one_of("decision_outcome_is_known", "outcome", Outcome, _("Okänt slags beslut.")),
            one_of(
                "decision_text_change_is_known",
                "text_change",
                TextChange,
                _("Okänt svar om texten."),
            ),
            one_of("decision_document_is_known", "document", Document, _("Okänt svar om dokumentet.")),
            one_of(
                "decision_paragraph_kind_is_known",
                "paragraph_kind",
                ParagraphKind,
                _("Okänt slags §."),
            ),
            check(
                "decision_paragraph_as_written",
                Q(paragraph_kind=ParagraphKind.WRITTEN) & ~Q(paragraph="")
                | ~Q(paragraph_kind=ParagraphKind.WRITTEN) & Q(paragraph=""),
                _("Skriv paragrafen, eller välj att den inte är känd eller saknas."),
            ),
            check(
                "decision_earliest_before_latest",
                Q(earliest__isnull=True) | Q(latest__isnull=True) | Q(earliest__lte=F("latest")),
                _("Den tidigaste dagen ligger före den senaste."),
            ),
            check(
                "decision_only_adoptions_have_intervals",
                Q(outcome=Outcome.ADOPTED)
                | Q(earliest__isnull=False, latest__isnull=False, earliest=F("latest")),
                _("Bara ett antagande kan ha en osäker dag; ange sammanträdets dag."),
            ),
            check(
                "decision_meeting_begins_before_it_ends",
                Q(began__isnull=True) | Q(latest__isnull=False, began__lt=F("latest")),
                _("Sammanträdets första dag ligger före den sista."),
            ),
            check(
                "decision_questions_about_adoptions_only",
                Q(outcome=Outcome.ADOPTED)
                | Q(
                    text_change=TextChange.NOT_STATED,
                    document=Document.NOT_STATED,
                    starts__isnull=True,
                    conditional=False,
                    limited=False,
                    delegated=False,
                ),
                _("Frågorna om text, dokument och villkor gäller bara ett antagande."),
            ),
        ]

    def __str__(self):
        return f"{self.case}: {self.get_outcome_display()}"

    @property
    def adopts(self) -> bool:
        """Whether the body adopted the same programme: with changed text it has not (R3)."""
        return self.outcome == Outcome.ADOPTED and self.text_change != TextChange.CHANGED

    @property
    def doubtful(self) -> bool:
        """Whether it counts only with a ruling (R12)."""
        return self.conditional or self.limited or self.delegated or self.document == Document.ANOTHER

    @property
    def passes_on(self) -> bool:
        above = (BodyKind.COUNCIL, BodyKind.COMMITTEE)
        return self.outcome == Outcome.TO_COUNCIL and self.case.body.kind not in above

    @property
    def exact(self) -> bool:
        return self.earliest is not None and self.earliest == self.latest

    @property
    def little_known(self) -> bool:
        """Whether its day or its § is not known."""
        return not self.exact or self.paragraph_kind == ParagraphKind.NOT_KNOWN

    def clean(self):
        if self.entry.follows_id and self.case_id:
            earlier = Decision.objects.select_related("case__body").get(entry=self.entry.follows)
            ours, theirs = self.case, earlier.case
            if (
                ours.revision_id != theirs.revision_id
                or ours.body.municipality_id != theirs.body.municipality_id
            ):
                raise ValidationError(
                    {
                        "case": _(
                            "Beslutet gäller ett annat program eller en annan kommun; registrera ett nytt."
                        )
                    }
                )

    def narrows(self, field, earlier):
        """An interval may shrink to one within it, and a body that was not named may be named (R8)."""
        if field.name == "earliest" and earlier.earliest and self.earliest:
            return self.earliest >= earlier.earliest
        if field.name == "latest" and earlier.latest and self.latest:
            return self.latest <= earlier.latest
        if field.name == "case":
            return earlier.case.body.kind == BodyKind.UNNAMED
        return super().narrows(field, earlier)
