"""The papers of one municipality, open to its handling officer without an account."""

from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.translation import gettext as _

from programme.papers.documents import pdf, word
from programme.papers.page import DatedForm, papers_page
from programme.papers.paper import Papers
from sodertorn.reading import page_url, public_page
from sodertorn.word_document import WORD

FORMATS = {"pdf": (pdf, "application/pdf"), "docx": (word, WORD)}


@public_page
def papers(request, register, slug, municipality):
    """What a handling officer needs for the board's meeting."""
    placement, found = asked(request, register, slug, municipality)
    form = DatedForm(request.GET)
    dated = form.cleaned_data["daterat"] if form.is_valid() else None
    made = Papers(register, placement, found, today=request.moment.day, dated=dated)
    page = papers_page(register, made, form, partial(page_url, request))
    return render(request, "programme/papers.html", page | {"section": "decisions"})


@public_page
def paper(request, register, slug, municipality, kind, extension):
    """One paper as a file, named so that it can be filed."""
    if kind not in ("missiv", "underlag") or extension not in FORMATS:
        raise Http404(_("Det finns ingen sådan handling."))
    placement, found = asked(request, register, slug, municipality)
    form = DatedForm(request.GET)
    dated = form.cleaned_data["daterat"] if form.is_valid() else None
    made = Papers(register, placement, found, today=request.moment.day, dated=dated)
    one = {"missiv": made.letter, "underlag": made.report}[kind]
    make, media_type = FORMATS[extension]
    name = f"{found.name}_{slugify(one.name)}_{slug}.{extension}"
    response = HttpResponse(make(one), content_type=media_type)
    response["Content-Disposition"] = content_disposition_header(True, name)
    response["X-Robots-Tag"] = "noindex"
    return response


def asked(request, register, slug: str, municipality: str):
    """The programme and one of those that must adopt it. Raises Http404 for what was never sent to it."""
    placement = register.placements.get(slug) if register.shows(slug, request.moment.day) else None
    if placement is None or placement.sent_on is None or slug in register.withdrawals:
        raise Http404(_("Det finns inga handlingar till det programmet."))
    seats = {seat.body.seat: seat.body.municipality for seat in register.seats[placement.pk]}
    if not seats.get(municipality):
        raise Http404(_("Den kommunen är inte en av dem som ska anta programmet."))
    return placement, seats[municipality]
