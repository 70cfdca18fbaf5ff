"""Who registers for a municipality, and the links with which they sign in."""

from datetime import datetime

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from adoption.models.bodies import Municipality
from adoption.models.cases import Case
from sodertorn.constraints import check, unique

SIGNER = Signer(sep=".", salt="sign-in-link")


class Registrar(models.Model):
    """Somebody registers what a municipality has decided: a kommunsekreterare, a registrator, or an office's mailbox."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("person"), related_name="registrations"
    )
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("kommun"), related_name="registrars"
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("den som registrerar för en kommun")
        verbose_name_plural = _("de som registrerar för en kommun")
        constraints = [
            unique(
                "registrar_once_in_municipality",
                "user",
                "municipality",
                message=_("Personen registrerar redan för kommunen."),
            )
        ]

    def __str__(self):
        return f"{self.user}, {self.municipality}"


class SignInLinkQuerySet(models.QuerySet):
    def living(self, moment: datetime):
        """Those that nobody has ended, and whose time, where they have one, has not run out."""
        return self.filter(Q(until=None) | Q(until__gt=moment), ended_at=None)

    def by_token(self, token: str):
        """The link of a token; of a token that is none of ours, no link."""
        try:
            return self.filter(pk=int(SIGNER.unsign(token)))
        except (BadSignature, ValueError):
            return self.none()


class SignInLink(models.Model):
    """A link with which a person signs in for one case (inloggningslänk): it names both.

    It is not spent when it is opened, nor when it is used: it lives until the case is closed,
    or somebody ends it. One that names no case, for readers of drafts and for registrars of
    whom nothing is asked, lives until a moment. What is kept here opens nothing: the token is
    the row's number, signed with the register's secret, so it can be mailed again.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("person"), related_name="sign_in_links"
    )
    case = models.ForeignKey(
        Case,
        models.PROTECT,
        verbose_name=_("ärende"),
        related_name="sign_in_links",
        null=True,
        blank=True,
        help_text=_("tomt: länken gäller inget ärende, och bara en tid"),
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("skickad av"),
        related_name="+",
        null=True,
        blank=True,
        help_text=_("tomt: personen bad själv om den"),
    )
    made_at = models.DateTimeField(_("gjord"), default=timezone.now, editable=False)
    until = models.DateTimeField(
        _("gäller till"), null=True, blank=True, help_text=_("tomt: tills ärendet är avslutat")
    )
    ended_at = models.DateTimeField(_("avslutad"), null=True, blank=True)
    used_at = models.DateTimeField(_("senast använd"), null=True, blank=True, editable=False)

    objects = SignInLinkQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["used_at"])

    class Meta:
        verbose_name = _("inloggningslänk")
        verbose_name_plural = _("inloggningslänkar")
        constraints = [
            check(
                "signinlink_lives_for_a_case_or_a_time",
                Q(case__isnull=False, until__isnull=True) | Q(case__isnull=True, until__isnull=False),
                _("En länk gäller ett ärende eller en tid."),
            ),
            check(
                "signinlink_ends_after_it_was_made",
                Q(ended_at__isnull=True) | Q(ended_at__gte=F("made_at")),
                _("En länk kan inte avslutas innan den är gjord."),
            ),
            unique(
                "signinlink_one_open_for_case",
                "user",
                "case",
                condition=Q(ended_at__isnull=True, case__isnull=False),
                message=_("Personen har redan en länk till ärendet."),
            ),
            unique(
                "signinlink_one_open_without_case",
                "user",
                condition=Q(ended_at__isnull=True, case__isnull=True),
                message=_("Personen har redan en länk."),
            ),
        ]

    def __str__(self):
        return f"{self.user}, {self.case or self.until}"

    @property
    def token(self) -> str:
        return SIGNER.sign(self.pk)
