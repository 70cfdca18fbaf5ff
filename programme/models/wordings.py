"""The wordings of a programme's papers, where strategists have written them anew."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from programme.models.revision import Revision
from programme.papers.wordings import DEFAULTS, refuse_unfit


def wording(label: str) -> models.TextField:
    return models.TextField(label, max_length=8000, blank=True)


class PaperWordings(models.Model):
    """How the papers about one programme are worded (formuleringar); an empty text is the register's own."""

    revision = models.OneToOneField(
        Revision, models.PROTECT, verbose_name=_("program"), related_name="paper_wordings"
    )
    letter = wording(_("missivet"))
    proposal_passive = wording(_("förslag till beslut, ”… antas”"))
    proposal_active = wording(_("förslag till beslut, ”Kommunstyrelsen beslutar att anta …”"))
    summary = wording(_("sammanfattning"))
    background = wording(_("bakgrund"))
    purpose = wording(_("syftet"))
    process = wording(_("processen"))
    in_short = wording(_("programmet i korthet"))
    view = wording(_("förvaltningens synpunkter"))
    consequences = wording(_("ekonomiska och juridiska konsekvenser"))
    minutes = wording(_("till protokollet, efter beslutet"))

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("formuleringar i handlingar")
        verbose_name_plural = _("formuleringar i handlingar")

    def __str__(self):
        return str(self.revision)

    def clean(self):
        """Raises ValidationError beside each text whose fields can't be filled in."""
        wrong = {}
        for place in DEFAULTS:
            try:
                refuse_unfit(getattr(self, place))
            except ValidationError as unfit:
                wrong[place] = unfit
        if wrong:
            raise ValidationError(wrong)

    def worded(self, place: str) -> str:
        """The wording of a place: this programme's own, or the register's."""
        return getattr(self, place) or DEFAULTS[place]
