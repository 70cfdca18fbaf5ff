"""The desk's pages about a programme that is out for adoption: the board, the runway, a letter."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from adoption.desk.board import board_page, has_board
from adoption.desk.letters import letter_page
from adoption.desk.what_if import WhatIf
from adoption.runway import Runway
from adoption.runway_page import earliest_words, figure, rows
from adoption.states import Adoption
from sodertorn.desk.once import once
from sodertorn.register import Register
from sodertorn.words import sentence_case, the_day


def register_with(slug: str) -> Register:
    """The register, when the programme was sent to boards. Raises Http404."""
    register = Register()
    if not has_board(register, slug):
        raise Http404(_("Inget sänt program har den adressen."))
    return register


def board(request, slug):
    """Where each municipality is, what is late, when it was last in touch."""
    register = register_with(slug)
    page = board_page(register, slug, localdate())
    return render(
        request, "desk/board.html", page | {"section": "decisions", "crumbs": crumbs(register, slug)}
    )


def board_runway(request, slug):
    """The meetings to come, and what if one of them goes otherwise."""
    register = register_with(slug)
    way = Runway(Adoption(register, slug, localdate()))
    form = WhatIf(way, request.GET)
    said = earliest_words(way)
    courses, programme = form.courses, way.adoption.placement.short_name
    page = {
        "kicker": _("%(programme)s, läget %(day)s")
        % {"programme": sentence_case(programme), "day": the_day(way.day)},
        "title": _("Sammanträdena framåt"),
        "section": "decisions",
        "crumbs": [*crumbs(register, slug), (_("Läget"), reverse("desk:board", args=[slug]))],
        "sentences": said if way.stops else [_("Inget sammanträde väntar: inga beslut återstår.")],
        "form": form,
        "asked": form.answer(),
        "figure": figure(way, courses=courses, deadlines=True),
        "rows": rows(way, courses),
        "calendar_url": reverse("adoption:programme_calendar", args=[slug]),
        "follow_url": reverse("follow"),
    }
    return render(request, "desk/runway.html", page)


@once
def board_letter(request, slug, municipality):
    """Write to a municipality."""
    return letter_page(request, register_with(slug), slug, municipality)


def crumbs(register: Register, slug: str) -> list[tuple[str, str]]:
    return [(register.placements[slug].short_name, reverse("desk:sent", args=[slug]))]
