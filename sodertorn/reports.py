"""What readers tell the register: an error on a page, or something that they can't use. No part of the register."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sodertorn.constraints import check, one_of


class About(models.TextChoices):
    """By which door a message came."""

    ERROR = "error", _("Fel på en sida")
    ACCESSIBILITY = "accessibility", _("Något går inte att använda")


class ReportQuerySet(models.QuerySet):
    def open(self):
        """Those that nobody has seen to yet, the oldest first."""
        return self.filter(closed_at=None).order_by("pk")


class Report(models.Model):
    """A message from a reader (meddelande). Kept for good, never public.

    The only thing that may tell who sent it is the address they gave, which is removed when the
    message is closed: then it has served.
    """

    about = models.CharField(_("slag"), max_length=20, choices=About)
    page = models.CharField(
        _("sidans adress"), max_length=500, blank=True, help_text=_("tomt om det gäller hela webbplatsen")
    )
    words = models.TextField(_("meddelandet"))
    email = models.EmailField(
        _("svar önskas till"),
        max_length=254,
        blank=True,
        help_text=_("tomt om inget svar önskas, och när meddelandet är avslutat"),
    )
    at = models.DateTimeField(_("kom"), default=timezone.now, editable=False)
    closed_at = models.DateTimeField(
        _("avslutat"), null=True, blank=True, help_text=_("tomt medan det väntar")
    )
    note = models.TextField(_("vad som gjordes"), blank=True, help_text=_("tomt medan det väntar"))
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("avslutat av"),
        null=True,
        blank=True,
        related_name="+",
        help_text=_("tomt medan det väntar"),
    )

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("meddelande")
        verbose_name_plural = _("meddelanden")
        constraints = [
            one_of("report_about_is_known", "about", About, _("Okänt slags meddelande.")),
            check("report_has_words", ~Q(words=""), _("Skriv vad det gäller.")),
            check(
                "report_closed_with_a_note",
                Q(closed_at__isnull=True, closed_by__isnull=True, note="")
                | (Q(closed_at__isnull=False, closed_by__isnull=False, email="") & ~Q(note="")),
                _("Ett meddelande avslutas med vad som gjordes; avsändarens adress tas då bort."),
            ),
        ]

    def __str__(self):
        return f"{self.get_about_display()}, {self.at:%Y-%m-%d}"
