"""The outbox: mails that are to go out, each written in the transaction of what it tells of.

What is rolled back was never written; what stands goes out (`sodertorn.mail`), soon or later, once.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sodertorn.constraints import check, unique

KEPT = timedelta(days=30)
"""So long it is remembered that a mail went out, to whom and under which subject; its text not at all."""


class MailQuerySet(models.QuerySet):
    def due(self, moment: datetime):
        """Those to try now, the one that has waited longest first."""
        return self.filter(due_at__lte=moment).order_by("due_at", "pk")

    def delayed(self):
        """Those that the server hasn't taken yet; they are tried again."""
        return self.filter(due_at__isnull=False, tries__gt=0)

    def failed(self):
        """Those that are not tried again by themselves."""
        return self.filter(due_at=None, sent_at=None, held_for="")

    def held(self):
        """Those that wait for a check of a programme, or for somebody's "send now" (R13)."""
        return self.exclude(held_for="")


class Mail(models.Model):
    """A mail to one address (brev). Its `message_id` is the same however often it is tried.

    No part of the register: it holds an address, and is forgotten when it has served.
    """

    message_id = models.CharField(_("Message-ID"), max_length=200)
    to = models.EmailField(_("till"), max_length=254)
    subject = models.CharField(_("ärenderad"), max_length=300)
    text = models.TextField(_("text"), blank=True, help_text=_("tomt när brevet har gått ut"))
    encloses = models.CharField(
        _("bifogar"),
        max_length=120,
        blank=True,
        help_text=_("vad som görs och följer med när brevet går ut; tomt om inget"),
    )
    private = models.BooleanField(
        _("bara för mottagaren"),
        default=False,
        help_text=_("den som har texten kan logga in, eller svara i kommunens namn"),
    )
    held_for = models.CharField(
        _("väntar på granskning av"),
        max_length=50,
        blank=True,
        help_text=_("programmets adress; tomt om brevet inte hålls inne"),
    )
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("sänt ändå av"),
        null=True,
        blank=True,
        related_name="+",
        help_text=_("tomt om ingen behövde säga ”sänd nu”"),
    )
    written_at = models.DateTimeField(_("skrivet"), default=timezone.now, editable=False)
    due_at = models.DateTimeField(
        _("försöks"), default=timezone.now, null=True, help_text=_("tomt: skickas inte av sig självt")
    )
    tries = models.PositiveIntegerField(_("försök"), default=0)
    fault = models.CharField(_("fel"), max_length=500, blank=True, help_text=_("vad som sades sist"))
    sent_at = models.DateTimeField(_("sänt"), null=True, blank=True)

    objects = MailQuerySet.as_manager()

    class Meta:
        verbose_name = _("brev")
        verbose_name_plural = _("brev")
        indexes = [models.Index("due_at", name="mail_due")]
        constraints = [
            unique("mail_id_once", "message_id", message=_("Brevet finns redan.")),
            check(
                "mail_sent_is_emptied",
                Q(sent_at__isnull=True) | Q(text="", due_at__isnull=True, held_for=""),
                _("Av ett brev som har gått ut finns ingen text kvar, och det försöks inte igen."),
            ),
            check(
                "mail_held_is_not_due",
                Q(held_for="") | Q(due_at__isnull=True),
                _("Ett brev som hålls inne försöks inte."),
            ),
        ]

    def __str__(self):
        return f"{self.subject} ({self.to})"


def forget() -> None:
    """Of what went out long ago nothing is kept."""
    Mail.objects.filter(sent_at__lt=timezone.now() - KEPT).delete()


def hold_back() -> None:
    """In a register that was restored nothing goes out by itself: it may have gone out since the backup was made."""
    words = _("Registret är återställt ur en säkerhetskopia; brevet kan redan ha gått ut.")
    Mail.objects.exclude(due_at=None).update(due_at=None, fault=str(words))
