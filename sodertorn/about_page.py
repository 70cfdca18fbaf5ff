"""What the page about the register shows: what the marks mean, and who answers for it."""

from django.conf import settings
from django.utils.translation import gettext as _

from adoption.pages import fact
from adoption.sentences import strength_label
from adoption.states import Strength


def about_page() -> dict:
    marks = [{"state": one, "label": _("Antaget"), "note": strength_label(one)} for one in Strength]
    marks += [
        {"state": "referred", "label": _("Återremitterat")},
        {"state": "council", "label": _("Hos fullmäktige")},
        {"state": "awaiting", "label": _("Väntar på beslut")},
        {"state": "ended", "label": _("Upphävt eller rättat")},
        {"state": "unknown", "label": _("Inte känt")},
    ]
    return {"states": marks, "facts": owner_facts()}


def owner_facts() -> list[dict]:
    """The owner, from the settings; in a local copy that nobody answers for, that is what it says."""
    owner = settings.OWNER
    if not owner["name"]:
        return [fact(_("Ägare"), _("Det här är en lokal kopia utan ägare."), unknown=True)]
    return [
        fact(_("Ägare"), owner["name"]),
        fact(_("Organisationsnummer"), owner["number"]),
        fact(_("Arkivmyndighet"), owner["archive"]),
        fact(_("Dataskyddsombud"), owner["data_protection"]),
        fact(_("E-post"), owner["email"], url=f"mailto:{owner['email']}"),
    ]
