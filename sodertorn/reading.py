"""What every public page shares: the reader's day and knowledge, the register as it was then, and its frame."""

from functools import wraps
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse, translate_url
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sodertorn.moments import Moment, NoSuchDay
from sodertorn.register import Register
from sodertorn.words import sentence_case, the_day

LONGEST = 500
"""Characters of an address that is carried to another page."""

TAKEN_ALONG = ("daterat", "fore", "fran", "next", "q", "sida", "till")
"""What pages are asked for beside their day, and keep where the language is changed."""

DAY_PAGE = "programme:in_force"
"""The one page whose day stands in its path (docs/decisions/0007)."""


class Gone(Http404):
    """What was there is no longer to be had: why, and the page that tells more (its address and name, or nothing)."""

    def __init__(self, reason: str, *way: str):
        super().__init__(reason)
        self.way = way


def moment_of(request) -> Moment:
    """The day and knowledge that the address asks for; today's when it asks for something impossible."""
    if not hasattr(request, "moment"):
        try:
            request.moment = Moment.read(request.GET)
        except NoSuchDay:
            request.moment = Moment(timezone.localdate())
    return request.moment


def public_page(view):
    """A page that tells of a day: hands the view the register as it was known then.

    An impossible day is a 404 that says so; before its first entry the register did
    not exist, and the page says that (R7). A page that is shown at another day than
    today is not for search engines, unless the day is its subject: an address may
    have a `day` in its path, which is the page's day.
    """

    @wraps(view)
    @require_safe
    def page(request, *args, **kwargs):
        try:
            request.moment = Moment.read(request.GET, kwargs.pop("day", None))
        except NoSuchDay as wrong:
            raise Http404(wrong.said % str(wrong)[:20]) from wrong
        register = Register(request.moment.at)
        if register.exists:
            response = view(request, register, *args, **kwargs)
        elif not request.path.endswith("/"):  # a file: nobody is to keep a page in its stead
            raise Http404(_("Registret fanns inte då"))
        else:
            response = render(request, "not_yet.html", {"title": _("Registret fanns inte då")})
        if request.moment.passing:
            response["X-Robots-Tag"] = "noindex"
        return response

    return page


def page_url(request, name: str, *args) -> str:
    """The address of a page, at the reader's day and knowledge; the page of another day only at the latter."""
    moment = moment_of(request)
    query = moment.known_query if name == DAY_PAGE and args else moment.query
    return reverse(name, args=args) + query


def whole(address: str) -> str:
    """An address as it is followed from elsewhere: with the site's own before it, if it is one of ours."""
    return settings.SITE_URL + address if address.startswith("/") else address


def is_ours(address: str) -> bool:
    """Whether it is an address within the register: where a reader may be led."""
    return address.startswith("/") and url_has_allowed_host_and_scheme(address, allowed_hosts=None)


def asking(address: str, asked: dict) -> str:
    """The address with what is asked of it."""
    joined = "&" if "?" in address else "?"
    return address + joined + urlencode(asked) if asked else address


def reading_sentence(moment: Moment) -> str:
    """Which day the page tells of, and from what knowledge (R7)."""
    sentence = _("Läget %s") % the_day(moment.day)
    if moment.known:
        sentence += _(", som registret kände det %s") % the_day(moment.known)
    if moment.day > (moment.known or timezone.localdate()):
        sentence += _(", om inget mer beslutas")
    return sentence_case(sentence)


def report_url(request) -> str:
    """The form that tells of an error on this page; what is asked of it goes along while it is no longer than such an address."""
    whole = request.get_full_path()
    return asking(reverse("report"), {"sida": whole if len(whole) <= LONGEST else request.path[:LONGEST]})


def context(request) -> dict:
    """For every template: the frame of the page. Asks the database nothing."""
    moment = moment_of(request)
    other = "en" if get_language() == "sv" else "sv"
    path = in_language(request, other)
    own_query = moment.known_query if moment.in_path else moment.query
    kept = getattr(request, "kept", {})  # what the page was asked for beside its day
    return {
        "reading": {
            "sentence": reading_sentence(moment),
            "chosen": moment.chosen,
            "passing": moment.passing,
            "today_url": asking(reverse(DAY_PAGE) if moment.in_path else request.path, kept),
            "day": moment.day.isoformat() if moment.day_chosen else "",
            "known": moment.known.isoformat() if moment.known else "",
            "kept": kept.items(),
        },
        "LANGUAGE_CODE": get_language(),
        "owner": settings.OWNER,
        "demo": settings.DEMO,
        "site_url": settings.SITE_URL,
        "canonical_url": settings.SITE_URL + request.path,
        "report_url": report_url(request),
        "other_language_url": asking(path + own_query, taken_along(request) | kept)
        if path != request.path
        else "",
    }


def in_language(request, other: str) -> str:
    """The address of the page in the other language; of a page that is not there, where it would be."""
    path = translate_url(request.path, other)
    if path != request.path or request.resolver_match:
        return path
    return f"/en{path}" if other == "en" else path.removeprefix("/en")


def taken_along(request) -> dict[str, str]:
    """What a page was asked for beside its day, by which it is the same page in the other language."""
    return {name: request.GET[name] for name in TAKEN_ALONG if name in request.GET}
