"""Slips found after sending: the frozen text stays, the erratum lies beside it (R1b)."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy, pgettext_lazy

from programme.models.records import Placement
from programme.models.structure import Part
from sodertorn.constraints import check, one_of
from sodertorn.free_text import MASKED
from sodertorn.journal import EntryKind, Fact
from sodertorn.standing import standing


class Slip(models.TextChoices):
    """What kind of evident slip it is."""

    SPELLING = "spelling", _("stavning")
    PUNCTUATION = "punctuation", _("skiljetecken")
    FIGURE = "figure", _("fel siffra")


def starts(words: str, text: str) -> list[int]:
    """Where words begin in a text, everywhere."""
    return [found.start() for found in re.finditer(f"(?={re.escape(words)})", text)] if words else []


def normal(words: str) -> str:
    """Words as the canonical form has them (R10), so that they are found however a letter is composed."""
    return unicodedata.normalize("NFC", words)


def placed(part: Part) -> Placement | None:
    """What stands of the sending of the text's programme; None of a transcript or a draft."""
    stands = standing(part.revision.placements.select_related("entry").order_by("entry"))
    return stands[0] if stands and stands[0].sent_on else None


class Erratum(Fact):
    """An evident slip in a sent text, and how it should read (rättelse av skrivfel, R1b).

    Decided by samarbetskommittén and told to the eight. Changes neither the frozen text nor
    its fingerprint nor what applies. Its words are its identity: the answers are about them.
    """

    KIND = EntryKind.ERRATUM
    IDENTITY = ("part", "stands", "reads")

    part = models.ForeignKey(Part, models.PROTECT, verbose_name=_("text"), related_name="errata")
    stands = models.CharField(
        _("orden som de står"), max_length=300, help_text=_("står på ett enda ställe i texten")
    )
    reads = models.CharField(_("orden som de ska läsas"), max_length=300)
    slip = models.CharField(_("slags fel"), max_length=12, choices=Slip.choices)
    decided_on = models.DateField(_("samarbetskommitténs beslut"))
    decided_paragraph = models.CharField(
        _("kommitténs §"), max_length=40, blank=True, help_text=_("tomt om den inte är känd")
    )
    decided_minutes = models.CharField(
        _("kommitténs protokoll"), max_length=300, blank=True, help_text=_("hur protokollet hittas")
    )
    told_on = models.DateField(
        _("meddelad kommunerna"), null=True, blank=True, help_text=_("tomt tills det har skett")
    )

    class Meta:
        verbose_name = _("rättelse av skrivfel")
        verbose_name_plural = _("rättelser av skrivfel")
        constraints = [
            one_of("erratum_slip_is_known", "slip", Slip, _("Okänt slags skrivfel.")),
            check(
                "erratum_words_differ",
                (~Q(stands=F("reads")) | Q(stands=MASKED)) & ~Q(stands="") & ~Q(reads=""),
                _("Skriv orden som de står och som de ska läsas; de är inte desamma."),
            ),
            check(
                "erratum_told_when_decided",
                Q(told_on__isnull=True) | Q(told_on__gte=F("decided_on")),
                _("Rättelsen kan inte vara meddelad innan den beslutades."),
            ),
        ]

    def __str__(self):
        return f"”{self.stands}” → ”{self.reads}”"

    def clean(self):
        if self.entry.void:
            return
        sent = placed(self.part)
        if sent is None:
            raise ValidationError({"part": _("Bara texten i ett program som är sänt kan ha en rättelse.")})
        if self.decided_on and self.decided_on < sent.sent_on:
            raise ValidationError({"decided_on": _("Programmet var inte sänt den dagen.")})
        if not self.entry.follows_id:
            self._refuse_words_not_there_once()
        self._refuse_overlap()

    @property
    def frozen(self) -> str:
        """The words of the text, with what can't be typed between its heading, text and network."""
        return normal("\0".join((self.part.heading, self.part.text, self.part.network)))

    @property
    def places(self) -> set[int]:
        """The places of the frozen characters that the erratum is about."""
        words = normal(self.stands)
        return {start + n for start in starts(words, self.frozen) for n in range(len(words))}

    def _refuse_words_not_there_once(self):
        times = len(starts(normal(self.stands), self.frozen))
        if not times and self.stands not in ("", MASKED):
            raise ValidationError({"stands": _("Orden står inte så i den frysta texten.")})
        if times > 1:
            words = ngettext_lazy(
                "Orden står på %d ställe i texten.",
                "Orden står på %d ställen i texten. Ta med fler av orden omkring, så att bara ett passar.",
                times,
            )
            raise ValidationError({"stands": words % times})

    def _refuse_overlap(self):
        """The same words are not said to read in two ways."""
        others = Erratum.objects.filter(part=self.part).exclude(entry__fact=self.entry.fact)
        for other in standing(others.select_related("entry", "part").order_by("entry")):
            if self.places & other.places:
                words = _("De orden har redan en rättelse (händelse %d).")
                raise ValidationError({"stands": words % other.entry.fact})


class Answer(models.TextChoices):
    """What a municipality says of an erratum."""

    ACCEPTS = "accepts", _("godtar rättelsen")
    CHANGES_SUBSTANCE = "changes_substance", _("rättelsen ändrar programmet i sak")


class ErratumAnswer(Fact):
    """A municipality's answer to an erratum (R1b): if it changes the substance, only a new programme is left (R1)."""

    KIND = EntryKind.ERRATUM_ANSWER
    IDENTITY = ONCE = ("erratum", "municipality")

    erratum = models.ForeignKey(
        Erratum,
        models.PROTECT,
        verbose_name=_("rättelse av skrivfel"),
        related_name="answers",
        help_text=_("rättelsens första händelse"),
    )
    municipality = models.ForeignKey(
        "adoption.Municipality", models.PROTECT, verbose_name=_("kommun"), related_name="+"
    )
    answer = models.CharField(_("svar"), max_length=20, choices=Answer.choices)
    on = models.DateField(_("svarade"))

    class Meta:
        verbose_name = _("svar om en rättelse")
        verbose_name_plural = pgettext_lazy("flera", "svar om rättelser")
        constraints = [one_of("erratumanswer_is_known", "answer", Answer, _("Okänt slags svar."))]

    def __str__(self):
        return f"{self.municipality}: {self.get_answer_display()}"

    def clean(self):
        if self.entry.void:
            return
        chain = Erratum.objects.filter(entry__fact=self.erratum.pk).select_related("entry", "part__revision")
        stands = standing(chain.order_by("entry"))
        if not stands:
            raise ValidationError(
                {"erratum": _("Rättelsen är struken, eller är inte den första händelsen om den.")}
            )
        if self.on and self.on < stands[0].decided_on:
            raise ValidationError({"on": _("Rättelsen var inte beslutad den dagen.")})
        sent = placed(stands[0].part)
        seated = {seat.body.municipality_id for seat in sent.seats.select_related("body")} if sent else set()
        if sent and not sent.adjusts_id and self.municipality_id not in seated:
            raise ValidationError({"municipality": _("Kommunen ska inte anta programmet.")})
