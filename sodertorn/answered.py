"""Forms that were carried out, each with the answer that it got: sent again, it gets the same, and nothing doubles."""

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

KEPT = timedelta(days=1)
"""So long an answer is kept: a form is sent twice within seconds, or when a browser that was put to sleep wakes."""


class Answered(models.Model):
    """A form that was carried out (utfört formulär), and the confirmation that it got.

    `form` is the hash of its token and of all that was typed: what is typed otherwise is another
    form. Written in the transaction of what it led to; no part of the register, and soon forgotten.
    """

    form = models.CharField(_("formulär"), max_length=64, primary_key=True)
    url = models.CharField(_("adress"), max_length=500)
    words = models.TextField(_("bekräftelse"))
    head = models.PositiveIntegerField(
        _("händelse"), null=True, help_text=_("tomt om inget registrerades i händelseloggen")
    )
    at = models.DateTimeField(_("tid"), default=timezone.now)

    class Meta:
        verbose_name = _("utfört formulär")
        verbose_name_plural = _("utförda formulär")

    def __str__(self):
        return self.form[:12]


def forget_words() -> None:
    """No confirmation goes on repeating words that have been masked."""
    Answered.objects.update(words="")
