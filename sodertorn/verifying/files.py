"""Is each file that the register names there, whole and unchanged?"""

import hashlib

from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

from adoption.models import Extract, FollowUp
from adoption.models.follow_ups import FollowUpKind
from programme.models import Placement
from sodertorn.desk import uploads
from sodertorn.verifying.found import Found


def files() -> Found:
    """Is each file that the register names there, whole and unchanged?"""
    named = set(Extract.objects.values_list("sha256", flat=True))
    named |= set(Placement.objects.exclude(annex_sha256="").values_list("annex_sha256", flat=True))
    destroyed = destroyed_files()
    found = Found(
        _("filer: %(kept)d, förstörda: %(gone)d") % {"kept": len(named - destroyed), "gone": len(destroyed)}
    )
    sizes = dict(Extract.objects.values_list("sha256", "size"))
    found.faults += [
        _("Filen %s är förstörd enligt registret, men finns kvar.") % digest
        for digest in sorted(destroyed)
        if uploads.kept(digest)
    ]
    for digest in sorted(named - destroyed):
        if not uploads.kept(digest):
            found.faults.append(_("Filen %s saknas.") % digest)
            continue
        with default_storage.open(uploads.place(digest)) as file:
            content = file.read()
        if hashlib.sha256(content).hexdigest() != digest:
            found.faults.append(_("Filen %s har ett annat innehåll.") % digest)
        if len(content) != sizes.get(digest, len(content)):
            found.faults.append(_("Filen %s har en annan storlek.") % digest)
    return found


def destroyed_files() -> set[str]:
    """The files that an administrator has destroyed: that they are gone is as it should be."""
    gone = FollowUp.objects.filter(step=FollowUpKind.EXTRACT_DESTROYED)
    return set(gone.values_list("extract", flat=True))
