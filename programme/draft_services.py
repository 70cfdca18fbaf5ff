"""Acts on drafts: begin one, save it as a whole, name a version, take a version up again.

Each is one transaction, locked on the draft, and raises ValidationError with what is wrong.
A saving writes each text that changed with the saving's own moment, so that the edit
history can tell what the draft was at any saving (programme.draft_reading).
"""

from collections import defaultdict
from dataclasses import replace
from datetime import datetime, timedelta

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from programme.comments import beginning
from programme.draft_names import BEGUN, BEGUN_FROM, GONE_ON
from programme.draft_reading import newest_saving, read_draft, read_public, read_saving
from programme.draft_storing import store, store_row
from programme.draft_words import cleaned, cleaned_words
from programme.drafting import MOST_ITEMS, Draft, arranged
from programme.models import DraftLineage, Revision, Saving
from programme.models.structure import PartKind
from sodertorn.register import Register

LONGEST_REASON = Saving._meta.get_field("why").max_length
LONGEST_NAME = Saving._meta.get_field("name").max_length


class Overtaken(Exception):
    """Somebody saved the draft after it was opened: the savings that came between, oldest first."""

    def __init__(self, savings: list[Saving]):
        super().__init__(f"overtaken by saving {savings[-1].number}")
        self.savings = savings


def locked(revision: Revision) -> Revision:
    """The draft, alone until the transaction ends. What is sent or transcribed is no draft."""
    revision = Revision.objects.select_for_update().get(pk=revision.pk)
    if not revision.is_draft:
        raise ValidationError(
            _("Programmet är inte längre ett utkast. Det som är sänt är fryst (R1)."), code="no_draft"
        )
    return revision


@transaction.atomic
def save_draft(
    *, revision: Revision, draft: Draft, base: int, by, why: str = "", name: str = ""
) -> Saving | None:
    """Save the whole draft as its next version; what changes nothing makes none.

    `base` is the number of the newest saving when the draft was opened. Raises
    `Overtaken` when there is a newer one that says something else.
    """
    revision = locked(revision)
    newest = newest_saving(revision)
    stored, wanted = read_draft(revision), cleaned_words(draft.kept)
    why, name = cleaned("why", why, LONGEST_REASON), cleaned("name", name, LONGEST_NAME)
    if wanted == stored and not (name and newest):
        refuse_a_lost_reason(newest, why)
        return newest
    if newest and newest.number != base:
        between = revision.savings.filter(number__gt=base).select_related("by").order_by("number")
        raise Overtaken(list(between) or [newest])
    if wanted == stored:
        refuse_another_name(newest, name)
        return name_version(saving=newest, name=name, by=by, why=why)
    refuse_a_lost_text(stored, draft)
    refuse_too_many_texts(wanted)
    saving = next_saving(revision, by=by, why=why, name=name)
    store(revision, stored, wanted, moment=saving.at, by=by, why=why)
    return saving


def refuse_another_name(saving: Saving, name: str) -> None:
    """A name that somebody has given a version is changed among the versions, where it is seen, not in passing."""
    if saving.name and saving.name != name:
        words = _("Ingenting är ändrat, och version %(number)d heter redan ”%(name)s”.")
        raise ValidationError({"name": words % {"number": saving.number, "name": saving.name}})


def refuse_a_lost_reason(newest: Saving | None, why: str) -> None:
    """A reason belongs to what it is the reason of: it is not dropped, and makes no version of its own."""
    if why and not (newest and newest.why == why):  # the same form sent twice has its reason already
        words = _("Ingenting är ändrat, så det finns ingen ny version att spara skälet med.")
        raise ValidationError({"why": words}, code="nothing_to_explain")


def refuse_a_lost_text(stored: Draft, draft: Draft) -> None:
    """A text goes only when it is taken away: one that the form never mentions was lost on the way."""
    if any(not item.blank and item.key not in draft.by_key for item in stored.items):
        raise ValidationError(
            _("Formuläret kom inte fram helt, så ingenting är sparat. Försök igen."), code="incomplete"
        )


def refuse_too_many_texts(wanted: Draft) -> None:
    if len(wanted.items) > MOST_ITEMS:
        raise ValidationError(
            _("Ett utkast har högst %(most)d texter; det här har %(now)d. Ta bort några och spara igen."),
            code="too_many",
            params={"most": MOST_ITEMS, "now": len(wanted.items)},
        )


def next_saving(revision: Revision, *, by, why: str = "", name: str = "") -> Saving:
    """The next version. Its moment is after every earlier one, whatever the clock says."""
    newest = newest_saving(revision)
    moment: datetime = timezone.now()
    if newest:
        moment = max(moment, newest.at + timedelta(microseconds=1))
    number = newest.number + 1 if newest else 1
    saving = Saving(revision=revision, number=number, at=moment, by=by, why=why, name=name)
    refuse_a_used_name(saving)
    return store_row(saving, moment=moment, by=by, why=why)


def refuse_a_used_name(saving: Saving) -> None:
    """All that the model refuses; what it says of a name stands beside the name."""
    try:
        saving.full_clean()
    except ValidationError as wrong:
        faults = wrong.error_dict.get(NON_FIELD_ERRORS, [])
        if any(fault.code == "saving_name_once" for fault in faults):
            raise ValidationError({"name": faults}) from None
        raise


@transaction.atomic
def name_version(*, saving: Saving, name: str, by, why: str = "") -> Saving:
    """Give a version a name to find it by, or with an empty one take the name away; `why` is kept in its history."""
    locked(saving.revision)
    saving = Saving.objects.select_related("by", "revision").get(pk=saving.pk)
    name = cleaned("name", name, LONGEST_NAME)
    if name == saving.name:
        return saving
    saving.name = name
    refuse_a_used_name(saving)
    return store_row(saving, moment=timezone.now(), by=by, why=why)


@transaction.atomic
def take_up(*, saving: Saving, base: int, by) -> Saving | None:
    """Go on from an earlier version: what it said is saved as the newest one. Nothing in between is lost."""
    draft = read_saving(saving.revision, saving.number)
    now = read_draft(locked(saving.revision))
    if draft == now:
        return newest_saving(saving.revision)
    gone = [replace(item, removed=True) for item in now.items if item.key not in draft.by_key]
    whole = arranged(draft.particulars, [*draft.items, *gone])
    why = GONE_ON % (f"{saving.number}, ”{saving.name}”" if saving.name else saving.number)
    return save_draft(revision=saving.revision, draft=whole, base=base, by=by, why=why)


@transaction.atomic
def start_draft(
    *, title: str, slug: str, by, from_revision: Revision | None = None, **particulars
) -> Revision:
    """Begin a draft: empty, or with the structure of a programme in the register, which it then goes back to."""
    register = Register()
    source = register.placements.get(from_revision.slug) if from_revision else None
    if from_revision and not source:
        raise ValidationError({"from_revision": _("Programmet finns inte i registret.")})
    moment = timezone.now()
    line = register.late.line if source else ()
    revision = Revision(slug=slug, title=cleaned("title", title, 300), **particulars)
    if source and source.revision.slug in register.withdrawals:
        write_instead_of(revision, source)
    if source and line:
        revision.replaces = Revision.objects.get(slug=line[-1].slug)
    revision.full_clean()
    try:
        with transaction.atomic():
            store_row(revision, moment=moment, by=by)
    except IntegrityError as first:  # somebody began one with the same address meanwhile
        raise ValidationError({"slug": _("Adressen används redan av ett annat program.")}) from first
    why = BEGUN_FROM % beginning(source.title, 200) if source else BEGUN
    saving = store_row(Saving(revision=revision, number=1, at=moment, by=by, why=why), moment=moment, by=by)
    if source:
        copy_structure(revision, source, register, moment=saving.at, by=by)
    return revision


def write_instead_of(revision: Revision, withdrawn) -> None:
    """What is to be sent instead of a withdrawn programme names it, and is meant for the same years (R1)."""
    revision.instead_of = withdrawn.revision
    for name in ("period_first", "period_last", "horizon", "not_before", "term"):
        setattr(revision, name, getattr(withdrawn, name))


def copy_structure(revision: Revision, source, register: Register, *, moment: datetime, by) -> None:
    """The texts of a programme as the beginning of another; each goal and area goes back to the one it was copied from."""
    public = read_public(source, register.texts[source.revision.slug])
    empty = read_draft(revision)
    copied = [
        item
        for item in public.items
        if item.kind != PartKind.ANNEX  # the old document
        and not (item.kind == PartKind.POINT and item.blank)  # a point nobody has entered says nothing
    ]
    store(revision, empty, replace(empty, items=tuple(copied)), moment=moment, by=by, why="")
    kin = {part.key: [(part, "")] for part in source.revision.parts.all()}
    if revision.instead_of:  # a withdrawn programme never applied: the new one goes back to what that one did
        kin = defaultdict(list)
        for known in register.lineages:
            if known.later.revision_id == source.revision_id:
                kin[known.later.key].append((known.earlier, known.why))
    for later in revision.parts.filter(kind__in=(PartKind.FOCUS_AREA, PartKind.GOAL)):
        for earlier, why in kin[later.key]:
            store_row(DraftLineage(later=later, earlier=earlier, why=why), moment=moment, by=by)
