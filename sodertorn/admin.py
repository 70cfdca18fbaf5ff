"""The administration's common ground: nothing is deleted, and history only shows."""

from functools import partial
from html import unescape

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminTextInputWidget
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group
from django.db import models
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html, strip_tags
from django.utils.translation import gettext_lazy as _
from simple_history.admin import SimpleHistoryAdmin

from sodertorn.desk import office
from sodertorn.desk.acts import newest_number
from sodertorn.desk.fields import DayField, PlainAddress, PlainEmail, PlainField, PlainSlug
from sodertorn.desk.history import object_history, old_version
from sodertorn.desk.once import Answer, answer_once, once
from sodertorn.desk.overtaking import OvertakingAdmin
from sodertorn.edits import Edited, record_edit
from sodertorn.models import Entry, User
from sodertorn.permissions import may
from sodertorn.words import sentence_case

# Who may what is a table in the code; how somebody signs in is their own; accounts have one address.
admin.site.unregister([Group, EmailAddress, Authenticator])


class AskTheTable:
    """What somebody may do with a model is what sodertorn.permissions says of its pages."""

    def _may(self, request, page: str, method: str) -> bool:
        return may(request.user, f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}", method)

    def has_module_permission(self, request):
        return self._may(request, "changelist", "GET")

    def has_view_permission(self, request, obj=None):
        return self._may(request, "change", "GET")

    def has_change_permission(self, request, obj=None):
        return self._may(request, "change", "POST")

    def has_add_permission(self, request):
        return self._may(request, "add", "POST")

    def has_delete_permission(self, request, obj=None):
        return self._may(request, "delete", "POST")


class ReasonForm(forms.ModelForm):
    """A row's form, with the reason that its history will give for what is changed (who, when, why)."""

    why = PlainField(
        limit=400,
        required=False,
        label=_("Varför?"),
        help_text=_("Frivilligt. Står i historiken."),
        widget=AdminTextInputWidget,
    )


class NamedList(AskTheTable):
    """Its list is headed by what it holds, as every other page of the desk."""

    show_facets = admin.ShowFacets.NEVER

    def changelist_view(self, request, extra_context=None):
        named = {"title": sentence_case(str(self.opts.verbose_name_plural))}
        return super().changelist_view(request, named | (extra_context or {}))


class HistoryAdmin(NamedList, OvertakingAdmin, SimpleHistoryAdmin):
    """A model that people edit, with its history, which can be read but never restored from."""

    form = ReasonForm
    formfield_overrides = {
        models.CharField: {"form_class": PlainField},
        models.TextField: {"form_class": PlainField, "lines": 5},
        models.EmailField: {"form_class": PlainEmail},
        models.SlugField: {"form_class": PlainSlug},
        models.URLField: {"form_class": PlainAddress, "assume_scheme": "https", "widget": forms.URLInput},
        models.DateField: {"form_class": DayField},
    }

    def get_list_display(self, request):
        return [*super().get_list_display(request), "its_history"]

    @admin.display(description=_("Historik"))
    def its_history(self, row):
        address = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_history", args=[row.pk])
        return format_html('<a href="{}">{}<span class="hidden">: {}</span></a>', address, _("Historik"), row)

    def get_fieldsets(self, request, obj=None):
        """The reason comes last, where somebody can save."""
        found = super().get_fieldsets(request, obj)
        rest = [
            (name, shown | {"fields": [f for f in shown["fields"] if f != "why"]}) for name, shown in found
        ]
        may_save = self.has_change_permission(request, obj) if obj else self.has_add_permission(request)
        return [*rest, (None, {"fields": ["why"]})] if may_save else rest

    def save_model(self, request, obj, form, change):
        """What public pages show is edited by an act, which is an event of the register."""
        obj._change_reason = form.cleaned_data["why"] or None
        save = partial(super().save_model, request, obj, form, change)
        if obj._meta.model_name not in Edited.values:
            return save()
        record_edit(row=obj, office=office(), by=request.user, save=save)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Saved once: a form that is sent again gets the same confirmation."""
        view = partial(super().changeform_view, request, object_id, form_url, extra_context)
        if request.method != "POST":
            return view()

        def save():
            response = view()
            is_event = self.opts.model_name in Edited.values
            head = newest_number() if is_event else None
            if response.status_code != 302:
                return response
            return Answer(response.url, request.said, head, overtakes=object_id is not None)

        return once(partial(answer_once, carry_out=save))(request)

    def message_user(self, request, message, *args, **more):
        """What is said of a save becomes its confirmation."""
        request.said = unescape(strip_tags(message))

    def history_view(self, request, object_id, extra_context=None):
        return object_history(request, self.model, object_id)

    def history_form_view(self, request, object_id, version_id, extra_context=None):
        """An old version, for reading: simple-history's own view saves it on a POST (django-simple-history 3.13)."""
        return old_version(request, self.model, object_id, version_id)


class RecordAdmin(NamedList, admin.ModelAdmin):
    """What is recorded: read here, written only by the acts."""

    def get_fields(self, request, obj=None):
        return ["event" if field == "entry" else field for field in super().get_fields(request, obj)]

    @admin.display(description=_("Händelse"), ordering="entry")
    def event(self, fact):
        return fact.entry_id


class AccountForm(ReasonForm, UserChangeForm):
    pass


class NewAccountForm(ReasonForm, AdminUserCreationForm):
    def __init__(self, *args, **more):
        super().__init__(*args, **more)
        del self.fields["email"].widget.attrs["autofocus"]  # what is wrong comes first


@admin.register(User)
class UserAdmin(HistoryAdmin, DjangoUserAdmin):
    """People with accounts. A person who leaves is made inactive, never removed."""

    form = AccountForm
    add_form = NewAccountForm
    ordering = ["email"]
    list_display = ["email", "name", "is_staff", "is_superuser", "reads_drafts", "is_active"]
    search_fields = ["email", "name"]
    list_filter = ["is_active"]
    readonly_fields = ["last_login", "date_joined"]
    fieldsets = [
        (None, {"fields": ["email", "name"]}),
        (_("Behörighet"), {"fields": ["is_active", "is_staff", "is_superuser", "reads_drafts"]}),
        (_("Tider"), {"fields": ["last_login", "date_joined"]}),
    ]
    add_fieldsets = [
        (None, {"fields": ["email", "name", "password1", "password2"]}),
        (_("Behörighet"), {"fields": ["is_staff", "is_superuser"]}),
    ]


@admin.register(Entry)
class EntryAdmin(RecordAdmin):
    """The journal (händelselogg), newest first; each event has its page at the desk."""

    list_display = ["number", "recorded", "kind", "act", "office", "by"]
    list_filter = ["kind", "act"]
    list_select_related = ["by"]
    ordering = ["-number"]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        if object_id.isdecimal():
            return redirect("desk:event", int(object_id))
        return super().change_view(request, object_id, form_url, extra_context)
