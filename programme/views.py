from functools import partial

from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _

from programme.history_page import list_page
from programme.revision_page import revision_page
from sodertorn.reading import page_url, public_page


@public_page
def history(request, register):
    """All programmes through time, the last first."""
    page = list_page(register, request.moment.day, partial(page_url, request))
    return render(request, "programme/list.html", page | {"section": "programme"})


@public_page
def revision(request, register, slug):
    """One programme: its texts, what is missing, and how it is known."""
    if not register.shows(slug, request.moment.day):
        raise Http404(_("Inget program i registret har den adressen."))
    page = revision_page(register, slug, request.moment.day, partial(page_url, request))
    return render(request, "programme/revision.html", page | {"section": "programme"})
