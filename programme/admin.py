from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from programme.models import Part, Placement, Revision, TermOfOffice
from sodertorn.admin import HistoryAdmin, RecordAdmin


class PartInline(admin.TabularInline):
    """The goal structure of a draft; what is sent or transcribed is shown but not changed here."""

    model = Part
    extra = 0
    fields = ["position", "kind", "key", "parent", "heading", "text", "network"]
    ordering = ["position"]

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        """A text belongs to another of the same programme."""
        if db_field.name == "parent":
            revision = request.resolver_match.kwargs.get("object_id")
            kwargs["queryset"] = Part.objects.filter(revision=revision).select_related("revision")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def has_add_permission(self, request, obj=None):
        return obj is None or not obj.placements.exists()

    def has_change_permission(self, request, obj=None):
        return obj is None or not obj.placements.exists()

    def has_delete_permission(self, request, obj=None):
        return obj is None or not obj.placements.exists()


@admin.register(Revision)
class RevisionAdmin(HistoryAdmin):
    """Drafts are edited here; a programme that is sent or transcribed is locked."""

    list_display = ["__str__", "slug", "kind", "draft"]
    search_fields = ["title", "slug"]
    inlines = [PartInline]

    @admin.display(boolean=True, description=_("utkast"))
    def draft(self, revision):
        return not revision.placements.exists()

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and (obj is None or not obj.placements.exists())


@admin.register(TermOfOffice)
class TermOfOfficeAdmin(HistoryAdmin):
    list_display = ["label", "election", "council_from"]


@admin.register(Placement)
class PlacementAdmin(RecordAdmin):
    list_display = ["entry", "revision", "origin", "title", "sent_on"]
    list_select_related = ["entry", "revision"]
