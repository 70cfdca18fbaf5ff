from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _

from programme.desk import text_acts
from programme.desk.crumbs import text_crumbs
from programme.desk.texts import (
    State,
    attached,
    place_frame,
    place_of,
    places,
    texts_of_page,
    texts_page,
    transcripts,
)
from sodertorn.desk.acts import act_view
from sodertorn.register import Register


def transcript_or_404(slug):
    """The register, and the transcript that the address names."""
    register = Register()
    if placement := transcripts(register).get(slug):
        return register, placement
    raise Http404(_("Registret har ingen avskrift med den adressen."))


def place_or_404(slug, part):
    """One place of a transcript, with what its page shows beside the form."""
    register, placement = transcript_or_404(slug)
    try:
        place = place_of(register, slug, part)
    except KeyError as unknown:
        raise Http404(_("Programmet har ingen sådan text.")) from unknown
    return placement, place, place_frame(register, placement, place)


def texts(request):
    """The transcripts, and how far their texts have come."""
    return render(request, "desk/texts.html", texts_page())


def texts_of(request, slug):
    """The texts of one transcript, in their order."""
    register, placement = transcript_or_404(slug)
    return render(request, "desk/texts_of.html", texts_of_page(register, placement, request.user))


@act_view
def text(request, slug, part):
    """Enter one text, or change it."""
    _placement, place, frame = place_or_404(slug, part)
    return text_acts.text_act(place, request.user, frame)


@act_view
def text_check(request, slug, part):
    """Somebody else compares a text with its source; who may not is told why."""
    placement, place, frame = place_or_404(slug, part)
    if why := text_acts.refusal(place, request.user, placement):
        page = {"title": _("Kontrollera: %s") % place.label, "refusal": why}
        return render(request, "desk/text_check.html", frame | page)
    return text_acts.check_act(place, request.user, frame)


@act_view
def text_check_correct(request, slug, part):
    """Take back a check that was a mistake; what isn't checked has none."""
    _placement, place, frame = place_or_404(slug, part)
    if place.state != State.CHECKED:
        page = {"title": _("Ta tillbaka kontrollen: %s") % place.label}
        page["refusal"] = _("Texten har ingen kontroll att ta tillbaka.")
        return render(request, "desk/text_check.html", frame | page)
    return text_acts.strike_check_act(place, request.user, frame)


@act_view
def text_new(request, slug):
    """A further place in a transcript."""
    register, placement = transcript_or_404(slug)
    frame = {"section": "texts", "crumbs": text_crumbs(placement), "lede": placement.title}
    return text_acts.place_act(placement, places(register, placement), request.user, frame)


@act_view
def annex(request, slug):
    """Attach the annex of a transcript."""
    _register, placement = transcript_or_404(slug)
    frame = {"section": "texts", "crumbs": text_crumbs(placement), "lede": placement.title}
    frame["annex"] = attached(placement)
    return text_acts.annex_act(placement, request.user, frame)
