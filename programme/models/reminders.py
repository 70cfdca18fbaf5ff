"""When the municipalities that have not decided are reminded of a programme, and in which words."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from programme.models.revision import Revision
from programme.papers.wordings import REMINDER, refuse_unfit
from sodertorn.moments import NoSuchDay, parse_day
from sodertorn.words import sentence_case, the_day


class Reminders(models.Model):
    """The days on which those that have not decided are reminded (påminnelser), as a strategist sets them.

    Calendar days in Europe/Stockholm. `last_on` is the last of them that has been; each comes once.
    """

    revision = models.OneToOneField(
        Revision, models.PROTECT, verbose_name=_("program"), related_name="reminders"
    )
    days = models.CharField(
        _("dagar"),
        max_length=300,
        blank=True,
        help_text=_("med komma mellan, till exempel 2027-01-15, 2027-02-12; tomt: ingen påminnelse"),
    )
    text = models.TextField(_("text"), max_length=4000, blank=True, help_text=_("tomt: registrets egen"))
    last_on = models.DateField(_("senast påmint"), null=True, blank=True, editable=False)

    history = HistoricalRecords(excluded_fields=["last_on"])

    class Meta:
        verbose_name = _("påminnelser")
        verbose_name_plural = _("påminnelser")

    def __str__(self):
        return str(self.revision)

    def clean(self):
        """Raises ValidationError beside a day that is none, and a text whose fields can't be filled in."""
        wrong = {}
        try:
            self._refuse_days_that_have_been()
        except NoSuchDay as unfit:
            words = _("”%s” är ingen dag. Skriv år, månad och dag: 2027-02-16.")
            wrong["days"] = ValidationError(words % str(unfit)[:20])
        except ValidationError as unfit:
            wrong["days"] = unfit
        try:
            refuse_unfit(self.text)
        except ValidationError as unfit:
            wrong["text"] = unfit
        if wrong:
            raise ValidationError(wrong)

    def _refuse_days_that_have_been(self):
        """A day that was set in time may stay. Raises NoSuchDay, ValidationError."""
        before = Reminders.objects.filter(pk=self.pk).first()
        for day in set(self.on_days()) - set(before.on_days() if before else ()):
            if day < localdate():
                raise ValidationError(_("%s har redan varit.") % sentence_case(the_day(day)))
        self.days = ", ".join(day.isoformat() for day in self.on_days())

    def on_days(self) -> list[date]:
        """In their order. Raises NoSuchDay."""
        return sorted({parse_day(words) for words in self.days.replace(",", " ").split()})

    def due(self, today: date) -> date | None:
        """The newest day that has come and has not been told of; older ones that nobody told of are let be."""
        come = [day for day in self.on_days() if day <= today and (not self.last_on or day > self.last_on)]
        return come[-1] if come else None

    @property
    def worded(self) -> str:
        return self.text or REMINDER
