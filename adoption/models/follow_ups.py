"""What comes after a decision: the life of its minutes, ends, rulings, checks."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from adoption.models.decisions import Decision
from sodertorn.constraints import check, one_of
from sodertorn.journal import Act, Entry, EntryKind, Fact


class Extract(models.Model):
    """An uploaded extract from the minutes (protokollsutdrag), kept by its hash; never changed."""

    sha256 = models.CharField(
        _("kontrollsumma (SHA-256)"),
        max_length=64,
        primary_key=True,
        validators=[RegexValidator(r"^[0-9a-f]{64}$")],
    )
    size = models.PositiveIntegerField(_("storlek i byte"))
    media_type = models.CharField(_("filtyp"), max_length=80, default="application/pdf")

    class Meta:
        verbose_name = _("protokollsutdrag")
        verbose_name_plural = _("protokollsutdrag")

    def __str__(self):
        return self.sha256[:12]


class FollowUpKind(models.TextChoices):
    """In the order in which they normally come."""

    SIGNED = "signed", _("protokollet justerat")
    ANNOUNCED = "announced", _("justeringen tillkännagiven")
    TAKEN_DOWN = "taken_down", _("tillkännagivandet nedtaget")
    EXTRACT_FILED = "extract_filed", _("protokollsutdrag inlämnat")
    EXTRACT_REVIEWED = "extract_reviewed", _("protokollsutdrag granskat för offentlighet")
    EXTRACT_WITHDRAWN = "extract_withdrawn", _("protokollsutdrag inte längre offentligt")
    EXTRACT_DESTROYED = "extract_destroyed", _("protokollsutdrag förstört")
    CHECKED = "checked", _("granskat mot justerat protokoll")
    CONFIRMED = "confirmed", _("bekräftat av kommunen")
    OBJECTED = "objected", _("kommunen har svarat att uppgifterna inte stämmer")
    RULED = "ruled", _("avgjort om det räknas")
    APPEALED = "appealed", _("överklagat")
    JUDGMENT = "judgment", _("dom")
    LEGAL_FORCE = "legal_force", _("har fått laga kraft")
    ANNULLED = "annulled", _("upphävt av domstol")
    RESCINDED = "rescinded", _("upphävt av kommunen")
    INHIBITION = "inhibition", _("inhiberat")
    INHIBITION_LIFTED = "inhibition_lifted", _("inhibitionen upphävd")


ITS_OWN_WORD = (FollowUpKind.CONFIRMED, FollowUpKind.OBJECTED)
"""What a municipality answers when it is asked whether an entry is right, also one that strikes its decision."""
OF_AN_ENTRY = (FollowUpKind.CHECKED, *ITS_OWN_WORD)
"""About the decision exactly as an entry has it: they lapse when a newer one comes, and are struck, never restated."""
ABOUT_FILES = (
    FollowUpKind.EXTRACT_FILED,
    FollowUpKind.EXTRACT_REVIEWED,
    FollowUpKind.EXTRACT_WITHDRAWN,
    FollowUpKind.EXTRACT_DESTROYED,
)
ENDS = (FollowUpKind.ANNULLED, FollowUpKind.RESCINDED, FollowUpKind.INHIBITION)


class FollowUp(Fact):
    """What comes after a decision (uppföljning), one model with kinds (R3b, R8, R12, R13).

    Names the fact of a decision, whatever entry of it is newest; only a check, and what the
    municipality answers, is about exactly one entry, and lapses when a newer one comes. An end has
    one exact day, Europe/Stockholm: for an annulment the day of legal force.
    """

    KIND = EntryKind.FOLLOW_UP
    IDENTITY = ("decision", "step", "lifts")
    NOT_PUBLIC = ("objection",)

    decision = models.ForeignKey(
        Decision, models.PROTECT, verbose_name=_("beslut"), related_name="follow_ups"
    )
    step = models.CharField(_("slag"), max_length=20, choices=FollowUpKind.choices)
    on = models.DateField(
        _("dag"), null=True, blank=True, help_text=_("krävs för det som slutar ett antagande")
    )
    words = models.TextField(
        _("uppgift"), blank=True, help_text=_("målnummer, skäl eller annat, med källans ord")
    )
    counts = models.BooleanField(
        _("räknas"), null=True, blank=True, help_text=_("bara för ett avgörande (R12)")
    )
    lifts = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name=_("inhibition som upphävs"),
        null=True,
        blank=True,
        related_name="lifted_by",
        help_text=_("bara när en inhibition upphävs (R3b)"),
    )
    through = models.ForeignKey(
        Decision,
        models.PROTECT,
        verbose_name=_("beslutet som upphävde"),
        null=True,
        blank=True,
        related_name="took_back",
        help_text=_("det nya beslutet, om ett sådant upphävde det äldre"),
    )
    extract = models.ForeignKey(
        Extract,
        models.PROTECT,
        verbose_name=_("protokollsutdrag"),
        null=True,
        blank=True,
        related_name="follow_ups",
        help_text=_("bara när ett utdrag lämnas in, granskas, inte längre är offentligt eller förstörs"),
    )
    masks = models.ForeignKey(
        Extract,
        models.PROTECT,
        verbose_name=_("utdraget som filen är en maskad kopia av"),
        null=True,
        blank=True,
        related_name="masked_by",
        help_text=_("bara när en maskad kopia lämnas in"),
    )
    file_name = models.CharField(
        _("filens namn"), max_length=200, blank=True, help_text=_("som det var när filen lämnades in")
    )
    objection = models.TextField(
        _("vad som inte stämmer"),
        blank=True,
        help_text=_("kommunens ord till samverkanskansliet; visas aldrig offentligt"),
    )

    class Meta:
        verbose_name = _("uppföljning")
        verbose_name_plural = _("uppföljningar")
        constraints = [
            one_of("followup_kind_is_known", "step", FollowUpKind, _("Okänt slags uppföljning.")),
            check(
                "followup_ends_have_a_day",
                ~Q(step__in=[*ENDS, FollowUpKind.INHIBITION_LIFTED]) | Q(on__isnull=False),
                _("Ange dagen från vilken antagandet inte längre gäller, eller gäller igen."),
            ),
            check(
                "followup_ruling_says_whether_it_counts",
                Q(step=FollowUpKind.RULED, counts__isnull=False) & ~Q(words="")
                | ~Q(step=FollowUpKind.RULED) & Q(counts__isnull=True),
                _("Ett avgörande säger om antagandet räknas och varför."),
            ),
            check(
                "followup_lift_names_an_inhibition",
                Q(step=FollowUpKind.INHIBITION_LIFTED, lifts__isnull=False)
                | ~Q(step=FollowUpKind.INHIBITION_LIFTED) & Q(lifts__isnull=True),
                _("Ange vilken inhibition som upphävs."),
            ),
            check(
                "followup_extract_steps_name_a_file",
                Q(step__in=ABOUT_FILES, extract__isnull=False)
                | ~Q(step__in=ABOUT_FILES) & Q(extract__isnull=True),
                _("Ange vilket protokollsutdrag det gäller."),
            ),
            check(
                "followup_only_what_is_filed_has_a_name_or_masks",
                Q(step=FollowUpKind.EXTRACT_FILED) | Q(masks__isnull=True, file_name=""),
                _("Bara ett utdrag som lämnas in har ett filnamn, eller är en maskad kopia av ett annat."),
            ),
            check(
                "followup_only_an_objection_has_its_words",
                Q(step=FollowUpKind.OBJECTED) | Q(objection=""),
                _("Bara den som svarar att något inte stämmer säger vad."),
            ),
            check(
                "followup_masked_copy_is_another_file",
                Q(masks__isnull=True) | ~Q(masks=F("extract")),
                _("En maskad kopia är en annan fil än den som den ersätter."),
            ),
            check(
                "followup_what_takes_a_file_away_says_why",
                ~Q(step__in=[FollowUpKind.EXTRACT_WITHDRAWN, FollowUpKind.EXTRACT_DESTROYED]) | ~Q(words=""),
                _("Ange varför utdraget inte längre är offentligt, eller lagrummet om det är förstört."),
            ),
            check(
                "followup_through_a_decision_only_when_rescinded",
                Q(step=FollowUpKind.RESCINDED) | Q(through__isnull=True),
                _("Bara ett beslut som kommunen själv upphävt kan vara upphävt genom ett annat beslut."),
            ),
        ]

    def __str__(self):
        return f"{self.get_step_display()} ({self.decision_id})"

    def clean(self):
        if not self.entry.follows_id:
            self._refuse_what_does_not_stand()
            self._refuse_a_second()
        if self.step in OF_AN_ENTRY and not self.entry.void:
            self._refuse_one_who_cannot_know()
        if self.step in ABOUT_FILES and self.entry.act == Act.CORRECT:
            self._refuse_another_file()
        if self.lifts and self.lifts.step != FollowUpKind.INHIBITION:
            raise ValidationError(
                {"lifts": _("Bara en inhibition kan upphävas så att antagandet gäller igen (R3b).")}
            )
        if self.lifts and self.lifts.decision.entry.fact != self.decision.entry.fact:
            raise ValidationError({"lifts": _("Inhibitionen gäller ett annat beslut.")})
        if self.through and self.through.case.body.seat != self.decision.case.body.seat:
            raise ValidationError({"through": _("Bara samma kommun kan upphäva sitt beslut.")})
        if self.lifts and self.on and self.on < self.lifts.on:
            raise ValidationError({"on": _("Inhibitionen kan inte upphävas före den dag då den beslutades.")})

    def _refuse_what_does_not_stand(self):
        """What comes after is about the decision as its newest entry has it, and a check about exactly that one.

        That its decision was never taken a municipality can answer to as well.
        """
        chain = Decision.objects.select_related("entry").filter(entry__fact=self.decision.entry.fact)
        newest = chain.latest("entry")
        goes_on = (*ITS_OWN_WORD, FollowUpKind.EXTRACT_DESTROYED)  # the file lies there, whatever is struck
        if newest.entry.void and self.step not in goes_on:
            raise ValidationError({"decision": _("Enligt en rättelse har beslutet aldrig fattats.")})
        if self.step in (*ENDS, FollowUpKind.RULED) and not newest.adopts:
            raise ValidationError(
                {"decision": _("Bara ett antagande kan upphävas, inhiberas eller avgöras.")}
            )
        if self.step in OF_AN_ENTRY and self.decision_id != newest.pk:
            raise ValidationError({"decision": _("Beslutet har en nyare händelse; granska den.")})

    def _refuse_one_who_cannot_know(self):
        """Whoever checks has compared, and is never one who recorded the decision; the municipality answers itself (R13).

        A correction can only strike them: to restate a check would be to check again.
        """
        if self.entry.act == Act.CORRECT:
            raise ValidationError(
                {"correction": _("En granskning kan bara strykas; granska beslutet igen i stället.")}
            )
        if self.step in ITS_OWN_WORD:
            own = self.decision.case.body.municipality
            if own is None or self.entry.office != own.full_name:
                raise ValidationError({"step": _("Bara kommunen själv kan svara om beslutet stämmer.")})
            return
        writers = Entry.objects.filter(fact=self.decision.entry.fact, by__isnull=False)
        if self.entry.by_id and writers.filter(by=self.entry.by_id).exists():
            raise ValidationError(
                {"step": _("Den som registrerade beslutet kan inte själv granska det (R13).")}
            )

    def _refuse_another_file(self):
        """What is said of a file stays with that file; a review is made anew, and what is destroyed is gone."""
        if self.step == FollowUpKind.EXTRACT_DESTROYED:
            raise ValidationError({"correction": _("Det som är förstört går inte att få tillbaka.")})
        if self.step != FollowUpKind.EXTRACT_FILED and not self.entry.void:
            raise ValidationError({"correction": _("Uppgiften kan bara strykas; gör om den i stället.")})

    def _refuse_a_second(self):
        """One ruling per decision and one lifting per inhibition: a changed one is a correction (R8)."""
        others = FollowUp.objects.filter(decision__entry__fact=self.decision.entry.fact, step=self.step)
        if self.step == FollowUpKind.RULED and others.exists():
            raise ValidationError({"step": _("Beslutet har redan ett avgörande; rätta det.")})
        if self.lifts and others.filter(lifts__entry__fact=self.lifts.entry.fact).exists():
            raise ValidationError({"lifts": _("Inhibitionen är redan upphävd; rätta den uppgiften.")})
