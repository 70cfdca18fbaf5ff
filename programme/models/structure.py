"""The goal structure: every text of a programme in its place and order."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from programme.models.revision import Revision
from sodertorn.constraints import check, one_of, unique


class PartKind(models.TextChoices):
    """The kinds of text that a programme has, in the order in which they stand."""

    VISION = "vision", _("vision")
    OVERALL_GOAL = "overall_goal", _("övergripande mål")
    PURPOSE = "purpose", _("syfte")
    SECTION = "section", _("avsnitt")
    FOCUS_AREA = "focus_area", _("fokusområde")
    GOAL = "goal", _("långsiktigt mål")
    POINT = "point", _("punkt")
    ANNEX = "annex", _("bilaga")


SINGLE = (PartKind.VISION, PartKind.OVERALL_GOAL, PartKind.PURPOSE)
PARENT = {PartKind.GOAL: PartKind.FOCUS_AREA, PartKind.POINT: PartKind.GOAL}
STEM = {
    PartKind.VISION: "vision",
    PartKind.OVERALL_GOAL: "overall-goal",
    PartKind.PURPOSE: "purpose",
    PartKind.SECTION: "avsnitt",
    PartKind.FOCUS_AREA: "fokusomrade",
    PartKind.GOAL: "mal",
    PartKind.POINT: "punkt",
    PartKind.ANNEX: "bilaga",
}
"""How the key of a text begins."""


def new_key(kind: str, used: Iterable[str], inside: str = "") -> str:
    """A key that no text of the programme has or has had. `inside`: the key of what a text belongs to for good."""
    if kind in SINGLE and STEM[kind] not in used:
        return STEM[kind]
    stem, number = f"{inside}/" if inside else f"{STEM[kind]}-", 1
    while f"{stem}{number}" in used:
        number += 1
    return f"{stem}{number}"


class Wording(models.Model):
    """The words of one part."""

    heading = models.CharField(
        _("rubrik"), max_length=300, blank=True, help_text=_("för avsnitt och bilagor")
    )
    text = models.TextField(_("text"), blank=True, help_text=_("för ett fokusområde: dess namn"))
    network = models.CharField(
        _("nätverk"),
        max_length=300,
        blank=True,
        help_text=_("bara för fokusområden; tomt om det inte är känt"),
    )

    class Meta:
        abstract = True

    @property
    def has_words(self) -> bool:
        return bool(self.text or self.heading)


class Part(Wording):
    """One text of a programme in its place (vision, övergripande mål, syfte, avsnitt, fokusområde, mål, punkt, bilaga).

    In a draft and in an original the words stand here. In a transcript the row is only
    the place, and the words are its `TextRecord`s (R11). One table for all kinds, so
    that order, history, lineage, translation and comparison are each written once.
    """

    revision = models.ForeignKey(Revision, models.CASCADE, verbose_name=_("program"), related_name="parts")
    key = models.CharField(
        _("beteckning"),
        max_length=60,
        validators=[RegexValidator(r"^[a-z0-9/-]+$", _("Bara a–z, 0–9, snedstreck och bindestreck."))],
        help_text=_("fast namn på platsen i programmet, till exempel infra/1"),
    )
    kind = models.CharField(_("slag"), max_length=12, choices=PartKind.choices)
    parent = models.ForeignKey(
        "self",
        models.CASCADE,
        verbose_name=_("hör till"),
        null=True,
        blank=True,
        related_name="children",
        help_text=_("fokusområdet för ett mål, målet för en punkt; annars tomt"),
    )
    position = models.PositiveSmallIntegerField(_("plats i ordningen"), default=1)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("programtext")
        verbose_name_plural = _("programtexter")
        ordering = ["revision", "position", "key"]
        constraints = [
            one_of("part_kind_is_known", "kind", PartKind, _("Okänt slags text.")),
            unique(
                "part_key_once_in_programme",
                "revision",
                "key",
                message=_("Beteckningen används redan."),
            ),
            unique(
                "part_vision_goal_purpose_once",
                "revision",
                "kind",
                condition=Q(kind__in=SINGLE),
                message=_("Ett program har en vision, ett övergripande mål och ett syfte."),
            ),
            check(
                "part_goals_and_points_belong",
                Q(kind__in=PARENT, parent__isnull=False) | ~Q(kind__in=PARENT) & Q(parent__isnull=True),
                _(
                    "Ett mål hör till ett fokusområde och en punkt till ett mål; annat hör direkt till programmet."
                ),
            ),
            check(
                "part_network_of_a_focus_area",
                Q(network="") | Q(kind=PartKind.FOCUS_AREA),
                _("Bara ett fokusområde har ett nätverk."),
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.key}"

    def clean(self):
        if self.parent and (
            self.parent.kind != PARENT.get(self.kind) or self.parent.revision_id != self.revision_id
        ):
            raise ValidationError({"parent": _("Texten kan inte höra till den platsen i programmet.")})
