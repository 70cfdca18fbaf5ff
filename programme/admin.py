from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from programme.models import PaperWordings, Placement, Reminders, Revision, TermOfOffice
from programme.papers.wordings import DEFAULTS, FIELDS, REMINDER
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


def fields_to_write() -> str:
    fields = [f"{{{name}}}: {meaning}" for name, meaning in FIELDS.items()]
    return _("Fält att skriva: %s.") % "; ".join(fields)


@admin.register(PaperWordings)
class PaperWordingsAdmin(HistoryAdmin):
    """How the papers about a programme are worded; each text says what the register would say itself."""

    list_display = ["revision"]
    list_select_related = ["revision"]

    def formfield_for_dbfield(self, db_field, request, **more):
        if db_field.name in DEFAULTS:
            more["help_text"] = _("Tomt: %s") % DEFAULTS[db_field.name]
        return super().formfield_for_dbfield(db_field, request, **more)

    def get_fieldsets(self, request, obj=None):
        texts = {"fields": list(DEFAULTS), "description": fields_to_write()}
        return [(None, {"fields": ["revision"]}), (_("Formuleringar"), texts)]

    def get_readonly_fields(self, request, obj=None):
        return ["revision"] if obj else []


@admin.register(Reminders)
class RemindersAdmin(HistoryAdmin):
    """On which days, and in which words, municipalities that have not decided are reminded of a programme."""

    list_display = ["revision", "days", "last_on"]
    list_select_related = ["revision"]

    def formfield_for_dbfield(self, db_field, request, **more):
        if db_field.name == "text":
            more["help_text"] = _("Tomt: %s") % REMINDER
        return super().formfield_for_dbfield(db_field, request, **more)

    def get_fieldsets(self, request, obj=None):
        (_name, shown), *rest = super().get_fieldsets(request, obj)
        said = _("De som redan har beslutat påminns inte.") + " " + fields_to_write()
        return [(None, shown | {"description": said}), *rest]

    def get_readonly_fields(self, request, obj=None):
        return ["revision"] if obj else []


@admin.register(Placement)
class PlacementAdmin(RecordAdmin):
    list_display = ["event", "revision", "origin", "title", "sent_on"]
    list_select_related = ["entry", "revision"]
