"""What a municipality has begun to register, and the minutes that it only gave an address of."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from adoption.models.cases import Case
from adoption.models.decisions import Decision
from adoption.models.follow_ups import Extract
from sodertorn.constraints import check, unique


class Started(models.Model):
    """What somebody has typed about a case and not registered (påbörjad registrering): it waits for that person.

    No part of the register; gone when it is registered.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, verbose_name=_("person"), related_name="started"
    )
    case = models.ForeignKey(Case, models.CASCADE, verbose_name=_("ärende"), related_name="started")
    typed = models.JSONField(_("det som är ifyllt"))
    saved_at = models.DateTimeField(_("sparad"), default=timezone.now)

    class Meta:
        verbose_name = _("påbörjad registrering")
        verbose_name_plural = _("påbörjade registreringar")
        constraints = [
            unique("started_once", "user", "case", message=_("Det finns redan en påbörjad registrering."))
        ]

    def __str__(self):
        return f"{self.user}, {self.case}"


class PublishedMinutesQuerySet(models.QuerySet):
    def due(self, moment):
        """Those to try now, the one that has waited longest first."""
        return self.filter(due_at__lte=moment).order_by("due_at", "pk")


class PublishedMinutes(models.Model):
    """Minutes that a municipality has published, to be fetched and kept by their hash (publicerat protokoll).

    A decision stands without them. `manage.py fetch_minutes` tries until it has them or gives up.
    """

    decision = models.ForeignKey(
        Decision, models.PROTECT, verbose_name=_("beslut"), related_name="published_minutes"
    )
    url = models.URLField(_("webbadress"), max_length=500)
    due_at = models.DateTimeField(
        _("försöks"), default=timezone.now, null=True, help_text=_("tomt: försöks inte mer")
    )
    tries = models.PositiveIntegerField(_("försök"), default=0)
    fault = models.CharField(_("fel"), max_length=500, blank=True, help_text=_("varför det inte gick"))
    extract = models.ForeignKey(
        Extract,
        models.PROTECT,
        verbose_name=_("filen"),
        null=True,
        blank=True,
        related_name="+",
        help_text=_("tomt tills den är hämtad"),
    )

    objects = PublishedMinutesQuerySet.as_manager()

    class Meta:
        verbose_name = _("publicerat protokoll")
        verbose_name_plural = _("publicerade protokoll")
        constraints = [
            unique("publishedminutes_once", "decision", "url", message=_("Länken är redan lämnad.")),
            check(
                "publishedminutes_fetched_once",
                Q(extract__isnull=True) | Q(due_at__isnull=True, fault=""),
                _("Det som är hämtat hämtas inte igen."),
            ),
        ]

    def __str__(self):
        return self.url
