"""What the register has asked the municipalities by mail, and that one of them said: what you know of us is right."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from adoption.models.bodies import Municipality
from sodertorn.constraints import check, one_of, unique
from sodertorn.journal import EntryKind, Fact


class Asked(models.TextChoices):
    APPEAL = "appeal", _("om ett beslut har överklagats")
    STILL_RIGHT = "still_right", _("om uppgifterna om kommunen stämmer")


class Question(models.Model):
    """A mail with a link in which the register asked a municipality something (fråga), and what was said to be wrong.

    `about` is the number of a decision's fact, asked of once. No part of the register: what is answered
    and right is recorded as a fact, and what was wrong is forgotten some time after it was seen to.
    """

    asked = models.CharField(_("vad som frågas"), max_length=20, choices=Asked.choices)
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("kommun"), related_name="questions"
    )
    about = models.CharField(_("gäller"), max_length=60, blank=True)
    at = models.DateTimeField(_("skickad"), default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("av"),
        null=True,
        blank=True,
        related_name="+",
        help_text=_("tomt om registret frågade av sig självt"),
    )
    said = models.TextField(_("vad som är fel"), blank=True, help_text=_("med kommunens ord"))
    settled_at = models.DateTimeField(_("åtgärdat"), null=True, blank=True)

    class Meta:
        verbose_name = _("fråga")
        verbose_name_plural = _("frågor")
        constraints = [
            one_of("question_kind_is_known", "asked", Asked, _("Okänt slags fråga.")),
            unique(
                "question_about_an_appeal_once",
                "about",
                condition=Q(asked=Asked.APPEAL),
                message=_("Frågan är redan ställd."),
            ),
            check(
                "question_settled_when_something_was_said",
                Q(settled_at__isnull=True) | ~Q(said=""),
                _("Bara det som någon har sagt är fel kan åtgärdas."),
            ),
        ]

    def __str__(self):
        return f"{self.get_asked_display()}, {self.municipality}"


class StillRight(Fact):
    """A municipality says that its contact, its address and its own words for papers are as the register has them.

    What that is stands in the municipality's edit history before this entry. One entry for each
    time it was said; `on` is the day, Europe/Stockholm.
    """

    KIND = EntryKind.STILL_RIGHT
    IDENTITY = ("municipality",)

    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("kommun"), related_name="confirmations"
    )
    on = models.DateField(_("dag"))

    class Meta:
        verbose_name = _("bekräftade kommunuppgifter")
        verbose_name_plural = _("bekräftade kommunuppgifter")

    def __str__(self):
        return f"{self.municipality}, {self.on}"
