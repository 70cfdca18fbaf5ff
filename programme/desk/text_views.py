from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _

from programme.desk.texts import texts_of_page, texts_page


def texts(request):
    """The transcripts, and how far their texts have come."""
    return render(request, "desk/texts.html", texts_page())


def texts_of(request, slug):
    """The texts of one transcript, in their order."""
    try:
        page = texts_of_page(slug, request.user)
    except KeyError as unknown:
        raise Http404(_("Registret har ingen avskrift med den adressen.")) from unknown
    return render(request, "desk/texts_of.html", page)
