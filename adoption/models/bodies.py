"""Who decides: the municipalities, their bodies, and the seats that must adopt a programme."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from adoption.facts import BOARD, COMMITTEE, COUNCIL, UNNAMED
from sodertorn.constraints import check, one_of, unique
from sodertorn.swedish import sort_key


class MunicipalityQuerySet(models.QuerySet):
    def in_swedish_order(self):
        """As a list, A–Z Å Ä Ö: the order in which the eight always stand."""
        return sorted(self, key=lambda municipality: sort_key(municipality.name))


class Municipality(models.Model):
    """One of the cooperating municipalities (kommun), with its own words for its papers (domain.md, Municipalities)."""

    code = models.CharField(
        _("kommunkod"),
        max_length=4,
        primary_key=True,
        validators=[RegexValidator(r"^[0-9]{4}$", _("En kommunkod är fyra siffror, till exempel 0126."))],
        help_text=_("fyra siffror med inledande nolla (SCB)"),
    )
    slug = models.SlugField(_("adress"), unique=True)
    name = models.CharField(_("namn"), max_length=60, help_text=_("kort, till exempel Nykvarn"))
    full_name = models.CharField(_("fullt namn"), max_length=80, help_text=_("till exempel Nykvarns kommun"))
    contact_email = models.EmailField(
        _("e-post till kommunen"),
        blank=True,
        help_text=_("kommunens funktionsbrevlåda; tomt om den inte är känd"),
    )
    website = models.URLField(_("webbplats"), blank=True, help_text=_("tomt om den inte är känd"))
    office = models.CharField(
        _("förvaltning"),
        max_length=100,
        blank=True,
        help_text=_(
            "så som kommunen skriver den, till exempel kommunstyrelsens förvaltning; tomt om inte känt"
        ),
    )
    office_genitive = models.CharField(
        _("förvaltningen i genitiv"), max_length=100, blank=True, help_text=_("tomt om inte känt")
    )
    paper = models.CharField(
        _("beslutsunderlagets namn"),
        max_length=60,
        blank=True,
        help_text=_("tjänsteutlåtande eller tjänsteskrivelse; tomt om inte känt"),
    )
    decision_form = models.CharField(
        _("beslutsformel"),
        max_length=200,
        blank=True,
        help_text=_("”… antas” eller ”Kommunstyrelsen beslutar att anta …”; tomt om inte känt"),
    )
    paragraph_form = models.CharField(
        _("så skrivs en §"),
        max_length=20,
        blank=True,
        help_text=_("till exempel §9, § 9 eller 9/27; tomt om inte känt"),
    )

    objects = MunicipalityQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("kommun")
        verbose_name_plural = _("kommuner")
        constraints = [unique("municipality_name_once", "name", message=_("Kommunen finns redan."))]

    def __str__(self):
        return self.name


class BodyKind(models.TextChoices):
    BOARD = BOARD, _("kommunstyrelsen")
    COUNCIL = COUNCIL, _("kommunfullmäktige")
    UNNAMED = UNNAMED, _("ett organ som källan inte namnger")
    COMMITTEE = COMMITTEE, _("samarbetskommittén")


class Body(models.Model):
    """A body that decides: a municipality's board or council, one not named by the source, or the committee."""

    municipality = models.ForeignKey(
        Municipality,
        models.PROTECT,
        verbose_name=_("kommun"),
        null=True,
        blank=True,
        related_name="bodies",
        help_text=_("tomt för samarbetskommittén"),
    )
    kind = models.CharField(_("slag"), max_length=10, choices=BodyKind.choices)

    class Meta:
        verbose_name = _("beslutande organ")
        verbose_name_plural = _("beslutande organ")
        ordering = ["municipality", "kind"]
        constraints = [
            one_of("body_kind_is_known", "kind", BodyKind, _("Okänt slags organ.")),
            check(
                "body_has_a_municipality_unless_committee",
                Q(kind=BodyKind.COMMITTEE, municipality__isnull=True)
                | ~Q(kind=BodyKind.COMMITTEE) & Q(municipality__isnull=False),
                _("Bara samarbetskommittén saknar kommun."),
            ),
            unique(
                "body_once_in_municipality",
                "municipality",
                "kind",
                message=_("Organet finns redan."),
            ),
            unique(
                "body_one_committee",
                "kind",
                condition=Q(kind=BodyKind.COMMITTEE),
                message=_("Organet finns redan."),
            ),
        ]

    def __str__(self):
        if not self.municipality:
            return gettext("samarbetskommittén")
        return f"{self.get_kind_display()}, {self.municipality}"

    @property
    def seat(self) -> str:
        """The seat that the body's decisions are for: one per municipality, and one for the committee (R2)."""
        return self.municipality.slug if self.municipality else COMMITTEE


class Seat(models.Model):
    """One of those that must adopt a programme, fixed by the entry that placed it (R2).

    `body` is the board that must adopt it (for an adjusted wording the committee);
    the council may do so in its stead when the board has passed the matter on.
    """

    placement = models.ForeignKey(
        "programme.Placement", models.PROTECT, verbose_name=_("program"), related_name="seats"
    )
    body = models.ForeignKey(Body, models.PROTECT, verbose_name=_("organ"), related_name="seats")

    class Meta:
        verbose_name = _("plats som ska anta")
        verbose_name_plural = _("platser som ska anta")
        ordering = ["placement", "body"]
        constraints = [
            unique("seat_once_in_programme", "placement", "body", message=_("Platsen finns redan."))
        ]

    def __str__(self):
        return f"{self.placement}: {self.body}"


class TakingOffice(models.Model):
    """The day on which a municipality's board takes office in a term, where known (domain.md, Minutes)."""

    term = models.ForeignKey(
        "programme.TermOfOffice",
        models.PROTECT,
        verbose_name=_("mandatperiod"),
        related_name="boards",
    )
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("kommun"), related_name="terms"
    )
    on = models.DateField(
        _("styrelsen tillträder"), null=True, blank=True, help_text=_("tomt om dagen inte är känd")
    )
    note = models.CharField(_("anmärkning"), max_length=300, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("styrelses tillträde")
        verbose_name_plural = _("styrelsers tillträde")
        ordering = ["term", "municipality"]
        constraints = [
            unique(
                "taking_office_once",
                "term",
                "municipality",
                message=_("Tillträdet är redan infört."),
            )
        ]

    def __str__(self):
        return f"{self.municipality} {self.term}"
