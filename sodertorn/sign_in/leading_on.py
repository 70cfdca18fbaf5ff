"""Whoever was asked to sign in is led on to the page that was asked for, once its own link has signed them in."""

from django.conf import settings
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import get_language_from_path, override

from adoption.models import Case, SignInLink
from sodertorn.permissions import READER, REGISTRAR, Verdict, decide, rule_for

NEXT = "next"
"""As the middleware and allauth call it in an address."""


def asked_for(request) -> str:
    """The page that was asked for, if it is one of the register's that a link opens; without what more its address held."""
    address = request.GET.get(NEXT, "").partition("?")[0]
    return address if match_of(address) else ""


def with_next(url: str, address: str) -> str:
    return url + "?" + urlencode({NEXT: address}) if address else url


def leads_to(link: SignInLink, address: str) -> str:
    """The address, if whoever signs in with the link may read it: of another municipality's case nothing."""
    match = match_of(address)
    if match is None:
        return ""
    user = link.user
    own = [link.case.body.municipality] if link.case else user.municipalities
    number = match.kwargs.get("number")
    if number and number not in Case.objects.filter(body__municipality__in=own).values_list("pk", flat=True):
        return ""
    before, user.link = user.link, link
    verdict, user.link = decide(match.view_name, "GET", user), before
    return address if verdict is Verdict.OPEN else ""


def match_of(address: str) -> ResolverMatch | None:
    """The view of an address that registrars or readers sign in for with a link."""
    if not url_has_allowed_host_and_scheme(address, allowed_hosts=None):
        return None
    try:
        with override(get_language_from_path(address) or settings.LANGUAGE_CODE):
            match = resolve(address)
    except Resolver404:
        return None
    rule = rule_for(match.view_name)
    return match if rule and rule.read & (REGISTRAR | READER) else None
