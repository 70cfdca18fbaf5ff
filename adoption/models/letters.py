"""What the office has written to the municipalities about a programme."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from adoption.models.bodies import Municipality
from sodertorn.constraints import one_of


class Wanted(models.TextChoices):
    """What a letter asks for, when the register made it from what it lacks."""

    PAST = "past", _("äldre beslut")
    PAPERS = "papers", _("allmänna handlingar")


class Letter(models.Model):
    """Somebody at the desk wrote to a municipality (brev): about which programme, when, and in which words.

    No part of the register, and never public. To whom it went stands in the outbox, for as long as that keeps it.
    """

    revision = models.ForeignKey(
        "programme.Revision",
        models.PROTECT,
        verbose_name=_("program"),
        null=True,
        blank=True,
        related_name="letters",
        help_text=_("tomt om det gäller flera"),
    )
    wanted = models.CharField(
        _("vad som efterfrågas"),
        max_length=10,
        choices=Wanted.choices,
        blank=True,
        help_text=_("tomt om något annat"),
    )
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("kommun"), related_name="letters"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("skrivet av"), related_name="+"
    )
    written_at = models.DateTimeField(_("skrivet"), default=timezone.now, editable=False)
    subject = models.CharField(_("ärenderad"), max_length=200)
    text = models.TextField(_("text"))

    class Meta:
        verbose_name = _("brev till en kommun")
        verbose_name_plural = _("brev till kommunerna")
        ordering = ["-written_at", "-pk"]
        constraints = [
            one_of("letter_wants_something_known", "wanted", Wanted, _("Okänt slags brev."), blank=True)
        ]

    def __str__(self):
        return f"{self.subject} ({self.municipality})"
