"""What public pages show and people edit without its being a recorded fact: each edit is an event of its own."""

from collections.abc import Callable

from django.db import models
from django.utils.translation import gettext_lazy as _

from sodertorn.constraints import one_of
from sodertorn.journal import EntryKind, Fact, record
from sodertorn.one_act import one_act

EDITS = "edits."
"""How the path of an edit begins in the event log."""


MOVED = "edits.moved."
"""How it begins in a register file: the edits that it counts stand in another register."""


class Edited(models.TextChoices):
    """The kinds of rows; the values are their models' names."""

    MUNICIPALITY = "municipality", _("kommun")
    TERM = "termofoffice", _("mandatperiod")
    TAKING_OFFICE = "takingoffice", _("styrelses tillträde")
    SOURCE = "source", _("källa")
    WORDINGS = "paperwordings", _("formuleringar i handlingar")


class Edit(Fact):
    """Somebody edited what is known of a municipality, a term of office or a source, or a wording of papers (ändring).

    What was edited stands in the row's edit history, to which the event log commits.
    """

    KIND = EntryKind.EDIT
    IDENTITY = ("edited", "row")

    edited = models.CharField(_("slag"), max_length=20, choices=Edited.choices)
    row = models.CharField(_("beteckning"), max_length=60)

    class Meta:
        verbose_name = _("ändring")
        verbose_name_plural = _("ändringar")
        constraints = [one_of("edit_kind_is_known", "edited", Edited, _("Okänt slags uppgift."))]

    def __str__(self):
        return f"{self.get_edited_display()} {self.row}"


@one_act
def record_edit(*, row: models.Model, office: str, by=None, save: Callable[[], None]) -> Edit:
    """Save an edited row, and say in the register that it was edited.

    `save` saves it, with its edit history, in the same transaction.
    """
    save()
    named = {
        Edited.TAKING_OFFICE: lambda: f"{row.term.label}/{row.municipality_id}",
        Edited.TERM: lambda: row.label,
        Edited.SOURCE: lambda: row.key,
        Edited.MUNICIPALITY: lambda: row.code,
        Edited.WORDINGS: lambda: row.revision.slug,
    }
    edited = Edited(row._meta.model_name)
    return record(Edit(edited=edited, row=named[edited]()), office=office, by=by)


def path_of(version: models.Model) -> str:
    """What an edit, a row of an edit history, is called in the event log."""
    return f"{EDITS}{version.instance_type._meta.model_name}/{version.pk}"
