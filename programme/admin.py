from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from programme.models import Placement, Revision, TermOfOffice
from sodertorn.admin import HistoryAdmin, RecordAdmin


@admin.register(Revision)
class RevisionAdmin(HistoryAdmin):
    """The programmes. A draft is edited at its own page of the desk; what is sent or transcribed is locked."""

    list_display = ["__str__", "slug", "kind", "draft"]
    search_fields = ["title", "slug"]

    @admin.display(boolean=True, description=_("utkast"))
    def draft(self, revision):
        return revision.is_draft

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """There is one way to edit a draft: as a whole, with versions."""
        revision = self.get_object(request, unquote(object_id))
        if revision and revision.is_draft:
            return redirect("desk:draft", revision.slug)
        return super().change_view(request, object_id, form_url, extra_context)


@admin.register(TermOfOffice)
class TermOfOfficeAdmin(HistoryAdmin):
    list_display = ["label", "election", "council_from"]


@admin.register(Placement)
class PlacementAdmin(RecordAdmin):
    list_display = ["event", "revision", "origin", "title", "sent_on"]
    list_select_related = ["entry", "revision"]
