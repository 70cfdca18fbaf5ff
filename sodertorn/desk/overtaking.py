"""Two people at once in the administration: the second who saves sees what the first saved, and decides."""

import re
from contextlib import nullcontext

from django.contrib.admin.utils import unquote
from django.db import transaction
from django.utils.translation import gettext as _

from sodertorn.words import moment

VERSION = re.compile(r"[0-9]{1,18}")


class OvertakingAdmin:
    """A model with an edit history, whose form knows the version that it was opened at.

    Fields that somebody else has changed since then to something else than what is typed
    are refused once, with their words beside one's own; saving again decides.
    """

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        # Whoever only looks takes no lock, and can go on while nothing can be written.
        with transaction.atomic() if request.method == "POST" else nullcontext():
            row = self.get_object(request, unquote(object_id)) if object_id else None
            if row and request.method == "POST":
                self.model._base_manager.select_for_update().get(pk=row.pk)
            newest = row.history.first() if row else None
            seen = {"seen_version": newest.pk if newest else ""}
            return super().changeform_view(request, object_id, form_url, seen | (extra_context or {}))

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        seen = request.POST.get("seen_version", "")
        return with_theirs(form, obj, changed_since(obj, seen)) if obj and VERSION.fullmatch(seen) else form


def changed_since(obj, seen: str) -> dict[str, str]:
    """What somebody else saved in each field since the version, in words."""
    newest, opened = obj.history.first(), obj.history.filter(pk=int(seen)).first()
    if opened is None or newest.pk == opened.pk:
        return {}
    said = {"who": newest.history_user or _("Någon"), "when": moment(newest.history_date)}
    words = _("%(who)s sparade %(when)s: ”%(value)s”. Ditt står kvar här; spara igen om det ska gälla.")
    changes = newest.diff_against(opened, foreign_keys_are_objs=True).changes
    return {change.field: words % (said | {"value": shown(change.new)}) for change in changes}


def shown(value) -> str:
    if isinstance(value, bool):
        return _("ja") if value else _("nej")
    return "" if value is None else str(value)


def with_theirs(form, obj, theirs: dict[str, str]):
    """The form, refusing once what would silently replace what somebody else saved."""
    stored = {field: getattr(obj, field) for field in theirs}

    class Overtaken(form):
        def clean(self):
            cleaned = super().clean()
            for field, words in theirs.items():
                if field in self.fields and self.cleaned_data.get(field) != stored[field]:
                    self.add_error(field, words)
            return cleaned

    return Overtaken if theirs else form
