"""Is what the register knows of a municipality still right? Each is asked once a year, by mail."""

import hashlib
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.db.models.functions import Length
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from adoption.asking.links import token_of
from adoption.models import Asked, Municipality, Question, StillRight
from adoption.recipients import addresses_of, strategists
from adoption.services import register as register_fact
from sodertorn.edits import Edit, Edited
from sodertorn.journal import Entry
from sodertorn.one_act import lock, one_act
from sodertorn.standing import standing
from sodertorn.writing import site, write

YEAR = timedelta(days=365)
SAID_KEPT = timedelta(days=30)
"""So long it is remembered what was wrong when somebody has seen to it; like a mail that went out."""

KNOWN = {
    "contact_email": gettext_lazy("Hit skickar vi brev"),
    "website": gettext_lazy("Er webbplats"),
    "office": gettext_lazy("Förvaltningen som skriver handlingarna"),
    "office_genitive": gettext_lazy("Förvaltningens namn i genitiv"),
    "paper": gettext_lazy("Så heter beslutsunderlaget hos er"),
    "decision_form": gettext_lazy("Så skriver ni ett beslut om antagande"),
    "paragraph_form": gettext_lazy("Så skriver ni en paragraf"),
}
"""What a municipality says is right: where it is reached, and its own words for its papers; as it is asked."""


def confirmed_on(at=None) -> dict[str, date]:
    """When each municipality last said that what is known of it is right, by its code, as known at a moment."""
    rows = standing(StillRight.objects.select_related("entry").order_by("entry"), at)
    return {row.municipality_id: row.on for row in rows}


def ask_whether_still_right() -> None:
    """Ask those that for a year said nothing and were not asked; a new register asks when it is a year old."""
    first = Entry.objects.order_by("number").first()
    today = timezone.localdate()
    if first is None or timezone.localdate(first.recorded) > today - YEAR:
        return
    with transaction.atomic():
        lock()  # of two senders at once the second reads what the first has asked
        heard = last_heard()
        for municipality in Municipality.objects.in_swedish_order():
            if heard.get(municipality.code, date.min) <= today - YEAR:
                ask(municipality)


def last_heard() -> dict[str, date]:
    """The newest day on which it said so, or was asked, by the municipality's code; an edit is the office's word."""
    mails = Question.objects.filter(asked=Asked.STILL_RIGHT)
    heard = confirmed_on()
    for code, moment in mails.values_list("municipality").annotate(Max("at")):
        heard[code] = max(heard.get(code, date.min), timezone.localdate(moment))
    return heard


def ask(municipality: Municipality, by=None) -> Question | None:
    """Write the mail; None when no address is known."""
    addresses = addresses_of(municipality)
    if not addresses:
        return None
    with transaction.atomic(), override("sv"):
        question = Question.objects.create(asked=Asked.STILL_RIGHT, municipality=municipality, by=by)
        write(
            addresses,
            _("Stämmer uppgifterna om %s?") % municipality.full_name,
            *asking(municipality),
            site("still_right", token_of(question)),
            private=True,
        )
    return question


def asking(municipality: Municipality) -> list[str]:
    """What the mail says above its link."""
    facts = known_of(municipality)
    known = "\n".join(f"{label}: {value}" for label, value in facts if value)
    lacking = "\n".join(f"– {label}" for label, value in facts if not value)
    said = [_("Hej! En gång om året frågar vi om det vi vet om er stämmer.")]
    if known:
        said += [_("Så här står det:"), known]
    if lacking:
        said += [_("Det här vet vi inte:"), lacking]
    if known:
        ways = _("Stämmer det? Svara med ett klick, eller rätta och fyll i, här. Det behövs inget konto:")
    else:
        ways = _("Fyll i det ni vet här. Det behövs inget konto:")
    return [*said, ways]


def known_of(municipality: Municipality) -> list[tuple[str, str]]:
    """What is known, with what each is called; empty where it isn't."""
    return [(str(label), getattr(municipality, name)) for name, label in KNOWN.items()]


def checksum(municipality: Municipality) -> str:
    """Of what is known, and what it has said is wrong, so that a yes names what was read."""
    known = [value for _label, value in known_of(municipality)]
    known += [one.said for one in objections_of(municipality)]
    return hashlib.sha256("\0".join(known).encode()).hexdigest()


def said_of_this(municipality: Municipality) -> StillRight | None:
    """That it said last that what is known is right; None when that has been edited since."""
    rows = StillRight.objects.filter(municipality=municipality).select_related("entry").order_by("entry")
    edits = Edit.objects.filter(edited=Edited.MUNICIPALITY, row=municipality.code)
    edited = edits.aggregate(last=Max("entry"))["last"] or 0
    said = [row for row in standing(rows) if row.pk > edited]
    return said[-1] if said else None


@one_act
def confirm_still_right(*, municipality: Municipality, read: str) -> StillRight:
    """The municipality's office says today that what is known of it is right; said again that day, it is the same.

    That takes back what it said was wrong, if nobody has seen to that, and the strategists are told. `read` is
    the checksum of what it read. Raises ValidationError when the register says otherwise by now.
    """
    now, today = Municipality.objects.get(pk=municipality.pk), timezone.localdate()
    list(
        Question.objects.select_for_update().filter(municipality=now)
    )  # no further words of it come meanwhile
    if checksum(now) != read:
        words = _("Uppgifterna har ändrats sedan sidan öppnades. Läs dem igen och svara sedan.")
        raise ValidationError(words, code="changed")
    take_back(now)
    said = said_of_this(now)
    if said and said.on == today:
        return said
    return register_fact(fact=StillRight(municipality=now, on=today), office=now.full_name)


def take_back(municipality: Municipality) -> None:
    """What it said was wrong is right after all: it waits no longer, and the strategists, who were told, are told that."""
    waiting, name = objections_of(municipality), municipality.full_name
    if not waiting:
        return
    Question.objects.filter(pk__in=[one.pk for one in waiting]).update(said="")
    with override("sv"):
        write(
            strategists(),
            _("%s: uppgifterna stämmer ändå") % name,
            _("%s har svarat att uppgifterna stämmer som de står, och tar tillbaka det här:") % name,
            "\n\n".join(f"”{one.said}”" for one in waiting),
        )


def object_to(*, question: Question, words: str) -> None:
    """What is wrong waits at the desk, in the municipality's words, and the strategists are told."""
    with transaction.atomic(), override("sv"):
        mine = Question.objects.select_for_update().get(pk=question.pk)
        mine.said, mine.settled_at = "\n\n".join(filter(None, [mine.said, words])), None
        mine.save(update_fields=["said", "settled_at"])
        name = question.municipality.full_name
        write(
            strategists(),
            _("%s: uppgifterna stämmer inte") % name,
            _("%s har svarat att det här inte stämmer:") % name,
            f"”{words}”",
            _("På skrivbordet: %s") % site("desk:municipalities"),
        )


def objections() -> list[Question]:
    """What municipalities say is wrong and nobody has seen to, the oldest first."""
    rows = Question.objects.exclude(said="").filter(settled_at=None)
    return list(rows.select_related("municipality").order_by("at"))


def objections_of(municipality: Municipality) -> list[Question]:
    """What one of them says is wrong and nobody has seen to: while that waits, no earlier yes of it holds."""
    return [one for one in objections() if one.municipality_id == municipality.pk]


def settle(*, question: Question, length: int) -> bool:
    """Somebody has seen to what was wrong, the first `length` characters of it; False when more was said meanwhile."""
    waiting = Question.objects.exclude(said="").annotate(length=Length("said"))
    seen = waiting.filter(pk=question.pk, settled_at=None, length=length)
    return bool(seen.update(settled_at=timezone.now()))


def forget_what_is_settled() -> None:
    """What a municipality said was wrong has served some time after somebody saw to it."""
    settled = Question.objects.filter(settled_at__lt=timezone.now() - SAID_KEPT)
    settled.update(said="", settled_at=None)
