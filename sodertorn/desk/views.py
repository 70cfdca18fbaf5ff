from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _

from sodertorn.desk.acts import act_view
from sodertorn.desk.event_page import event_crumbs, event_or_404, event_page
from sodertorn.desk.history import address, key_of, way_to
from sodertorn.desk.masking import mask_act, mask_edits_act
from sodertorn.desk.waiting import waiting as all_waiting
from sodertorn.event_log import EDITED
from sodertorn.masked_edits import edited_words
from sodertorn.masking import maskable
from sodertorn.register import Register


def waiting(request, key):
    """All that waits of one kind."""
    found = next((kind for kind in all_waiting(Register()) if kind.key == key), None)
    if found is None:
        raise Http404(_("Sidan finns inte."))
    return render(request, "desk/waiting.html", {"title": found.name, "waiting": found})


def event(request, number):
    """One event, with the log's checksum then: a confirmation leads here."""
    return render(request, "desk/event.html", event_page(event_or_404(number), request.user))


@act_view
def event_mask(request, number):
    """Mask words of an event; where none are left, it says so."""
    entry = event_or_404(number)
    if not maskable(entry):
        page = {"title": _("Maska ord i händelse %d") % number, "crumbs": event_crumbs(entry)}
        return render(request, "desk/nothing_to_mask.html", page)
    return mask_act(entry, request.user)


@act_view
def edit_mask(request, kind, key):
    """Mask words in the edit history of what is no fact; where none are left, it says so."""
    model = EDITED.get(kind)
    row = model and model.objects.filter(pk=key_of(model, key)).first()
    if row is None:
        raise Http404(_("Sidan finns inte."))
    history = (_("Historik"), address(model, "history", row.pk))
    crumbs = [*way_to(model, row.pk), history]
    if not edited_words(row):
        page = {"title": _("Maska ord i historiken: %s") % row, "crumbs": crumbs}
        return render(request, "desk/nothing_to_mask.html", page)
    return mask_edits_act(row, request.user, history[1], crumbs)
