"""A second person's check of a transcript's text."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from programme.models.texts import TextRecord
from sodertorn.journal import Entry, EntryKind, Fact
from sodertorn.standing import standing


class TextCheck(Fact):
    """Somebody compared a transcript's text with its source, and they agree (kontrollerad, R8, R11).

    Names exactly the entry that was compared, and lapses when the text gets a newer one.
    Never made by anybody who entered the text. One that was a mistake is struck; then the
    same entry may be checked again, which is another check.
    """

    KIND = EntryKind.TEXT_CHECK
    IDENTITY = ("record",)

    record = models.ForeignKey(TextRecord, models.PROTECT, verbose_name=_("text"), related_name="checks")
    note = models.TextField(_("anmärkning"), blank=True)

    class Meta:
        verbose_name = _("kontroll av en text")
        verbose_name_plural = _("kontroller av texter")

    def __str__(self):
        return f"{self.record}"

    def clean(self):
        if self.entry.void:  # a mistaken check is struck by anybody, whatever has come since
            return
        if not self.record.has_words:
            raise ValidationError({"record": _("Det finns inga ord att kontrollera ännu.")})
        if Entry.objects.filter(follows=self.record.entry).exists():
            raise ValidationError({"record": _("Texten har en nyare händelse; kontrollera den.")})
        others = self.record.checks.exclude(entry__fact=self.entry.fact).select_related("entry")
        if standing(others.order_by("entry")):
            raise ValidationError({"record": _("Texten är redan kontrollerad.")})
        writers = Entry.objects.filter(fact=self.record.entry.fact, by__isnull=False)
        if self.entry.by_id and writers.filter(by=self.entry.by_id).exists():
            raise ValidationError(
                {"record": _("Den som har fört in texten kan inte själv kontrollera den (R8).")}
            )
