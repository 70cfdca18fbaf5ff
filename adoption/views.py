from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from adoption.calendar import calendar, meetings
from adoption.decision_pages import decision_page
from adoption.extract_pages import state_words
from adoption.extracts import Publicity, files_now, was_public
from adoption.municipality_pages import latest_slug, municipality_list, municipality_page
from adoption.pages import adoption_page
from adoption.record import adoption_record
from adoption.record import municipality_record as record_of_municipality
from adoption.states import Adoption
from sodertorn.citing import citation
from sodertorn.desk.uploads import download, kept
from sodertorn.reading import Gone, page_url, public_page
from sodertorn.record import to_keep


@public_page
def latest(request, register):
    """To the adoption that matters on the day."""
    slug = latest_slug(register, request.moment.day)
    return redirect(
        page_url(request, "adoption:revision", slug) if slug else page_url(request, "programme:list")
    )


@public_page
def revision(request, register, slug):
    """How the municipalities have decided about one programme."""
    refuse_unshown(request, register, slug)
    page = adoption_page(Adoption(register, slug, request.moment.day), partial(page_url, request))
    page["cite"] = citation(request, register, page["title"])
    return render(request, "adoption/revision.html", page | {"section": "decisions"})


@public_page
def revision_record(request, register, slug):
    """The same as a file to keep."""
    refuse_unshown(request, register, slug)
    said = adoption_record(register, slug, request.moment.day, partial(page_url, request))
    return to_keep(request, register, f"antagande-{slug}", said)


def refuse_unshown(request, register, slug) -> None:
    if not register.shows(slug, request.moment.day):
        raise Http404(_("Inget program i registret har den adressen."))


@public_page
def programme_calendar(request, register, slug):
    """The meetings about one programme, to subscribe to."""
    refuse_unshown(request, register, slug)
    cases = [case for case in register.cases if case.revision.slug == slug]
    name = _("Sammanträden om %s") % register.placements[slug].short_name
    return to_subscribe(request, register, cases, name)


@public_page
def municipality_calendar(request, register, slug):
    """The meetings of one municipality, to subscribe to."""
    found = municipality_or_404(register, slug)
    cases = [
        case
        for case in register.cases
        if case.body.municipality == found and register.shows(case.revision.slug, request.moment.day)
    ]
    return to_subscribe(request, register, cases, _("Utvecklingsprogrammet i %s") % found.name)


def to_subscribe(request, register, cases, name):
    text = calendar(register, meetings(register, cases), name, partial(page_url, request))
    return HttpResponse(text, content_type="text/calendar; charset=utf-8")


def municipality_or_404(register, slug):
    found = next((m for m in register.municipalities if m.slug == slug), None)
    if found is None:
        raise Http404(_("Ingen kommun i registret har den adressen."))
    return found


@public_page
def municipalities(request, register):
    page = municipality_list(register, request.moment.day, partial(page_url, request))
    page["cite"] = citation(request, register, page["title"])
    return render(request, "adoption/municipalities.html", page | {"section": "municipalities"})


@public_page
def municipality(request, register, slug):
    found = municipality_or_404(register, slug)
    page = municipality_page(register, found, request.moment.day, partial(page_url, request))
    page["cite"] = citation(request, register, page["title"], swedish=True)
    return render(request, "adoption/municipality.html", page | {"section": "municipalities"})


@public_page
def municipality_record(request, register, slug):
    """The same as a file to keep."""
    found = municipality_or_404(register, slug)
    said = record_of_municipality(register, found, request.moment.day, partial(page_url, request))
    return to_keep(request, register, f"beslut-{slug}", said)


@public_page
def decision(request, register, number):
    """One decision, by the number of the entry that registered it; a later entry of it leads there."""
    fact = next((e.fact for e in register.entries if e.number == number and e.kind == "decision"), None)
    if fact is None:
        raise Http404(_("Registret har inget beslut med det numret."))
    if fact != number:
        return redirect(f"{page_url(request, 'adoption:decision', fact)}#handelse-{number}")
    if register.decided_after(fact, request.moment.day):
        raise Http404(_("Beslutet var inte fattat den dag som du har valt."))
    page = decision_page(register, fact, request.moment.day, partial(page_url, request))
    page["cite"] = citation(request, register, page["title"])
    return render(request, "adoption/decision.html", page | {"section": "decisions"})


@public_page
def extract(request, register, number, sha256):
    """An extract from a decision's minutes, while somebody's review lets it be read."""
    filed = any(f.extract_id == sha256 for f in register.follow_ups[number])
    state = files_now(register).get(sha256)
    if filed and state and was_public(register, sha256):
        there = page_url(request, "adoption:decision", number)
        raise Gone(state_words(state), there, _("Beslutets sida"))
    if not filed or not state or state.publicity != Publicity.PUBLIC or not kept(sha256):
        raise Http404(_("Beslutet har inget protokollsutdrag med den kontrollsumman som är offentligt."))
    response = download(sha256, f"protokollsutdrag-{number}-{sha256[:12]}.pdf")
    response["Cache-Control"] = "no-cache"  # what is withdrawn is so at once
    response["X-Robots-Tag"] = "noindex"
    return response
