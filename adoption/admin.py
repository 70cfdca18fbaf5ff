from django.contrib import admin, messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from adoption.models import (
    Decision,
    FollowUp,
    HandlingOfficer,
    Municipality,
    Registrar,
    Source,
    TakingOffice,
)
from sodertorn.admin import HistoryAdmin, RecordAdmin


@admin.register(Municipality)
class MunicipalityAdmin(HistoryAdmin):
    """The municipalities, with their own words for their papers."""

    list_display = ["name", "code", "contact_email", "paper"]
    ordering = ["name"]

    def get_readonly_fields(self, request, obj=None):
        return ["code", "slug", "name", "full_name"] if obj else []

    def changelist_view(self, request, extra_context=None):
        named = {"title": _("Kommunernas uppgifter")}
        return super().changelist_view(request, named | (extra_context or {}))

    def response_post_save_change(self, request, obj):
        """Back to the letter that lacked an address, or to its row on the desk's page of the municipalities."""
        there = request.GET.get("next", "")
        if url_has_allowed_host_and_scheme(there, allowed_hosts=None):
            return redirect(there)
        return redirect(f"{reverse('desk:municipalities')}#kommun-{obj.pk}")

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if stays := still_registers(obj, form.initial.get("contact_email") or "", obj.contact_email):
            messages.warning(request, stays)


def still_registers(municipality: Municipality, was: str, now: str) -> str:
    """That a mailbox which is the municipality's no longer may register for it all the same: people take that back."""
    mine = Registrar.objects.filter(municipality=municipality, user__is_active=True)
    if was.casefold() == now.casefold() or not mine.filter(user__email__iexact=was).exists():
        return ""
    words = _("%s registrerar fortfarande för kommunen. Är det inte rätt, ta bort uppdraget under Personer.")
    return words % was


@admin.register(Source)
class SourceAdmin(HistoryAdmin):
    list_display = ["key", "title", "kind", "municipality"]
    list_select_related = ["municipality"]
    search_fields = ["title", "key"]

    def has_change_permission(self, request, obj=None):
        """A source that is cited is locked: how sure an adoption is hangs on it (R13)."""
        return super().has_change_permission(request, obj) and (obj is None or not obj.citations.exists())


@admin.register(TakingOffice)
class TakingOfficeAdmin(HistoryAdmin):
    list_display = ["term", "municipality", "on", "note"]
    list_select_related = ["term", "municipality"]


@admin.register(HandlingOfficer)
class HandlingOfficerAdmin(HistoryAdmin):
    """Persons: the only thing here that may be removed, since nothing proves an adoption by a name."""

    list_display = ["case", "name", "email"]
    list_select_related = ["case__revision", "case__body__municipality"]


@admin.register(Decision)
class DecisionAdmin(RecordAdmin):
    list_display = ["event", "case", "outcome", "earliest", "latest", "paragraph"]
    list_select_related = ["entry", "case__revision", "case__body__municipality"]


@admin.register(FollowUp)
class FollowUpAdmin(RecordAdmin):
    list_display = ["event", "decision", "step", "on"]
    list_select_related = [
        "entry",
        "decision__case__revision",
        "decision__case__body__municipality",
    ]
