"""What the office has written to the municipalities about a programme."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from adoption.models.bodies import Municipality


class Letter(models.Model):
    """Somebody at the desk wrote to a municipality about a programme (brev): when, and in which words.

    No part of the register, and never public. To whom it went stands in the outbox, for as long as that keeps it.
    """

    revision = models.ForeignKey(
        "programme.Revision", models.PROTECT, verbose_name=_("program"), related_name="letters"
    )
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("kommun"), related_name="letters"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("skrivet av"), related_name="+"
    )
    written_at = models.DateTimeField(_("skrivet"), default=timezone.now, editable=False)
    subject = models.CharField(_("ärenderad"), max_length=200)
    text = models.TextField(_("text"), max_length=4000)

    class Meta:
        verbose_name = _("brev till en kommun")
        verbose_name_plural = _("brev till kommunerna")
        ordering = ["-written_at", "-pk"]

    def __str__(self):
        return f"{self.subject} ({self.municipality})"
