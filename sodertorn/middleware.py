"""The door of the desk: asks the table of permissions before any view runs."""

from django.contrib import auth
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseNotAllowed, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from sodertorn.guards import refuse_unguarded
from sodertorn.permissions import Verdict, decide, open_to_anyone

SIGN_IN_FIELDS = ("sign_in_email", "sign_in_password")
"""What the page that asks somebody to sign in again adds to the form that was sent."""

FILES_LOST = "files_lost"
"""Carried by that page when files were chosen, which no page can carry: the form that follows says so."""


class PermissionMiddleware:
    """Refuses whatever sodertorn.permissions doesn't allow.

    Somebody whose session has ended while a form was being filled in signs in again on a
    page that carries the form's words, and the form is then sent on: nothing typed is lost.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        match = request.resolver_match
        if match and not open_to_anyone(match.view_name, request.method):
            add_never_cache_headers(response)  # what the desk shows is kept in no cache
        return response

    def process_view(self, request, view, args, kwargs):
        name = request.resolver_match.view_name
        if open_to_anyone(name, request.method):
            return None
        verdict = decide(name, request.method, request.user)
        if verdict is Verdict.SIGN_IN and request.method == "POST":
            return self.sign_in_again(request)
        if verdict is Verdict.SIGN_IN:
            return redirect(reverse("admin:login") + "?" + urlencode({"next": request.get_full_path()}))
        if verdict is Verdict.HIDDEN:
            raise Http404
        if verdict is Verdict.NO_METHOD:
            return HttpResponseNotAllowed(["GET", "HEAD"])
        if verdict is Verdict.FORBIDDEN:
            raise PermissionDenied
        if request.method == "POST":
            refuse_unguarded()  # also what is no act, such as the saving of a draft
        return None

    def sign_in_again(self, request):
        """Let the form through when it brings a right address and password; else ask for them, keeping the form."""
        email, password = (request.POST.get(name, "") for name in SIGN_IN_FIELDS)
        user = auth.authenticate(request, username=email, password=password) if email else None
        if user and decide(request.resolver_match.view_name, "POST", user) is Verdict.OPEN:
            auth.login(request, user)
            request.POST = carried(request.POST)
            return None
        return form_that_waits(request, ask=True, email=email)


def form_that_waits(request, *, ask: bool, email: str = ""):
    """A page that carries the form that was sent, to be sent again: nothing typed is lost."""
    typed = carried(request.POST)
    if request.FILES:
        typed[FILES_LOST] = "1"
    page = {
        "title": _("Logga in igen") if ask else _("Skicka formuläret igen"),
        "carried": carried_fields(typed),
        "ask": ask,
        "email": email,
        "refused": bool(email),
        "had_files": FILES_LOST in typed,
    }
    response = render(request, "desk/form_that_waits.html", page, status=403)
    add_never_cache_headers(response)
    return response


def carried_fields(form: QueryDict) -> list[tuple[str, str]]:
    """What a page carries along of a form that was sent: each name with each of its values."""
    return [(name, value) for name, values in carried(form).lists() for value in values]


def carried(form: QueryDict) -> QueryDict:
    """The form without passwords, and without what only the signing in added to it."""
    kept = form.copy()
    for name in form:
        if name in (*SIGN_IN_FIELDS, "csrfmiddlewaretoken") or "password" in name:
            del kept[name]
    return kept
