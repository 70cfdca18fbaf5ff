"""The desk's page of one event: what it states, the log's checksum then, and what has been or can be masked."""

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from programme.proving import groups
from sodertorn.desk.events import event, facts_of
from sodertorn.edits import EDITS
from sodertorn.journal import Entry
from sodertorn.log_lines import LogLine
from sodertorn.masking import CITATIONS, Masking, fact_of, maskable
from sodertorn.permissions import may
from sodertorn.register import Register
from sodertorn.words import moment, sentence_case


def event_or_404(number: int) -> Entry:
    entry = Entry.objects.select_related("by").filter(pk=number).first()
    if entry is None:
        raise Http404(_("Registret har ingen händelse med det numret."))
    return entry


def event_crumbs(entry: Entry | None = None) -> list[tuple[str, str]]:
    """The way from the desk to the events, or to one of them."""
    way = [(_("Händelser"), reverse("admin:sodertorn_entry_changelist"))]
    return [*way, (_("Händelse %d") % entry.pk, reverse("desk:event", args=[entry.pk]))] if entry else way


def event_page(entry: Entry, user) -> dict:
    names = {slug: placement.short_name for slug, placement in Register().placements.items()}
    told = event(facts_of([entry.pk])[0], names, {})
    line = LogLine.objects.filter(pk=entry.pk).first()
    masks = may(user, "desk:event_mask", "POST") and maskable(entry)
    return {
        "title": _("Händelse %d") % entry.pk,
        "lede": told["sentence"],
        "crumbs": event_crumbs(),
        "facts": facts_about(entry, told),
        "sum": groups(line.sha256) if line else [],
        "masked": [masked_fact(masking) for masking in entry.maskings.select_related("entry")],
        "url": told["url"],
        "public_url": f"{reverse('events')}?fore={entry.pk + 1}#handelse-{entry.pk}",
        "mask_url": reverse("desk:event_mask", args=[entry.pk]) if masks else "",
    }


def facts_about(entry: Entry, told: dict) -> list[dict]:
    facts = [
        {"label": told["act"], "value": told["recorded"]},
        {"label": _("Av"), "value": ", ".join(filter(None, [told["office"], told["by"]]))},
    ]
    if entry.reason:
        facts.append({"label": sentence_case(str(label_of(entry, "reason"))), "value": entry.reason})
    if entry.follows_id:
        earlier = reverse("desk:event", args=[entry.follows_id])
        facts.append({"label": _("Följer på"), "value": _("Händelse %d") % entry.follows_id, "url": earlier})
    return facts


def masked_fact(masking: Masking) -> dict:
    said = {"moment": moment(masking.entry.recorded), "office": masking.entry.office}
    return {
        "label": label_of(masking.masked, masking.field),
        "value": _("Maskat enligt %s") % masking.law,
        "note": _("%(moment)s av %(office)s") % said,
    }


def label_of(entry: Entry, path: str) -> str:
    """What the words of a path are, in words."""
    if path.startswith(EDITS):
        return _("Uppgift i en ändring")
    cited = path.startswith(CITATIONS)
    rows: list[type[Model]] = [entry.citations.model] if cited else [type(fact_of(entry)), Entry]
    for model in rows:
        try:
            name = str(model._meta.get_field(path.removeprefix(CITATIONS)).verbose_name)
        except FieldDoesNotExist:
            continue
        return _("Källan: %s") % name if cited else sentence_case(name)
    raise FieldDoesNotExist(path)
