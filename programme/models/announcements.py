"""What the register has announced: what the rule gave when it was asked."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from programme.models.records import refuse_drafts
from programme.models.revision import Revision
from sodertorn.constraints import check, one_of
from sodertorn.journal import EntryKind, Fact


class Announced(models.TextChoices):
    """What is announced."""

    APPLIES = "applies", _("gäller")
    REPLACED = "replaced", _("har ersatts")
    UNSETTLED = "unsettled", _("är inte längre antaget av alla")
    NOT_KNOWN = "not_known", _("det är inte känt vad som gäller")
    NONE_KNOWN = "none_known", _("inget program är känt som alla hade antagit")


class Announcement(Fact):
    """What the rule gave for a day when the announcement was written (tillkännagivande).

    Never changed when the rule later gives another answer: then that is announced. `day` is
    the calendar day in Europe/Stockholm that was asked about; *since* is an interval (R14).
    """

    KIND = EntryKind.ANNOUNCEMENT

    announced = models.CharField(_("vad"), max_length=12, choices=Announced.choices)
    revision = models.ForeignKey(
        Revision,
        models.PROTECT,
        verbose_name=_("program"),
        null=True,
        blank=True,
        related_name="announcements",
        help_text=_("tomt om det inte är känt vad som gäller"),
    )
    day = models.DateField(_("dag"))
    since_earliest = models.DateField(
        _("sedan, tidigast"), null=True, blank=True, help_text=_("tomt om okänt")
    )
    since_latest = models.DateField(_("sedan, senast"), null=True, blank=True, help_text=_("tomt om okänt"))

    class Meta:
        verbose_name = _("tillkännagivande")
        verbose_name_plural = _("tillkännagivanden")
        constraints = [
            one_of("announcement_is_known", "announced", Announced, _("Okänt slags tillkännagivande.")),
            check(
                "announcement_names_a_programme",
                Q(announced__in=["not_known", "none_known"], revision__isnull=True)
                | ~Q(announced__in=["not_known", "none_known"]) & Q(revision__isnull=False),
                _("Ange vilket program det gäller."),
            ),
        ]

    def __str__(self):
        return f"{self.revision or ''} {self.get_announced_display()}"

    def clean(self):
        refuse_drafts(revision=self.revision)
