"""A programme's identity, and the particulars of its draft."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from sodertorn.constraints import CheckedAtOnce, check, one_of
from sodertorn.moments import FIRST_YEAR, LAST_YEAR

RESERVED_SLUGS = frozenset({"mal", "ny", "nytt", "jamfor", "bevis", "utkast", "alla", "sok", "feed", "api"})
"""Words that addresses under /program/ need for something else."""


YEARS = [MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)]


def refuse_reserved(slug: str) -> None:
    if slug in RESERVED_SLUGS:
        raise ValidationError(_("Adressen ”%(slug)s” är reserverad; välj en annan."), params={"slug": slug})


class TermOfOffice(models.Model):
    """A term of office (mandatperiod), named by its election years. Data, not code (domain.md, Minutes)."""

    label = models.CharField(
        _("beteckning"), max_length=20, unique=True, help_text=_("valåren, till exempel 2022–2026")
    )
    election = models.DateField(_("valdag"))
    council_from = models.DateField(
        _("fullmäktige tillträder"),
        null=True,
        blank=True,
        help_text=_("tomt om dagen inte är känd"),
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("mandatperiod")
        verbose_name_plural = _("mandatperioder")
        ordering = ["election"]
        constraints = [
            check(
                "term_of_office_council_after_election",
                Q(council_from__isnull=True) | Q(council_from__gt=F("election")),
                _("Fullmäktige tillträder efter valdagen."),
            )
        ]

    def __str__(self):
        return self.label


def of_particulars(model: str, *, halves: bool = False) -> list[models.CheckConstraint]:
    """What must hold of a model's particulars; Django fills in no names in error codes, so they are made here.

    `halves`: one year of the period may be known without the other, as while a draft is written.
    """
    possible = (FIRST_YEAR, LAST_YEAR)
    half = Q(period_first__range=possible, period_last__isnull=True)
    half |= Q(period_last__range=possible, period_first__isnull=True)
    unknown = Q(period_first__isnull=True, period_last__isnull=True)
    known = Q(period_first__isnull=False, period_last__isnull=False, period_first__lte=F("period_last"))
    return [
        check(
            f"{model}_period_starts_before_it_ends",
            unknown | half | known if halves else unknown | known,
            _("Perioden börjar före den slutar, eller är helt okänd."),
        ),
        check(
            f"{model}_years_are_possible",
            Q(period_last__isnull=True) | Q(period_first__gte=FIRST_YEAR, period_last__lte=LAST_YEAR),
            _("Åren är orimliga."),
        ),
        check(
            f"{model}_adjusts_or_replaces",
            Q(adjusts__isnull=True) | Q(replaces__isnull=True),
            _("En justerad lydelse ersätter ingenting (R9)."),
        ),
    ]


class Particulars(CheckedAtOnce):
    """What a programme is called, and when it is meant for: in a draft edited, in the register stated."""

    title = models.CharField(_("titel"), max_length=300, blank=True)
    period_first = models.PositiveSmallIntegerField(
        _("periodens första år"),
        null=True,
        blank=True,
        validators=YEARS,
        help_text=_("tomt om perioden inte är känd"),
    )
    period_last = models.PositiveSmallIntegerField(
        _("periodens sista år"),
        null=True,
        blank=True,
        validators=YEARS,
        help_text=_("tomt om perioden inte är känd"),
    )
    horizon = models.PositiveSmallIntegerField(
        _("målår"),
        null=True,
        blank=True,
        validators=YEARS,
        help_text=_("året som programmet siktar mot, till exempel 2040"),
    )
    not_before = models.DateField(
        _("gäller tidigast från"),
        null=True,
        blank=True,
        help_text=_("bara om programmet självt säger det; härleds aldrig ur perioden (R4)"),
    )
    term = models.ForeignKey(
        TermOfOffice,
        models.PROTECT,
        verbose_name=_("mandatperiod"),
        null=True,
        blank=True,
        related_name="+",
        help_text=_("tomt om den inte är känd"),
    )
    replaces = models.ForeignKey(
        "programme.Revision",
        models.PROTECT,
        verbose_name=_("ersätter"),
        null=True,
        blank=True,
        related_name="+",
        help_text=_("programmet närmast före i ordningen; tomt för det första"),
    )
    adjusts = models.ForeignKey(
        "programme.Revision",
        models.PROTECT,
        verbose_name=_("justerar"),
        null=True,
        blank=True,
        related_name="+",
        help_text=_("bara för en justerad lydelse (R9)"),
    )

    class Meta:
        abstract = True

    @property
    def period(self) -> str:
        """The period with a proper dash, or nothing when it is not known, or only half of it."""
        return f"{self.period_first}–{self.period_last}" if self.period_first and self.period_last else ""


class RevisionKind(models.TextChoices):
    PROGRAMME = "programme", _("program")
    ADJUSTMENT = "adjustment", _("justerad lydelse")


class RevisionQuerySet(models.QuerySet):
    def drafts(self):
        """Those that are still under work: nothing has been said of them in the register."""
        return self.filter(placements__isnull=True)

    def placed(self):
        """Those that have a place in the register, also if that is said never to have happened."""
        return self.filter(placements__isnull=False).distinct()


class Revision(Particulars):
    """A development programme (utvecklingsprogram): a draft, an original or a transcript (R11).

    The row is the programme's identity and, while it is a draft, its particulars. Once
    it has a `Placement` the register states those; whether it is a draft, an original
    or a transcript follows from that and is stored nowhere else.
    """

    slug = models.CharField(
        _("adress"),
        max_length=80,
        unique=True,
        validators=[RegexValidator(r"^[a-z0-9-]+$", _("Bara a–z, 0–9 och bindestreck.")), refuse_reserved],
        help_text=_("ändras inte"),
    )
    instead_of = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name=_("skrivs i stället för"),
        null=True,
        blank=True,
        related_name="+",
        help_text=_("det återkallade programmet som utkastet började från (R1)"),
    )
    kind = models.CharField(
        _("slag"), max_length=12, choices=RevisionKind.choices, default=RevisionKind.PROGRAMME
    )

    objects = RevisionQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta(Particulars.Meta):
        verbose_name = _("program")
        verbose_name_plural = pgettext_lazy("flera", "program")
        ordering = ["slug"]
        constraints = [
            *of_particulars("revision", halves=True),
            one_of("revision_kind_is_known", "kind", RevisionKind, _("Okänt slags program.")),
        ]

    def __str__(self):
        return self.title or self.slug

    @property
    def is_draft(self) -> bool:
        return not self.placements.exists()
