"""Entries about texts: a transcript's words, what goals go back to, translations."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from programme.models.records import Origin, refuse_drafts
from programme.models.revision import Revision
from programme.models.structure import Part, PartKind, Wording
from sodertorn.constraints import check, one_of
from sodertorn.journal import EntryKind, Fact


class TextRecord(Fact, Wording):
    """One text of a transcript: its words with their source, or "not entered" with a note (R11)."""

    KIND = EntryKind.TEXT
    IDENTITY = ONCE = ("part",)

    part = models.ForeignKey(Part, models.PROTECT, verbose_name=_("text"), related_name="records")
    note = models.TextField(
        _("anmärkning"), blank=True, help_text=_("var lydelsen står, eller vad som är osäkert")
    )

    class Meta:
        verbose_name = _("text i en avskrift")
        verbose_name_plural = _("texter i avskrifter")
        constraints = [
            check(
                "textrecord_words_or_note",
                ~Q(text="") | ~Q(heading="") | ~Q(note=""),
                _("Skriv lydelsen, eller i anmärkningen varför den inte är införd."),
            )
        ]

    def __str__(self):
        return f"{self.part}: {self.text[:60]}"

    def clean(self):
        refuse_drafts(part=self.part.revision)
        if self.part.revision.placements.filter(origin=Origin.SENT).exists():
            raise ValidationError({"part": _("Ett programs text är fryst när det har sänts (R1).")})

    def narrows(self, field, earlier):
        """A note may be replaced when the words that it asked for are entered (R8)."""
        return super().narrows(field, earlier) or (field.name == "note" and not earlier.has_words)


class Lineage(Fact):
    """The office's judgement that a goal or area goes back to an earlier one, or to none (släktskap).

    Many to many: one record for each pair. Lies outside the programme's text; dated and
    signed by its entry.
    """

    KIND = EntryKind.LINEAGE
    IDENTITY = ("later",)
    ONCE = ("later", "earlier")
    STATED_WHEN_EMPTY = ("earlier",)

    later = models.ForeignKey(
        Part, models.PROTECT, verbose_name=_("mål eller område"), related_name="ancestry"
    )
    earlier = models.ForeignKey(
        Part,
        models.PROTECT,
        verbose_name=_("går tillbaka på"),
        null=True,
        blank=True,
        related_name="descent",
        help_text=_("tomt: det går inte tillbaka på något tidigare"),
    )
    why = models.TextField(_("skäl"), blank=True)

    class Meta:
        verbose_name = _("släktskap")
        verbose_name_plural = _("släktskap")

    def __str__(self):
        return f"{self.later} ← {self.earlier or '–'}"

    def clean(self):
        kinds = {part.kind for part in (self.later, self.earlier) if part}
        if not kinds <= {PartKind.GOAL} and not kinds <= {PartKind.FOCUS_AREA}:
            raise ValidationError(
                {"earlier": _("Släktskap finns mellan mål och mål, eller område och område.")}
            )
        if self.earlier and self.earlier.revision_id == self.later.revision_id:
            raise ValidationError({"earlier": _("Släktskap finns mellan olika program.")})
        refuse_drafts(later=self.later.revision, earlier=self.earlier and self.earlier.revision)


class Language(models.TextChoices):
    ENGLISH = "en", _("engelska")


class Translation(Fact):
    """An unofficial translation of a programme's title or of one of its texts; it lies beside the text."""

    KIND = EntryKind.TRANSLATION
    IDENTITY = ONCE = ("revision", "part", "language")

    revision = models.ForeignKey(
        Revision, models.PROTECT, verbose_name=_("program"), related_name="translations"
    )
    part = models.ForeignKey(
        Part,
        models.PROTECT,
        verbose_name=_("text"),
        null=True,
        blank=True,
        related_name="translations",
        help_text=_("tomt: programmets titel"),
    )
    language = models.CharField(_("språk"), max_length=2, choices=Language.choices, default=Language.ENGLISH)
    text = models.TextField(_("översättning"))

    class Meta:
        verbose_name = _("översättning")
        verbose_name_plural = _("översättningar")
        constraints = [
            one_of("translation_language_is_known", "language", Language, _("Okänt språk.")),
        ]

    def __str__(self):
        return f"{self.revision} {self.part or ''} ({self.language})"

    def clean(self):
        if self.part and self.part.revision_id != self.revision_id:
            raise ValidationError({"part": _("Texten hör till ett annat program.")})
        refuse_drafts(revision=self.revision)
