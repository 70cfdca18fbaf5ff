"""What allauth does the register's way: nobody signs up, mail goes out where all mail does, links name the register."""

from time import time
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.app_settings import REAUTHENTICATION_TIMEOUT
from allauth.account.authentication import get_authentication_records
from allauth.core import context as allauth_context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from sodertorn import mail
from sodertorn.middleware import LINK
from sodertorn.permissions import STAFF, Role, roles_of


class Adapter(DefaultAccountAdapter):
    """An account has one address, that of `User`; allauth's own table of addresses stays empty."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _(
            "Adressen och lösenordet hör inte ihop. Lösenordet skiljer på stora och små bokstäver."
        ),
        "too_many_login_attempts": _("För många försök. Vänta fem minuter och försök igen."),
    }

    def is_open_for_signup(self, request):
        return False

    def get_login_redirect_url(self, request):
        return reverse(home(request.user))

    def get_password_change_redirect_url(self, request):
        return reverse(home(request.user))

    def login(self, request, user):
        request.session.pop(LINK, None)  # of a link that was ended
        super().login(request, user)

    def reauthenticate(self, user, password):
        found = self.authenticate(allauth_context.request, email=user.email, password=password)
        return found is not None and found.pk == user.pk

    def is_reauthentication_required(self, *, app, **more):
        """Not just after signing in: allauth asks again at once (django-allauth 65.21)."""
        request = allauth_context.request
        newest = max((r["at"] for r in get_authentication_records(request, request.user)), default=0)
        return time() - newest > REAUTHENTICATION_TIMEOUT

    def get_reset_password_from_key_url(self, key):
        """Begins with the register's own address, whatever the request called it."""
        url = super().get_reset_password_from_key_url(key)
        return settings.SITE_URL + urlsplit(url).path

    def send_mail(self, template_prefix, email, context):
        """Into the outbox at once; where a page must not show whether an address is known, as soon as it has answered."""
        message = self.render_mail(template_prefix, email, context | {"email": email})
        letter = {"to": email, "subject": message.subject, "text": message.body, "private": True}
        later = getattr(allauth_context.request, "letters", None)
        mail.write(**letter) if later is None else later.append(letter)

    def send_notification_mail(self, template_prefix, user, context=None, email=None):
        super().send_notification_mail(template_prefix, user, context, email or user.email)


class SecondFactor(DefaultMFAAdapter):
    def build_totp_svg(self, url):
        """As a part of the page: no picture may come from an address that begins with data:."""
        svg = super().build_totp_svg(url)
        return mark_safe(svg[svg.index("<svg") :])  # squares, and nobody's words


def home(user) -> str:
    """The name of the page where somebody's work begins."""
    roles = roles_of(user)
    if roles & STAFF or user.half_signed_in:
        return "admin:index"
    if Role.REGISTRAR in roles:
        return "registering:asked"
    return "drafts_to_read" if Role.READER in roles else "mfa_index"
