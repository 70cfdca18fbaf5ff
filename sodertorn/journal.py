"""The spine of the register: every recorded fact is an entry, and `record` is the only way to write one.

An entry says that something was registered, supplemented or corrected, when and by
which office; the fact's own fields hang on it one-to-one. Users see the journal as
*händelselogg*.
"""

from datetime import date, datetime

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sodertorn.clock import refuse_wrong_clock
from sodertorn.constraints import CheckedAtOnce, check, insert, one_of
from sodertorn.moments import FIRST_YEAR, LAST_YEAR
from sodertorn.one_act import note, one_act
from sodertorn.words import the_day


class Act(models.TextChoices):
    """The three acts of R8."""

    REGISTER = "register", _("registrerat")
    SUPPLEMENT = "supplement", _("kompletterat")
    CORRECT = "correct", _("rättat")


class Correction(models.TextChoices):
    """Why a fact was corrected (R8)."""

    TYPING_ERROR = "typing_error", _("vårt skrivfel")
    MINUTES_CORRECTED = "minutes_corrected", _("kommunen har rättat sitt protokoll")
    NEVER_HAPPENED = "never_happened", _("har aldrig inträffat")


class EntryKind(models.TextChoices):
    """What an entry states: one value for each subclass of `Fact`."""

    PLACEMENT = "placement", _("program i registret")
    WITHDRAWAL = "withdrawal", _("återkallande")
    TEXT = "text", _("text i en avskrift")
    TEXT_CHECK = "text_check", _("kontroll av en text")
    LINEAGE = "lineage", _("släktskap")
    TRANSLATION = "translation", _("översättning")
    CASE = "case", _("ärende")
    CASE_DETAIL = "case_detail", _("uppgift i ärendet")
    DECISION = "decision", _("beslut")
    FOLLOW_UP = "follow_up", _("uppföljning")
    ANNOUNCEMENT = "announcement", _("tillkännagivande")
    EDIT = "edit", _("ändring")
    MASKING = "masking", _("maskning")
    ERRATUM = "erratum", _("rättelse av skrivfel")
    ERRATUM_ANSWER = "erratum_answer", _("svar om en rättelse")
    STILL_RIGHT = "still_right", _("kommunens uppgifter bekräftade")


class EntryQuerySet(models.QuerySet):
    def delete(self):
        raise TypeError("entries are never deleted; correct the fact with a new entry")


class Entry(CheckedAtOnce):
    """An entry in the register (händelse): what was recorded, when, by which office; never changed (R7, R8).

    `number` is the order; `recorded` is the clock and never goes backwards. `fact` is
    the number of the entry that first registered the fact, and `follows` the entry
    that this one supplements or corrects: the newest of the fact when it was made.
    """

    number = models.PositiveIntegerField(_("nummer"), primary_key=True)
    recorded = models.DateTimeField(_("registrerat"))
    office = models.CharField(
        _("registrerat av"), max_length=200, help_text=_("myndigheten, aldrig personen")
    )
    by = models.ForeignKey(
        "sodertorn.User",
        models.PROTECT,
        verbose_name=_("person"),
        null=True,
        blank=True,
        related_name="+",
        help_text=_("tomt om den kom ur en registerfil eller genom en länk; visas aldrig offentligt"),
    )
    kind = models.CharField(_("slag"), max_length=20, choices=EntryKind.choices)
    act = models.CharField(_("handling"), max_length=10, choices=Act.choices)
    fact = models.PositiveIntegerField(_("uppgiftens första nummer"), db_index=True)
    follows = models.OneToOneField(
        "self",
        models.PROTECT,
        verbose_name=_("följer på"),
        null=True,
        blank=True,
        related_name="followed_by",
    )
    correction = models.CharField(_("slags rättelse"), max_length=20, choices=Correction.choices, blank=True)
    reason = models.TextField(_("skäl"), blank=True, help_text=_("krävs vid rättelse"))

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("händelse")
        verbose_name_plural = _("händelser")
        ordering = ["number"]
        constraints = [
            one_of("entry_kind_is_known", "kind", EntryKind, _("Okänt slags uppgift.")),
            one_of("entry_act_is_known", "act", Act, _("Okänt slags handling.")),
            one_of(
                "entry_correction_is_known",
                "correction",
                Correction,
                _("Okänt slags rättelse."),
                blank=True,
            ),
            check("entry_number_is_positive", Q(number__gte=1), _("Nummer börjar på 1.")),
            check(
                "entry_registers_or_follows",
                Q(act=Act.REGISTER, follows__isnull=True, fact=F("number"))
                | Q(~Q(act=Act.REGISTER), follows__isnull=False, fact__lt=F("number")),
                _("En komplettering eller rättelse anger vilken händelse den följer på; annars ingen."),
            ),
            check(
                "entry_follows_an_earlier_one",
                Q(follows__isnull=True) | Q(follows__lt=F("number"), follows__gte=F("fact")),
                _("En händelse följer på en tidigare händelse om samma uppgift."),
            ),
            check(
                "entry_correction_says_why",
                Q(act=Act.CORRECT) & ~Q(correction="") & ~Q(reason="")
                | ~Q(act=Act.CORRECT) & Q(correction=""),
                _("Ange vilket slags rättelse det är och varför."),
            ),
        ]

    def __str__(self):
        return f"{self.number}"

    def delete(self, *args, **kwargs):
        raise TypeError("entries are never deleted; correct the fact with a new entry")

    @property
    def void(self) -> bool:
        """Whether the entry states that the fact never happened (R8)."""
        return self.correction == Correction.NEVER_HAPPENED


class Fact(CheckedAtOnce):
    """What an entry states; each subclass is one kind of fact. Rows are written by `record` and never changed."""

    KIND: str
    """The entry's `kind`; also the word for it in the register file."""

    IDENTITY: tuple[str, ...] = ()
    """Fields that say what the fact is about: a supplement or correction can't change them."""

    ONCE: tuple[str, ...] = ()
    """Fields of which a combination is registered only once; what then changes is supplemented or corrected."""

    STATED_WHEN_EMPTY: tuple[str, ...] = ()
    """Fields in which nothing is a statement too, and not something unknown that a supplement may fill in."""

    UNKNOWN: dict[str, object] = {}
    """For fields whose "not known" is neither empty nor None: the value that means it."""

    NOT_PUBLIC: tuple[str, ...] = ()
    """Fields that only the office reads: the event log commits to them, no public page or file has them."""

    fingerprinted: tuple[str, ...] = ()
    """Fields that a published fingerprint covers (R10): without their words nobody could recompute it."""

    entry = models.OneToOneField(Entry, models.PROTECT, primary_key=True, related_name="%(class)s")

    objects = EntryQuerySet.as_manager()

    class Meta:
        abstract = True

    def delete(self, *args, **kwargs):
        raise TypeError("facts are never deleted; correct them with a new entry")

    @classmethod
    def stated_fields(cls) -> list[models.Field]:
        return [field for field in cls._meta.concrete_fields if field.name != "entry"]

    def same(self, other: "Fact") -> bool:
        return all(getattr(self, f.attname) == getattr(other, f.attname) for f in self.stated_fields())

    def said(self, field: models.Field) -> str:
        """What a field holds, in words, shortened."""
        value, display = getattr(self, field.name), getattr(self, f"get_{field.name}_display", None)
        return the_day(value) if isinstance(value, date) else str(display() if display else value)[:200]

    def narrows(self, field: models.Field, earlier: "Fact") -> bool:
        """Whether a changed field only says more than `earlier` did (R8). Intervals override this."""
        unknown = [None, "", self.UNKNOWN.get(field.name)]
        return field.name not in self.STATED_WHEN_EMPTY and getattr(earlier, field.attname) in unknown

    def struck(self, earlier: "Fact") -> list[models.Field]:
        """The fields in which this takes back something that `earlier` said, and not only says more (R8)."""
        changed = [f for f in self.stated_fields() if getattr(self, f.attname) != getattr(earlier, f.attname)]
        return [field for field in changed if not self.narrows(field, earlier)]


def fact_kinds() -> list[type[Fact]]:
    """The model of each kind of fact."""
    return [model for model in apps.get_models() if issubclass(model, Fact)]


def head() -> Entry | None:
    """The newest entry: it names the state of the whole public register."""
    return Entry.objects.order_by("-number").first()


@one_act
def record(
    fact: Fact,
    *,
    office: str,
    by=None,
    act: str = Act.REGISTER,
    follows: Entry | None = None,
    correction: str = "",
    reason: str = "",
    recorded: datetime | None = None,
    number: int | None = None,
) -> Fact:
    """Write a fact with the register's next number, in the transaction of its act.

    `recorded` and `number` are given only by an import, which keeps those of the
    register that it moves. Raises ValidationError when the fact, or its place in the
    chain, breaks a rule (R8); then nothing is written.
    """
    entry = _next_entry(recorded, number)
    entry.office, entry.by, entry.kind = office, by, fact.KIND
    entry.act, entry.correction, entry.reason = act, correction, reason
    if follows:
        entry.follows, entry.fact = follows, follows.fact
        _refuse_what_does_not_follow(fact, entry)
    elif fact.ONCE:
        _refuse_a_second(fact)
    fact.entry = entry
    _refuse_odd_days(fact)
    insert(entry, fact, exclude={"entry"})
    note(fact)
    return fact


def _next_entry(recorded: datetime | None, number: int | None) -> Entry:
    """The entry that comes next, by number and by moment; a clock that was put right does not show (R7)."""
    newest, now = head(), timezone.now()
    refuse_wrong_clock(now, newest.recorded if newest else now)
    number = number or (newest.number + 1 if newest else 1)
    moment = recorded or (max(now, newest.recorded) if newest else now)
    if newest and moment < newest.recorded:
        raise ValidationError({"recorded": _("Registreringstiden får inte gå bakåt (R7).")})
    if recorded and recorded > now:
        raise ValidationError({"recorded": _("Registreringstiden ligger i framtiden.")})
    return Entry(number=number, recorded=moment, fact=number)


def _refuse_odd_days(fact: Fact) -> None:
    days = [field.name for field in fact.stated_fields() if isinstance(field, models.DateField)]
    odd = [name for name in days if (day := getattr(fact, name)) and not FIRST_YEAR <= day.year <= LAST_YEAR]
    if odd:
        raise ValidationError({name: _("Året är orimligt.") for name in odd})


def _refuse_a_second(fact: Fact) -> None:
    if type(fact).objects.filter(**{name: getattr(fact, name) for name in fact.ONCE}).exists():
        raise ValidationError(
            {fact.ONCE[0]: _("Uppgiften finns redan i registret; komplettera eller rätta den.")}
        )


def _refuse_what_does_not_follow(fact: Fact, entry: Entry) -> None:
    """Refuse an entry that isn't about the same fact, isn't next in its chain, or strikes when it supplements."""
    if entry.follows.kind != fact.KIND:
        raise ValidationError({"follows": _("Händelsen som anges handlar om något annat.")})
    if Entry.objects.filter(follows=entry.follows).exists():
        raise ValidationError({"follows": _("Uppgiften har redan en nyare händelse; utgå från den.")})
    earlier = type(fact).objects.get(entry=entry.follows)
    for name in fact.IDENTITY:
        if getattr(fact, name) != getattr(earlier, name):
            raise ValidationError(
                {name: _("Det går inte att ändra vad uppgiften handlar om; registrera en ny.")}
            )
    if entry.act == Act.SUPPLEMENT:
        if entry.follows.void:
            raise ValidationError({"follows": _("Det som aldrig har inträffat kan bara rättas.")})
        if struck := fact.struck(earlier):
            told = _(
                "Registret har redan: %s. En komplettering fyller i det som saknas; ändra med en rättelse."
            )
            raise ValidationError({field.name: told % earlier.said(field) for field in struck})
