"""Django's administration as the desk: its front page, and the table of permissions in its place."""

from django.contrib.admin import AdminSite
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from sodertorn.permissions import STAFF, roles_of


class SignInForm(AdminAuthenticationForm):
    """Lets in whoever has a role; Django's own asks whether somebody is a strategist."""

    error_messages = AdminAuthenticationForm.error_messages | {
        "invalid_login": _(
            "Adressen och lösenordet hör inte ihop. Lösenordet skiljer på stora och små bokstäver."
        ),
        "no_role": _("Kontot har ingen behörighet ännu. Be en administratör ge det en."),
    }

    def confirm_login_allowed(self, user):
        AuthenticationForm.confirm_login_allowed(self, user)
        if not roles_of(user) & STAFF:
            raise ValidationError(self.error_messages["no_role"], code="no_role")


class Desk(AdminSite):
    """The strategist's desk (skrivbordet)."""

    site_header = site_title = _("Skrivbordet")
    index_title = _("Skrivbordet")
    login_form = SignInForm
    index_template = "desk/front.html"
    enable_nav_sidebar = False
    final_catch_all_view = False  # what isn't there is a plain 404, signed in or not

    def has_permission(self, request):
        return bool(roles_of(request.user) & STAFF)

    def index(self, request, extra_context=None):
        from sodertorn.desk.front import front_page  # the models are not ready when the site is made

        return super().index(request, front_page(request) | (extra_context or {}))
