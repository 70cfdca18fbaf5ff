"""The history of anything that people edit: all its versions, and one of them. Both are for reading."""

from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import models
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sodertorn.history import edits, version
from sodertorn.masked_edits import edited_words, is_edited
from sodertorn.permissions import may
from sodertorn.words import moment, sentence_case

PER_PAGE = 30


@require_safe
def object_history(request, model: type[models.Model], object_id: str):
    """All that was done to an object, newest first; also to one that has been removed."""
    key = key_of(model, object_id)
    rows = model.history.filter(**{model._meta.pk.attname: key}).order_by("-history_id")
    pages = Paginator(rows, PER_PAGE)
    if not pages.count:
        raise Http404(_("Det finns ingen historik på den adressen."))
    shown = pages.get_page(request.GET.get("sida"))
    changed = edits(shown.object_list)
    for edit in changed:
        edit["url"] = address(model, "simple_history", key, edit["row"].pk)
    page = {
        "title": _("Historik: %s") % title(rows.first()),
        "crumbs": way_to(model, key),
        "edits": changed,
        "shown": shown,
        "mask_url": mask_address(request.user, model, key),
    }
    return render(request, "desk/history.html", page)


def mask_address(user, model: type[models.Model], key) -> str:
    """Where words of a history are masked; empty where it has none, or the reader may not."""
    if not (is_edited(model) and may(user, "desk:edit_mask", "POST")):
        return ""
    row = model.objects.filter(pk=key).first()
    return reverse("desk:edit_mask", args=[model._meta.model_name, key]) if row and edited_words(row) else ""


@require_safe
def old_version(request, model: type[models.Model], object_id: str, version_id: str):
    """What an object said after one of the times that it was saved."""
    key = key_of(model, object_id)
    same = {model._meta.pk.attname: key, "history_id": key_of(model.history.model, version_id)}
    row = get_object_or_404(model.history, **same)
    back = (_("Historik"), address(model, "history", key))
    page = {
        "title": title(row),
        "lede": _("Så här stod det efter ändringen %s.") % moment(row.history_date),
        "crumbs": [*way_to(model, key), back],
        "facts": version(row),
    }
    return render(request, "desk/old_version.html", page)


def title(row) -> str:
    """What an object was called then; of a person whose name is not kept, only what it is."""
    return str(row.instance) or sentence_case(str(row.instance_type._meta.verbose_name))


def key_of(model: type[models.Model], written: str):
    """A primary key as an address writes it. Raises Http404 for what can't be one."""
    try:
        return model._meta.pk.clean(unquote(written).replace("\0", ""), None)
    except ValidationError as wrong:
        raise Http404 from wrong


def way_to(model: type[models.Model], key) -> list[tuple[str, str]]:
    """From the desk to a row in the administration: (name, address) of each page."""
    way = [(sentence_case(str(model._meta.verbose_name_plural)), address(model, "changelist"))]
    if row := model._base_manager.filter(pk=key).first():
        way.append((str(row), address(model, "change", key)))
    return way


def address(model: type[models.Model], page: str, *args) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)
