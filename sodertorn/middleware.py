"""The door of the desk: who is here, and may they? Asks the table of permissions before any view runs."""

from allauth.account.adapter import get_adapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import auth
from django.contrib.auth.middleware import AuthenticationMiddleware, get_user
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseNotAllowed, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.functional import SimpleLazyObject
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from sodertorn.desk.once import opened_by
from sodertorn.desk.own_files import signed
from sodertorn.desk.uploads import keep
from sodertorn.guards import refuse_unguarded
from sodertorn.permissions import (
    REGISTRAR,
    Role,
    Verdict,
    decide,
    open_to_anyone,
    rule_for,
    the_same_for_all,
)

LINK = "sign_in_link"
"""In the session: the number of the link that opened it."""

SIGN_IN_FIELDS = ("sign_in_email", "sign_in_password", "sign_in_code")
"""What the page that asks somebody to sign in again adds to the form that was sent."""

FILES_LOST = "files_lost"
"""Carried by that page when files were chosen, which no page can carry: the form that follows says so."""

WRITTEN = ("words", "more", "page", "email")
"""What somebody writes in a public form: it is shown again where the form waits to be sent again."""

MAY_BE_PHOTOS = ("extract", "files")
"""The file boxes that also take a photo of minutes."""


class SignedInMiddleware(AuthenticationMiddleware):
    """`request.user`, with what this session has shown of the person. Looks only when somebody asks."""

    def process_request(self, request):
        super().process_request(request)
        request.user = SimpleLazyObject(lambda: shown(request, get_user(request)))


def shown(request, user):
    """The person as this session shows them; nobody when the link that opened it lives no more."""
    if not user.is_authenticated:
        return user
    if number := request.session.get(LINK):
        links = user.sign_in_links.living(timezone.now()).filter(pk=number)
        user.link = links.select_related("case__body__municipality").first()
        return user if user.link else AnonymousUser()
    factors = {record["method"] for record in get_authentication_records(request, user)}
    user.half_signed_in = needs_second_factor(user) and "mfa" not in factors
    return user


def needs_second_factor(user) -> bool:
    return settings.SECOND_FACTOR and (user.is_staff or user.is_superuser)


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
        if match and not the_same_for_all(match.view_name, request.method):
            keep_from_caches(request, response, match.view_name)
        return response

    def process_view(self, request, view, args, kwargs):
        name = request.resolver_match.view_name
        if open_to_anyone(name, request.method):
            return None
        verdict = decide(name, request.method, request.user)
        if verdict is Verdict.OPEN:
            return before_a_form(request) if request.method == "POST" else None
        if verdict in (Verdict.SIGN_IN, Verdict.SECOND_FACTOR):
            return self.ask_who(request, name, verdict)
        if verdict is Verdict.NO_METHOD:
            return HttpResponseNotAllowed(["GET", "HEAD"])
        raise Http404 if verdict is Verdict.HIDDEN else PermissionDenied

    def ask_who(self, request, name: str, verdict: Verdict):
        """Lead to where one signs in, or shows the second factor; a form that was sent waits."""
        if request.method == "POST":
            return self.sign_in_again(request)
        page = sign_in_page(name) if verdict is Verdict.SIGN_IN else second_factor_page(request.user)
        return redirect(page + "?" + urlencode({"next": request.get_full_path()}))

    def sign_in_again(self, request):
        """Let the form through when it brings what signs in; else ask for that, keeping the form."""
        email, password, code = (request.POST.get(name, "") for name in SIGN_IN_FIELDS)
        user, factor = authenticated(request, email, password, code)
        if user and decide(request.resolver_match.view_name, "POST", user) is Verdict.OPEN:
            auth.login(request, user)
            request.session.pop(LINK, None)
            if factor:
                factor.save()
            request.POST = carried(request.POST)
            return None
        return form_that_waits(request, ask=True, email=email)


def keep_from_caches(request, response, view: str) -> None:
    """Neither what the desk shows nor a form is kept in a cache.

    But what answers a form may be shown again by its own browser's Back button, until the person
    signs out: otherwise Back from the page that asks whether all is right shows the browser's own
    fault, and not what was typed. A page about passwords is never kept, nor one that says so itself.
    """
    answers = request.method == "POST" and response.status_code in (200, 409)
    if answers and not (response.has_header("Cache-Control") or view.startswith(("account_", "mfa_"))):
        response["Cache-Control"] = "private, no-cache"
    else:
        add_never_cache_headers(response)
    if request.method == "POST" and view == "account_logout":
        response["Clear-Site-Data"] = '"cache"'


def before_a_form(request) -> None:
    if SIGN_IN_FIELDS[0] in request.POST:
        request.POST = carried(request.POST)  # signed in meanwhile, in another tab
    refuse_unguarded()  # also what is no act, such as the saving of a draft


def sign_in_page(view: str) -> str:
    """By a link for registrars and readers, by a password for the desk."""
    rule = rule_for(view)
    by_link = (rule.read | rule.write) & {Role.REGISTRAR, Role.READER}
    return reverse("sign_in" if by_link else "account_login")


def second_factor_page(user) -> str:
    """Where a second factor is shown; where one is made, when there is none."""
    methods = get_adapter().get_reauthentication_methods(user)
    pages = [method["url"] for method in methods if method["id"].startswith("mfa")]
    return pages[0] if pages else reverse("mfa_activate_totp")


def authenticated(request, email: str, password: str, code: str):
    """The person whose address and password these are, and the second factor if that needs one; else nobody."""
    try:
        user = get_adapter().authenticate(request, email=email, password=password) if email else None
    except ValidationError:  # too many attempts
        return None, None
    if not user or not (needs_second_factor(user) or is_mfa_enabled(user)):
        return user, None
    factor = AuthenticateForm(user=user, data={"code": code})
    return (user, factor) if factor.is_valid() else (None, None)


def form_that_waits(request, *, ask: bool, email: str = ""):
    """A page that carries the form that was sent, to be sent again: nothing typed is lost."""
    typed = carried(request.POST)
    if request.FILES and not keep_files(request, typed):
        typed[FILES_LOST] = "1"
    page = {
        "title": _("Logga in igen") if ask else _("Skicka formuläret igen"),
        "carried": carried_fields(typed),
        "ask": ask,
        "ask_code": settings.SECOND_FACTOR,
        "by_link": ask and bool(rule_for(request.resolver_match.view_name).write & REGISTRAR),
        "email": email,
        "refused": bool(email),
        "had_files": FILES_LOST in typed,
        "written": [typed[name] for name in WRITTEN if typed.get(name)],
    }
    public = not ask and open_to_anyone(request.resolver_match.view_name, "POST")
    template = "form_that_waits.html" if public else "desk/form_that_waits.html"
    response = render(request, template, page, status=403)
    add_never_cache_headers(response)
    return response


def keep_files(request, typed: QueryDict) -> bool:
    """Keep what was chosen by whoever opened the form, by its hash, which the page can carry; whether all of it could be kept."""
    person = opened_by(request)
    if not person:
        return False
    try:
        for name, uploads in request.FILES.lists():
            hashes = [keep(upload, photos=name in MAY_BE_PHOTOS) for upload in uploads]
            typed.setlist(name, [signed(sha256, person) for sha256 in hashes])
            typed.setlist(f"{name}_named", [upload.name for upload in uploads])
    except ValidationError:
        return False
    return True


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
