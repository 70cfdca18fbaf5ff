"""The administration's common ground: nothing is deleted, and history only shows."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.admin import SimpleHistoryAdmin

from sodertorn.models import Entry, User

admin.site.site_header = admin.site.site_title = _("Södertörns utvecklingsprogram")
admin.site.index_title = _("Skrivbord")
admin.site.enable_nav_sidebar = False


class HistoryAdmin(SimpleHistoryAdmin):
    """A model that people edit, with its history, which can be read but never restored from."""

    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}

    def revert_disabled(self, request, obj=None):
        return True

    def has_delete_permission(self, request, obj=None):
        return False

    def history_form_view(self, request, *args, **kwargs):
        """An old version, for reading: simple-history would save it on a POST (django-simple-history 3.13)."""
        if request.method not in ("GET", "HEAD"):
            raise PermissionDenied
        return super().history_form_view(request, *args, **kwargs)


class RecordAdmin(admin.ModelAdmin):
    """What is recorded: read here, written only by the acts."""

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(User)
class UserAdmin(HistoryAdmin, DjangoUserAdmin):
    """People with accounts. A person who leaves is made inactive, never removed."""

    ordering = ["email"]
    list_display = ["email", "name", "is_staff", "is_superuser", "is_active"]
    search_fields = ["email", "name"]
    readonly_fields = ["last_login", "date_joined"]
    fieldsets = [
        (None, {"fields": ["email", "name", "password"]}),
        (_("Behörighet"), {"fields": ["is_active", "is_staff", "is_superuser", "groups"]}),
        (_("Tider"), {"fields": ["last_login", "date_joined"]}),
    ]
    add_fieldsets = [(None, {"fields": ["email", "name", "usable_password", "password1", "password2"]})]


@admin.register(Entry)
class EntryAdmin(RecordAdmin):
    """The journal (händelselogg), newest first."""

    list_display = ["number", "recorded", "kind", "act", "office", "by"]
    list_filter = ["kind", "act"]
    list_select_related = ["by"]
    ordering = ["-number"]
