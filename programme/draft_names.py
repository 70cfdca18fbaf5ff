"""What a draft's fields and texts are called, and their particulars in words."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from programme.drafting import PARTICULARS, Draft, Item, ordinal
from programme.models import Placement, TermOfOffice
from programme.models.structure import PartKind
from sodertorn import words

BEGUN = gettext_noop("Påbörjat.")
BEGUN_FROM = gettext_noop("Påbörjat från %s.")
GONE_ON = gettext_noop("Går vidare från version %s.")
"""Reasons of a version that nobody wrote: kept in Swedish whatever the person's language, and translated when shown."""


def reason_words(why: str) -> str:
    """Why a version was saved, as a reader meets it: what a person wrote stands as it is."""
    for kept in (BEGUN, BEGUN_FROM, GONE_ON):
        first, named, last = kept.partition("%s")
        if why.startswith(first) and why.endswith(last):
            return _(kept) % why[len(first) : -len(last)] if named else _(kept)
    return why


def place_name(draft: Draft, item: Item) -> str:
    """`mål 2`: what a text is called where it is clear what it belongs to."""
    numbered = {
        PartKind.SECTION: _("avsnitt %d"),
        PartKind.FOCUS_AREA: _("fokusområde %d"),
        PartKind.GOAL: _("mål %d"),
        PartKind.POINT: _("punkt %d"),
        PartKind.ANNEX: _("bilaga %d"),
    }
    name = numbered.get(item.kind)
    return name % ordinal(draft, item) if name else str(PartKind(item.kind).label)


def full_name(draft: Draft, item: Item) -> str:
    """`fokusområde 1, mål 2`: what a text is called anywhere."""
    parent = draft.item(item.parent)
    name = place_name(draft, item)
    return f"{full_name(draft, parent)}, {name}" if parent else name


def field_label(name: str) -> str:
    """What a particular, or the words of a text, are called."""
    return {
        "title": _("Titel"),
        "period_first": _("Periodens första år"),
        "period_last": _("Periodens sista år"),
        "horizon": _("Målår"),
        "not_before": _("Gäller tidigast från"),
        "term": _("Mandatperiod"),
        "replaces": _("Ersätter"),
        "heading": _("Rubrik"),
        "text": _("Text"),
        "network": _("Nätverk"),
    }[name]


def choices(name: str) -> list[tuple[str, str]]:
    """What can be chosen for a particular, each with its words."""
    if name == "term":
        return [(str(term.pk), str(term)) for term in TermOfOffice.objects.order_by("-election")]
    placed = (
        Placement.objects.filter(entry__follows__isnull=True).select_related("revision").order_by("-entry")
    )
    return [(str(placement.revision_id), placement.title) for placement in placed]


def particular_words(name: str, value: str) -> str:
    """A particular as a reader meets it."""
    if not value:
        return ""
    if name == "term":
        return str(TermOfOffice.objects.filter(pk=value).first() or value)
    if name == "replaces":
        return dict(choices(name)).get(value, value)
    if name == "not_before":
        return words.day(date.fromisoformat(value))
    return value


def facts(draft: Draft) -> list[dict]:
    """The particulars that are stated, beside the title, for reading."""
    stated = [name for name in PARTICULARS if name != "title" and draft.particulars[name]]
    return [
        {"label": field_label(name), "text": particular_words(name, draft.particulars[name])}
        for name in stated
    ]
