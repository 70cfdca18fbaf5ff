import re
from datetime import date, timedelta
from functools import partial
from urllib.parse import urldefrag

from django.conf import settings
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse, translate_url
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from adoption.calendar import meetings
from adoption.in_force import BEGINNING
from programme.line import Line
from sodertorn.finding.findables import findables
from sodertorn.following import feeds, linked_data
from sodertorn.following.pictures import KINDS, picture
from sodertorn.reading import page_url, public_page
from sodertorn.register import Register

ATOM = "application/atom+xml; charset=utf-8"
SECURITY_HOLDS = timedelta(days=180)
"""So long who reads security.txt may trust it; less than a year (RFC 9116, 2.5.5)."""


def of_now() -> Register:
    """The register as it is: who follows it follows what is recorded, not a day of their own."""
    register = Register()
    if not register.exists:
        raise Http404(_("Registret har inga uppgifter ännu."))
    return register


def answered(feed: feeds.Feed) -> HttpResponse:
    return HttpResponse(feed.writeString("utf-8"), content_type=ATOM)


@require_safe
def applies_feed(request):
    return answered(feeds.what_applies(of_now()))


@require_safe
def decisions_feed(request):
    return answered(feeds.decisions(of_now(), localdate()))


@require_safe
def municipality_feed(request, slug):
    register = of_now()
    found = next((m for m in register.municipalities if m.slug == slug), None)
    if found is None:
        raise Http404(_("Ingen kommun i registret har den adressen."))
    return answered(feeds.decisions_of(register, localdate(), found))


def asked(register, day: date) -> list[tuple[str, str]]:
    """The programmes that had been sent to boards by the day, the newest first, with their names."""
    sent = [p for p in register.placements.values() if p.sent_on and p.sent_on <= day and not p.adjusts]
    sent.sort(key=lambda placement: placement.sent_on, reverse=True)
    return [(placement.revision.slug, placement.short_name) for placement in sent]


def calendar(name: str, whose: str, slug: str, empty: bool) -> dict[str, str | bool]:
    """An address to paste into a calendar, and the same as a link that opens the calendar (`webcal:`)."""
    address = settings.SITE_URL + reverse(f"adoption:{whose}_calendar", args=[slug])
    return {
        "name": name,
        "address": address,
        "subscribe": re.sub(r"^https?:", "webcal:", address),
        "empty": empty,
    }


@public_page
def follow(request, register):
    """How the register is followed from elsewhere."""
    url, day = partial(page_url, request), request.moment.day
    shown = [case for case in register.cases if register.shows(case.revision.slug, day)]
    known = {meeting.case for meeting in meetings(register, shown)}
    programmes = {case.revision.slug for case in known}
    boards = {case.body.municipality for case in known}
    page = {
        "title": _("Följ registret"),
        "feeds": [
            {"name": _("Vad som gäller"), "url": reverse("follow_applies")},
            {"name": _("Alla beslut"), "url": reverse("follow_decisions")},
        ],
        "municipalities": [
            {"name": one.name, "url": reverse("follow_municipality", args=[one.slug])}
            for one in register.municipalities
        ],
        "calendars": [
            *(
                calendar(
                    _("Alla kommuners sammanträden om %s") % name, "programme", slug, slug not in programmes
                )
                for slug, name in asked(register, day)
            ),
            *(
                calendar(one.name, "municipality", one.slug, one not in boards)
                for one in register.municipalities
            ),
        ],
        "events_url": url("events"),
        "check_url": url("check"),
    }
    return render(request, "follow.html", page)


@require_safe
def sitemap(request):
    """Every public page of today in both languages, each naming its other."""
    register, today = Register(), localdate()
    pages = findables(register, today, path_of) if register.exists else []
    days = [run.first for run in Line(register, today).runs if run.first != BEGINNING] if pages else []
    addresses = dict.fromkeys(urldefrag(page.url).url for page in pages)
    addresses |= dict.fromkeys(path_of("programme:in_force", day) for day in days)
    addresses.pop(path_of("report"), None)  # a form, which is not for search engines
    found = [
        {"sv": settings.SITE_URL + at, "en": settings.SITE_URL + translate_url(at, "en")} for at in addresses
    ]
    return render(request, "sitemap.xml", {"pages": found}, content_type="application/xml; charset=utf-8")


@require_safe
def robots(request):
    """What search engines may read: all that is public, and nothing that is invented."""
    page = {"demo": settings.DEMO, "sitemap": settings.SITE_URL + reverse("follow_sitemap")}
    return render(request, "robots.txt", page, content_type="text/plain; charset=utf-8")


@require_safe
def security(request):
    """Where a security hole is told of (RFC 9116): to the owner, so there is no such page before its address is set."""
    if not settings.OWNER["email"]:
        raise Http404(_("Registrets ägare har inte satt någon adress."))
    page = {
        "email": settings.OWNER["email"],
        "until": localdate() + SECURITY_HOLDS,
        "address": settings.SITE_URL + reverse("follow_security"),
    }
    return render(request, "security.txt", page, content_type="text/plain; charset=utf-8")


def path_of(name: str, *args) -> str:
    """A page's address, of today."""
    return reverse(name, args=args)


@require_safe
def share_picture(request, kind, which):
    """The picture of a page, for where it is shared."""
    said = KINDS[kind](of_now(), which, localdate(), path_of) if kind in KINDS else None
    if not said:
        raise Http404(_("Det finns ingen bild på den adressen."))
    return HttpResponse(picture(said), content_type="image/png")


@require_safe
def dataset(request):
    return linked(linked_data.dataset(of_now(), localdate(), path_of))


@require_safe
def programme_data(request, slug):
    register, today = of_now(), localdate()
    if not register.shows(slug, today):
        raise Http404(_("Inget program i registret har den adressen."))
    return linked(linked_data.programme(register, slug, today, path_of))


def linked(node: dict) -> JsonResponse:
    options = {"ensure_ascii": False, "indent": 1}
    return JsonResponse(node, content_type=linked_data.MEDIA_TYPE, json_dumps_params=options)
