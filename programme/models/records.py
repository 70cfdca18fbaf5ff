"""Entries about programmes: their place in the line, and that one is withdrawn."""

from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from programme.models.revision import Particulars, Revision, RevisionKind, of_particulars
from sodertorn.constraints import check, one_of
from sodertorn.journal import EntryKind, Fact
from sodertorn.standing import standing

SHA256 = RegexValidator(r"^[0-9a-f]{64}$", _("En SHA-256 är 64 tecken, 0–9 och a–f."))


def refuse_drafts(**named: Revision | None) -> None:
    """What is recorded is public, so it names no draft."""
    drafts = [name for name, revision in named.items() if revision and revision.is_draft]
    if drafts:
        raise ValidationError(
            {name: _("Programmet är ett utkast; registret nämner inga.") for name in drafts}
        )


class Origin(models.TextChoices):
    """How a programme came into the register (R11)."""

    SENT = "sent", _("original, sänt för antagande")
    TRANSCRIBED = "transcribed", _("avskrift")


class Placement(Fact, Particulars):
    """A programme takes its place in the register: sent for adoption (R1), or entered as a transcript (R11).

    States what the register says of the programme as a whole: title, period, what it
    replaces or adjusts, and, through its seats, who must adopt it (R2). The moment of a
    sending entry is *frozen at*; `sent_on` is stated and may lie before it.
    """

    KIND = EntryKind.PLACEMENT
    IDENTITY = ("revision", "origin")
    STATED_WHEN_EMPTY = ("not_before", "replaces", "adjusts", "instead_of")
    FROZEN = ("title", "period_first", "period_last", "horizon", "not_before", "annex_sha256", "fingerprint")
    ONCE = ("revision",)

    revision = models.ForeignKey(
        Revision, models.PROTECT, verbose_name=_("program"), related_name="placements"
    )
    origin = models.CharField(_("tillkomst"), max_length=12, choices=Origin.choices)
    sent_on = models.DateField(
        _("sänt för antagande"), null=True, blank=True, help_text=_("tomt för en avskrift")
    )
    decided_on = models.DateField(
        _("samarbetskommitténs beslut att sända"),
        null=True,
        blank=True,
        help_text=_("tomt för en avskrift"),
    )
    decided_paragraph = models.CharField(_("kommitténs §"), max_length=40, blank=True)
    decided_minutes = models.CharField(
        _("kommitténs protokoll"), max_length=300, blank=True, help_text=_("hur protokollet hittas")
    )
    answer_by = models.DateField(_("svar önskas senast"), null=True, blank=True)
    instead_of = models.ForeignKey(
        Revision,
        models.PROTECT,
        verbose_name=_("sänt i stället för"),
        null=True,
        blank=True,
        related_name="+",
        help_text=_("det återkallade programmet, om det finns ett (R1)"),
    )
    annex_sha256 = models.CharField(
        _("bilagans kontrollsumma"),
        max_length=64,
        blank=True,
        validators=[SHA256],
        help_text=_("tomt om bilagan saknas"),
    )
    fingerprint = models.CharField(
        _("textens kontrollsumma"),
        max_length=64,
        blank=True,
        validators=[SHA256],
        help_text=_("SHA-256 av den kanoniska formen (R10); tomt för en avskrift"),
    )
    note = models.TextField(_("anmärkning"), blank=True)

    class Meta(Particulars.Meta):
        verbose_name = _("program i registret")
        verbose_name_plural = pgettext_lazy("flera", "program i registret")
        constraints = [
            *of_particulars("placement"),
            one_of("placement_origin_is_known", "origin", Origin, _("Okänt slags tillkomst.")),
            check(
                "placement_sending_is_dated_and_decided",
                Q(origin=Origin.SENT, sent_on__isnull=False, decided_on__isnull=False)
                | Q(origin=Origin.TRANSCRIBED, sent_on__isnull=True, decided_on__isnull=True),
                _(
                    "Ett sänt program har en dag då det sändes och kommitténs beslut; en avskrift har ingetdera."
                ),
            ),
            check(
                "placement_original_has_a_fingerprint",
                Q(origin=Origin.SENT) & ~Q(fingerprint="") | Q(origin=Origin.TRANSCRIBED, fingerprint=""),
                _("Ett original har en kontrollsumma; en avskrift har ingen som sparas (R10, R11)."),
            ),
        ]

    def __str__(self):
        return self.title or self.revision.slug

    @property
    def short_name(self) -> str:
        """How it is named in running text: by its period, or by its whole title; never by a bare year."""
        if self.period and not self.adjusts_id:
            return gettext("programmet för %s") % self.period
        return self.title

    @property
    def fingerprinted(self):
        return self.FROZEN if self.origin == Origin.SENT else ()

    def clean(self):
        if not self.title:
            raise ValidationError({"title": _("Ange programmets titel.")})
        if (self.revision.kind == RevisionKind.ADJUSTMENT) != bool(self.adjusts):
            raise ValidationError(
                {"adjusts": _("En justerad lydelse, och bara den, anger vilket program den justerar.")}
            )
        if self.revision in (self.replaces, self.adjusts):
            raise ValidationError({"replaces": _("Ett program kan inte ersätta eller justera sig självt.")})
        refuse_drafts(replaces=self.replaces, adjusts=self.adjusts, instead_of=self.instead_of)
        worded = self.revision.parts.exclude(text="", heading="", network="")
        if self.origin == Origin.TRANSCRIBED and worded.exists():
            raise ValidationError({"revision": _("I en avskrift är orden egna uppgifter, inte delar (R11).")})
        if self.origin == Origin.SENT and self.entry.follows_id:
            self._refuse_changed_text()
        if self.entry.void:
            self._refuse_to_leave_errata_behind()

    def _refuse_to_leave_errata_behind(self):
        """An erratum is about a text that was sent: it is struck before the sending is (R1b)."""
        errata = apps.get_model("programme", "Erratum").objects.filter(part__revision=self.revision)
        if standing(errata.select_related("entry").order_by("entry")):
            raise ValidationError(_("Programmets rättelser av skrivfel stryks först."))

    def _refuse_changed_text(self):
        """What was sent is frozen: what must be otherwise is withdrawn and sent anew (R1)."""
        sent = Placement.objects.get(entry=self.entry.fact)
        changed = [name for name in self.FROZEN if getattr(self, name) != getattr(sent, name)]
        if changed:
            raise ValidationError({name: _("Det som är sänt är fryst (R1).") for name in changed})

    def narrows(self, field, earlier):
        """A transcript may be put in the middle of the line: what it replaces is then nearer, not another (R5)."""
        if field.name == "replaces" and self.replaces:
            return self.replaces.placements.filter(replaces=earlier.replaces).exists()
        return super().narrows(field, earlier)


class Withdrawal(Fact):
    """A sent programme is withdrawn (återkallat), which is possible while it has never been complete (R1)."""

    KIND = EntryKind.WITHDRAWAL
    IDENTITY = ("revision",)

    revision = models.ForeignKey(
        Revision, models.PROTECT, verbose_name=_("program"), related_name="withdrawals"
    )
    on = models.DateField(_("återkallat"))
    paragraph = models.CharField(_("kommitténs §"), max_length=40, blank=True)
    why = models.TextField(_("varför"))

    class Meta:
        verbose_name = _("återkallande")
        verbose_name_plural = _("återkallanden")

    def __str__(self):
        return f"{self.revision} {self.on}"

    def clean(self):
        refuse_drafts(revision=self.revision)
