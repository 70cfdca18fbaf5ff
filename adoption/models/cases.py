"""The matter at each body, with its reference numbers and planned steps."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from adoption.models.bodies import Body, Seat
from sodertorn.constraints import check, one_of, unique
from sodertorn.journal import EntryKind, Fact


class Case(Fact):
    """A matter (ärende): one programme before one body (R2). Never changed; what is known of it are its details."""

    KIND = EntryKind.CASE
    IDENTITY = ("revision", "body")

    revision = models.ForeignKey(
        "programme.Revision", models.PROTECT, verbose_name=_("program"), related_name="cases"
    )
    body = models.ForeignKey(Body, models.PROTECT, verbose_name=_("organ"), related_name="cases")

    class Meta:
        verbose_name = _("ärende")
        verbose_name_plural = _("ärenden")
        constraints = [
            unique(
                "case_once_for_programme_and_body",
                "revision",
                "body",
                message=_("Ärendet finns redan."),
            )
        ]

    def __str__(self):
        return f"{self.revision}, {self.body}"

    def clean(self):
        seats = Seat.objects.filter(placement__revision=self.revision)
        if not seats.filter(body__municipality=self.body.municipality).exists():
            raise ValidationError({"body": _("Organet har ingen plats som ska anta programmet.")})


class HandlingOfficer(models.Model):
    """Who handles the matter (handläggare): a person, so edited and removed freely, and never shown publicly."""

    case = models.OneToOneField(Case, models.CASCADE, verbose_name=_("ärende"), related_name="officer")
    name = models.CharField(_("namn"), max_length=150)
    email = models.EmailField(_("e-post"), blank=True)

    history = HistoricalRecords(excluded_fields=["name", "email"])

    class Meta:
        verbose_name = _("handläggare")
        verbose_name_plural = pgettext_lazy("flera", "handläggare")

    def __str__(self):
        return self.name


class DetailKind(models.TextChoices):
    NUMBER = "number", _("diarienummer")
    PREPARATION = "preparation", _("beredning eller utskott")
    DEADLINE = "deadline", _("manusstopp")
    MEETING = "meeting", _("sammanträde")


PLANNED = (DetailKind.PREPARATION, DetailKind.DEADLINE, DetailKind.MEETING)


class CaseDetail(Fact):
    """What is known of a matter: a reference number (diarienummer), or a planned step (R2).

    A plan that changes is no error: the newest record of a planned step is the plan,
    and an empty day means that nothing is planned any more. Numbers add up.
    """

    KIND = EntryKind.CASE_DETAIL
    IDENTITY = ("case", "detail")

    case = models.ForeignKey(Case, models.PROTECT, verbose_name=_("ärende"), related_name="details")
    detail = models.CharField(_("slag"), max_length=12, choices=DetailKind.choices)
    on = models.DateField(
        _("planerad dag"), null=True, blank=True, help_text=_("tomt: inget planerat längre")
    )
    words = models.CharField(
        _("uppgift"),
        max_length=200,
        blank=True,
        help_text=_("diarienumret, så som kommunen skriver det"),
    )

    class Meta:
        verbose_name = _("uppgift i ärendet")
        verbose_name_plural = _("uppgifter i ärendet")
        constraints = [
            one_of("casedetail_kind_is_known", "detail", DetailKind, _("Okänt slags uppgift.")),
            check(
                "casedetail_planned_day_or_words",
                models.Q(detail__in=PLANNED) | models.Q(on__isnull=True) & ~models.Q(words=""),
                _("Ett diarienummer skrivs ut; bara planerade steg har en dag."),
            ),
        ]

    def __str__(self):
        return f"{self.get_detail_display()} {self.words or self.on}"
