"""What the event log stores: a line for each entry, and the salts without which its commitments say nothing."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sodertorn.constraints import unique
from sodertorn.journal import Entry


class LogLine(models.Model):
    """An entry's line in the event log (händelselogg): canonical JSON that names the line before by its hash.

    Written when the entry's act ends; from then on nothing more can hang on the entry.
    """

    entry = models.OneToOneField(
        Entry, models.PROTECT, verbose_name=_("händelse"), primary_key=True, related_name="line"
    )
    text = models.TextField(_("rad"))
    sha256 = models.CharField(_("kontrollsumma (SHA-256)"), max_length=64)

    class Meta:
        verbose_name = _("rad i händelseloggen")
        verbose_name_plural = _("rader i händelseloggen")
        ordering = ["entry"]

    def __str__(self):
        return f"{self.entry_id}: {self.sha256[:12]}"


class Salt(models.Model):
    """What was mixed into a commitment, so that nobody can guess the words from the line (R8b).

    Removed when the words are masked, and never otherwise.
    """

    line = models.ForeignKey(
        LogLine, models.PROTECT, verbose_name=_("rad i händelseloggen"), related_name="salts"
    )
    path = models.CharField(_("uppgift"), max_length=120)
    salt = models.CharField(_("salt"), max_length=32)

    class Meta:
        verbose_name = _("salt")
        verbose_name_plural = pgettext_lazy("flera", "salt")
        ordering = ["line", "path"]
        constraints = [unique("salt_once", "line", "path", message=_("Uppgiften har redan ett salt."))]

    def __str__(self):
        return f"{self.line_id} {self.path}"
