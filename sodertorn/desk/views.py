from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _

from sodertorn.desk.waiting import waiting as all_waiting
from sodertorn.register import Register


def waiting(request, key):
    """All that waits of one kind."""
    found = next((kind for kind in all_waiting(Register()) if kind.key == key), None)
    if found is None:
        raise Http404(_("Sidan finns inte."))
    return render(request, "desk/waiting.html", {"title": found.name, "waiting": found})
