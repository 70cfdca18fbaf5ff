"""Django's administration as the desk: its front page, and the table of permissions in its place."""

from django.contrib.admin import AdminSite
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from sodertorn.permissions import STAFF, roles_of


class Desk(AdminSite):
    """The strategist's desk (skrivbordet)."""

    site_header = site_title = _("Skrivbordet")
    index_title = _("Skrivbordet")
    index_template = "desk/front.html"
    enable_nav_sidebar = False
    final_catch_all_view = False  # what isn't there is a plain 404, signed in or not

    def has_permission(self, request):
        return bool(roles_of(request.user) & STAFF)

    def login(self, request, extra_context=None):
        """There is one sign-in page (sodertorn/sign_in)."""
        return redirect(reverse("account_login") + "?" + urlencode({"next": request.GET.get("next", "")}))

    def index(self, request, extra_context=None):
        from sodertorn.desk.front import front_page  # the models are not ready when the site is made

        return super().index(request, front_page(request) | (extra_context or {}))
