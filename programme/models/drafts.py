"""What belongs to a draft only: its savings, its comments, the links that share it. None of it is ever public record."""

import secrets
from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from programme.models.revision import Revision
from programme.models.structure import Part
from sodertorn.constraints import CheckedAtOnce, check, one_of, unique


def person(words, **options) -> models.ForeignKey:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=words, related_name="+", **options
    )


class Saving(models.Model):
    """A working version (version) of a draft: one for each time that it was saved as a whole.

    The words are not here: they are what the edit history of the draft's parts says of
    the moment `at`. With a `name` the version is one that somebody wanted to keep.
    """

    revision = models.ForeignKey(Revision, models.PROTECT, verbose_name=_("utkast"), related_name="savings")
    number = models.PositiveIntegerField(_("version"))
    at = models.DateTimeField(_("sparad"))
    by = person(_("av"), null=True, blank=True)
    why = models.CharField(_("varför"), max_length=300, blank=True)
    name = models.CharField(
        _("namn"), max_length=80, blank=True, help_text=_("för en version som ska gå att hitta igen")
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("version")
        verbose_name_plural = _("versioner")
        ordering = ["revision", "number"]
        constraints = [
            unique(
                "saving_number_once",
                "revision",
                "number",
                message=_("Någon annan sparade samtidigt."),
            ),
            unique(
                "saving_name_once",
                "revision",
                "name",
                condition=~Q(name=""),
                message=_("En annan version har redan det namnet."),
            ),
        ]

    def __str__(self):
        return self.name or str(self.number)


class DraftLineage(models.Model):
    """What a goal or area of a draft goes back to; becomes a `Lineage` when the draft is sent."""

    later = models.ForeignKey(
        Part, models.CASCADE, verbose_name=_("mål eller område"), related_name="draft_ancestry"
    )
    earlier = models.ForeignKey(
        Part,
        models.PROTECT,
        verbose_name=_("går tillbaka på"),
        null=True,
        blank=True,
        related_name="draft_descent",
        help_text=_("tomt: det går inte tillbaka på något tidigare"),
    )
    why = models.TextField(_("skäl"), blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("släktskap i ett utkast")
        verbose_name_plural = _("släktskap i utkast")
        constraints = [
            unique("draftlineage_once", "later", "earlier", message=_("Släktskapet är redan angivet."))
        ]

    def __str__(self):
        return f"{self.later} ← {self.earlier or '–'}"


class CommentFrom(models.TextChoices):
    COMMITTEE = "committee", _("samarbetskommittén")
    MANAGEMENT = "management", _("ledningsgruppen")
    OTHER = "other", _("någon annan")


class Comment(CheckedAtOnce):
    """What somebody said about a draft (synpunkt), written down by a strategist; withdrawn, never deleted.

    A public record (allmän handling). `part_key` names the text that it is about, and
    `about` quotes it, so that the comment still says what it meant when the text is gone.
    """

    revision = models.ForeignKey(Revision, models.PROTECT, verbose_name=_("utkast"), related_name="comments")
    part_key = models.CharField(
        _("gäller"), max_length=60, blank=True, help_text=_("tomt: utkastet som helhet")
    )
    about = models.TextField(_("texten som den löd då"), blank=True)
    sender = models.CharField(_("från"), max_length=12, choices=CommentFrom.choices)
    sender_words = models.CharField(
        _("vem"), max_length=200, blank=True, help_text=_("krävs för någon annan: organet eller rollen")
    )
    on = models.DateField(_("dag"), help_text=_("då synpunkten lämnades"))
    text = models.TextField(_("synpunkt"), max_length=20_000)
    written_by = person(_("antecknad av"))
    written_at = models.DateTimeField(_("antecknad"), default=timezone.now, editable=False)
    settled = models.TextField(_("hur den togs om hand"), blank=True, max_length=5_000)
    settled_on = models.DateField(_("togs om hand"), null=True, blank=True, help_text=_("tomt om den väntar"))
    withdrawn = models.TextField(_("varför den drogs tillbaka"), blank=True, max_length=5_000)
    withdrawn_on = models.DateField(
        _("drogs tillbaka"), null=True, blank=True, help_text=_("tomt om den står kvar")
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("synpunkt")
        verbose_name_plural = _("synpunkter")
        ordering = ["on", "id"]
        constraints = [
            one_of("comment_sender_is_known", "sender", CommentFrom, _("Okänd avsändare.")),
            check(
                "comment_says_who",
                ~Q(sender=CommentFrom.OTHER) | ~Q(sender_words=""),
                _("Skriv vem synpunkten kommer från."),
            ),
            check(
                "comment_settled_says_how_and_when",
                Q(settled="", settled_on__isnull=True) | ~Q(settled="") & Q(settled_on__isnull=False),
                _("Skriv både hur synpunkten togs om hand och vilken dag."),
            ),
            check(
                "comment_withdrawn_says_why_and_when",
                Q(withdrawn="", withdrawn_on__isnull=True) | ~Q(withdrawn="") & Q(withdrawn_on__isnull=False),
                _("Skriv både varför synpunkten dras tillbaka och vilken dag."),
            ),
        ]

    def __str__(self):
        return f"{self.sender_name}, {self.on}"

    def delete(self, *args, **kwargs):
        raise TypeError("comments are never deleted; withdraw them")

    @property
    def sender_name(self) -> str:
        return self.sender_words or str(self.get_sender_display())

    def clean(self):
        if self.on and self.on > timezone.localdate():
            raise ValidationError({"on": _("Dagen har inte varit ännu.")})


def new_token() -> str:
    return secrets.token_urlsafe(24)


class PreviewLink(models.Model):
    """A link that shows a draft to people without an account, until a day, the sending, or its end."""

    revision = models.ForeignKey(
        Revision, models.PROTECT, verbose_name=_("utkast"), related_name="preview_links"
    )
    token = models.CharField(_("nyckel"), max_length=40, unique=True, default=new_token, editable=False)
    recipient = models.CharField(_("till vem"), max_length=200, help_text=_("till exempel ledningsgruppen"))
    until = models.DateField(_("till och med"))
    made_by = person(_("delad av"))
    made_at = models.DateTimeField(_("delad"), default=timezone.now, editable=False)
    ended_at = models.DateTimeField(_("avslutad"), null=True, blank=True)
    opened = models.PositiveIntegerField(_("öppnad, gånger"), default=0, editable=False)
    opened_at = models.DateTimeField(_("senast öppnad"), null=True, blank=True, editable=False)

    history = HistoricalRecords(excluded_fields=["token", "opened", "opened_at"])

    class Meta:
        verbose_name = _("delningslänk")
        verbose_name_plural = _("delningslänkar")
        ordering = ["-made_at"]

    def __str__(self):
        return f"{self.revision}, {self.recipient}"

    def open_on(self, day: date) -> bool:
        """Whether the link shows the draft on the day: it then is a draft still, and nobody ended the link."""
        return self.ended_at is None and day <= self.until and self.revision.is_draft
