"""How we know: sources, and what each says about a fact."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import MD5
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from adoption.models.bodies import Municipality
from sodertorn.constraints import one_of
from sodertorn.free_text import MASKED
from sodertorn.journal import Entry


class SourceKind(models.TextChoices):
    MINUTES = "minutes", _("protokoll")
    MUNICIPAL_PAPER = "municipal_paper", _("kommunal handling")
    MESSAGE = "message", _("meddelande från kommunen")
    COOPERATION = "cooperation", _("Södertörnskommunernas webbplats")
    STATISTICS = "statistics", _("statistikmyndighet")
    OTHER = "other", _("annan källa")
    INVENTED = "invented", _("påhittad, för demonstration")


class Stance(models.TextChoices):
    """What a source does for the fact that it is cited for."""

    STATES = "states", _("säger uppgiften")
    BOUNDS = "bounds", _("begränsar eller belyser uppgiften, utan att säga den")
    CONTRADICTS = "contradicts", _("motsäger uppgiften")


class Source(models.Model):
    """Where facts are read (källa). What it says about each fact is in its citations."""

    key = models.SlugField(_("beteckning"), max_length=60, unique=True)
    title = models.CharField(_("titel"), max_length=300)
    kind = models.CharField(_("slag"), max_length=20, choices=SourceKind.choices)
    url = models.URLField(
        _("webbadress"), max_length=500, blank=True, help_text=_("tomt om den saknar adress")
    )
    municipality = models.ForeignKey(
        Municipality,
        models.PROTECT,
        verbose_name=_("kommunens egen uppgift"),
        null=True,
        blank=True,
        related_name="sources",
        help_text=_("kommunen, om den själv står för källan; annars tomt (R13)"),
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("källa")
        verbose_name_plural = _("källor")
        ordering = ["key"]
        constraints = [one_of("source_kind_is_known", "kind", SourceKind, _("Okänt slags källa."))]

    def __str__(self):
        return self.title


class Citation(models.Model):
    """What one source says about the fact of one entry, in the source's own words.

    A source may state the fact, only bound or throw light on it, or contradict it.
    """

    entry = models.ForeignKey(Entry, models.PROTECT, verbose_name=_("händelse"), related_name="citations")
    source = models.ForeignKey(Source, models.PROTECT, verbose_name=_("källa"), related_name="citations")
    words = models.TextField(_("källans ord"), blank=True, help_text=_("ordagrant, med källans stavning"))
    page = models.CharField(_("sida"), max_length=40, blank=True)
    stance = models.CharField(_("ställning"), max_length=12, choices=Stance.choices, default=Stance.STATES)
    note = models.TextField(_("anmärkning"), blank=True)
    read_on = models.DateField(
        _("läst"), null=True, blank=True, help_text=_("tomt om läsdagen inte är antecknad")
    )

    class Meta:
        verbose_name = _("hänvisning")
        verbose_name_plural = _("hänvisningar")
        ordering = ["entry", "id"]
        constraints = [
            one_of("citation_stance_is_known", "stance", Stance, _("Okänd ställning.")),
            models.UniqueConstraint(
                "entry",
                "source",
                "stance",
                MD5("words"),  # PostgreSQL can't index a long quotation
                name="citation_once",
                condition=~Q(words=MASKED),
                violation_error_code="citation_once",
                violation_error_message=_("Samma ord ur samma källa är redan angivna."),
            ),
        ]

    def __str__(self):
        return f"{self.source.key}: {self.words[:60]}"
